package disclosure.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command for pictures of the pages asks of the test that takes them. */
class ScreensTest {

  @TempDir private Path root;

  @Test
  void pictures_are_taken_in_either_language_at_any_front_door() throws Exception {
    Path command = Files.createDirectories(root.resolve("deploy/docs")).resolve("screens");
    Files.copy(Repository.path("deploy/docs/screens"), command);
    Path maven = root.resolve("mvnw");
    Files.writeString(maven, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();

    assertThat(lines(command, 0, "pictures"))
        .contains("-Dscreens.language=zh", "-Dscreens.front=http://localhost:8080")
        .contains("-Dscreens.to=" + root.toRealPath().resolve("pictures"));
    assertThat(lines(command, 0, "--english", "pictures", "http://localhost:8180/"))
        .contains("-Dscreens.language=en", "-Dscreens.front=http://localhost:8180");
    assertThat(lines(command, 2, "--german", "pictures")).first().asString().contains("--english");
  }

  private List<String> lines(Path command, int status, String... arguments) throws Exception {
    File out = root.resolve("out").toFile();
    Process process =
        new ProcessBuilder(
                Stream.concat(Stream.of("sh", command.toString()), Stream.of(arguments)).toList())
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out)
            .start();
    assertThat(process.waitFor()).isEqualTo(status);
    return Files.readAllLines(out.toPath(), StandardCharsets.UTF_8);
  }
}
