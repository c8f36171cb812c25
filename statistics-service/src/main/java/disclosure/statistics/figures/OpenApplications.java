package disclosure.statistics.figures;

import disclosure.edge.Text;
import disclosure.statistics.matrix.KnownStates;
import disclosure.statistics.matrix.Question;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * 在办: what was open on a day, by age and by due date.
 *
 * @param byAge calendar days since the receipt
 * @param byDueDate the due date as it stands; of an application that was concluded later, the one
 *     that its answer had to keep
 */
public record OpenApplications(List<Band> byAge, List<Band> byDueDate) {

  private static final Text POPULATION =
      new Text(
          "当日尚未办结的政府信息公开申请（不含已作废的）",
          "Applications open at the end of the day, without voided ones");

  /**
   * A part of what is open.
   *
   * @param code what holds of it
   */
  public record Band(String code, long count) {}

  /** The question's period is the one day. */
  static Counted<OpenApplications> read(
      Connection connection, List<String> organs, Question question) throws SQLException {
    return KnownStates.select(
            connection,
            organs,
            question,
            """
            , standing AS (
              SELECT :day::date - received_on AS age,
                     coalesce(due_on, answer_due_on) - :day::date AS ahead
              FROM known
              WHERE received_on <= :day AND (concluded_on IS NULL OR concluded_on > :day)
            )
            SELECT count(*) AS open,
                   count(*) FILTER (WHERE age <= 10) AS days_0_to_10,
                   count(*) FILTER (WHERE age BETWEEN 11 AND 20) AS days_11_to_20,
                   count(*) FILTER (WHERE age BETWEEN 21 AND 30) AS days_21_to_30,
                   count(*) FILTER (WHERE age BETWEEN 31 AND 60) AS days_31_to_60,
                   count(*) FILTER (WHERE age > 60) AS days_over_60,
                   count(*) FILTER (WHERE ahead < 0) AS overdue,
                   count(*) FILTER (WHERE ahead = 0) AS due_today,
                   count(*) FILTER (WHERE ahead BETWEEN 1 AND 7) AS due_within_7_days,
                   count(*) FILTER (WHERE ahead BETWEEN 8 AND 14) AS due_within_14_days,
                   count(*) FILTER (WHERE ahead > 14) AS due_later,
                   count(*) FILTER (WHERE ahead IS NULL) AS no_due_date
            FROM standing
            """)
        .with("day", question.period().to())
        .rows(OpenApplications::counted)
        .get(0);
  }

  private static Counted<OpenApplications> counted(ResultSet row) throws SQLException {
    return new Counted<>(
        POPULATION,
        row.getLong("open"),
        new OpenApplications(
            bands(
                row,
                "days_0_to_10",
                "days_11_to_20",
                "days_21_to_30",
                "days_31_to_60",
                "days_over_60"),
            bands(
                row,
                "overdue",
                "due_today",
                "due_within_7_days",
                "due_within_14_days",
                "due_later",
                "no_due_date")));
  }

  /** Bands that are called as their columns are. */
  private static List<Band> bands(ResultSet row, String... columns) throws SQLException {
    List<Band> bands = new ArrayList<>();
    for (String column : columns) {
      bands.add(new Band(column.toUpperCase(Locale.ROOT), row.getLong(column)));
    }
    return List.copyOf(bands);
  }
}
