package disclosure.report.document.part;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A document that is a ZIP of parts. Equal parts give equal bytes. */
public final class Package {

  /** All entries carry the first moment that a ZIP file knows. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** Adds a part. */
  public Package part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  /** Adds a part that is text. */
  public Package part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The whole. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
