package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of metrics in the documentation. */
class MetricsTest {

  /** A meter's dotted name, where it is made or as a constant. */
  private static final String METER =
      "(?:builder|[gG]auge|gaugeMapSize|counter|timer|summary)\\(\\s*\"([a-z]+(?:\\.[a-z]+)+)\""
          + "|String [A-Z_]+ =\\s*\"((?:matrix|outbox|report)(?:\\.[a-z]+)+)\"";

  private static final String ALL = "all";

  /** What Micrometer's registry for Prometheus puts behind a name. */
  private static final String SUFFIX = "(_seconds)?(_total)?$";

  @ParameterizedTest
  @EnumSource
  void the_table_has_the_meters_of_a_service(Service service) {
    assertThatTheTableHas(service.word(), service.folder());
  }

  @Test
  void the_table_has_the_meters_of_what_the_services_share() {
    assertThatTheTableHas(
        ALL, "application-requests-service/edge", "application-requests-service/storage");
  }

  /** A service may have a share in a meter that all have. */
  private static void assertThatTheTableHas(String word, String... folders) {
    TreeSet<String> made =
        Stream.of(folders)
            .flatMap(folder -> Repository.sources(folder + "/src/main/java"))
            .flatMap(source -> matches(METER, source))
            .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
            .map(name -> name.replace('.', '_'))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(made).isNotEmpty();
    if (!word.equals(ALL)) {
      made.removeAll(documented(ALL));
    }
    assertThat(documented(word)).isEqualTo(made);
  }

  private static TreeSet<String> documented(String word) {
    return matches("^\\| (`[a-z_]+`(?:, `[a-z_]+`)*) \\| ([a-z, ]+) \\|", operations())
        .filter(row -> row.group(2).contains(word))
        .flatMap(row -> matches("`([a-z_]+)`", row.group(1)))
        .map(match -> match.group(1).replaceFirst(SUFFIX, ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String operations() {
    return text("deploy/docs/operations.md");
  }
}
