package disclosure.statistics.ingest;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.Topic;
import disclosure.statistics.count.CountedState;
import disclosure.statistics.count.Deltas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Applies states of applications and moves the daily counts by the difference. The old states are
 * read by a statement of their own after the rows are locked: a single upsert would compute from
 * the snapshot that it took before it waited for the lock.
 */
final class ApplicationStates implements StateWriter {

  /** What is held of an application; version 0 stands for nothing yet. */
  private record Held(long version, byte[] digest, Optional<CountedState> state) {}

  @Override
  public Applied apply(Connection connection, List<IncomingEvent> events, Rejections rejections)
      throws SQLException {
    TreeMap<String, NewestVersions.Versioned<ApplicationState>> newest =
        new NewestVersions<>(
                Topic.APPLICATIONS,
                ApplicationState.class,
                state -> state.applicationId().toString(),
                ApplicationState::version)
            .read(events, rejections);
    UUID[] ids = newest.keySet().stream().map(UUID::fromString).toArray(UUID[]::new);
    Arrays.sort(ids);
    insertPlaceholders(connection, ids);
    lock(connection, ids);
    Map<String, Held> held = read(connection, ids);

    Deltas deltas = new Deltas();
    Map<String, NewestVersions.Versioned<ApplicationState>> newer = new TreeMap<>();
    newest.forEach(
        (id, event) -> {
          Held old = held.get(id);
          if (event.version() > old.version()) {
            deltas.move(old.state(), CountedState.of(event.state()));
            newer.put(id, event);
          } else if (event.version() == old.version()
              && !Arrays.equals(old.digest(), event.digest())) {
            rejections.contradiction(event.offset(), id, event.version());
          }
        });
    update(connection, newer.values());
    DailyCounts.change(connection, deltas.changes());
    return new Applied(newer.size(), events.size() - newer.size() - rejections.size(), 0);
  }

  private static void insertPlaceholders(Connection connection, UUID[] ids) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO application_state (application_id, version)
            SELECT id, 0 FROM unnest(?) AS id ORDER BY id
            ON CONFLICT (application_id) DO NOTHING
            """)) {
      insert.setArray(1, connection.createArrayOf("uuid", ids));
      insert.executeUpdate();
    }
  }

  private static void lock(Connection connection, UUID[] ids) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT application_id FROM application_state
            WHERE application_id = ANY (?) ORDER BY application_id FOR UPDATE
            """)) {
      select.setArray(1, connection.createArrayOf("uuid", ids));
      select.execute();
    }
  }

  private static Map<String, Held> read(Connection connection, UUID[] ids) throws SQLException {
    Map<String, Held> held = new TreeMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT application_id, version, digest, organ_code, applicant_type, received_on, status,
                   outcome, concluded_on
            FROM application_state WHERE application_id = ANY (?)
            """)) {
      select.setArray(1, connection.createArrayOf("uuid", ids));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long version = row.getLong(2);
          held.put(
              row.getString(1),
              new Held(
                  version,
                  row.getBytes(3),
                  version == 0 ? Optional.empty() : Optional.of(counted(row))));
        }
      }
    }
    return held;
  }

  private static CountedState counted(ResultSet row) throws SQLException {
    return new CountedState(
        new OrganCode(row.getString(4)),
        ApplicantType.valueOf(row.getString(5)),
        row.getObject(6, LocalDate.class),
        ApplicationStatus.valueOf(row.getString(7)),
        Optional.ofNullable(row.getString(8)).map(Outcome::valueOf),
        Optional.ofNullable(row.getObject(9, LocalDate.class)));
  }

  private static void update(
      Connection connection, Collection<NewestVersions.Versioned<ApplicationState>> newer)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE application_state
            SET version = ?, digest = ?, organ_code = ?, applicant_type = ?, received_on = ?,
                status = ?, outcome = ?, concluded_on = ?
            WHERE application_id = ?
            """)) {
      for (NewestVersions.Versioned<ApplicationState> event : newer) {
        ApplicationState state = event.state();
        update.setLong(1, event.version());
        update.setBytes(2, event.digest());
        update.setString(3, state.organCode().value());
        update.setString(4, state.applicantType().name());
        update.setObject(5, state.receivedOn());
        update.setString(6, state.status().name());
        update.setString(7, state.outcome().map(Outcome::name).orElse(null));
        update.setObject(8, state.concludedOn().orElse(null), java.sql.Types.DATE);
        update.setObject(9, state.applicationId());
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
