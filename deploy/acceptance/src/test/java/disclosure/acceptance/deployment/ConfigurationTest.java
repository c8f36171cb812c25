package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of variables in the documentation. */
class ConfigurationTest {

  /** A row of the table. */
  private record Row(String variable, String services, String defaults) {

    boolean concerns(Service service) {
      return services.equals("all") || services.contains(service.word());
    }

    /** "8081 requests, 8082 statistics" has one default a service; "INFO" is that of all. */
    Optional<String> defaultFor(Service service) {
      if (defaults.isEmpty()) {
        return Optional.empty();
      }
      return Stream.of(defaults.split(", "))
          .filter(part -> part.endsWith(" " + service.word()))
          .map(part -> part.substring(0, part.indexOf(' ')))
          .findFirst()
          .or(() -> Optional.of(defaults));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_table_is_what_a_service_reads(Service service) {
    Map<String, Optional<String>> documented = new TreeMap<>();
    rows()
        .filter(row -> row.concerns(service))
        .forEach(row -> documented.put(row.variable(), row.defaultFor(service)));
    Map<String, Optional<String>> read = new TreeMap<>(service.variables());
    // An empty default means that the variable may stay away.
    read.replaceAll((name, value) -> value.filter(text -> !text.isEmpty()));

    assertThat(documented).isEqualTo(read);
  }

  @ParameterizedTest
  @EnumSource
  void a_mapping_says_the_default_that_the_table_says(Service service) {
    Map<String, String> values = new TreeMap<>();
    matches("^([a-z][a-z.-]*)=(\\$\\{.*)$", service.properties())
        .forEach(line -> values.put(line.group(1), line.group(2)));
    Stream.of(service.folder(), "application-requests-service/edge")
        .flatMap(module -> Repository.sources(module + "/src/main/java"))
        .filter(source -> source.contains("@ConfigMapping(prefix = "))
        .forEach(
            source -> {
              String prefix = Repository.only("@ConfigMapping\\(prefix = \"([^\"]*)\"\\)", source);
              matches("@WithDefault\\(\"([^\"]*)\"\\)(?:\\s+@\\S+)*\\s+\\S+ (\\w+)\\(\\);", source)
                  .filter(method -> values.containsKey(prefix + "." + dashed(method.group(2))))
                  .forEach(
                      method ->
                          assertThat(values.get(prefix + "." + dashed(method.group(2))))
                              .endsWith(":" + method.group(1) + "}"));
            });
  }

  private static String dashed(String method) {
    return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Stream<Row> rows() {
    return matches("^\\| `([A-Z_]+)` \\|([^|]*)\\|([^|]*)\\|", text("deploy/docs/configuration.md"))
        .map(match -> new Row(match.group(1), match.group(2).strip(), match.group(3).strip()));
  }
}
