package disclosure.report.examined.batch;

import disclosure.edge.Refusal;
import java.io.OutputStream;
import java.util.Arrays;

/** Takes an archive as it comes, and gives it on in parts. */
final class ArchiveSink extends OutputStream {

  /** The longest archive. */
  static final long MAX_BYTES = 256L << 20;

  /** Where parts go. */
  @FunctionalInterface
  interface Parts {

    /** Takes the next. */
    void add(int number, byte[] bytes);
  }

  private final Parts parts;
  private final byte[] part = new byte[StoredArchive.CHUNK];
  private int filled;
  private int number;

  ArchiveSink(Parts parts) {
    this.parts = parts;
  }

  /** How many bytes have come. */
  long bytes() {
    return (long) number * StoredArchive.CHUNK + filled;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    if (bytes() + length > MAX_BYTES) {
      throw Refusal.byStatus(413);
    }
    int at = offset;
    int left = length;
    while (left > 0) {
      int some = Math.min(left, part.length - filled);
      System.arraycopy(from, at, part, filled, some);
      filled += some;
      at += some;
      left -= some;
      if (filled == part.length) {
        parts.add(number, part.clone());
        number++;
        filled = 0;
      }
    }
  }

  /** Gives on what is left. */
  long finish() {
    long bytes = bytes();
    if (filled > 0) {
      parts.add(number, Arrays.copyOf(part, filled));
    }
    return bytes;
  }
}
