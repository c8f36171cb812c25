package disclosure.statistics.rollup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes numbers in groups of seven bits, so that small ones take one byte. */
final class PackedWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Writes a number of 0 or more. */
  void unsigned(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  /** Writes any number; those near 0 are short, whatever their sign. */
  void signed(long number) {
    unsigned((number << 1) ^ (number >> 63));
  }

  void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    unsigned(encoded.length);
    bytes.writeBytes(encoded);
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
