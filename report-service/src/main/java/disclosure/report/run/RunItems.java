package disclosure.report.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.document.ArchiveNames;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import disclosure.storage.job.JobTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What came of the reports of a run. */
@ApplicationScoped
public class RunItems {

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
  record OutcomeCounts(
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
  public record ReportOutcome(
      int number,
      OrganCode organCode,
      String organName,
      ReportScope scope,
      String state,
      List<Integer> obstacles,
      Optional<String> problem) {

    /** A defensive copy is kept. */
    public ReportOutcome {
      obstacles = List.copyOf(obstacles);
    }
  }

  /**
   * The sums.
   *
   * @param recently how long ago a report was finished that counts as finished recently
   */
  OutcomeCounts sums(UUID run, Duration recently) {
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
                .one(OutcomeCounts.class));
  }

  /** How far a run is. */
  RunProgress progress(Run run) {
    return RunProgress.of(run, sums(run.id(), RunProgress.RATE_WINDOW));
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

  /** A document under the name that it has in the archive. */
  @SuppressWarnings("ArrayRecordComponent")
  record StoredDocument(int number, String format, String name, byte[] bytes) {}

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
                          new StoredDocument(
                              item.number(),
                              document.format(),
                              ArchiveNames.of(item.report(), item.organName(), document.format()),
                              document.bytes()))
                  .toList());
    }
  }

  /** Whether a run goes over reports of other organs than these. */
  boolean goesBeyond(UUID run, Set<OrganCode> organs) {
    return transactions.run(
        connection ->
            Sql.of(
                    connection,
                    """
                    SELECT FROM run_item LEFT JOIN unnest(:organs) AS named (code)
                                      ON named.code = organ_code
                     WHERE run_id = :run AND named.code IS NULL LIMIT 1
                    """)
                .with("run", run)
                .array("organs", "text", organs)
                .exists());
  }

  /** The reports after a place, all or only those that failed. */
  List<ReportOutcome> page(UUID run, boolean failed, int after, int limit) {
    record ItemRow(
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
                    .list(ItemRow.class))
        .stream()
        .map(
            row ->
                new ReportOutcome(
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
}
