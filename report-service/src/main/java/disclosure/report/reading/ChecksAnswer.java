package disclosure.report.reading;

import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import java.util.List;
import java.util.Locale;

/**
 * Every check of a report as it stands.
 *
 * @param version the version of the draft that was checked
 * @param publishable whether nothing stands against publication: nothing blocks, and every warning
 *     has its reason
 * @param obstacles the numbers of the checks that stand against it
 */
record ChecksAnswer(
    OrganCode organCode,
    int year,
    ReportScope scope,
    long version,
    boolean publishable,
    List<Integer> obstacles,
    List<CheckAnswer> checks) {

  static ChecksAnswer of(JudgedReport report, Locale language) {
    List<Integer> obstacles =
        report.obstacles().stream().map(verdict -> verdict.check().number()).toList();
    return new ChecksAnswer(
        report.draft().id().organ(),
        report.draft().id().year(),
        report.draft().id().scope(),
        report.draft().version(),
        obstacles.isEmpty(),
        obstacles,
        CheckAnswer.of(report, language));
  }
}
