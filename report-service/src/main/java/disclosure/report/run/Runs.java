package disclosure.report.run;

import disclosure.report.document.DocumentFormat;
import disclosure.report.run.plan.PlannedReport;
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
import java.util.Set;
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

  /** How many reports are ordered at a time. */
  private static final int PAGE = 1_000;

  private static final String CANCELLED = "任务已取消";

  private static final String GIVEN_UP = ItemResult.GIVEN_UP.problem().orElseThrow();

  private static final String NOT_LISTED = "多次尝试仍未能列出各行政机关的年度报告，稍后自动重试，管理员也可以立即重试";

  private final JobTransactions transactions;
  private final Jobs jobs;

  /** Its only piece as long as its reports aren't listed is the one that lists them. */
  private final String listingIsParked;

  private final String select;

  Runs(JobTransactions transactions, Jobs jobs) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.listingIsParked = "(planned_at IS NULL AND " + jobs.parkedOf("run.id") + " > 0)";
    this.select =
        """
        SELECT id, organ_code AS organ, report_year AS year, kind, formats AS format_names,
               requested_by, requested_at, planned_at, finished_at,
               CASE WHEN finished_at IS NOT NULL THEN NULL
                    WHEN {listing_is_parked} THEN '{not_listed}'
                    ELSE nullif(problem, '') END AS problem
          FROM run
        """
            .replace("{listing_is_parked}", listingIsParked)
            .replace("{not_listed}", NOT_LISTED);
  }

  /**
   * Adds a run, unless the client has asked for the same already and it is not finished: a request
   * whose answer was lost can be sent again.
   *
   * @param readable the organs whose reports the client may read; all when empty
   * @param person who signed in at the client; empty where it acts for itself
   */
  Run ask(
      OrganCode organ,
      int year,
      Run.Kind kind,
      List<DocumentFormat> formats,
      Optional<Set<OrganCode>> readable,
      String client,
      Optional<String> person) {
    return transactions.run(
        connection -> {
          // Requests of one client are looked at one after the other until the transaction ends.
          Sql.of(connection, "SELECT pg_advisory_xact_lock(hashtextextended(:client, 0))")
              .with("client", "run of " + client)
              .exists();
          RunRequest asked =
              new RunRequest(organ, year, kind, formats, Run.codes(readable), client);
          Optional<Run> open =
              asked
                  .by(
                      connection,
                      select
                          + """
                          WHERE finished_at IS NULL AND organ_code = :organ
                            AND report_year = :year AND kind = :kind AND formats = :formats
                            AND requested_by = :client
                            AND readable_organs IS NOT DISTINCT FROM :readable
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
                                           readable_organs, requested_by, requested_at)
                          VALUES (gen_random_uuid(), :organ, :year, :kind, :formats,
                                  :readable, :client, clock_timestamp())
                          RETURNING id
                          """)
                      .one(UUID.class);
          jobs.order(connection, JOB, id, Duration.ZERO);
          jobs.belongs(connection, id, client, person);
          return find(connection, id).orElseThrow();
        });
  }

  private record RunRequest(
      OrganCode organ,
      int year,
      Run.Kind kind,
      List<DocumentFormat> formats,
      Optional<String> readable,
      String client) {

    Sql by(Connection connection, String sql) {
      return Sql.of(connection, sql)
          .with("organ", organ)
          .with("year", year)
          .with("kind", kind)
          .with("formats", Run.names(formats))
          .with("readable", readable)
          .with("client", client);
    }
  }

  /** A run. */
  Optional<Run> find(UUID id) {
    return transactions.run(connection -> find(connection, id));
  }

  /**
   * Some runs, the newest first.
   *
   * @param before only those that were asked for earlier than this one
   */
  List<Run> list(Optional<OrganCode> organ, Optional<UUID> before, int limit) {
    return transactions.run(
        connection ->
            Sql.of(
                    connection,
                    select
                        + " WHERE true"
                        + (organ.isPresent() ? " AND organ_code = :organ" : "")
                        + (before.isPresent()
                            ? """
                             AND (requested_at, id) <
                                 (SELECT last.requested_at, last.id FROM run last
                                   WHERE last.id = :before)
                            """
                            : "")
                        + " ORDER BY requested_at DESC, id DESC LIMIT :limit")
                .with("organ", organ)
                .with("before", before)
                .with("limit", limit)
                .list(Run.class));
  }

  private Optional<Run> find(Connection connection, UUID id) throws SQLException {
    return Sql.of(connection, select + " WHERE id = :id").with("id", id).first(Run.class);
  }

  /**
   * The organs whose reports whoever asked for the run may read, as it was then; all when empty.
   * There may be thousands, so only who lists the reports asks for them.
   */
  Optional<Set<String>> readable(Run run) {
    record Readable(Optional<String> organs) {}
    return transactions
        .run(
            connection ->
                Sql.of(connection, "SELECT readable_organs AS organs FROM run WHERE id = :id")
                    .with("id", run.id())
                    .first(Readable.class))
        .flatMap(Readable::organs)
        .map(codes -> Set.of(codes.split(",")));
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
      Sql.of(
              connection,
              "UPDATE run SET planned_at = clock_timestamp(), problem = '' WHERE id = :id")
          .with("id", run.id())
          .update();
    }
    orderPending(connection, run);
  }

  /** Orders a piece for each report of a run that nothing became of yet. */
  void orderPending(Connection connection, Run run) throws SQLException {
    List<Integer> pending = pendingAfter(connection, run, 0);
    while (!pending.isEmpty()) {
      List<Jobs.Part> parts =
          pending.stream().map(number -> new Jobs.Part(Integer.toString(number), 1)).toList();
      jobs.order(connection, JOB, run.id(), Optional.empty(), parts, Duration.ZERO);
      pending = pendingAfter(connection, run, pending.get(pending.size() - 1));
    }
  }

  private static List<Integer> pendingAfter(Connection connection, Run run, int number)
      throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT number FROM run_item
             WHERE run_id = :run AND number > :after AND state = 'PENDING'
             ORDER BY number LIMIT :limit
            """)
        .with("run", run.id())
        .with("after", number)
        .with("limit", PAGE)
        .list(Integer.class);
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

  /** Notes that a run was called off by whoever runs the service. */
  void cancelled(Connection connection, UUID id) throws SQLException {
    finish(connection, id, CANCELLED);
  }

  /** Notes that nothing of a run is left to be done but what can't be. */
  void giveUp(Connection connection, UUID id) throws SQLException {
    finish(connection, id, GIVEN_UP);
  }

  /**
   * Opens a run again of which a report was given up, and is to be tried again by command.
   *
   * @return whether there was such a report
   */
  boolean reopen(UUID id, int number) {
    return transactions.run(
        connection -> {
          lock(connection, id);
          boolean given =
              Sql.of(
                          connection,
                          """
                          UPDATE run_item SET state = 'PENDING', problem = ''
                           WHERE run_id = :run AND number = :number AND state = 'FAILED'
                             AND problem = :given_up AND finished_at IS NULL
                          """)
                      .with("run", id)
                      .with("number", number)
                      .with("given_up", GIVEN_UP)
                      .update()
                  == 1;
          if (given) {
            Sql.of(connection, "UPDATE run SET finished_at = NULL WHERE id = :id")
                .with("id", id)
                .update();
          }
          return given;
        });
  }

  /** Says why a run does not get on just now. */
  void tell(UUID id, String problem) {
    transactions.run(
        connection -> {
          tell(connection, id, problem);
          return true;
        });
  }

  /** The same; it gets on again when there is nothing to say. */
  void tell(Connection connection, UUID id, String problem) throws SQLException {
    Sql.of(connection, "UPDATE run SET problem = :problem WHERE id = :id AND problem <> :problem")
        .with("id", id)
        .with("problem", problem)
        .update();
  }

  private void finish(Connection connection, UUID id, String problem) throws SQLException {
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

  /**
   * Takes over what a release without jobs began, and orders again to list the reports of a run
   * where that was given up: without them it would never end.
   */
  void takeOver(Connection connection) throws SQLException {
    List<UUID> begun =
        Sql.of(
                connection,
                """
                SELECT id FROM run
                 WHERE finished_at IS NULL AND ({unknown} OR {listing_is_parked})
                 ORDER BY requested_at
                """
                    .replace("{unknown}", jobs.isUnknown("run.id"))
                    .replace("{listing_is_parked}", listingIsParked))
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
