package disclosure.statistics.ingest;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.Topic;
import disclosure.statistics.count.CountedState;
import disclosure.statistics.count.Deltas;
import disclosure.statistics.ingest.NewestVersions.Versioned;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
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

  private static final NewestVersions<ApplicationState> READER =
      new NewestVersions<>(
          Topic.APPLICATIONS,
          ApplicationState.class,
          state -> state.applicationId().toString(),
          ApplicationState::version,
          state -> List.of(CountedState.of(state)));

  /** What is held of an application; version 0 stands for nothing yet. */
  private record Held(long version, byte[] digest, Optional<CountedState> state) {}

  @Override
  public Applied apply(Connection connection, List<IncomingEvent> events, Rejections rejections)
      throws SQLException {
    NewestVersions.Batch<ApplicationState> batch = READER.read(events, rejections);
    UUID[] ids = batch.newest().keySet().stream().map(UUID::fromString).toArray(UUID[]::new);
    insertPlaceholders(connection, ids);
    lock(connection, ids);
    Map<String, Held> held = read(connection, ids);

    Deltas deltas = new Deltas();
    List<ApplicationState> newer = new ArrayList<>();
    List<byte[]> digests = new ArrayList<>();
    List<ApplicationState> sound = new ArrayList<>();
    for (Versioned<ApplicationState> event : batch.all()) {
      Held old = held.get(event.id());
      if (event.contradicts(old.version(), old.digest())) {
        rejections.contradiction(event.offset(), event.id(), event.version());
      } else {
        sound.add(event.state());
      }
    }
    for (Versioned<ApplicationState> event : batch.newest().values()) {
      Held old = held.get(event.id());
      if (event.version() > old.version()) {
        deltas.move(old.state(), CountedState.of(event.state()));
        newer.add(event.state());
        digests.add(event.digest());
      }
    }
    update(connection, newer, digests);
    ApplicationHistory.append(connection, sound);
    DailyCounts.change(connection, deltas.changes());
    return new Applied(
        newer.size(), events.size() - newer.size() - rejections.size(), 0, deltas.organs());
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
      Connection connection, List<ApplicationState> newer, List<byte[]> digests)
      throws SQLException {
    if (newer.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE application_state AS held
            SET version = newer.version, digest = newer.digest, organ_code = newer.organ_code,
                applicant_type = newer.applicant_type, received_on = newer.received_on,
                status = newer.status, outcome = newer.outcome, concluded_on = newer.concluded_on,
                channel = newer.channel, due_on = newer.due_on,
                due_provisional = newer.due_provisional, extended = newer.extended,
                recorded_at = newer.recorded_at
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS newer (application_id, version, digest, organ_code, applicant_type, received_on,
                        status, outcome, concluded_on, channel, due_on, due_provisional, extended,
                        recorded_at)
            WHERE held.application_id = newer.application_id
            """)) {
      Columns<ApplicationState> columns = new Columns<>(connection, update, newer);
      columns.set("uuid", ApplicationState::applicationId);
      columns.set("bigint", ApplicationState::version);
      columns.set("bytea", digests.toArray(byte[][]::new));
      columns.set("text", state -> state.organCode().value());
      columns.set("text", state -> state.applicantType().name());
      columns.set("date", state -> state.receivedOn().toString());
      columns.set("text", state -> state.status().name());
      columns.set("text", state -> state.outcome().map(Outcome::name).orElse(null));
      columns.set("date", state -> state.concludedOn().map(LocalDate::toString).orElse(null));
      columns.set("text", state -> state.channel().name());
      columns.set("date", state -> state.dueOn().map(LocalDate::toString).orElse(null));
      columns.set("boolean", ApplicationState::dueProvisional);
      columns.set("boolean", ApplicationState::extended);
      columns.set("timestamptz", state -> state.recordedAt().toString());
      update.executeUpdate();
    }
  }
}
