package disclosure.statistics.matrix;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.contract.Period;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the applications behind a cell, in the order of organ and id. */
final class Cells {

  private static final String COLUMNS =
      """
      SELECT application_id, version, organ_code, applicant_type, received_on, status, outcome,
             concluded_on
      """;
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int GROWTH = 3;

  /** How many more organs are looked at than should suffice, since some have less than others. */
  private static final double MARGIN = 1.3;

  private Cells() {}

  /**
   * Those after the given place, up to the limit. Only some organs are looked at when these
   * suffice.
   *
   * @param organs in the order of their codes
   * @param count how many there are in all
   */
  static List<CellPage.Item> find(
      Connection connection,
      List<String> organs,
      Question question,
      CellQuestion cell,
      long count,
      int limit)
      throws SQLException {
    List<String> ahead =
        organs.subList(
            cell.after().map(place -> position(organs, place.organ().value())).orElse(0),
            organs.size());
    List<CellPage.Item> found = new ArrayList<>();
    int chunk = enough(organs.size(), count, limit);
    for (int from = 0;
        from < ahead.size() && found.size() < limit;
        from += chunk, chunk *= GROWTH) {
      List<String> some = ahead.subList(from, Math.min(ahead.size(), from + chunk));
      found.addAll(select(connection, some, question, cell, limit - found.size()));
    }
    return found;
  }

  /** Where the organ, or the first one after it, is. */
  private static int position(List<String> organs, String code) {
    int found = Collections.binarySearch(organs, code);
    return found < 0 ? -found - 1 : found;
  }

  private static int enough(int organs, long count, int limit) {
    return (int) Math.min(organs, Math.ceil(MARGIN * limit * organs / Math.max(1, count)));
  }

  private static List<CellPage.Item> select(
      Connection connection, List<String> organs, Question question, CellQuestion cell, int limit)
      throws SQLException {
    String states =
        question.knownAt().isPresent()
            ? KnownStates.SQL + COLUMNS + " FROM known"
            : COLUMNS + " FROM application_state";
    try (PreparedStatement select =
        connection.prepareStatement(
            states
                + " WHERE organ_code = ANY (?) AND (organ_code, application_id) > (?, ?) AND "
                + condition(cell)
                + " ORDER BY organ_code, application_id LIMIT ?")) {
      int next = 1;
      if (question.knownAt().isPresent()) {
        next = KnownStates.bind(connection, select, organs, question.knownAt().get());
      }
      select.setArray(next++, connection.createArrayOf("text", organs.toArray()));
      select.setString(next++, cell.after().map(place -> place.organ().value()).orElse(""));
      select.setObject(
          next++, cell.after().map(CellQuestion.CellIndex::applicationId).orElse(BEFORE_ALL));
      for (LocalDate day : days(cell.row(), question.period())) {
        select.setObject(next++, day);
      }
      if (cell.row().outcome().isPresent()) {
        select.setString(next++, cell.row().outcome().get().name());
      }
      if (cell.column().isPresent()) {
        select.setString(next++, cell.column().get().name());
      }
      select.setInt(next, limit);
      return items(select);
    }
  }

  private static String condition(CellQuestion cell) {
    String dates =
        switch (cell.row()) {
          case NEWLY_RECEIVED -> "status <> 'VOIDED' AND received_on BETWEEN ? AND ?";
          case CARRIED_IN ->
              "status <> 'VOIDED' AND received_on < ?"
                  + " AND (concluded_on IS NULL OR concluded_on >= ?)";
          case CARRIED_OUT ->
              "status <> 'VOIDED' AND received_on <= ?"
                  + " AND (concluded_on IS NULL OR concluded_on > ?)";
          case CONCLUDED,
              DISCLOSED,
              PARTIALLY_DISCLOSED,
              STATE_SECRET,
              PROHIBITED_BY_LAW,
              THREE_SECURITIES_ONE_STABILITY,
              THIRD_PARTY_RIGHTS,
              INTERNAL_AFFAIRS,
              PROCESS_INFORMATION,
              ENFORCEMENT_CASE_FILE,
              ADMINISTRATIVE_INQUIRY,
              NOT_HELD,
              REQUIRES_CREATION,
              STILL_UNCLEAR_AFTER_CORRECTION,
              PETITION_OR_COMPLAINT,
              DUPLICATE_APPLICATION,
              PUBLISHED_MATERIAL,
              EXCESSIVE_WITHOUT_REASON,
              CONFIRMATION_OR_REISSUE,
              CORRECTION_OVERDUE,
              FEE_OVERDUE,
              OTHER_HANDLING ->
              "concluded_on BETWEEN ? AND ?";
        };
    return dates
        + (cell.row().outcome().isPresent() ? " AND outcome = ?" : "")
        + (cell.column().isPresent() ? " AND applicant_type = ?" : "");
  }

  private static List<LocalDate> days(FormRow row, Period period) {
    if (row == FormRow.CARRIED_IN) {
      return List.of(period.from(), period.from());
    }
    return row == FormRow.CARRIED_OUT
        ? List.of(period.to(), period.to())
        : List.of(period.from(), period.to());
  }

  private static List<CellPage.Item> items(PreparedStatement select) throws SQLException {
    List<CellPage.Item> items = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        UUID id = row.getObject(1, UUID.class);
        items.add(
            new CellPage.Item(
                id,
                row.getLong(2),
                new OrganCode(row.getString(3)),
                ApplicantType.valueOf(row.getString(4)),
                row.getObject(5, LocalDate.class),
                ApplicationStatus.valueOf(row.getString(6)),
                Optional.ofNullable(row.getString(7)).map(Outcome::valueOf),
                Optional.ofNullable(row.getObject(8, LocalDate.class)),
                "/applications/" + id));
      }
    }
    return items;
  }
}
