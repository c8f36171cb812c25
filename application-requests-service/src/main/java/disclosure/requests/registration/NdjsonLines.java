package disclosure.requests.registration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of {@code application/x-ndjson}, read one by one in constant memory. Lines end with LF
 * or CRLF, the last one may end with the stream; blank lines and a leading byte order mark are
 * passed over. What exceeds the limit is skipped to the line's end without being kept.
 */
final class NdjsonLines {

  /** The longest line, in bytes and without its end. */
  static final int LIMIT = 64 * 1024;

  private static final int END_OF_STREAM = -1;

  private final InputStream in;
  private final byte[] read = new byte[8 * 1024];
  private int position;
  private int filled;

  /** One byte longer than the limit: the byte may be the CR of a CRLF. */
  private final byte[] line = new byte[LIMIT + 1];

  private int length;
  private boolean tooLong;
  private long number;

  NdjsonLines(InputStream in) {
    this.in = in;
  }

  /** The next line that is not blank; empty at the end of the stream. */
  Optional<Line> next() throws IOException {
    while (readLine()) {
      number++;
      dropCarriageReturn();
      if (tooLong || length > LIMIT) {
        return Optional.of(Line.unreadable(number, Line.Unreadable.TOO_LONG));
      }
      Line decoded = decode();
      if (decoded.text().filter(String::isBlank).isEmpty()) {
        return Optional.of(decoded);
      }
    }
    return Optional.empty();
  }

  private boolean readLine() throws IOException {
    length = 0;
    tooLong = false;
    int next = nextByte();
    if (next == END_OF_STREAM) {
      return false;
    }
    while (next != '\n' && next != END_OF_STREAM) {
      if (length < line.length) {
        line[length++] = (byte) next;
      } else {
        tooLong = true;
      }
      next = nextByte();
    }
    return true;
  }

  private void dropCarriageReturn() {
    if (!tooLong && length > 0 && line[length - 1] == '\r') {
      length--;
    }
  }

  private Line decode() {
    int from = number == 1 && startsWithByteOrderMark() ? 3 : 0;
    try {
      ByteBuffer content = ByteBuffer.wrap(line, from, length - from);
      return Line.of(number, StandardCharsets.UTF_8.newDecoder().decode(content).toString());
    } catch (CharacterCodingException notUtf8) {
      return Line.unreadable(number, Line.Unreadable.NOT_UTF8);
    }
  }

  private boolean startsWithByteOrderMark() {
    return length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  private int nextByte() throws IOException {
    if (position == filled) {
      position = 0;
      filled = Math.max(0, in.read(read));
      if (filled == 0) {
        return END_OF_STREAM;
      }
    }
    return read[position++] & 0xFF;
  }
}
