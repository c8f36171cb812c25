package disclosure.report.examined.batch;

import disclosure.report.examined.ExaminedReport;
import disclosure.report.examined.ExaminedReport.FindingAnswer;
import disclosure.report.examined.ExaminedReport.LeftOut;
import disclosure.report.publication.FrozenJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is kept of a report that was read: its tables and findings, and no more than so much. */
final class StoredReports {

  /** What is kept of a file; its findings go as far as there is room. */
  static final int MAX_BYTES = 256 << 10;

  /** What is kept of all files of a job. */
  static final long MAX_BYTES_OF_A_JOB = (long) ExaminationJobs.MAX_FILES * MAX_BYTES;

  private StoredReports() {}

  /** Without texts, which are in the file. */
  static String json(ExaminedReport report) {
    int findings = report.findings().size();
    String json = FrozenJson.write(kept(report, findings));
    while (bytes(json) > MAX_BYTES && findings > 0) {
      findings /= 2;
      json = FrozenJson.write(kept(report, findings));
    }
    return json;
  }

  static long bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length;
  }

  private static ExaminedReport kept(ExaminedReport report, int findings) {
    List<FindingAnswer> listed = report.findings().subList(0, findings);
    return new ExaminedReport(
        report.format(),
        report.organName(),
        report.year(),
        report.title(),
        report.signedBy(),
        report.signedOn(),
        report.edition(),
        report.feeUnit(),
        report.proactive(),
        report.applications(),
        report.disputes(),
        List.of(),
        report.textsCut() || !report.texts().isEmpty(),
        listed,
        LeftOut.of(report.wrong(), report.look(), listed));
  }
}
