package disclosure.report;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.PackageRules;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the packages of the reports hold: not too much, and no table of another one. */
class PackagesTest {

  private static final PackageRules PACKAGES =
      new PackageRules(Path.of("src/main/java/disclosure/report"), "report");

  private static final PackageRules EXAMINATION =
      new PackageRules(Path.of("examination/src/main/java/disclosure/report"), "report");

  private static final PackageRules TEXT =
      new PackageRules(Path.of("text/src/main/java/disclosure/report"), "report");

  /** Which package a table belongs to: no other one names it, but for those below. */
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          entry("catalogue", "catalogue"),
          entry("counted_organ", "publication"),
          entry("draft_revision", "draft"),
          entry("examination_chunk", "examined.batch"),
          entry("examination_file", "examined.batch"),
          entry("examination_job", "examined.batch"),
          entry("job", "job"),
          entry("job_piece", "job"),
          entry("job_turn", "job"),
          entry("kept_reason", "publication"),
          entry("life_step", "publication"),
          entry("publication", "publication"),
          entry("published_application", "publication"),
          entry("published_child", "publication"),
          entry("published_document", "publication"),
          entry("published_signature", "publication"),
          entry("published_time_stamp", "publication"),
          entry("run", "run"),
          entry("run_document", "run"),
          entry("run_item", "run"),
          entry("stream_ticket", "edge"),
          entry("taken_over_report", "takenover"));

  /** Who reads tables of others, and never writes them. */
  private static final Map<String, Set<String>> READERS =
      Map.of(
          // How far a report has come is one statement over its draft's versions and its steps.
          "publication",
          Set.of("draft_revision"),
          // What everybody may list is read without the reports and documents themselves.
          "catalogue",
          Set.of("published_document", "published_signature", "published_time_stamp"));

  @Test
  void no_package_has_more_than_two_thousand_lines() {
    assertThat(PACKAGES.lines())
        .isNotEmpty()
        .allSatisfy((name, lines) -> assertThat(lines).isLessThan(PackageRules.MAX_LINES));
    assertThat(EXAMINATION.lines())
        .isNotEmpty()
        .allSatisfy((name, lines) -> assertThat(lines).isLessThan(PackageRules.MAX_LINES));
    assertThat(TEXT.lines())
        .isNotEmpty()
        .allSatisfy((name, lines) -> assertThat(lines).isLessThan(PackageRules.MAX_LINES));
  }

  @Test
  void a_table_is_named_in_sql_only_by_its_owner_and_by_known_readers() {
    assertThat(PACKAGES.trespasses(OWNERS, READERS, Map.of())).isEmpty();
  }

  @Test
  void every_table_has_an_owner() {
    assertThat(PackageRules.tables()).isEqualTo(OWNERS.keySet());
  }
}
