package disclosure.acceptance.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The repository's folder, and a place beside the build's results for what a test leaves. */
final class Checkout {

  static final Path ROOT = root();

  private Checkout() {}

  static Path scratch() {
    try {
      return Files.createDirectories(ROOT.resolve("deploy/acceptance/target/e2e"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A new folder, whose content goes when the tests end well or not. */
  static Path folder(String name) {
    try {
      return Files.createTempDirectory(scratch(), name + "-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("deploy/start"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
