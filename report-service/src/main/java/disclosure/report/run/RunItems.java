package disclosure.report.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.SpreadsheetText;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import disclosure.storage.job.JobTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What came of the reports of a run. */
@ApplicationScoped
class RunItems {

  private static final String LIST = "办理结果.csv";

  private final JobTransactions transactions;

  RunItems(JobTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * How many reports a run has, by what came of them.
   *
   * @param worked those that a worker finished, well or not
   * @param recently those of them that were finished within the last minute
   * @param at the moment of the database for which this holds
   */
  record Sums(
      long total,
      long done,
      long failed,
      long obstructed,
      long worked,
      long recently,
      Instant at) {}

  /**
   * What came of one report.
   *
   * @param number its place in the run
   * @param state PENDING, DONE or FAILED
   * @param obstacles the checks that stand against publication
   * @param problem why it failed
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Item(
      int number,
      OrganCode organCode,
      String organName,
      ReportScope scope,
      String state,
      List<Integer> obstacles,
      Optional<String> problem) {}

  /**
   * The sums.
   *
   * @param recently how long ago a report was finished that counts as finished recently
   */
  Sums sums(UUID run, Duration recently) {
    return transactions.run(
        connection ->
            Sql.of(
                    connection,
                    """
                    SELECT count(*) AS total,
                           count(*) FILTER (WHERE state = 'DONE') AS done,
                           count(*) FILTER (WHERE state = 'FAILED') AS failed,
                           count(*) FILTER (WHERE obstacles <> '') AS obstructed,
                           count(finished_at) AS worked,
                           count(*) FILTER (WHERE finished_at > clock_timestamp()
                                              - :recently * interval '1 millisecond') AS recently,
                           clock_timestamp() AS at
                      FROM run_item WHERE run_id = :run
                    """)
                .with("recently", recently.toMillis())
                .with("run", run)
                .one(Sums.class));
  }

  /** A report of a run, unless something became of it already. */
  Optional<RunItem> pending(Run run, int number) {
    record Pending(OrganCode organCode, ReportScope scope, String organName) {}
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT organ_code, scope, organ_name FROM run_item
                         WHERE run_id = :run AND number = :number AND state = 'PENDING'
                        """)
                    .with("run", run.id())
                    .with("number", number)
                    .first(Pending.class))
        .map(
            item ->
                new RunItem(
                    run.id(),
                    number,
                    new ReportId(item.organCode(), run.year(), item.scope()),
                    item.organName()));
  }

  /** Stores what came of a report, unless something did already. */
  void store(Connection connection, RunItem item, ItemResult result) throws SQLException {
    boolean mine =
        Sql.of(
                    connection,
                    """
                    UPDATE run_item
                       SET state = :state, obstacles = :obstacles, problem = :problem,
                           finished_at = clock_timestamp()
                     WHERE run_id = :run AND number = :number AND state = 'PENDING'
                    """)
                .with("run", item.run())
                .with("number", item.number())
                .with("state", result.problem().isPresent() ? "FAILED" : "DONE")
                .with(
                    "obstacles",
                    result.obstacles().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")))
                .with("problem", result.problem().orElse(""))
                .update()
            == 1;
    if (mine) {
      Sql.of(
              connection,
              """
              INSERT INTO run_document (run_id, number, format, name, bytes)
              VALUES (:run, :number, :format, :name, :bytes)
              """)
          .with("run", item.run())
          .batch(
              result.documents().stream()
                  .map(
                      document ->
                          new Stored(
                              item.number(),
                              document.format(),
                              ArchiveNames.of(item, document.format()),
                              document.bytes()))
                  .toList());
    }
  }

  /** The reports after a place, all or only those that failed. */
  List<Item> page(UUID run, boolean failed, int after, int limit) {
    record Row(
        int number,
        OrganCode organCode,
        String organName,
        ReportScope scope,
        String state,
        String obstacles,
        Optional<String> problem) {}
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT number, organ_code, organ_name, scope, state, obstacles,
                               nullif(problem, '') AS problem
                          FROM run_item
                         WHERE run_id = :run AND number > :after
                           AND (state = 'FAILED' OR NOT :failed)
                         ORDER BY number LIMIT :limit
                        """)
                    .with("run", run)
                    .with("after", after)
                    .with("failed", failed)
                    .with("limit", limit)
                    .list(Row.class))
        .stream()
        .map(
            row ->
                new Item(
                    row.number(),
                    row.organCode(),
                    row.organName(),
                    row.scope(),
                    row.state(),
                    Arrays.stream(row.obstacles().split(","))
                        .filter(number -> !number.isEmpty())
                        .map(Integer::valueOf)
                        .toList(),
                    row.problem()))
        .toList();
  }

  /**
   * Writes all documents of a run as a ZIP, with a list of what came of each report. A few
   * documents at a time are in memory, and no transaction waits for whoever reads.
   *
   * @throws IOException when the reader is gone, or the run was forgotten meanwhile
   */
  void archive(UUID run, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(LIST));
      zip.write(list(page(run, false, 0, Integer.MAX_VALUE)).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      long expected = documents(run);
      long written = 0;
      List<Stored> some = documents(run, 0, "");
      while (!some.isEmpty()) {
        for (Stored document : some) {
          zip.putNextEntry(new ZipEntry(document.name()));
          zip.write(document.bytes());
          zip.closeEntry();
        }
        written += some.size();
        Stored last = some.get(some.size() - 1);
        some = documents(run, last.number(), last.format());
      }
      if (written != expected) {
        throw new IOException("the run was forgotten while its archive was written");
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Stored(int number, String format, String name, byte[] bytes) {}

  private long documents(UUID run) {
    return transactions.run(
        connection ->
            Sql.of(connection, "SELECT count(*) FROM run_document WHERE run_id = :run")
                .with("run", run)
                .one(Long.class));
  }

  private List<Stored> documents(UUID run, int afterNumber, String afterFormat) {
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
                .list(Stored.class));
  }

  private static String list(List<Item> items) {
    StringBuilder csv = new StringBuilder("\uFEFF序号,统一社会信用代码,机关名称,范围,结果,未通过的校核,说明\r\n");
    for (Item item : items) {
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
