package disclosure.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What the figures were measured on, without its name. */
final class Machine {

  private Machine() {}

  /** In one line. */
  static String text() {
    return String.format(
        Locale.ROOT,
        "%d processors (%s), %s of memory, %s %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        proc("cpuinfo", "model name").orElse(System.getProperty("os.arch")),
        proc("meminfo", "MemTotal")
            .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / (1024 * 1024) + " GB")
            .orElse("an unknown size"),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Runtime.version());
  }

  private static Optional<String> proc(String file, String name) {
    try {
      return Files.readAllLines(Path.of("/proc", file)).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }
}
