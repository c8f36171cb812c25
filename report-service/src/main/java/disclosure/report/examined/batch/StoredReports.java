package disclosure.report.examined.batch;

import disclosure.report.examined.ExaminedReport;
import disclosure.report.publication.FrozenJson;
import java.nio.charset.StandardCharsets;

/** What is kept of a report that was read: its tables and findings, and no more than so much. */
final class StoredReports {

  /** What is kept of a file; its findings go as far as there is room. */
  static final int MAX_BYTES = 256 << 10;

  /** What is kept of all files of a job. */
  static final long MAX_BYTES_OF_A_JOB = (long) ExaminationJobs.MAX_FILES * MAX_BYTES;

  private StoredReports() {}

  /** Without texts, which are in the file. */
  static String json(ExaminedReport report) {
    ExaminedReport kept = report.withoutTexts();
    String json = FrozenJson.write(kept);
    while (bytes(json) > MAX_BYTES && !kept.findings().isEmpty()) {
      kept = kept.listing(kept.findings().size() / 2);
      json = FrozenJson.write(kept);
    }
    return json;
  }

  static long bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length;
  }
}
