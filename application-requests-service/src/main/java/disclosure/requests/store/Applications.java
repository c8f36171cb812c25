package disclosure.requests.store;

import disclosure.requests.application.RecordedStep;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.SealedApplicant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The applications and their steps, in plain SQL. */
@ApplicationScoped
public class Applications {

  private static final String INSERT_STEP =
      """
      INSERT INTO application_step
             (application_id, sequence, type, happened_on, content, corrects, client_id, on_behalf_of,
              recorded_at, content_format)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      UPDATE application
         SET version = ?, changed_at = ?, applicant_type = ?, status = ?, outcome = ?,
             concluded_on = ?, due_on = ?, due_provisional = ?, extended = ?, due_settled_on = ?,
             clock_revision = ?, answer_due_on = ?, working_days = ?, fees = ?::jsonb
       WHERE id = ?
      """;

  private static final String FIND =
      """
      SELECT id, version, source_reference, applicant_name, applicant_identity_number,
             applicant_contact, applicant_fingerprint, subject, source_client, on_behalf_of,
             recorded_at,
      """
          + StoredFacts.COLUMNS
          + " FROM application WHERE id = ? ";

  private static final String FIND_STEPS =
      "SELECT client_id, on_behalf_of, recorded_at, "
          + StoredStep.COLUMNS
          + " FROM application_step WHERE application_id = ? ORDER BY sequence";

  private final PersonalDataCipher cipher;

  Applications(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * Stores new applications whose natural keys are free, with the steps that came with them; waits
   * for transactions that are just taking one of the keys.
   *
   * @param applications with different keys, in the order of the keys: concurrent batches then
   *     never wait for each other in a circle
   * @return those that were stored
   */
  public List<NewApplication> insert(Connection connection, List<NewApplication> applications)
      throws SQLException {
    Set<UUID> stored =
        NewRows.insert(
            connection,
            applications,
            applications.stream()
                .map(
                    application ->
                        cipher.encrypt(
                            application.digest().bytes(),
                            RecordedSubmissions.cell(application.id())))
                .toList());
    List<NewApplication> fresh =
        applications.stream().filter(application -> stored.contains(application.id())).toList();
    insertSteps(connection, fresh);
    return fresh;
  }

  private static void insertSteps(Connection connection, List<NewApplication> applications)
      throws SQLException {
    if (applications.stream().allMatch(fresh -> fresh.application().steps().isEmpty())) {
      return;
    }
    try (PreparedStatement step = connection.prepareStatement(INSERT_STEP)) {
      for (NewApplication application : applications) {
        for (RecordedStep recorded : application.application().steps()) {
          Recording recording = application.stepRecordings().get(recorded.sequence() - 1);
          add(step, application.id(), recorded, recording);
        }
      }
      step.executeBatch();
    }
  }

  /** The application, locked until the transaction ends so that its version can grow. */
  public Optional<StoredApplication> lock(Connection connection, UUID id) throws SQLException {
    return find(connection, id, FIND + "FOR NO KEY UPDATE");
  }

  /** The application as it stands. */
  public Optional<StoredApplication> find(Connection connection, UUID id) throws SQLException {
    return find(connection, id, FIND);
  }

  /** Stores one more step of a locked application, and what follows from it. */
  public void append(
      Connection connection,
      UUID id,
      long version,
      RecordedStep step,
      DerivedState derived,
      Recording recording)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_STEP);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      add(insert, id, step, recording);
      insert.executeBatch();
      change(update, id, version, derived, recording.at());
    }
  }

  /** Stores what follows anew from the steps of a locked application. */
  public void recalculate(
      Connection connection, UUID id, long version, DerivedState derived, Instant at)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      change(update, id, version, derived, at);
    }
  }

  /** Notes that a locked application was recalculated, and is due as before. */
  public void confirm(Connection connection, UUID id, DerivedState derived) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE application
               SET due_settled_on = ?, clock_revision = ?, answer_due_on = ?, working_days = ?,
                   fees = ?::jsonb
             WHERE id = ?
            """)) {
      setRecalculated(update, 1, derived);
      update.setObject(6, id);
      update.executeUpdate();
    }
  }

  private static void change(
      PreparedStatement update, UUID id, long version, DerivedState derived, Instant at)
      throws SQLException {
    update.setLong(1, version);
    update.setTimestamp(2, Timestamp.from(at));
    setDerived(update, 3, derived);
    update.setObject(15, id);
    update.executeUpdate();
  }

  private static void setDerived(PreparedStatement statement, int from, DerivedState derived)
      throws SQLException {
    statement.setString(from, derived.applicantType().name());
    statement.setString(from + 1, derived.status().name());
    statement.setString(from + 2, derived.outcome().map(Enum::name).orElse(null));
    statement.setObject(from + 3, derived.concludedOn().orElse(null));
    statement.setObject(from + 4, derived.dueOn().orElse(null));
    statement.setBoolean(from + 5, derived.dueProvisional());
    statement.setBoolean(from + 6, derived.extended());
    setRecalculated(statement, from + 7, derived);
  }

  private static void setRecalculated(PreparedStatement statement, int from, DerivedState derived)
      throws SQLException {
    ProcessingFacts processing = derived.processing();
    statement.setObject(from, derived.settledOn().orElse(null));
    statement.setLong(from + 1, derived.clockRevision());
    statement.setObject(from + 2, processing.answerDueOn().orElse(null), java.sql.Types.DATE);
    statement.setObject(from + 3, processing.workingDays().orElse(null), java.sql.Types.INTEGER);
    statement.setString(from + 4, processing.storedFees());
  }

  private static void add(PreparedStatement row, UUID id, RecordedStep step, Recording recording)
      throws SQLException {
    row.setObject(1, id);
    row.setInt(2, step.sequence());
    row.setString(3, step.step().type().name());
    row.setObject(4, step.step().on());
    row.setString(5, StepFormat.write(step.step()).toString());
    row.setObject(6, step.corrects().orElse(null), java.sql.Types.INTEGER);
    row.setString(7, recording.clientId());
    row.setString(8, recording.onBehalfOf().orElse(null));
    row.setTimestamp(9, Timestamp.from(recording.at()));
    row.setInt(10, StepFormat.NUMBER);
    row.addBatch();
  }

  private static Optional<StoredApplication> find(Connection connection, UUID id, String sql)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(connection, row)) : Optional.empty();
      }
    }
  }

  private static StoredApplication read(Connection connection, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    StoredFacts facts = StoredFacts.read(row);
    List<StoredStep> steps = new ArrayList<>();
    List<Recording> recordings = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(FIND_STEPS)) {
      select.setObject(1, id);
      try (ResultSet step = select.executeQuery()) {
        while (step.next()) {
          steps.add(StoredStep.read(step));
          recordings.add(recording(step, "client_id"));
        }
      }
    }
    return new StoredApplication(
        id,
        row.getLong("version"),
        row.getString("source_reference"),
        facts,
        List.copyOf(steps),
        facts.application(steps),
        SealedApplicant.read(row),
        Optional.ofNullable(row.getString("subject")),
        recording(row, "source_client"),
        List.copyOf(recordings));
  }

  private static Recording recording(ResultSet row, String client) throws SQLException {
    return new Recording(
        row.getString(client),
        Optional.ofNullable(row.getString("on_behalf_of")),
        row.getTimestamp("recorded_at").toInstant());
  }
}
