package disclosure.statistics.reconcile;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.count.CellIndex;
import disclosure.statistics.rollup.SumAudit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Recounts every daily cell from the states, by SQL of its own. */
final class DriftQuery {

  private static final int MAX_EXAMPLES = 100;

  private DriftQuery() {}

  static Drift run(Connection connection) throws SQLException {
    List<Drift.WrongCell> examples = new ArrayList<>();
    long wrong = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            WITH dated AS (
              SELECT organ_code, received_on AS day, 'NEWLY_RECEIVED' AS form_row, applicant_type
              FROM application_state WHERE version > 0 AND status <> 'VOIDED'
              UNION ALL
              SELECT organ_code, concluded_on, outcome, applicant_type
              FROM application_state WHERE version > 0 AND status = 'CONCLUDED'
            ), recount AS (
              SELECT organ_code, day, place, count(*) AS n
              FROM dated JOIN cell_place USING (form_row, applicant_type)
              GROUP BY organ_code, day, place
            ), held AS (
              SELECT organ_code, day, place, sum(n) AS n
              FROM daily_count GROUP BY organ_code, day, place
            )
            SELECT organ_code, day, place,
                   coalesce(held.n, 0), coalesce(recount.n, 0), count(*) OVER ()
            FROM held FULL JOIN recount USING (organ_code, day, place)
            WHERE coalesce(held.n, 0) <> coalesce(recount.n, 0)
            ORDER BY organ_code, day, place
            LIMIT ?
            """)) {
      select.setInt(1, MAX_EXAMPLES);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          CellIndex place = CellIndex.at(row.getInt(3));
          examples.add(
              new Drift.WrongCell(
                  new OrganCode(row.getString(1)),
                  row.getObject(2, LocalDate.class),
                  place.row(),
                  place.type(),
                  row.getLong(4),
                  row.getLong(5)));
          wrong = row.getLong(6);
        }
      }
    }
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT now(), count(*) FROM application_state WHERE version > 0");
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Drift(
          row.getObject(1, OffsetDateTime.class).toInstant(),
          row.getLong(2),
          wrong,
          List.copyOf(examples),
          SumAudit.wrongRoots(connection));
    }
  }
}
