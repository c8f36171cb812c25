package disclosure.report.document.part;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Takes a package in memory apart by its directory. {@link java.util.zip.ZipInputStream} goes by
 * the entries' own headers and refuses those that the spreadsheet library writes, which tell their
 * sizes only afterwards and in another length; {@link java.util.zip.ZipFile} wants a file.
 */
public final class PackageParts {

  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int DEFLATED = 8;

  private final ByteBuffer zip;

  private PackageParts(byte[] zip) {
    this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The parts by their names, in the order of the directory. */
  public static Map<String, byte[]> of(byte[] zip) {
    return new PackageParts(zip).read();
  }

  private Map<String, byte[]> read() {
    int end = zip.limit() - END_LENGTH;
    while (zip.getInt(end) != END) {
      end--;
    }
    int entries = zip.getShort(end + 10);
    int entry = zip.getInt(end + 16);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (int i = 0; i < entries; i++) {
      int nameLength = zip.getShort(entry + 28);
      String name = new String(zip.array(), entry + 46, nameLength, StandardCharsets.UTF_8);
      parts.put(name, content(entry));
      entry += 46 + nameLength + zip.getShort(entry + 30) + zip.getShort(entry + 32);
    }
    return parts;
  }

  private byte[] content(int entry) {
    if (zip.getShort(entry + 10) != DEFLATED) {
      throw new IllegalStateException("a part is not deflated");
    }
    int header = zip.getInt(entry + 42);
    int from = header + 30 + zip.getShort(header + 26) + zip.getShort(header + 28);
    byte[] content = new byte[zip.getInt(entry + 24)];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(zip.array(), from, zip.getInt(entry + 20));
      if (inflater.inflate(content) != content.length) {
        throw new IllegalStateException("a part is shorter than it says");
      }
      return content;
    } catch (DataFormatException corrupt) {
      throw new IllegalStateException(corrupt);
    } finally {
      inflater.end();
    }
  }
}
