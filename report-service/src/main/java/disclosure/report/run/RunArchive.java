package disclosure.report.run;

import disclosure.edge.SpreadsheetText;
import disclosure.storage.Sql;
import disclosure.storage.job.JobTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All documents of a run in one file. */
@ApplicationScoped
class RunArchive {

  private static final String LIST = "办理结果.csv";
  private static final String HEADINGS = "\uFEFF序号,统一社会信用代码,机关名称,范围,结果,未通过的校核,说明\r\n";
  private static final int PAGE = 1_000;

  private final RunItems items;
  private final JobTransactions transactions;

  RunArchive(RunItems items, JobTransactions transactions) {
    this.items = items;
    this.transactions = transactions;
  }

  /**
   * Writes all documents of a run as a ZIP, with a list of what came of each report. A few
   * documents at a time are in memory, and no transaction waits for whoever reads.
   *
   * @throws IOException when the reader is gone, or the run was forgotten meanwhile
   */
  void write(UUID run, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    writeList(run, zip);
    long expected = documents(run);
    long written = 0;
    List<RunItems.StoredDocument> some = documents(run, 0, "");
    while (!some.isEmpty()) {
      for (RunItems.StoredDocument document : some) {
        zip.putNextEntry(new ZipEntry(document.name()));
        zip.write(document.bytes());
        zip.closeEntry();
      }
      written += some.size();
      RunItems.StoredDocument last = some.get(some.size() - 1);
      some = documents(run, last.number(), last.format());
    }
    if (written != expected) {
      throw new IOException("the run was forgotten while its archive was written");
    }
    zip.finish();
  }

  private void writeList(UUID run, ZipOutputStream zip) throws IOException {
    zip.putNextEntry(new ZipEntry(LIST));
    zip.write(HEADINGS.getBytes(StandardCharsets.UTF_8));
    List<RunItems.ReportOutcome> some = items.page(run, false, 0, PAGE);
    while (!some.isEmpty()) {
      zip.write(lines(some).getBytes(StandardCharsets.UTF_8));
      some = items.page(run, false, some.get(some.size() - 1).number(), PAGE);
    }
    zip.closeEntry();
  }

  private long documents(UUID run) {
    return transactions.run(
        connection ->
            Sql.of(connection, "SELECT count(*) FROM run_document WHERE run_id = :run")
                .with("run", run)
                .one(Long.class));
  }

  private List<RunItems.StoredDocument> documents(UUID run, int afterNumber, String afterFormat) {
    return transactions.run(
        connection ->
            Sql.of(
                    connection,
                    """
                    SELECT number, format, name, bytes FROM run_document
                     WHERE run_id = :run AND (number, format) > (:number, :format)
                     ORDER BY number, format LIMIT 8
                    """)
                .with("run", run)
                .with("number", afterNumber)
                .with("format", afterFormat)
                .list(RunItems.StoredDocument.class));
  }

  private static String lines(List<RunItems.ReportOutcome> items) {
    StringBuilder csv = new StringBuilder();
    for (RunItems.ReportOutcome item : items) {
      csv.append(item.number())
          .append(',')
          .append(item.organCode().value())
          .append(',')
          .append(quoted(item.organName()))
          .append(',')
          .append(item.scope())
          .append(',')
          .append(item.state().equals("DONE") ? "完成" : "未完成")
          .append(',')
          .append(quoted(String.join("、", item.obstacles().stream().map(String::valueOf).toList())))
          .append(',')
          .append(quoted(item.problem().orElse("")))
          .append("\r\n");
    }
    return csv.toString();
  }

  /** A text that no spreadsheet takes for a formula. */
  private static String quoted(String text) {
    return '"' + SpreadsheetText.inert(text).replace("\"", "\"\"") + '"';
  }
}
