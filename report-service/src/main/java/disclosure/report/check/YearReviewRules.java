package disclosure.report.check;

import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table three against the steps in the register. */
final class YearReviewRules {

  private static final String FEE_NOTICE = "FEE_NOTICE_MISSING";

  private static final Map<String, String> MISSING =
      Map.of(
          "CORRECTION_NOTICE_MISSING",
          "补正通知",
          "CONSULTATION_MISSING",
          "征求第三方意见的记录",
          "SPECIAL_LAW_MISSING",
          "行政查询所依据的法律、行政法规",
          FEE_NOTICE,
          "收费通知");

  private YearReviewRules() {}

  static Finding unknown() {
    return Finding.undecided(
        "登记系统暂时无法提供办理情况，未能核对",
        "The register can't tell how applications were handled just now, so nothing was compared");
  }

  static List<Finding> oneResultEach(CheckedReport report) {
    if (report.handling().isEmpty()) {
      return List.of(unknown());
    }
    YearReview handling = report.handling().get();
    List<Finding> findings = new ArrayList<>();
    long counted = report.matrix().row(FormRow.CONCLUDED).total();
    if (handling.concluded() != counted) {
      findings.add(
          Finding.broken(
              "表三“三（七）总计”行“总计”列为%d，登记系统本年办结的申请为%d件",
              "Table three, row 三（七）: the total is %d, the register has %d applications"
                  + " concluded",
              counted,
              handling.concluded()));
    }
    handling
        .severalConclusions()
        .forEach(
            application ->
                findings.add(
                    Finding.brokenCase(
                        handling,
                        application,
                        "申请%s有一个以上的办理结果，表三只能计入一行",
                        "The application %s has several outcomes; table three counts one")));
    return findings;
  }

  static List<Finding> feesAreNoticed(CheckedReport report) {
    if (report.handling().isEmpty()) {
      return List.of(unknown());
    }
    YearReview handling = report.handling().get();
    List<Finding> findings = new ArrayList<>();
    for (BigDecimal amount : List.of(handling.noticedYuan(), handling.paidYuan())) {
      if (amount.signum() < 0) {
        findings.add(
            Finding.broken(
                "信息处理费金额为%s元，小于0", "A fee is %s yuan, below zero", amount.toPlainString()));
      }
    }
    handling
        .overpaid()
        .forEach(
            application ->
                findings.add(
                    Finding.brokenCase(
                        handling,
                        application,
                        "申请%s实际收取的信息处理费多于收费通知的金额，或者没有收费通知",
                        "More was paid for the application %s than its fee notice asks, if there"
                            + " is one")));
    long unnoticed = gaps(handling, FEE_NOTICE).size();
    if (unnoticed > 0) {
      findings.add(
          Finding.broken(
              "表三“%s”行“总计”列为%d，其中%d件没有收费通知",
              "Table three, row %s: the total is %d, %d of them without a fee notice",
              MatrixCells.row(FormRow.FEE_OVERDUE),
              report.matrix().row(FormRow.FEE_OVERDUE).total(),
              unnoticed));
    }
    return findings;
  }

  static List<Finding> outcomesAreFounded(CheckedReport report) {
    if (report.handling().isEmpty()) {
      return List.of(unknown());
    }
    YearReview handling = report.handling().get();
    return handling.gaps().stream()
        .filter(gap -> !gap.gap().equals(FEE_NOTICE))
        .map(
            gap ->
                Finding.brokenCase(
                    handling,
                    gap.applicationId(),
                    "申请%s计入表三“%s”，但登记系统中没有%s",
                    "The application %s counts in row %s, but the register lacks: %s",
                    MatrixCells.row(FormRow.of(gap.outcome())),
                    Optional.ofNullable(MISSING.get(gap.gap())).orElse(gap.gap())))
        .toList();
  }

  private static List<YearReview.OutcomeGap> gaps(YearReview handling, String code) {
    return handling.gaps().stream().filter(gap -> gap.gap().equals(code)).toList();
  }
}
