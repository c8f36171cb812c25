package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.OrganCode;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadmeTest {

  private static final String README = text("README.md");
  private static final String DELIBERATELY_WRONG = "11141124000000099X";

  /** A row of the table of configuration. */
  private record Row(String variable, String services, String defaults) {

    boolean concerns(Service service) {
      return services.equals("all") || services.contains(word(service));
    }

    /** "8081 requests, 8082 statistics" has one default a service; "INFO" is that of all. */
    Optional<String> defaultFor(Service service) {
      if (defaults.isEmpty()) {
        return Optional.empty();
      }
      return Stream.of(defaults.split(", "))
          .filter(part -> part.endsWith(" " + word(service)))
          .map(part -> part.substring(0, part.indexOf(' ')))
          .findFirst()
          .or(() -> Optional.of(defaults));
    }

    private static String word(Service service) {
      return service.name().toLowerCase(Locale.ROOT);
    }
  }

  @Test
  void the_two_commands_are_on_the_first_screen_and_exist() {
    assertThat(README.lines().limit(15).toList())
        .anyMatch(line -> line.startsWith("    deploy/start --sample"))
        .anyMatch(line -> line.startsWith("    ./mvnw verify"));
    assertThat(Files.isExecutable(Repository.path("deploy/start"))).isTrue();
    assertThat(Files.isExecutable(Repository.path("mvnw"))).isTrue();
    assertThat(text(".ci/run")).containsPattern("(?m)^exec \\./mvnw .*verify$");
  }

  @ParameterizedTest
  @EnumSource
  void the_table_of_configuration_is_what_a_service_reads(Service service) {
    Map<String, Optional<String>> documented = new TreeMap<>();
    rows()
        .filter(row -> row.concerns(service))
        .forEach(row -> documented.put(row.variable(), row.defaultFor(service)));
    Map<String, Optional<String>> read = new TreeMap<>(service.variables());
    // An empty default means that the variable may stay away.
    read.replaceAll((name, value) -> value.filter(text -> !text.isEmpty()));

    assertThat(documented).isEqualTo(read);
  }

  @Test
  void every_folder_package_and_link_exists() {
    matches("^\\| `([^`]+/)`", README)
        .map(match -> match.group(1))
        .forEach(folder -> assertThat(Repository.path(folder)).isDirectory());
    matches("\\]\\(([^)]+)\\)", README)
        .map(match -> match.group(1))
        .forEach(link -> assertThat(Repository.path(link)).exists());
    for (Service service : Service.values()) {
      String packages =
          Repository.only("^\\| `" + service.folder() + "/` \\| (.*) \\|$", README)
              .replaceAll("\\([^)]*\\)", "");
      String root =
          service.folder() + "/src/main/java/disclosure/" + service.name().toLowerCase(Locale.ROOT);
      matches("`([a-z]+)`", packages)
          .map(match -> root + "/" + match.group(1))
          .forEach(folder -> assertThat(Repository.path(folder)).isDirectory());
    }
  }

  @Test
  void organ_codes_in_the_examples_are_valid() {
    assertThat(matches("\\b(\\d{16}[0-9A-Z]{2})\\b", README).map(match -> match.group(1)))
        .isNotEmpty()
        .filteredOn(code -> !code.equals(DELIBERATELY_WRONG))
        .allMatch(OrganCode::isValid);
    assertThat(OrganCode.isValid(DELIBERATELY_WRONG)).isFalse();
  }

  private static Stream<Row> rows() {
    return matches("^\\| `([A-Z_]+)` \\|([^|]*)\\|([^|]*)\\|", README)
        .map(match -> new Row(match.group(1), match.group(2).strip(), match.group(3).strip()));
  }

  @Test
  void decisions_are_numbered_without_a_gap_and_say_what_they_cost() throws Exception {
    try (Stream<java.nio.file.Path> files = Files.list(Repository.path("deploy/decisions"))) {
      String[] names =
          files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
      for (int i = 0; i < names.length; i++) {
        assertThat(names[i]).matches(String.format(Locale.ROOT, "%04d-[a-z0-9-]+\\.md", i + 1));
      }
      assertThat(Arrays.stream(names).map(name -> text("deploy/decisions/" + name)))
          .allSatisfy(
              decision ->
                  assertThat(decision)
                      .contains(
                          "**Context.**",
                          "**Choice.**",
                          "**What it costs.**",
                          "**When to look again.**"));
    }
  }
}
