package disclosure.statistics;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.PackageRules;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the packages of the statistics hold: not too much, and no table of another one. */
class PackagesTest {

  private static final PackageRules PACKAGES =
      new PackageRules(Path.of("src/main/java/disclosure/statistics"), "statistics");

  /** Which package a table belongs to: no other one names it, but for those below. */
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          entry("application_history", "ingest"),
          entry("application_state", "ingest"),
          entry("cell_place", "count"),
          entry("comparison", "reconcile"),
          entry("consumer_position", "ingest"),
          entry("daily_change", "rollup"),
          entry("daily_count", "ingest"),
          entry("dispute_history", "ingest"),
          entry("dispute_state", "ingest"),
          entry("job", "job"),
          entry("job_piece", "job"),
          entry("organ_history", "ingest"),
          entry("organ_revision", "organ"),
          entry("organ_state", "ingest"),
          entry("rebuild", "rebuild"),
          entry("rejected_event", "ingest"),
          entry("stream_ticket", "edge"),
          entry("subtree_count", "rollup"),
          entry("subtree_root", "rollup"));

  /** Who reads tables of others, and never writes them. */
  private static final Map<String, Set<String>> READERS =
      Map.of(
          // A table is one statement over what was counted, and its head says how far that is.
          "matrix",
          Set.of(
              "application_history",
              "application_state",
              "cell_place",
              "consumer_position",
              "daily_count",
              "dispute_history",
              "dispute_state",
              "organ_revision"),
          "cell",
          Set.of("application_state"),
          "organ",
          Set.of("organ_history", "organ_state"),
          "rollup",
          Set.of("daily_count"),
          // The recount shares nothing with what it checks but the tables.
          "reconcile",
          Set.of("application_state", "cell_place", "daily_count", "organ_state"),
          "rebuild",
          Set.of("daily_count"));

  /** A rebuild puts all tables in the place of others, and lets counting go on where it is. */
  private static final Map<String, Set<String>> WRITERS =
      Map.of("rebuild", Set.of("application_history", "consumer_position", "organ_history"));

  @Test
  void no_package_has_more_than_two_thousand_lines() {
    assertThat(PACKAGES.lines())
        .isNotEmpty()
        .allSatisfy((name, lines) -> assertThat(lines).isLessThan(PackageRules.MAX_LINES));
  }

  @Test
  void a_table_is_named_in_sql_only_by_its_owner_and_by_known_readers() {
    assertThat(PACKAGES.trespasses(OWNERS, READERS, WRITERS)).isEmpty();
  }

  @Test
  void who_may_name_a_table_does() {
    READERS
        .keySet()
        .forEach(
            name ->
                assertThat(PACKAGES.trespasses(OWNERS, without(READERS, name), WRITERS))
                    .as(name)
                    .hasSizeGreaterThanOrEqualTo(1));
  }

  @Test
  void every_table_has_an_owner() {
    assertThat(PackageRules.tables()).isEqualTo(OWNERS.keySet());
  }

  private static Map<String, Set<String>> without(Map<String, Set<String>> readers, String name) {
    Map<String, Set<String>> others = new HashMap<>(readers);
    others.remove(name);
    return others;
  }
}
