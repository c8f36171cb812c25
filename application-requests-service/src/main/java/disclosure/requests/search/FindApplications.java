package disclosure.requests.search;

import disclosure.requests.application.note.StepNotes;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.deadline.ClockBook;
import disclosure.requests.deadline.Clocks;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.search.found.FoundAnswer;
import disclosure.requests.search.found.FoundCounterpart;
import disclosure.requests.store.format.NotesFormat;
import disclosure.requests.store.format.StepFormat;
import disclosure.requests.store.state.DueDays;
import disclosure.requests.transaction.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Reads lists of applications. */
@ApplicationScoped
class FindApplications {

  static final String LIST =
      """
      SELECT application.id, application.version, organ_code, organ.name AS organ_name,
             coalesce(recorded_reference, source_reference) AS source_reference, received_on,
             channel, applicant_type, applicant_name,
             applicant_identity_number, applicant_contact, subject, status, due_on,
             due_provisional, extended, outcome, concluded_on, imported, answer_due_on,
             transferred_from, transferred_from_organ, transferred_to, transferred_to_organ,
             (SELECT name FROM organ side WHERE side.code = transferred_from_organ)
               AS transferred_from_name,
             (SELECT name FROM organ side WHERE side.code = transferred_to_organ)
               AS transferred_to_name,
             handler, submitted_on, oral, requested_form, requested_way,
             (SELECT content FROM application_step step
               WHERE step.application_id = application.id AND type = 'CONCLUDED'
                 AND application.status = 'CONCLUDED'
               ORDER BY sequence DESC LIMIT 1) AS answer_content,
             (SELECT content FROM application_step step
               WHERE step.application_id = application.id AND type = 'THIRD_PARTY_REPLIED'
                 AND NOT EXISTS (SELECT FROM application_step later
                                  WHERE later.application_id = step.application_id
                                    AND (later.corrects = step.sequence
                                         OR later.corrects = step.corrects
                                            AND later.sequence > step.sequence))
               ORDER BY sequence DESC LIMIT 1) AS opinion_content
        FROM application
        JOIN organ ON organ.code = organ_code
       WHERE\s\
      """;

  private final PersonalDataCipher cipher;
  private final Clocks clocks;

  FindApplications(PersonalDataCipher cipher, Clocks clocks) {
    this.cipher = cipher;
    this.clocks = clocks;
  }

  /** Those beyond the page token, in the order, up to the limit. */
  List<FoundApplication> list(
      Connection connection,
      Filter filter,
      Reach reach,
      Order order,
      Optional<PageToken> after,
      int limit,
      LocalDate today)
      throws SQLException {
    ClockBook book = clocks.now();
    return ApplicationCriteria.by(filter, reach)
        .beyond(order, after)
        .select(connection, LIST, order.clause() + " LIMIT :limit")
        .with("limit", limit)
        .rows(row -> read(row, book, today));
  }

  /** How many there are on each due date of each organ; only those that have one. */
  TreeMap<LocalDate, List<OrganCount>> countByDueDate(
      Connection connection, Filter filter, Reach reach) throws SQLException {
    TreeMap<LocalDate, List<OrganCount>> counts = new TreeMap<>();
    ApplicationCriteria.by(filter, reach)
        .beyond(Order.DUE, Optional.empty())
        .select(
            connection,
            "SELECT due_on, organ_code, count(*) AS number FROM application WHERE ",
            "GROUP BY due_on, organ_code")
        .list(DueCount.class)
        .forEach(
            due ->
                counts
                    .computeIfAbsent(due.dueOn(), day -> new ArrayList<>())
                    .add(new OrganCount(due.organCode(), due.number())));
    return counts;
  }

  private record DueCount(LocalDate dueOn, OrganCode organCode, long number) {}

  /** How many there are. */
  long count(Connection connection, Filter filter, Reach reach) throws SQLException {
    return ApplicationCriteria.by(filter, reach)
        .select(connection, "SELECT count(*) AS number FROM application WHERE ", "")
        .one(Long.class);
  }

  /** Whether there are more; they are counted no further. */
  boolean areMoreThan(Connection connection, Filter filter, Reach reach, int number)
      throws SQLException {
    return ApplicationCriteria.by(filter, reach)
        .select(connection, "SELECT FROM application WHERE ", "OFFSET :number LIMIT 1")
        .with("number", number)
        .exists();
  }

  /** A number of applications of an organ. */
  record OrganCount(OrganCode organ, long count) {}

  private FoundApplication read(ResultSet row, ClockBook book, LocalDate today)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    OrganCode organ = new OrganCode(row.getString("organ_code"));
    Optional<LocalDate> dueOn = day(row, "due_on");
    Optional<LocalDate> answerDueOn = day(row, "answer_due_on");
    Optional<LocalDate> concludedOn = day(row, "concluded_on");
    DueDays due = new DueDays(dueOn, answerDueOn, concludedOn);
    return new FoundApplication(
        id,
        row.getLong("version"),
        organ,
        row.getString("organ_name"),
        row.getString("source_reference"),
        row.getObject("received_on", LocalDate.class),
        row.getString("channel"),
        row.getString("applicant_type"),
        MaskedApplicant.of(row, id, cipher),
        Optional.ofNullable(row.getString("subject")),
        row.getString("status"),
        due.last(),
        row.getBoolean("due_provisional"),
        due.isOverdue(today),
        due.isLate(today),
        dueOn.map(day -> book.calendar(organ).workingDaysLeft(today, day)),
        row.getBoolean("extended"),
        Optional.ofNullable(row.getString("outcome")),
        concludedOn,
        row.getBoolean("imported"),
        Optional.ofNullable(row.getString("handler")),
        Optional.ofNullable(row.getObject("submitted_on", LocalDate.class)),
        row.getBoolean("oral"),
        Optional.ofNullable(row.getString("requested_form")),
        Optional.ofNullable(row.getString("requested_way")),
        notes(row.getString("answer_content"))
            .filter(some -> !some.equals(StepNotes.NONE))
            .map(FoundAnswer::of),
        notes(row.getString("opinion_content")).flatMap(StepNotes::opinion),
        FoundCounterpart.read(row, "transferred_from"),
        FoundCounterpart.read(row, "transferred_to"));
  }

  private static Optional<StepNotes> notes(String content) {
    return Optional.ofNullable(content).map(StepFormat::parse).map(NotesFormat::read);
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }
}
