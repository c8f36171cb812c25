package disclosure.report.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.report.content.DraftContent;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownReferencesTest {

  private static final OrganCode ORGAN = new OrganCode("111411240123456713");

  private static void require(int year, ReportScope scope, List<String> overview) {
    ReportId id = new ReportId(ORGAN, year, scope);
    KnownReferences.require(
        id,
        new DraftContent(
            List.of(),
            overview,
            List.of(),
            List.of(),
            ProactiveFigures.blank(id),
            List.of(),
            "",
            Optional.empty()));
  }

  private static List<Fault> faults(int year, ReportScope scope, List<String> overview) {
    return catchThrowableOfType(Refusal.class, () -> require(year, scope, overview)).faults();
  }

  @Test
  void of_a_quarter_of_a_million_faults_the_first_are_named() {
    List<Fault> faults = faults(2025, ReportScope.OWN, Collections.nCopies(131, "{".repeat(4000)));
    assertThat(faults).hasSize(KnownReferences.MAX_FAULTS);
    assertThat(faults).extracting(Fault::field).containsOnly("overview[0]");
    assertThat(faults.get(49).message().chinese()).startsWith("第50处");
  }

  @Test
  void what_is_at_fault_is_named_by_paragraph_and_place() {
    assertThat(faults(2025, ReportScope.OWN, List.of("工作有序。", "{{matrix.CONCLUDED.total}}{{a.b}}")))
        .extracting(fault -> fault.field() + fault.message().chinese())
        .containsExactly("overview[1]第2处引用的数据“a.b”不存在");
  }

  /** Also in sums, whose table two nobody enters. */
  @Test
  void each_edition_has_the_figures_of_its_own_table_two() {
    List<String> former = List.of("制作规章{{formerProactive.regulations.made}}件。");
    List<String> present = List.of("制发规章{{proactive.regulations.issued}}件。");
    for (ReportScope scope : ReportScope.values()) {
      assertThatCode(() -> require(2020, scope, former)).doesNotThrowAnyException();
      assertThatCode(() -> require(2021, scope, present)).doesNotThrowAnyException();
      assertThat(faults(2020, scope, present)).hasSize(1);
      assertThat(faults(2021, scope, former)).hasSize(1);
    }
  }
}
