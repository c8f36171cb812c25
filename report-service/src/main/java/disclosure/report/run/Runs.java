package disclosure.report.run;

import disclosure.report.document.DocumentFormat;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The runs as they are stored. A run is a job of the same id: one piece lists its reports, then
 * there is a piece for each of them. All times are the database's.
 */
@ApplicationScoped
class Runs {

  /** The kind of job that runs are. */
  static final String JOB = "run";

  private static final String CANCELLED = "任务已取消";

  private static final String SELECT =
      """
      SELECT id, organ_code AS organ, report_year AS year, kind, formats AS format_names,
             requested_by, requested_at, planned_at, finished_at
        FROM run
      """;

  private final JobTransactions transactions;
  private final Jobs jobs;

  Runs(JobTransactions transactions, Jobs jobs) {
    this.transactions = transactions;
    this.jobs = jobs;
  }

  /**
   * Adds a run, unless the client has asked for the same already and it is not finished: a request
   * whose answer was lost can be sent again.
   */
  Run ask(OrganCode organ, int year, Run.Kind kind, List<DocumentFormat> formats, String client) {
    return transactions.run(
        connection -> {
          // Requests of one client are looked at one after the other until the transaction ends.
          Sql.of(connection, "SELECT pg_advisory_xact_lock(hashtextextended(:client, 0))")
              .with("client", "run of " + client)
              .exists();
          Asked asked = new Asked(organ, year, kind, formats, client);
          Optional<Run> open =
              asked
                  .by(
                      connection,
                      SELECT
                          + """
                            WHERE finished_at IS NULL AND organ_code = :organ
                              AND report_year = :year AND kind = :kind AND formats = :formats
                              AND requested_by = :client
                            ORDER BY requested_at LIMIT 1
                            """)
                  .first(Run.class);
          if (open.isPresent() && open.get().plannedAt().isPresent()) {
            return open.get();
          }
          UUID id =
              open.isPresent()
                  ? open.get().id()
                  : asked
                      .by(
                          connection,
                          """
                          INSERT INTO run (id, organ_code, report_year, kind, formats,
                                           requested_by, requested_at)
                          VALUES (gen_random_uuid(), :organ, :year, :kind, :formats,
                                  :client, clock_timestamp())
                          RETURNING id
                          """)
                      .one(UUID.class);
          jobs.order(connection, JOB, id, Duration.ZERO);
          return find(connection, id).orElseThrow();
        });
  }

  private record Asked(
      OrganCode organ, int year, Run.Kind kind, List<DocumentFormat> formats, String client) {

    Sql by(Connection connection, String sql) {
      return Sql.of(connection, sql)
          .with("organ", organ)
          .with("year", year)
          .with("kind", kind)
          .with("formats", Run.names(formats))
          .with("client", client);
    }
  }

  /** A run. */
  Optional<Run> find(UUID id) {
    return transactions.run(connection -> find(connection, id));
  }

  private static Optional<Run> find(Connection connection, UUID id) throws SQLException {
    return Sql.of(connection, SELECT + " WHERE id = :id").with("id", id).first(Run.class);
  }

  /** Stores all reports of a run, unless somebody did already, and orders what can be done. */
  void plan(Connection connection, Run run, List<PlannedReport> reports) throws SQLException {
    lock(connection, run.id());
    if (find(connection, run.id()).flatMap(Run::plannedAt).isEmpty()) {
      Sql.of(
              connection,
              """
              INSERT INTO run_item (run_id, number, organ_code, organ_name, scope, state, problem)
              VALUES (:run, :number, :organCode, :organName, :scope, :state, :problem)
              """)
          .with("run", run.id())
          .batch(
              IntStream.range(0, reports.size())
                  .mapToObj(i -> NewItem.of(i + 1, reports.get(i)))
                  .toList());
      Sql.of(connection, "UPDATE run SET planned_at = clock_timestamp() WHERE id = :id")
          .with("id", run.id())
          .update();
    }
    orderPending(connection, run);
  }

  /** Orders a piece for each report of a run that nothing became of yet. */
  void orderPending(Connection connection, Run run) throws SQLException {
    List<Jobs.Part> pending =
        Sql.of(
                connection,
                """
                SELECT number FROM run_item WHERE run_id = :run AND state = 'PENDING'
                 ORDER BY number
                """)
            .with("run", run.id())
            .list(Integer.class)
            .stream()
            .map(number -> new Jobs.Part(Integer.toString(number), 1))
            .toList();
    jobs.order(connection, JOB, run.id(), Optional.empty(), pending, Duration.ZERO);
  }

  private record NewItem(
      int number,
      OrganCode organCode,
      String organName,
      String scope,
      String state,
      String problem) {

    static NewItem of(int number, PlannedReport report) {
      return new NewItem(
          number,
          report.id().organ(),
          report.organName(),
          report.id().scope().name(),
          report.problem().isEmpty() ? "PENDING" : "FAILED",
          report.problem());
    }
  }

  /** Ends a run: what is not done will not be, and what is being worked on is thrown away. */
  void cancel(UUID id) {
    transactions.run(
        connection -> {
          jobs.cancel(connection, id);
          finish(connection, id, CANCELLED);
          return true;
        });
  }

  /**
   * Notes that nothing of a run is left to be done.
   *
   * @param problem what is said of reports that nothing became of
   */
  void finish(Connection connection, UUID id, String problem) throws SQLException {
    Sql.of(
            connection,
            """
            UPDATE run_item SET state = 'FAILED', problem = :problem
             WHERE run_id = :run AND state = 'PENDING'
            """)
        .with("run", id)
        .with("problem", problem)
        .update();
    Sql.of(
            connection,
            """
            UPDATE run
               SET planned_at = coalesce(planned_at, clock_timestamp()),
                   finished_at = clock_timestamp()
             WHERE id = :id AND finished_at IS NULL
            """)
        .with("id", id)
        .update();
  }

  /** Takes over what a release without jobs began. */
  void takeOver(Connection connection) throws SQLException {
    List<UUID> begun =
        Sql.of(
                connection,
                """
                SELECT id FROM run
                 WHERE finished_at IS NULL AND NOT EXISTS (SELECT FROM job WHERE job.id = run.id)
                 ORDER BY requested_at
                """)
            .list(UUID.class);
    for (UUID run : begun) {
      jobs.order(connection, JOB, run, Duration.ZERO);
    }
  }

  /** Forgets runs that were finished so long ago. */
  void forget(Connection connection, Duration age) throws SQLException {
    List<UUID> forgotten =
        Sql.of(
                connection,
                """
                DELETE FROM run
                 WHERE finished_at < clock_timestamp() - :age * interval '1 millisecond'
                RETURNING id
                """)
            .with("age", age.toMillis())
            .list(UUID.class);
    for (UUID run : forgotten) {
      jobs.forget(connection, run);
    }
  }

  /** Also what a release without jobs stores of a run waits for this. */
  private static void lock(Connection connection, UUID run) throws SQLException {
    Sql.of(connection, "SELECT FROM run WHERE id = :id FOR UPDATE").with("id", run).exists();
  }
}
