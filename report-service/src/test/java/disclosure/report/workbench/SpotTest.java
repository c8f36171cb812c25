package disclosure.report.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.check.CrossCheck;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpotTest {

  private static final ReportId OWN = ReportId.own(new OrganCode("111411240123456713"), 2024);

  @ParameterizedTest
  @CsvSource({
    "overview, /draft#overview, /preview#section-1",
    "proactive.regulations.inForce, /draft#proactive.regulations.inForce, /preview#section-2",
    "proactive, /draft#part-proactive, /preview#section-2",
    "applications, /draft#part-applications, /preview#section-3",
    "figures.visits, /draft#figures.visits, /preview",
    "signedOn, /draft#signedOn, /preview",
    "lead, /draft#lead, /preview",
    "collection, /collection, /collection"
  })
  void who_writes_is_led_to_the_field_and_others_to_what_is_printed(
      String place, String writer, String reader) {
    Spot spot = Spot.of(OWN, CrossCheck.NOTHING_MISSING, place);
    assertThat(spot.address(OWN, true)).isEqualTo(Place.of(OWN) + writer);
    assertThat(spot.address(OWN, false)).isEqualTo(Place.of(OWN) + reader);
  }

  @ParameterizedTest
  @CsvSource({"proactive.regulations.issued, part-proactive", "'', part-applications"})
  void of_a_sum_no_figure_has_a_field(String place, String anchor) {
    ReportId sum = new ReportId(OWN.organ(), 2024, ReportScope.REGION);
    assertThat(Spot.of(sum, CrossCheck.SUM_OF_CHILDREN, place).address(sum, true))
        .endsWith("/draft?scope=REGION#" + anchor);
  }
}
