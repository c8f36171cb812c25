package disclosure.requests.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.application.Application;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.InformationForm;
import disclosure.requests.application.note.ReceiptNotes;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.StepType;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.SealedApplicant;
import disclosure.requests.store.format.NotesFormat;
import disclosure.requests.store.format.StepFormat;
import disclosure.requests.store.state.DerivedState;
import disclosure.requests.store.state.DocumentNumbers;
import disclosure.requests.store.state.Transfers;
import disclosure.requests.store.submission.RecordedSubmissions;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The applications and their steps, in plain SQL. */
@ApplicationScoped
public class Applications {

  private static final String INSERT_STEP =
      """
      INSERT INTO application_step
             (application_id, sequence, type, happened_on, content, corrects, client_id,
              on_behalf_of, person, recorded_at, content_format)
      VALUES (:applicationId, :sequence, :type, :happenedOn, :content, :corrects, :clientId,
              :onBehalfOf, :person, :recordedAt, :contentFormat)
      """;

  private static final String UPDATE =
      """
      UPDATE application
         SET version = :version, changed_at = :changedAt, applicant_type = :applicantType,
             status = :status, outcome = :outcome, concluded_on = :concludedOn, due_on = :dueOn,
             due_provisional = :dueProvisional, extended = :extended,
             due_settled_on = :settledOn, clock_revision = :clockRevision,
             answer_due_on = :answerDueOn, working_days = :workingDays,
             fees = :storedFees::jsonb, recalculate = false,
             calculated_version = :version, calculated_by = :rules,
             later_texts_at = CASE WHEN anonymized_at IS NOT NULL AND :texts THEN :changedAt
                                   ELSE later_texts_at END
       WHERE id = :id
      """;

  private static final String CONFIRM =
      """
      UPDATE application
         SET due_settled_on = :settledOn, clock_revision = :clockRevision,
             answer_due_on = :answerDueOn, working_days = :workingDays,
             fees = :storedFees::jsonb, recalculate = false,
             calculated_version = version, calculated_by = :rules
       WHERE id = :id
      """;

  private static final String FIND =
      """
      SELECT id, version, coalesce(recorded_reference, source_reference) AS source_reference,
             applicant_name, applicant_identity_number, applicant_contact, applicant_fingerprint,
             applicant_others, submitted_on, oral, requested_form, requested_way, subject,
             source_client, on_behalf_of, person, recorded_at,
             transferred_from, transferred_from_organ, transferred_to, transferred_to_organ,
      """
          + StoredFacts.COLUMNS
          + " FROM application WHERE id = ANY (:ids) ";

  private static final String FIND_STEPS =
      "SELECT application_id, client_id, on_behalf_of, person, recorded_at, "
          + StoredStep.COLUMNS
          + " FROM application_step WHERE application_id = ANY (:ids)"
          + " ORDER BY application_id, sequence";

  private final PersonalDataCipher cipher;
  private final Receipts receipts;

  Applications(PersonalDataCipher cipher, Receipts receipts) {
    this.cipher = cipher;
    this.receipts = receipts;
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
    return insert(connection, applications, false);
  }

  /**
   * Stores an application that another organ handed over; it may be handed back under its number.
   *
   * @return whether the number was free
   */
  public boolean insertHandedOver(Connection connection, NewApplication application)
      throws SQLException {
    return !insert(connection, List.of(application), true).isEmpty();
  }

  private List<NewApplication> insert(
      Connection connection, List<NewApplication> applications, boolean handedOver)
      throws SQLException {
    List<NewApplication> fresh = new ArrayList<>(insertRows(connection, applications));
    Set<UUID> stored = fresh.stream().map(NewApplication::id).collect(Collectors.toSet());
    List<NewApplication> keptOut =
        applications.stream().filter(application -> !stored.contains(application.id())).toList();
    if (!keptOut.isEmpty()) {
      fresh.addAll(insertRows(connection, receipts.freeNumbers(connection, keptOut, handedOver)));
    }
    insertSteps(connection, fresh);
    return fresh;
  }

  private List<NewApplication> insertRows(Connection connection, List<NewApplication> applications)
      throws SQLException {
    if (applications.isEmpty()) {
      return List.of();
    }
    return NewRows.insert(
        connection,
        applications,
        applications.stream()
            .map(
                application ->
                    cipher.encrypt(
                        application.digest().bytes(), RecordedSubmissions.cell(application.id())))
            .toList());
  }

  private static void insertSteps(Connection connection, List<NewApplication> applications)
      throws SQLException {
    List<NewStepRow> rows = new ArrayList<>();
    for (NewApplication application : applications) {
      for (RecordedStep step : application.application().steps()) {
        Recording recording = application.stepRecordings().get(step.sequence() - 1);
        rows.add(
            NewStepRow.of(application.id(), application.application(), step, Map.of(), recording));
      }
    }
    Sql.of(connection, INSERT_STEP).batch(rows);
  }

  /** A row of the steps. */
  private record NewStepRow(
      UUID applicationId,
      int sequence,
      StepType type,
      LocalDate happenedOn,
      String content,
      Optional<Integer> corrects,
      String clientId,
      Optional<String> onBehalfOf,
      Optional<String> person,
      Instant recordedAt,
      int contentFormat) {

    static NewStepRow of(
        UUID applicationId,
        Application application,
        RecordedStep step,
        Map<String, String> before,
        Recording recording) {
      ObjectNode content = StepFormat.write(step.step());
      if (!before.isEmpty()) {
        ObjectNode stood = content.putObject("before");
        before.forEach(stood::put);
      }
      return new NewStepRow(
          applicationId,
          step.sequence(),
          step.step().type(),
          step.step().on(),
          NotesFormat.write(step.notes(), content).toString(),
          step.corrects(),
          recording.clientId(),
          recording.onBehalfOf(),
          recording.person(),
          recording.at(),
          StepFormat.number(step.step(), application.isIneffective(step.sequence())));
    }
  }

  /** The application, locked until the transaction ends so that its version can grow. */
  public Optional<StoredApplication> lock(Connection connection, UUID id) throws SQLException {
    return find(connection, List.of(id), FIND + "FOR NO KEY UPDATE").stream().findFirst();
  }

  /** The application as it stands. */
  public Optional<StoredApplication> find(Connection connection, UUID id) throws SQLException {
    return find(connection, List.of(id)).stream().findFirst();
  }

  /** Those that are there, in the order of the ids, by two queries for however many. */
  List<StoredApplication> find(Connection connection, List<UUID> ids) throws SQLException {
    return find(connection, ids, FIND);
  }

  /**
   * Stores the last step of a locked application, and what follows from it.
   *
   * @param before what the step corrects, to stand in it
   */
  public void append(
      Connection connection,
      UUID id,
      long version,
      Application application,
      Map<String, String> before,
      DerivedState derived,
      Recording recording)
      throws SQLException {
    RecordedStep step = application.steps().get(application.steps().size() - 1);
    NewStepRow row = NewStepRow.of(id, application, step, before, recording);
    Sql.of(connection, INSERT_STEP).all(row).update();
    boolean texts = StepFormat.holdsTexts(StepFormat.parse(row.content()));
    change(connection, id, version, derived, texts, recording.at());
    if (step.notes().documentNumber().isPresent() || step.corrects().isPresent()) {
      documentNumbers(connection, id, application);
    }
  }

  /** The numbers of the answers that stand, by which the application is found. */
  private static void documentNumbers(Connection connection, UUID id, Application application)
      throws SQLException {
    DocumentNumbers numbers = DocumentNumbers.of(application);
    Sql.of(connection, "UPDATE application SET document_number_key = :first WHERE id = :id")
        .with("first", numbers.first())
        .with("id", id)
        .update();
    Sql.of(connection, "DELETE FROM application_answered_again WHERE application_id = :id")
        .with("id", id)
        .update();
    if (!numbers.later().isEmpty()) {
      Sql.of(
              connection,
              """
              INSERT INTO application_answered_again (document_number_key, application_id)
              SELECT DISTINCT unnest(:later::text[]), :id::uuid
              """)
          .array("later", "text", numbers.later())
          .with("id", id)
          .update();
    }
  }

  /** Stores what follows anew from the steps of a locked application. */
  public void recalculate(
      Connection connection, UUID id, long version, DerivedState derived, Instant at)
      throws SQLException {
    change(connection, id, version, derived, false, at);
  }

  /** Notes that a locked application was recalculated, and is due as before. */
  public void confirm(Connection connection, UUID id, DerivedState derived) throws SQLException {
    derived(Sql.of(connection, CONFIRM), derived).with("id", id).update();
  }

  private static void change(
      Connection connection, UUID id, long version, DerivedState derived, boolean texts, Instant at)
      throws SQLException {
    derived(Sql.of(connection, UPDATE), derived)
        .with("version", version)
        .with("texts", texts)
        .with("changedAt", at)
        .with("id", id)
        .update();
  }

  private static Sql derived(Sql statement, DerivedState derived) {
    return statement
        .all(derived)
        .all(derived.processing())
        .with("storedFees", derived.processing().storedFees())
        .with("rules", DerivedState.RULES);
  }

  /** What an application's own row says. */
  private record Row(
      UUID id,
      long version,
      String sourceReference,
      StoredFacts facts,
      SealedApplicant applicant,
      ReceiptNotes notes,
      Transfers transfers,
      Optional<String> subject,
      Recording recording) {

    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getObject("id", UUID.class),
          row.getLong("version"),
          row.getString("source_reference"),
          StoredFacts.read(row),
          SealedApplicant.read(row),
          Applications.notes(row),
          Applications.transfers(row),
          Optional.ofNullable(row.getString("subject")),
          Applications.recording(row, "source_client"));
    }
  }

  /** What a row of its steps says. */
  private record StepRow(UUID applicationId, StoredStep step, Recording recording) {

    static StepRow read(ResultSet row) throws SQLException {
      return new StepRow(
          row.getObject("application_id", UUID.class),
          StoredStep.read(row),
          Applications.recording(row, "client_id"));
    }
  }

  private static List<StoredApplication> find(Connection connection, List<UUID> ids, String sql)
      throws SQLException {
    Map<UUID, Row> found =
        Sql.of(connection, sql).array("ids", "uuid", ids).rows(Row::read).stream()
            .collect(Collectors.toMap(Row::id, Function.identity()));
    if (found.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<StepRow>> steps =
        Sql.of(connection, FIND_STEPS)
            .array("ids", "uuid", found.keySet())
            .rows(StepRow::read)
            .stream()
            .collect(Collectors.groupingBy(StepRow::applicationId));
    return ids.stream()
        .filter(found::containsKey)
        .map(id -> stored(found.get(id), steps.getOrDefault(id, List.of())))
        .toList();
  }

  private static StoredApplication stored(Row row, List<StepRow> rows) {
    List<StoredStep> steps = rows.stream().map(StepRow::step).toList();
    return new StoredApplication(
        row.id(),
        row.version(),
        row.sourceReference(),
        row.facts(),
        steps,
        row.facts().application(steps),
        row.applicant(),
        row.notes(),
        row.transfers(),
        row.subject(),
        row.recording(),
        rows.stream().map(StepRow::recording).toList());
  }

  private static ReceiptNotes notes(ResultSet row) throws SQLException {
    return new ReceiptNotes(
        Optional.ofNullable(row.getObject("submitted_on", LocalDate.class)),
        row.getBoolean("oral"),
        code(InformationForm.values(), row.getString("requested_form")),
        code(DeliveryWay.values(), row.getString("requested_way")));
  }

  private static Transfers transfers(ResultSet row) throws SQLException {
    return new Transfers(counterpart(row, "transferred_from"), counterpart(row, "transferred_to"));
  }

  private static Optional<Transfers.Counterpart> counterpart(ResultSet row, String column)
      throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null
        ? Optional.empty()
        : Optional.of(
            new Transfers.Counterpart(id, new OrganCode(row.getString(column + "_organ"))));
  }

  /** One of a newer release is not shown by this one. */
  private static <E extends Enum<E>> Optional<E> code(E[] codes, String stored) {
    return Arrays.stream(codes).filter(code -> code.name().equals(stored)).findFirst();
  }

  private static Recording recording(ResultSet row, String client) throws SQLException {
    return new Recording(
        row.getString(client),
        Optional.ofNullable(row.getString("on_behalf_of")),
        Optional.ofNullable(row.getString("person")),
        row.getTimestamp("recorded_at").toInstant());
  }
}
