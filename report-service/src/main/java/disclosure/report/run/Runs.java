package disclosure.report.run;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.FrozenDocument;
import disclosure.report.reading.DocumentFormat;
import disclosure.requests.contract.OrganCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The runs and their items as they are stored. Any number of instances may work on them. */
@ApplicationScoped
class Runs {

  /** For how long an item is held: a worker that is gone loses it. */
  private static final Duration HELD = Duration.ofMinutes(1);

  private static final Duration PLANNED_WITHIN = Duration.ofMinutes(5);

  private static final String COLUMNS =
      "id, organ_code, report_year, kind, formats, requested_by, requested_at, planned_at,"
          + " finished_at";

  private final DataSource database;
  private final Clock clock;

  Runs(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Work with a connection, inside a transaction. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Adds a run. */
  void add(Run run) {
    transaction(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO run (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)")) {
            insert.setObject(1, run.id());
            insert.setString(2, run.organ().value());
            insert.setInt(3, run.year());
            insert.setString(4, run.kind().name());
            insert.setString(
                5,
                run.formats().stream()
                    .map(DocumentFormat::extension)
                    .collect(Collectors.joining(",")));
            insert.setString(6, run.requestedBy());
            insert.setObject(7, run.requestedAt().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
          }
        });
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

  /** Takes the oldest run whose reports aren't listed yet, to list them within some minutes. */
  Optional<Run> takeUnplanned() {
    return transaction(
        connection -> {
          try (PreparedStatement take =
              connection.prepareStatement(
                  """
                  UPDATE run SET held_until = ?
                   WHERE id = (SELECT id FROM run
                                WHERE planned_at IS NULL
                                  AND (held_until IS NULL OR held_until < ?)
                                ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                  RETURNING\s\
                  """
                      + COLUMNS)) {
            take.setObject(1, clock.instant().plus(PLANNED_WITHIN).atOffset(ZoneOffset.UTC));
            take.setObject(2, now());
            try (ResultSet row = take.executeQuery()) {
              return row.next() ? Optional.of(run(row)) : Optional.empty();
            }
          }
        });
  }

  /** Gives a run back whose reports couldn't be listed, to be taken again after a while. */
  void giveBack(Run run, Duration pause) {
    transaction(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE run SET held_until = ? WHERE id = ?")) {
            update.setObject(1, clock.instant().plus(pause).atOffset(ZoneOffset.UTC));
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
        connection.prepareStatement("UPDATE run SET planned_at = ? WHERE id = ?")) {
      update.setObject(1, now());
      update.setObject(2, run.id());
      update.executeUpdate();
    }
    finish(connection, run.id());
  }

  /** Takes the next report of the oldest run, for a minute. */
  Optional<RunItem> take() {
    return transaction(
        connection -> {
          try (PreparedStatement take =
              connection.prepareStatement(
                  """
                  UPDATE run_item SET attempts = attempts + 1, held_until = ?
                   WHERE (run_id, number) =
                         (SELECT item.run_id, item.number
                            FROM run_item item JOIN run ON run.id = item.run_id
                           WHERE item.state = 'PENDING'
                             AND (item.held_until IS NULL OR item.held_until < ?)
                           ORDER BY run.requested_at, item.attempts, item.number
                           LIMIT 1 FOR UPDATE OF item SKIP LOCKED)
                  RETURNING run_id, number, organ_code, organ_name, scope, attempts,
                            (SELECT report_year FROM run WHERE run.id = run_item.run_id)
                  """)) {
            take.setObject(1, clock.instant().plus(HELD).atOffset(ZoneOffset.UTC));
            take.setObject(2, now());
            try (ResultSet row = take.executeQuery()) {
              return row.next() ? Optional.of(item(row)) : Optional.empty();
            }
          }
        });
  }

  /** Stores what came of a report, unless somebody else took it meanwhile. */
  void finish(RunItem item, ItemResult.Done done, Optional<String> problem) {
    transaction(
        connection -> {
          if (!finish(connection, item, done, problem)) {
            return false;
          }
          documents(connection, item, done.documents());
          finish(connection, item.run());
          return true;
        });
  }

  /** Gives a report back, to be taken again after a while. */
  void giveBack(RunItem item, Duration pause) {
    transaction(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE run_item SET held_until = ? WHERE run_id = ? AND number = ? AND attempts"
                      + " = ? AND state = 'PENDING'")) {
            update.setObject(1, clock.instant().plus(pause).atOffset(ZoneOffset.UTC));
            update.setObject(2, item.run());
            update.setInt(3, item.number());
            update.setInt(4, item.attempt());
            return update.executeUpdate();
          }
        });
  }

  /** Forgets runs that were finished before a moment. */
  void forget(Instant before) {
    transaction(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM run WHERE finished_at < ?")) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
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
            "UPDATE run_item SET state = ?, obstacles = ?, problem = ?, finished_at = ?"
                + " WHERE run_id = ? AND number = ? AND attempts = ? AND state = 'PENDING'")) {
      update.setString(1, problem.isPresent() ? "FAILED" : "DONE");
      update.setString(
          2, done.obstacles().stream().map(String::valueOf).collect(Collectors.joining(",")));
      update.setString(3, problem.orElse(""));
      update.setObject(4, now());
      update.setObject(5, item.run());
      update.setInt(6, item.number());
      update.setInt(7, item.attempt());
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
            "UPDATE run SET finished_at = ? WHERE id = ? AND finished_at IS NULL AND NOT EXISTS"
                + " (SELECT FROM run_item WHERE run_id = run.id AND state = 'PENDING')")) {
      update.setObject(1, now());
      update.setObject(2, run);
      update.executeUpdate();
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
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
