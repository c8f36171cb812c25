package disclosure.report.run;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.FrozenDocument;
import disclosure.report.document.DocumentFormat;
import disclosure.requests.contract.OrganCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The runs and their items as they are stored. Any number of instances may work on them: who holds
 * what until when is told by the database's clock alone, and whoever works says so again and again.
 */
@ApplicationScoped
class Runs {

  private static final String CANCELLED = "任务已取消";

  private static final String COLUMNS =
      "id, organ_code, report_year, kind, formats, requested_by, requested_at, planned_at,"
          + " finished_at";

  private final DataSource database;
  private final Duration lease;

  /**
   * The runs of a database.
   *
   * @param lease how long something is held without a word of its worker
   */
  Runs(DataSource database, @ConfigProperty(name = "report.run-lease") Duration lease) {
    this.database = database;
    this.lease = lease;
  }

  Duration lease() {
    return lease;
  }

  /** Work with a connection, inside a transaction. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * Adds a run, unless the client has asked for the same already and it is not finished: a request
   * whose answer was lost can be sent again.
   */
  Run ask(OrganCode organ, int year, Run.Kind kind, List<DocumentFormat> formats, String client) {
    String named = formats.stream().map(DocumentFormat::extension).collect(Collectors.joining(","));
    return transaction(
        connection -> {
          lockRequests(connection, client);
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT "
                      + COLUMNS
                      + " FROM run WHERE finished_at IS NULL AND organ_code = ? AND report_year = ?"
                      + " AND kind = ? AND formats = ? AND requested_by = ?"
                      + " ORDER BY requested_at LIMIT 1")) {
            select.setString(1, organ.value());
            select.setInt(2, year);
            select.setString(3, kind.name());
            select.setString(4, named);
            select.setString(5, client);
            try (ResultSet row = select.executeQuery()) {
              if (row.next()) {
                return run(row);
              }
            }
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO run (id, organ_code, report_year, kind, formats, requested_by,"
                      + " requested_at) VALUES (gen_random_uuid(), ?, ?, ?, ?, ?,"
                      + " clock_timestamp()) RETURNING "
                      + COLUMNS)) {
            insert.setString(1, organ.value());
            insert.setInt(2, year);
            insert.setString(3, kind.name());
            insert.setString(4, named);
            insert.setString(5, client);
            try (ResultSet row = insert.executeQuery()) {
              row.next();
              return run(row);
            }
          }
        });
  }

  /** Lets one request of a client be looked at after the other until the transaction ends. */
  private static void lockRequests(Connection connection, String client) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      lock.setString(1, "run of " + client);
      lock.executeQuery().close();
    }
  }

  /** A run. */
  Optional<Run> find(UUID id) {
    return transaction(connection -> find(connection, id));
  }

  private static Optional<Run> find(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM run WHERE id = ?")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(run(row)) : Optional.empty();
      }
    }
  }

  /** Takes the oldest run whose reports aren't listed yet, to list them. */
  Optional<Run> takeUnplanned() {
    return transaction(
        connection -> {
          try (PreparedStatement take =
              connection.prepareStatement(
                  """
                  UPDATE run SET held_until = clock_timestamp() + ? * interval '1 millisecond'
                   WHERE id = (SELECT id FROM run
                                WHERE planned_at IS NULL
                                  AND (held_until IS NULL OR held_until < clock_timestamp())
                                ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                  RETURNING\s\
                  """
                      + COLUMNS)) {
            take.setLong(1, lease.toMillis());
            try (ResultSet row = take.executeQuery()) {
              return row.next() ? Optional.of(run(row)) : Optional.empty();
            }
          }
        });
  }

  /** Holds a run that is being listed from now on for the time of a lease. */
  void renew(Run run) {
    hold(run, lease);
  }

  /** Gives a run back whose reports couldn't be listed, to be taken again after a while. */
  void giveBack(Run run, Duration pause) {
    hold(run, pause);
  }

  private void hold(Run run, Duration time) {
    transaction(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE run SET held_until = clock_timestamp() + ? * interval '1 millisecond'"
                      + " WHERE id = ? AND planned_at IS NULL")) {
            update.setLong(1, time.toMillis());
            update.setObject(2, run.id());
            return update.executeUpdate();
          }
        });
  }

  /** Stores all items of a run, unless somebody else did. */
  void plan(Run run, List<PlannedReport> reports) {
    transaction(
        connection -> {
          lock(connection, run.id());
          boolean planned = find(connection, run.id()).flatMap(Run::plannedAt).isPresent();
          if (!planned) {
            plan(connection, run, reports);
          }
          return planned;
        });
  }

  private void plan(Connection connection, Run run, List<PlannedReport> reports)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO run_item (run_id, number, organ_code, organ_name, scope, state, problem)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      int number = 0;
      for (PlannedReport report : reports) {
        number++;
        insert.setObject(1, run.id());
        insert.setInt(2, number);
        insert.setString(3, report.id().organ().value());
        insert.setString(4, report.organName());
        insert.setString(5, report.id().scope().name());
        insert.setString(6, report.problem().isEmpty() ? "PENDING" : "FAILED");
        insert.setString(7, report.problem());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE run SET planned_at = clock_timestamp() WHERE id = ?")) {
      update.setObject(1, run.id());
      update.executeUpdate();
    }
    finish(connection, run.id());
  }

  /** Takes the next report of the oldest run. */
  Optional<RunItem> take() {
    return transaction(
        connection -> {
          try (PreparedStatement take =
              connection.prepareStatement(
                  """
                  UPDATE run_item
                     SET attempts = attempts + 1,
                         held_until = clock_timestamp() + ? * interval '1 millisecond'
                   WHERE (run_id, number) =
                         (SELECT item.run_id, item.number
                            FROM run_item item JOIN run ON run.id = item.run_id
                           WHERE item.state = 'PENDING'
                             AND (item.held_until IS NULL OR item.held_until < clock_timestamp())
                           ORDER BY run.requested_at, item.attempts, item.number
                           LIMIT 1 FOR UPDATE OF item SKIP LOCKED)
                  RETURNING run_id, number, organ_code, organ_name, scope, attempts,
                            (SELECT report_year FROM run WHERE run.id = run_item.run_id)
                  """)) {
            take.setLong(1, lease.toMillis());
            try (ResultSet row = take.executeQuery()) {
              return row.next() ? Optional.of(item(row)) : Optional.empty();
            }
          }
        });
  }

  /**
   * Stores what came of a report.
   *
   * @return whether it was this worker's to tell: nobody else took it meanwhile, nor was it
   *     cancelled
   */
  boolean finish(RunItem item, ItemResult.Done done, Optional<String> problem) {
    return transaction(
        connection -> {
          if (!finish(connection, item, done, problem)) {
            return false;
          }
          documents(connection, item, done.documents());
          finish(connection, item.run());
          return true;
        });
  }

  /** Holds a report that is being worked on from now on for the time of a lease. */
  void renew(RunItem item) {
    hold(item, lease);
  }

  /** Gives a report back, to be taken again after a while. */
  void giveBack(RunItem item, Duration pause) {
    hold(item, pause);
  }

  private void hold(RunItem item, Duration time) {
    transaction(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE run_item SET held_until = clock_timestamp() + ? * interval '1"
                      + " millisecond' WHERE run_id = ? AND number = ? AND attempts = ? AND state ="
                      + " 'PENDING'")) {
            update.setLong(1, time.toMillis());
            update.setObject(2, item.run());
            update.setInt(3, item.number());
            update.setInt(4, item.attempt());
            return update.executeUpdate();
          }
        });
  }

  /** Ends a run: what is not done will not be, and what is being worked on is thrown away. */
  void cancel(UUID id) {
    transaction(
        connection -> {
          lock(connection, id);
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE run_item SET state = 'FAILED', problem = ? WHERE run_id = ? AND state ="
                      + " 'PENDING'")) {
            update.setString(1, CANCELLED);
            update.setObject(2, id);
            update.executeUpdate();
          }
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE run SET planned_at = coalesce(planned_at, clock_timestamp()) WHERE id ="
                      + " ?")) {
            update.setObject(1, id);
            update.executeUpdate();
          }
          finish(connection, id);
          return true;
        });
  }

  /** Forgets runs that were finished so long ago. */
  void forget(Duration age) {
    transaction(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM run WHERE finished_at < clock_timestamp() - ? * interval '1"
                      + " millisecond'")) {
            delete.setLong(1, age.toMillis());
            return delete.executeUpdate();
          }
        });
  }

  <T> T transaction(Work<T> work) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                return work.with(connection);
              }
            });
  }

  private boolean finish(
      Connection connection, RunItem item, ItemResult.Done done, Optional<String> problem)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE run_item SET state = ?, obstacles = ?, problem = ?, finished_at ="
                + " clock_timestamp() WHERE run_id = ? AND number = ? AND attempts = ? AND state ="
                + " 'PENDING'")) {
      update.setString(1, problem.isPresent() ? "FAILED" : "DONE");
      update.setString(
          2, done.obstacles().stream().map(String::valueOf).collect(Collectors.joining(",")));
      update.setString(3, problem.orElse(""));
      update.setObject(4, item.run());
      update.setInt(5, item.number());
      update.setInt(6, item.attempt());
      return update.executeUpdate() == 1;
    }
  }

  private static void documents(Connection connection, RunItem item, List<FrozenDocument> documents)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO run_document (run_id, number, format, name, bytes)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      for (FrozenDocument document : documents) {
        insert.setObject(1, item.run());
        insert.setInt(2, item.number());
        insert.setString(3, document.format());
        insert.setString(4, ArchiveNames.of(item, document.format()));
        insert.setBytes(5, document.bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Marks the run as finished when nothing is pending any more. */
  private void finish(Connection connection, UUID run) throws SQLException {
    lock(connection, run);
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE run SET finished_at = clock_timestamp() WHERE id = ? AND finished_at IS NULL"
                + " AND NOT EXISTS (SELECT FROM run_item WHERE run_id = run.id AND state ="
                + " 'PENDING')")) {
      update.setObject(1, run);
      update.executeUpdate();
    }
  }

  private static void lock(Connection connection, UUID run) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT 1 FROM run WHERE id = ? FOR UPDATE")) {
      lock.setObject(1, run);
      lock.executeQuery().close();
    }
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getObject(1, UUID.class),
        new OrganCode(row.getString(2)),
        row.getInt(3),
        Run.Kind.valueOf(row.getString(4)),
        Arrays.stream(row.getString(5).split(","))
            .flatMap(format -> DocumentFormat.named(format).stream())
            .toList(),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        moment(row, 8),
        moment(row, 9));
  }

  private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static RunItem item(ResultSet row) throws SQLException {
    return new RunItem(
        row.getObject(1, UUID.class),
        row.getInt(2),
        new ReportId(
            new OrganCode(row.getString(3)), row.getInt(7), ReportScope.valueOf(row.getString(5))),
        row.getString(4),
        row.getInt(6));
  }
}
