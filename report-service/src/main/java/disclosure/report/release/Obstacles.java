package disclosure.report.release;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.check.CrossCheck;
import disclosure.report.check.Verdict;
import disclosure.report.reading.JudgedReport;
import java.util.List;

/** Keeps a report that doesn't add up from going on. */
final class Obstacles {

  private Obstacles() {}

  /**
   * Nothing blocks, and every warning has its reason.
   *
   * @throws Refusal 409, naming each check that stands against it and what it found
   */
  static void requireNone(JudgedReport report) {
    requireNone(report, report.obstacles());
  }

  /**
   * The same before the submission of a report. That the applications of an organ are in another
   * published report doesn't stand against it yet: the other one can leave them out only once this
   * one is submitted.
   *
   * @throws Refusal as {@link #requireNone(JudgedReport)}
   */
  static void requireNoneToSubmit(JudgedReport report) {
    requireNone(
        report,
        report.obstacles().stream()
            .filter(
                verdict ->
                    report.draft().id().isRollUp()
                        || verdict.check() != CrossCheck.EVERY_APPLICATION_ONCE)
            .toList());
  }

  private static void requireNone(JudgedReport report, List<Verdict> obstacles) {
    List<Fault> faults =
        obstacles.stream()
            .flatMap(
                verdict ->
                    verdict.findings().stream().map(finding -> fault(report, verdict, finding)))
            .toList();
    if (!faults.isEmpty()) {
      throw new Refusal(
          409,
          "checks-stand-against-it",
          new Text("勾稽关系校核未通过", "Cross-checks stand against it"),
          new Text(
              "请按 errors 中的说明更正；可以说明理由的，先提交理由。",
              "Mend what errors names, or keep a reason where the check allows one."),
          faults);
    }
  }

  private static Fault fault(JudgedReport report, Verdict verdict, Text finding) {
    Text hint =
        switch (verdict.check().waiver()) {
          case NONE -> new Text("", "");
          case REASON -> new Text("（更正，或者说明理由）", " (mend it, or keep a reason)");
          case PRINTED_REASON ->
              report.reason(verdict).isPresent()
                  ? new Text("（理由须原文写入第六部分）", " (section six must print the reason word by word)")
                  : new Text(
                      "（更正，或者说明理由并写入第六部分）",
                      " (mend it, or keep a reason and print it in section six)");
        };
    return Fault.of(
            "checks[" + verdict.check().number() + "]",
            new FailedCheck(verdict.check()),
            new Text(finding.chinese() + hint.chinese(), finding.english() + hint.english()))
        .ofRecord();
  }
}
