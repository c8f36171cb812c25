package disclosure.statistics.cell;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.cell.CellQuestion.PageToken;
import disclosure.statistics.contract.Period;
import disclosure.statistics.matrix.KnownStates;
import disclosure.statistics.matrix.Question;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the applications behind a cell. */
final class CellApplications {

  private static final String COLUMNS =
      """
      SELECT application_id, version, organ_code, applicant_type, received_on, status, outcome,
             concluded_on
      """;
  private static final int GROWTH = 3;

  /** How many more organs are looked at than should suffice, since some have less than others. */
  private static final double MARGIN = 1.3;

  private CellApplications() {}

  /**
   * Those after the given place, up to the limit. In an order of organs only some of these are
   * looked at when they suffice.
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
    CellOrder order = CellOrder.of(cell.after(), organs);
    if (order == CellOrder.DAY) {
      return select(connection, organs, question, cell, order, limit);
    }
    List<String> ahead =
        organs.subList(
            cell.after()
                .flatMap(PageToken::organ)
                .map(organ -> position(organs, organ.value()))
                .orElse(0),
            organs.size());
    List<CellPage.Item> found = new ArrayList<>();
    int chunk = enough(organs.size(), count, limit);
    for (int from = 0;
        from < ahead.size() && found.size() < limit;
        from += chunk, chunk *= GROWTH) {
      List<String> some = ahead.subList(from, Math.min(ahead.size(), from + chunk));
      found.addAll(select(connection, some, question, cell, order, limit - found.size()));
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
      Connection connection,
      List<String> organs,
      Question question,
      CellQuestion cell,
      CellOrder order,
      int limit)
      throws SQLException {
    String selection =
        COLUMNS
            + (question.knownAt().isPresent() ? " FROM known" : " FROM application_state")
            + " WHERE organ_code = ANY (:organs) AND "
            + cell.after().map(token -> order.beyond() + " AND ").orElse("")
            + condition(cell)
            + " ORDER BY "
            + order.columns()
            + " LIMIT :limit";
    Sql select =
        question.knownAt().isPresent()
            ? KnownStates.select(connection, organs, question, selection)
            : Sql.of(connection, selection).array("organs", "text", organs);
    select.with("limit", limit);
    cell.after()
        .ifPresent(
            token -> {
              token.organ().ifPresent(organ -> select.with("afterOrgan", organ));
              token.receivedOn().ifPresent(day -> select.with("afterDay", day));
              select.with("afterId", token.applicationId());
            });
    days(cell.row(), question.period()).forEach(select::with);
    cell.row().outcome().ifPresent(outcome -> select.with("outcome", outcome));
    cell.column().ifPresent(type -> select.with("type", type));
    return select.rows(CellApplications::item);
  }

  private static String condition(CellQuestion cell) {
    String dates =
        switch (cell.row()) {
          case NEWLY_RECEIVED -> "status <> 'VOIDED' AND received_on BETWEEN :from AND :to";
          case CARRIED_IN ->
              "status <> 'VOIDED' AND received_on < :from"
                  + " AND (concluded_on IS NULL OR concluded_on >= :from)";
          case CARRIED_OUT ->
              "status <> 'VOIDED' AND received_on <= :to"
                  + " AND (concluded_on IS NULL OR concluded_on > :to)";
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
              "concluded_on BETWEEN :from AND :to";
        };
    return dates
        + (cell.row().outcome().isPresent() ? " AND outcome = :outcome" : "")
        + (cell.column().isPresent() ? " AND applicant_type = :type" : "");
  }

  /** The days that the condition names. */
  private static Map<String, LocalDate> days(FormRow row, Period period) {
    if (row == FormRow.CARRIED_IN) {
      return Map.of("from", period.from());
    }
    return row == FormRow.CARRIED_OUT
        ? Map.of("to", period.to())
        : Map.of("from", period.from(), "to", period.to());
  }

  private static CellPage.Item item(ResultSet row) throws SQLException {
    UUID id = row.getObject("application_id", UUID.class);
    return new CellPage.Item(
        id,
        row.getLong("version"),
        new OrganCode(row.getString("organ_code")),
        ApplicantType.valueOf(row.getString("applicant_type")),
        row.getObject("received_on", LocalDate.class),
        ApplicationStatus.valueOf(row.getString("status")),
        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
        Optional.ofNullable(row.getObject("concluded_on", LocalDate.class)),
        "/applications/" + id);
  }
}
