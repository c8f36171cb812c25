package disclosure.report.examination.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text of an unnamed encoding: of UTF-8 and GB 18030 the one with fewer faults. What pages say of
 * their own encoding is often wrong.
 */
final class DecodedText {

  private static final Charset GB_18030 = Charset.forName("GB18030");

  /** Text of another encoding is hardly ever so seldom at fault: one in that many signs. */
  private static final int RARE = 20;

  private DecodedText() {}

  static String of(byte[] file) {
    if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
      return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(file, 0xFF, 0xFE)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(file, 0xFE, 0xFF)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
    }
    Decoding usual = Decoding.of(file, StandardCharsets.UTF_8);
    if (usual.faults() == 0 || usual.faults() < usual.wide() / RARE) {
      return usual.text();
    }
    Decoding other = Decoding.of(file, GB_18030);
    return usual.faults() < other.faults() ? usual.text() : other.text();
  }

  /**
   * The file's text by an encoding.
   *
   * @param faults how many pieces of it can't be decoded
   * @param wide how many signs take several bytes
   */
  private record Decoding(String text, int faults, int wide) {

    static Decoding of(byte[] file, Charset charset) {
      CharsetDecoder decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer bytes = ByteBuffer.wrap(file);
      CharBuffer chars = CharBuffer.allocate(file.length + 1);
      int faults = 0;
      for (CoderResult end = decoder.decode(bytes, chars, true);
          end.isError();
          end = decoder.decode(bytes, chars, true)) {
        faults++;
        bytes.position(Math.min(file.length, bytes.position() + end.length()));
        chars.put('\uFFFD');
      }
      String text = chars.flip().toString();
      int wide = (int) text.chars().filter(one -> one > 0x7F).count() - faults;
      return new Decoding(text, faults, wide);
    }
  }

  static boolean startsWith(byte[] file, int... bytes) {
    if (file.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((file[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
