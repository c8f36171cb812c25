package disclosure.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Text;
import disclosure.edge.testing.TestOrgans;
import disclosure.report.ReportOrgans;
import disclosure.report.content.DocumentFigures;
import disclosure.report.content.ProactiveFigures;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A report over the Linxian office and an organ that has nothing but two licences. */
class RollUpRulesTest {

  private static final RollUp.NamedOrgan OFFICE =
      new RollUp.NamedOrgan(new OrganCode(TestOrgans.OFFICE), "临县人民政府办公室");
  private static final RollUp.NamedOrgan BUREAU =
      new RollUp.NamedOrgan(new OrganCode(ReportOrgans.department(1)), "临县某局");

  @Test
  void the_sum_of_all_published_reports_holds() {
    assertThat(sum(List.of(OFFICE, BUREAU), List.of(office(), bureau(true))).result())
        .isEqualTo(Result.HOLDS);
  }

  @Test
  void a_missing_a_doubled_and_an_unpublished_report_are_named() {
    RollUp.NamedOrgan town = new RollUp.NamedOrgan(new OrganCode(TestOrgans.TOWNSHIP), "临泉镇");
    assertThat(chinese(sum(List.of(OFFICE, BUREAU, town), List.of(office(), bureau(false)))))
        .containsExactly("临县某局的报告尚未公布", "缺少临泉镇的报告");
    assertThat(chinese(sum(List.of(OFFICE, BUREAU), List.of(office(), bureau(true), bureau(true)))))
        .contains("临县某局的报告被汇总了两次", "表二“行政许可”：汇总报告为2，各单位报告之和为4");
  }

  @Test
  void each_of_the_175_cells_and_15_and_10_figures_is_compared() {
    int found = 0;
    for (FormRow row : FormRow.values()) {
      for (int column = 0; column < 7; column++) {
        RollUp.AddedReport office = office();
        List<MatrixRow> rows = new ArrayList<>(office.applications());
        long[] one = new long[6];
        if (column < 6) {
          one[column] = 1;
        }
        MatrixRow old = rows.get(row.ordinal());
        rows.set(
            row.ordinal(),
            new MatrixRow(
                row, old.counts().plus(Counts.of(one)), old.total() + (column == 6 ? 1 : 0)));
        RollUp.AddedReport changed =
            new RollUp.AddedReport(OFFICE, true, office.proactive(), rows, office.disputes());
        found += sum(List.of(OFFICE, BUREAU), List.of(changed, bureau(true))).findings().size();
      }
    }
    assertThat(found).isEqualTo(175);
    RollUp.AddedReport other =
        new RollUp.AddedReport(
            OFFICE,
            true,
            new ProactiveFigures(
                new DocumentFigures(9, 9, 9),
                new DocumentFigures(9, 9, 9),
                9,
                9,
                9,
                new BigDecimal("9.5")),
            office().applications(),
            Arrays.stream(DisputeKind.values())
                .map(kind -> new DisputeRow(kind, 9, 9, 9, 9, 9))
                .toList());
    assertThat(sum(List.of(OFFICE, BUREAU), List.of(other, bureau(true))).findings()).hasSize(25);
  }

  @Test
  void what_is_carried_in_allows_for_organs_that_came_and_left() {
    RollUp.Moved came = new RollUp.Moved(BUREAU, Optional.of(carriedOut(2)));
    RollUp.Moved left = new RollUp.Moved(OFFICE, Optional.of(carriedOut(3)));
    assertThat(acrossYears(1, List.of(came), List.of(left)).result()).isEqualTo(Result.HOLDS);
    assertThat(chinese(acrossYears(2, List.of(came), List.of(left))))
        .containsExactly(
            "表三“自然人”列：“二 上年结转”为0，上年汇总报告“四 结转下年度继续办理”经单位增减调整后为1",
            "表三“总计”列：“二 上年结转”为0，上年汇总报告“四 结转下年度继续办理”经单位增减调整后为1");
    RollUp.Moved unknown = new RollUp.Moved(BUREAU, Optional.empty());
    assertThat(acrossYears(1, List.of(unknown), List.of()).result()).isEqualTo(Result.UNDECIDED);
  }

  @Test
  void carry_in_of_a_sum_is_not_compared_organ_by_organ() {
    CheckedReport report = report(List.of(OFFICE, BUREAU), List.of(office(), bureau(true)));
    assertThat(CrossCheck.CARRIED_IN_AS_PUBLISHED.verdict(report).result())
        .isEqualTo(Result.NOT_APPLICABLE);
  }

  private static Verdict sum(List<RollUp.NamedOrgan> expected, List<RollUp.AddedReport> children) {
    return CrossCheck.SUM_OF_CHILDREN.verdict(report(expected, children));
  }

  private static CheckedReport report(
      List<RollUp.NamedOrgan> expected, List<RollUp.AddedReport> children) {
    return Reports.change()
        .proactive(figures(2, 3))
        .rollUp(new RollUp(expected, children, List.of(), List.of()))
        .build();
  }

  private static Verdict acrossYears(
      long before, List<RollUp.Moved> joined, List<RollUp.Moved> left) {
    return CrossCheck.CARRIED_IN_ACROSS_YEARS.verdict(
        Reports.change()
            .rollUp(new RollUp(List.of(), List.of(), joined, left))
            .lastYear(
                new LastYear(
                    Optional.empty(),
                    Optional.of(Reports.carriedOut(before, 0, 0, 0, 0, 0)),
                    List.of()))
            .build());
  }

  private static RollUp.AddedReport office() {
    CheckedReport report = Reports.sound();
    return new RollUp.AddedReport(
        OFFICE,
        true,
        report.content().proactive(),
        report.matrix().rows(),
        report.disputes().rows());
  }

  private static RollUp.AddedReport bureau(boolean published) {
    ProactiveFigures none = figures(2, 0);
    return new RollUp.AddedReport(
        BUREAU,
        published,
        none,
        Reports.rows(FormRow.CARRIED_IN, 0, 0, 0, 0, 0, 0),
        Reports.carriedOut(0, 0, 0, 0, 0, 0).disputes());
  }

  private static ProactiveFigures figures(long licences, long repealed) {
    return new ProactiveFigures(
        new DocumentFigures(0, 0, 0),
        new DocumentFigures(0, repealed, 0),
        licences,
        0,
        0,
        BigDecimal.ZERO);
  }

  private static List<MatrixRow> carriedOut(long count) {
    return Reports.rows(FormRow.CARRIED_OUT, count, 0, 0, 0, 0, 0);
  }

  private static List<String> chinese(Verdict verdict) {
    return verdict.findings().stream().map(Text::chinese).toList();
  }
}
