package disclosure.report.workbench.form;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportId;
import disclosure.requests.contract.OrganCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftFieldsTest {

  private static final OrganCode ORGAN = new OrganCode("111411240123456713");

  @ParameterizedTest
  @ValueSource(ints = {2020, 2024})
  void table_two_has_a_field_for_each_figure_that_checks_may_name(int year) {
    ReportId id = ReportId.own(ORGAN, year);
    assertThat(
            DraftFields.table(id).stream()
                .flatMap(group -> group.fields().stream())
                .map(DraftFields.TableField::name))
        .containsExactlyElementsOf(ProactiveFigures.blank(id).fields().values());
  }

  @Test
  void what_was_typed_otherwise_is_no_difference() {
    ReportId id = ReportId.own(ORGAN, 2024);
    assertThat(
            Differences.between(
                id,
                List.of(),
                Map.of(
                    "overview", "一段。\n二段。",
                    "proactive.administrativeLicences", "1012",
                    "proactive.administrativeFees10kYuan", "2.5",
                    "proactive.regulations.issued", "3",
                    "signedOn", "2025-01-20"),
                Map.of(
                    "overview", "一段。\r\n二段。 ",
                    "proactive.administrativeLicences", "1,012",
                    "proactive.administrativeFees10kYuan", "２.50",
                    "proactive.regulations.issued", "4",
                    "signedOn", "2025年1月20日")))
        .extracting(Differences.Difference::words)
        .containsExactly("表二 规章，本年制发件数：3 → 4");
  }
}
