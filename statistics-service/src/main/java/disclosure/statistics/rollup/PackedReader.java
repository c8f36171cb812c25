package disclosure.statistics.rollup;

import java.nio.charset.StandardCharsets;

/** Reads what {@link PackedWriter} wrote, in the same order. */
final class PackedReader {

  private final byte[] bytes;
  private int at;

  PackedReader(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  long unsigned() {
    long number = 0;
    int shift = 0;
    do {
      number |= (bytes[at] & 0x7FL) << shift;
      shift += 7;
    } while (bytes[at++] < 0);
    return number;
  }

  long signed() {
    long zigzag = unsigned();
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  String text() {
    int length = (int) unsigned();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }
}
