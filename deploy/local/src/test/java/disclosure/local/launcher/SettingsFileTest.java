package disclosure.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

  @TempDir Path directory;

  @Test
  void a_shell_reads_what_was_written_and_nobody_else_does() throws Exception {
    Path file = directory.resolve("requests.env");
    SettingsFile.write(file, Map.of("KEYRING_FILE", "/a place/of'it $HOME", "HTTP_PORT", "8081"));

    Process shell =
        new ProcessBuilder("sh", "-c", ". \"$0\"; echo \"$KEYRING_FILE:$HTTP_PORT\"", "" + file)
            .start();

    assertThat(shell.inputReader(StandardCharsets.UTF_8).readLine())
        .isEqualTo("/a place/of'it $HOME:8081");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
