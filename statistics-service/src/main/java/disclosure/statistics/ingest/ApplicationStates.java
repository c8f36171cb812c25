package disclosure.statistics.ingest;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.Topic;
import disclosure.statistics.column.BinaryArray;
import disclosure.statistics.count.CountedState;
import disclosure.statistics.count.Deltas;
import disclosure.statistics.ingest.ApplicationHistory.Passed;
import disclosure.statistics.ingest.NewestVersions.Versioned;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Applies states of applications and moves the daily counts by the difference. Old states are read
 * by a statement of their own after the rows are locked: a single upsert would compute from the
 * snapshot that it took before it waited for the lock. Only rows that this transaction inserted
 * itself have no old state.
 */
final class ApplicationStates implements StateWriter {

  private static final NewestVersions<ApplicationState> READER =
      new NewestVersions<>(
          Topic.APPLICATIONS,
          ApplicationState.class,
          state -> state.applicationId().toString(),
          ApplicationState::version,
          3,
          ApplicationStates::counted);

  private final boolean noting;
  private final ConflictMode mode;

  /**
   * @param noting whether there are sums over subtrees that changes must be added to
   */
  ApplicationStates(boolean noting, ConflictMode mode) {
    this.noting = noting;
    this.mode = mode;
  }

  /** What is held of an application. */
  private record Held(long version, byte[] digest, CountedState state) {}

  private static final String COLUMNS =
      """
      application_id, version, digest, organ_code, applicant_type, received_on, status, outcome,
      concluded_on, channel, due_on, due_provisional, extended, answer_due_on, working_days,
      fees, recorded_at
      """;

  private static final String UNNESTED =
      """
      unnest(:applicationId, :version, :digest, :organCode, :applicantType, :receivedOn, :status,
             :outcome, :concludedOn, :channel, :dueOn, :dueProvisional, :extended, :answerDueOn,
             :workingDays, :fees, :recordedAt) AS newer (\
      """
          + COLUMNS
          + ")";

  @Override
  public Applied apply(Connection connection, List<IncomingEvent> events, Rejections rejections)
      throws SQLException {
    NewestVersions.Batch<ApplicationState> batch = READER.read(events, rejections);
    Map<String, Held> held = settle(connection, batch);

    Deltas deltas = new Deltas();
    List<Versioned<ApplicationState>> newer = new ArrayList<>();
    for (Versioned<ApplicationState> event : batch.newest().values()) {
      Optional<Held> old = Optional.ofNullable(held.get(event.id()));
      if (version(old) < event.version()) {
        deltas.move(old.map(Held::state), CountedState.of(event.state()));
        old.ifPresent(replaced -> newer.add(event));
      }
    }
    ApplicationHistory history = new ApplicationHistory(connection, mode);
    history.keepReplaced(newer.stream().map(Versioned::state).toList());
    update(connection, newer);
    history.append(passedOver(batch, held, rejections));
    DailyCounts.change(connection, deltas.changes(), noting);
    int applied = batch.newest().size() - held.size() + newer.size();
    return new Applied(applied, events.size() - applied - rejections.size(), 0, 0, deltas.organs());
  }

  /** What two states of the same version must have in common; no part has a bar in it. */
  private static String counted(ApplicationState state) {
    StringBuilder text = new StringBuilder(160);
    text.append(state.organCode().value()).append('|').append(state.applicantType().name());
    text.append('|').append(state.receivedOn()).append('|').append(state.status().name());
    text.append('|');
    state.outcome().ifPresent(text::append);
    text.append('|');
    state.concludedOn().ifPresent(text::append);
    text.append('|').append(state.channel().name()).append('|');
    state.dueOn().ifPresent(text::append);
    text.append('|').append(state.dueProvisional()).append('|').append(state.extended());
    text.append('|');
    state.answerDueOn().ifPresent(text::append);
    text.append('|');
    state.workingDays().ifPresent(text::append);
    text.append('|');
    if (!state.fees().isEmpty()) {
      text.append(FeeFormat.stored(state));
    }
    return text.toString();
  }

  /** Versions that are not, or never were, the newest one held. */
  private static List<Passed> passedOver(
      NewestVersions.Batch<ApplicationState> batch, Map<String, Held> held, Rejections rejections) {
    List<Passed> passed = new ArrayList<>();
    for (Versioned<ApplicationState> event : batch.all()) {
      Optional<Held> old = Optional.ofNullable(held.get(event.id()));
      Versioned<ApplicationState> newest = batch.newest().get(event.id());
      if (old.filter(known -> event.contradicts(known.version(), known.digest())).isPresent()) {
        rejections.contradiction(event.offset(), event.id(), event.version());
      } else if (event.version() < Math.max(newest.version(), version(old))) {
        OrganCode organNow =
            old.filter(known -> known.version() >= newest.version())
                .map(known -> known.state().organ())
                .orElse(newest.state().organCode());
        passed.add(new Passed(event.state(), organNow));
      }
    }
    return passed;
  }

  private static long version(Optional<Held> held) {
    return held.map(Held::version).orElse(0L);
  }

  /**
   * Locks the applications that there are, inserts the others, and reads what is held of those that
   * are locked. Locking comes before inserting, and both go by the order of the ids, so that owners
   * never wait for each other in a circle.
   */
  private Map<String, Held> settle(
      Connection connection, NewestVersions.Batch<ApplicationState> batch) throws SQLException {
    Savepoint before = connection.setSavepoint();
    while (true) {
      Set<String> locked = lock(connection, mayBeHeld(batch));
      List<Versioned<ApplicationState>> unknown =
          batch.newest().values().stream().filter(event -> !locked.contains(event.id())).toList();
      if (insert(connection, unknown) == unknown.size()) {
        return read(connection, locked);
      }
      // Another owner has inserted some meanwhile. Locking them now would be out of order.
      connection.rollback(before);
    }
  }

  private List<UUID> mayBeHeld(NewestVersions.Batch<ApplicationState> batch) {
    return batch.newest().values().stream()
        .filter(
            event ->
                switch (mode) {
                  case NEW_ONES -> event.version() > 1;
                  case ANYTHING -> true;
                })
        .map(event -> event.state().applicationId())
        .toList();
  }

  private static Set<String> lock(Connection connection, List<UUID> ids) throws SQLException {
    Set<String> locked = new HashSet<>();
    if (ids.isEmpty()) {
      return locked;
    }
    Sql.of(
            connection,
            """
            SELECT application_id FROM application_state
            WHERE application_id = ANY (:ids) ORDER BY application_id FOR UPDATE
            """)
        .with("ids", BinaryArray.ofUuids(connection, ids))
        .forEach(row -> locked.add(row.getString("application_id")));
    return locked;
  }

  /** A statement of its own, which sees what was committed while rows were waited for. */
  private static Map<String, Held> read(Connection connection, Set<String> locked)
      throws SQLException {
    Map<String, Held> held = new HashMap<>();
    if (locked.isEmpty()) {
      return held;
    }
    List<UUID> ids = locked.stream().map(UUID::fromString).toList();
    Sql.of(
            connection,
            """
            SELECT application_id, version, digest, organ_code, applicant_type, received_on, status,
                   outcome, concluded_on
            FROM application_state WHERE application_id = ANY (:ids)
            """)
        .with("ids", BinaryArray.ofUuids(connection, ids))
        .forEach(
            row ->
                held.put(
                    row.getString("application_id"),
                    new Held(row.getLong("version"), row.getBytes("digest"), counted(row))));
    return held;
  }

  private static CountedState counted(ResultSet row) throws SQLException {
    return new CountedState(
        new OrganCode(row.getString("organ_code")),
        ApplicantType.valueOf(row.getString("applicant_type")),
        row.getObject("received_on", LocalDate.class),
        ApplicationStatus.valueOf(row.getString("status")),
        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
        Optional.ofNullable(row.getObject("concluded_on", LocalDate.class)));
  }

  /** Inserts states of applications that are not held, and returns how many it could. */
  private int insert(Connection connection, List<Versioned<ApplicationState>> unknown)
      throws SQLException {
    if (unknown.isEmpty()) {
      return 0;
    }
    String statement =
        "INSERT INTO application_state ("
            + COLUMNS
            + ") SELECT * FROM "
            + UNNESTED
            + switch (mode) {
              case NEW_ONES -> "";
              case ANYTHING -> " ON CONFLICT (application_id) DO NOTHING";
            };
    return unnesting(connection, statement, unknown).update();
  }

  private static void update(Connection connection, List<Versioned<ApplicationState>> newer)
      throws SQLException {
    if (newer.isEmpty()) {
      return;
    }
    String statement =
        """
        UPDATE application_state AS held
        SET version = newer.version, digest = newer.digest, organ_code = newer.organ_code,
            applicant_type = newer.applicant_type, received_on = newer.received_on,
            status = newer.status, outcome = newer.outcome, concluded_on = newer.concluded_on,
            channel = newer.channel, due_on = newer.due_on,
            due_provisional = newer.due_provisional, extended = newer.extended,
            answer_due_on = newer.answer_due_on, working_days = newer.working_days,
            fees = newer.fees, recorded_at = newer.recorded_at
        FROM\
        """
            + " "
            + UNNESTED
            + " WHERE held.application_id = newer.application_id";
    unnesting(connection, statement, newer).update();
  }

  private static Sql unnesting(
      Connection connection, String statement, List<Versioned<ApplicationState>> events)
      throws SQLException {
    List<ApplicationState> states = events.stream().map(Versioned::state).toList();
    return StateColumns.of(connection, statement, states)
        .set("digest", "bytea", events.stream().map(Versioned::digest).toArray(byte[][]::new))
        .statement();
  }
}
