package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final int MAX_LINES = 150;
  private static final String README = text("README.md");

  @Test
  void it_is_read_in_some_minutes() {
    assertThat(README.lines().count()).isLessThanOrEqualTo(MAX_LINES);
  }

  @Test
  void the_two_commands_are_on_the_first_screen_and_exist() {
    assertThat(README.lines().limit(15).toList())
        .anyMatch(line -> line.startsWith("    deploy/start --sample"))
        .anyMatch(line -> line.startsWith("    ./mvnw verify"));
    assertThat(Files.isExecutable(Repository.path("deploy/start"))).isTrue();
    assertThat(Files.isExecutable(Repository.path("mvnw"))).isTrue();
    assertThat(text(".ci/run").lines().filter(line -> line.startsWith("./mvnw")))
        .satisfiesExactly(
            test -> assertThat(test).matches("\\./mvnw --batch-mode --no-transfer-progress verify"),
            soak -> assertThat(soak).contains(" -Dquick -Dsoak ").endsWith(" verify"));
  }

  @Test
  void every_folder_and_package_of_the_map_exists() {
    matches("^\\| `([^`]+/)`", README)
        .map(match -> match.group(1))
        .forEach(folder -> assertThat(Repository.path(folder)).isDirectory());
    for (Service service : Service.values()) {
      String packages =
          Repository.only("^\\| `" + service.folder() + "/` \\| (.*) \\|$", README)
              .replaceAll("\\([^)]*\\)", "");
      String root = service.folder() + "/src/main/java/disclosure/" + service.word();
      matches("`([a-z]+)`", packages)
          .map(match -> root + "/" + match.group(1))
          .forEach(folder -> assertThat(Repository.path(folder)).isDirectory());
    }
  }
}
