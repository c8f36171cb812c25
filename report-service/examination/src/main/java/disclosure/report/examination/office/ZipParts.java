package disclosure.report.examination.office;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of a package. Only those that are asked for are inflated, within the budget. */
public final class ZipParts implements AutoCloseable {

  /** Between two tags, in bytes: a text or a tag is kept as a whole while it is read. */
  private static final int MAX_RUN = 1 << 20;

  private static final int MAX_PARTS = 5_000;

  private final ZipFile zip;
  private final Budget budget;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();

  /**
   * Opens a package.
   *
   * @throws NotReadable when it is broken, or has too many parts
   */
  public ZipParts(byte[] file, Budget budget) {
    requireFewParts(file);
    this.budget = budget;
    try {
      this.zip = ZipFile.builder().setByteArray(file).get();
    } catch (IOException | IllegalArgumentException broken) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      parts.putIfAbsent(key(entry.getName()), entry);
    }
  }

  /** Before the archive is opened, which keeps something of each. */
  private static void requireFewParts(byte[] file) {
    int entries = 0;
    for (int i = 0; i + 3 < file.length; i++) {
      if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] == 1 && file[i + 3] == 2) {
        entries++;
      }
    }
    if (entries > MAX_PARTS) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
  }

  private static String key(String name) {
    String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return path.startsWith("/") ? path.substring(1) : path;
  }

  /** Whether there is such a part; programs don't all keep to upper and lower case. */
  public boolean has(String name) {
    return parts.containsKey(key(name));
  }

  /** The part element by element; empty when there is none. */
  public Optional<XmlPart> xml(String name) {
    ZipArchiveEntry entry = parts.get(key(name));
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new NotReadable(NotReadable.Reason.ENCRYPTED);
    }
    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
    try {
      return Optional.of(new XmlPart(new Counted(zip.getInputStream(entry)), budget));
    } catch (IOException broken) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException inMemory) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
  }

  private final class Counted extends FilterInputStream {

    private int withoutTag;

    Counted(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      budget.inflate(Math.max(0, some));
      for (int i = 0; i < some; i++) {
        withoutTag = buffer[offset + i] == '<' ? 0 : withoutTag + 1;
        if (withoutTag > MAX_RUN) {
          throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
        }
      }
      return some;
    }
  }
}
