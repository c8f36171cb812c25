package disclosure.report.check;

import disclosure.report.content.ProactiveFigures;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A report over several organs against the reports that it adds up. */
final class RollUpRules {

  private RollUpRules() {}

  static List<Finding> sumsOfChildren(CheckedReport report) {
    if (report.rollUp().isEmpty()) {
      return List.of(Finding.notApplicable("本报告不是汇总报告", "The report is on one organ alone"));
    }
    RollUp rollUp = report.rollUp().get();
    List<Finding> findings = new ArrayList<>(everyChildOnce(rollUp));
    for (FormRow row : FormRow.values()) {
      for (Optional<ApplicantType> column : MatrixCells.COLUMNS) {
        long sum =
            rollUp.children().stream()
                .mapToLong(child -> MatrixCells.of(child.applications().get(row.ordinal()), column))
                .sum();
        compare(
            "表三“" + MatrixCells.row(row) + "”行“" + MatrixCells.column(column) + "”列",
            Finding.TABLE_THREE,
            BigDecimal.valueOf(MatrixCells.of(report.matrix().row(row), column)),
            BigDecimal.valueOf(sum),
            findings);
      }
    }
    tableTwo(report.content().proactive(), rollUp, findings);
    tableFour(report.disputes().rows(), rollUp, findings);
    return findings;
  }

  private static List<Finding> everyChildOnce(RollUp rollUp) {
    List<Finding> findings = new ArrayList<>();
    Set<RollUp.NamedOrgan> seen = new HashSet<>();
    for (RollUp.AddedReport child : rollUp.children()) {
      if (!seen.add(child.organ())) {
        findings.add(
            Finding.broken("%s的报告被汇总了两次", "The report of %s is added twice", child.organ().name())
                .at(Finding.COLLECTION));
      }
      if (!child.published()) {
        findings.add(
            Finding.broken("%s的报告尚未公布", "The report of %s isn't published", child.organ().name())
                .at(Finding.COLLECTION));
      }
    }
    rollUp.expected().stream()
        .filter(organ -> !seen.contains(organ))
        .forEach(
            organ ->
                findings.add(
                    Finding.broken("缺少%s的报告", "The report of %s is missing", organ.name())
                        .at(Finding.COLLECTION)));
    return findings;
  }

  private static void tableTwo(ProactiveFigures stated, RollUp rollUp, List<Finding> findings) {
    stated
        .figures()
        .forEach(
            (place, figure) ->
                figure.ifPresent(
                    known ->
                        compare(
                            place,
                            "proactive",
                            known,
                            rollUp.children().stream()
                                .map(child -> figure(child.proactive(), place))
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                            findings)));
  }

  private static BigDecimal figure(ProactiveFigures proactive, String place) {
    return proactive.figures().getOrDefault(place, Optional.empty()).orElse(BigDecimal.ZERO);
  }

  private static void tableFour(List<DisputeRow> stated, RollUp rollUp, List<Finding> findings) {
    Map<String, Function<DisputeRow, Long>> columns = new LinkedHashMap<>();
    columns.put("结果维持", DisputeRow::upheld);
    columns.put("结果纠正", DisputeRow::corrected);
    columns.put("其他结果", DisputeRow::other);
    columns.put("尚未审结", DisputeRow::pending);
    columns.put("总计", DisputeRow::total);
    for (DisputeRow row : stated) {
      columns.forEach(
          (column, figure) ->
              compare(
                  "表四“" + row.kind().label() + "”" + column,
                  Finding.TABLE_FOUR,
                  BigDecimal.valueOf(figure.apply(row)),
                  BigDecimal.valueOf(
                      rollUp.children().stream()
                          .mapToLong(
                              child -> figure.apply(child.disputes().get(row.kind().ordinal())))
                          .sum()),
                  findings));
    }
  }

  private static void compare(
      String place, String table, BigDecimal stated, BigDecimal sum, List<Finding> findings) {
    if (stated.compareTo(sum) != 0) {
      findings.add(
          Finding.broken(
                  "%s：汇总报告为%s，各单位报告之和为%s",
                  "%s: %s is stated, the organs' reports add up to %s",
                  place,
                  stated.toPlainString(),
                  sum.toPlainString())
              .at(table));
    }
  }

  /**
   * What was carried in is what was carried out, with those who came and without those who left.
   */
  static List<Finding> carriedInAcrossYears(CheckedReport report) {
    if (report.rollUp().isEmpty()) {
      return List.of(Finding.notApplicable("本报告不是汇总报告", "The report is on one organ alone"));
    }
    RollUp rollUp = report.rollUp().get();
    if (report.lastYear().published().isEmpty()) {
      return List.of(
          Finding.undecided(
              "本系统没有已公布的%d年度汇总报告，上年结转未能与其核对",
              "No published report for %d is here to compare what was carried in with",
              report.year() - 1));
    }
    List<RollUp.Moved> moved = new ArrayList<>(rollUp.joined());
    moved.addAll(rollUp.left());
    List<Finding> unknown =
        moved.stream()
            .filter(organ -> organ.lastYear().isEmpty())
            .map(
                organ ->
                    Finding.undecided(
                        "没有%s已公布的上年报告，上年结转未能核对",
                        "No published report of %s for the year before, so nothing was compared",
                        organ.organ().name()))
            .toList();
    return unknown.isEmpty() ? carriedIn(report, rollUp) : unknown;
  }

  private static List<Finding> carriedIn(CheckedReport report, RollUp rollUp) {
    List<MatrixRow> before = report.lastYear().published().orElseThrow().applications();
    List<Finding> findings = new ArrayList<>();
    for (Optional<ApplicantType> column : MatrixCells.COLUMNS) {
      long expected =
          carriedOut(before, column) + sum(rollUp.joined(), column) - sum(rollUp.left(), column);
      long stated = MatrixCells.of(report.matrix().row(FormRow.CARRIED_IN), column);
      if (stated != expected) {
        findings.add(
            Finding.broken(
                "表三“%s”列：“二 上年结转”为%d，上年汇总报告“四 结转下年度继续办理”经单位增减调整后为%d",
                "Table three, column %s: %d carried in; carried out last year, with the organs"
                    + " that came and without those that left, were %d",
                MatrixCells.column(column),
                stated,
                expected));
      }
    }
    return findings;
  }

  private static long sum(List<RollUp.Moved> moved, Optional<ApplicantType> column) {
    return moved.stream()
        .mapToLong(organ -> carriedOut(organ.lastYear().orElseThrow(), column))
        .sum();
  }

  private static long carriedOut(List<MatrixRow> rows, Optional<ApplicantType> column) {
    return MatrixCells.of(rows.get(FormRow.CARRIED_OUT.ordinal()), column);
  }
}
