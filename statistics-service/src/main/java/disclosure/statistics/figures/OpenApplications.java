package disclosure.statistics.figures;

import disclosure.edge.Text;
import disclosure.statistics.matrix.KnownStates;
import disclosure.statistics.matrix.Question;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * 在办: what was open on a day, by age and by due date.
 *
 * @param byAge calendar days since the receipt
 * @param byDueDate the due date as it stands; of an application that was concluded later, the one
 *     that its answer had to keep
 */
record OpenApplications(List<Band> byAge, List<Band> byDueDate) {

  private static final Text POPULATION =
      new Text(
          "当日尚未办结的政府信息公开申请（不含已作废的）",
          "Applications open at the end of the day, without voided ones");

  /**
   * A part of what is open.
   *
   * @param code what holds of it
   */
  record Band(String code, long count) {}

  private static final List<String> AGES =
      List.of("DAYS_0_TO_10", "DAYS_11_TO_20", "DAYS_21_TO_30", "DAYS_31_TO_60", "DAYS_OVER_60");
  private static final List<String> DUE =
      List.of(
          "OVERDUE",
          "DUE_TODAY",
          "DUE_WITHIN_7_DAYS",
          "DUE_WITHIN_14_DAYS",
          "DUE_LATER",
          "NO_DUE_DATE");

  /** The question's period is the one day. */
  static Counted<OpenApplications> read(
      Connection connection, List<String> organs, Question question) throws SQLException {
    LocalDate day = question.period().to();
    try (PreparedStatement select =
        connection.prepareStatement(
            KnownStates.sql(question)
                + """
                , standing AS (
                  SELECT ?::date - received_on AS age,
                         coalesce(due_on, answer_due_on) - ?::date AS ahead
                  FROM known
                  WHERE received_on <= ? AND (concluded_on IS NULL OR concluded_on > ?)
                )
                SELECT count(*),
                       count(*) FILTER (WHERE age <= 10),
                       count(*) FILTER (WHERE age BETWEEN 11 AND 20),
                       count(*) FILTER (WHERE age BETWEEN 21 AND 30),
                       count(*) FILTER (WHERE age BETWEEN 31 AND 60),
                       count(*) FILTER (WHERE age > 60),
                       count(*) FILTER (WHERE ahead < 0),
                       count(*) FILTER (WHERE ahead = 0),
                       count(*) FILTER (WHERE ahead BETWEEN 1 AND 7),
                       count(*) FILTER (WHERE ahead BETWEEN 8 AND 14),
                       count(*) FILTER (WHERE ahead > 14),
                       count(*) FILTER (WHERE ahead IS NULL)
                FROM standing
                """)) {
      int next = KnownStates.bind(connection, select, organs, question);
      for (int i = 0; i < 4; i++) {
        select.setObject(next + i, day);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Counted<>(
            POPULATION,
            row.getLong(1),
            new OpenApplications(bands(AGES, row, 2), bands(DUE, row, 2 + AGES.size())));
      }
    }
  }

  private static List<Band> bands(List<String> codes, ResultSet row, int first)
      throws SQLException {
    Band[] bands = new Band[codes.size()];
    for (int i = 0; i < bands.length; i++) {
      bands[i] = new Band(codes.get(i), row.getLong(first + i));
    }
    return List.of(bands);
  }
}
