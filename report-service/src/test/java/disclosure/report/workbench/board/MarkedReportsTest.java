package disclosure.report.workbench.board;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.ReportOrgans;
import disclosure.report.content.ReportId;
import disclosure.report.workbench.board.ManyPage.Outcome;
import disclosure.report.workbench.board.MarkedReports.Marked;
import disclosure.requests.contract.OrganCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One after the other, whatever befalls one. */
class MarkedReportsTest {

  private static final List<Marked> FIVE =
      IntStream.range(0, 5)
          .mapToObj(
              i ->
                  new Marked(
                      ReportId.own(new OrganCode(ReportOrgans.department(i)), 2024), "某局" + i, 1))
          .toList();

  private final List<Marked> tried = new ArrayList<>();

  @Test
  void a_fault_of_this_service_stops_no_other_report() {
    List<Outcome> outcomes =
        MarkedReports.each(
            FIVE,
            report -> {
              tried.add(report);
              if (report.equals(FIVE.get(1))) {
                throw new IllegalStateException("of one");
              }
              return Outcome.done(report, "已报送");
            });
    assertThat(tried).isEqualTo(FIVE);
    assertThat(outcomes).extracting(Outcome::done).containsExactly(true, false, true, true, true);
    assertThat(outcomes.get(1).told()).doesNotContain("of one").contains("出错");
  }

  @Test
  void after_two_outages_in_a_row_the_rest_is_left_alone_and_told_so() {
    List<Outcome> outcomes =
        MarkedReports.each(
            FIVE,
            report -> {
              tried.add(report);
              if (report.equals(FIVE.get(1))) {
                return Outcome.done(report, "已报送");
              }
              throw Refusal.unavailable(new Text("暂不可用", "away"));
            });
    assertThat(tried).isEqualTo(FIVE.subList(0, 4));
    assertThat(outcomes).hasSize(5);
    assertThat(outcomes.get(4).told()).contains("没有办理，请稍后再试");
  }
}
