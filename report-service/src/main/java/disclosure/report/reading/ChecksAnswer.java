package disclosure.report.reading;

import disclosure.report.check.Verdict;
import disclosure.requests.contract.OrganCode;
import java.util.List;
import java.util.Locale;

/**
 * Every check of a report as it stands.
 *
 * @param version the version of the draft that was checked
 * @param publishable whether nothing blocks; warnings may still want a reason
 */
record ChecksAnswer(
    OrganCode organCode, int year, long version, boolean publishable, List<CheckAnswer> checks) {

  static ChecksAnswer of(ReadReport report, Locale language) {
    return new ChecksAnswer(
        report.draft().organ(),
        report.draft().year(),
        report.draft().version(),
        report.verdicts().stream().noneMatch(Verdict::blocks),
        report.verdicts().stream().flatMap(verdict -> CheckAnswer.of(verdict, language)).toList());
  }
}
