package disclosure.requests.search;

import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.deadline.ClockBook;
import disclosure.requests.deadline.Clocks;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.transaction.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
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

  private static final String LIST =
      """
      SELECT application.id, application.version, organ_code, organ.name AS organ_name,
             source_reference, received_on, channel, applicant_type, applicant_name,
             applicant_identity_number, applicant_contact, subject, status, due_on,
             due_provisional, extended, outcome, concluded_on, imported
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

  /** Those beyond the pageToken, in the order, up to the limit. */
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
    ApplicationCriteria criteria = ApplicationCriteria.by(filter, reach).beyond(order, after);
    List<FoundApplication> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            LIST + criteria.condition() + " " + order.clause() + " LIMIT ?")) {
      select.setInt(criteria.bind(connection, select), limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(read(row, book, today));
        }
      }
    }
    return found;
  }

  /** How many there are on each due date of each organ; only those that have one. */
  TreeMap<LocalDate, List<OrganCount>> countByDueDate(
      Connection connection, Filter filter, Reach reach) throws SQLException {
    ApplicationCriteria criteria =
        ApplicationCriteria.by(filter, reach).beyond(Order.DUE, Optional.empty());
    TreeMap<LocalDate, List<OrganCount>> counts = new TreeMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT due_on, organ_code, count(*) FROM application WHERE "
                + criteria.condition()
                + " GROUP BY due_on, organ_code")) {
      criteria.bind(connection, select);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counts
              .computeIfAbsent(row.getObject(1, LocalDate.class), day -> new ArrayList<>())
              .add(new OrganCount(new OrganCode(row.getString(2)), row.getLong(3)));
        }
      }
    }
    return counts;
  }

  /** How many there are. */
  long count(Connection connection, Filter filter, Reach reach) throws SQLException {
    ApplicationCriteria criteria = ApplicationCriteria.by(filter, reach);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT count(*) FROM application WHERE " + criteria.condition())) {
      criteria.bind(connection, select);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** A number of applications of an organ. */
  record OrganCount(OrganCode organ, long count) {}

  private FoundApplication read(ResultSet row, ClockBook book, LocalDate today)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    OrganCode organ = new OrganCode(row.getString("organ_code"));
    Optional<LocalDate> dueOn = Optional.ofNullable(row.getObject("due_on", LocalDate.class));
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
        dueOn,
        row.getBoolean("due_provisional"),
        dueOn.map(day -> day.isBefore(today)).orElse(false),
        dueOn.map(day -> workingDaysLeft(book.calendar(organ), today, day)),
        row.getBoolean("extended"),
        Optional.ofNullable(row.getString("outcome")),
        Optional.ofNullable(row.getObject("concluded_on", LocalDate.class)),
        row.getBoolean("imported"));
  }

  private static int workingDaysLeft(
      WorkingDayCalendar calendar, LocalDate today, LocalDate dueOn) {
    return dueOn.isBefore(today)
        ? -calendar.workingDaysBetween(dueOn, today)
        : calendar.workingDaysBetween(today, dueOn);
  }
}
