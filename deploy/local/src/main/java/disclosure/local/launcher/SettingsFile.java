package disclosure.local.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The environment variables of a service that the stack leaves to its developer, for a shell. */
final class SettingsFile {

  private SettingsFile() {}

  static void write(Path file, Map<String, String> settings) throws IOException {
    OwnerOnly.write(
        file,
        new TreeMap<>(settings)
            .entrySet().stream()
                .map(setting -> setting.getKey() + "=" + quoted(setting.getValue()) + "\n")
                .collect(Collectors.joining()));
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
