package disclosure.edge.testing.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file, whose parts are changed before it is packed: changed after, none would be read.
 *
 * @param parts by name
 */
record Archive(Map<String, byte[]> parts) {

  static Archive of(byte[] file) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try {
      Path copy = Files.write(Files.createTempFile("archive", ".zip"), file);
      try (ZipFile zip = new ZipFile(copy.toFile())) {
        for (ZipEntry entry : zip.stream().toList()) {
          parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      } finally {
        Files.delete(copy);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Archive(parts);
  }

  /** The same with one part changed or left out, packed. */
  byte[] changed(Mutation mutation, Random random) {
    String name = List.copyOf(parts.keySet()).get(random.nextInt(parts.size()));
    Map<String, byte[]> changed = new LinkedHashMap<>(parts);
    if (random.nextInt(20) == 0) {
      changed.remove(name);
    } else {
      changed.computeIfPresent(name, (same, part) -> mutation.changed(part, random));
    }
    return packed(changed);
  }

  private static byte[] packed(Map<String, byte[]> parts) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toByteArray();
  }
}
