package disclosure.statistics.reconcile;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.count.CellIndex;
import disclosure.statistics.rollup.SumAudit;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Recounts every daily cell from the states, by SQL of its own. */
final class DriftQuery {

  private static final int MAX_EXAMPLES = 100;

  private DriftQuery() {}

  static Drift run(Connection connection) throws SQLException {
    List<Difference> differences =
        Sql.of(
                connection,
                """
                WITH dated AS (
                  SELECT organ_code, received_on AS day, 'NEWLY_RECEIVED' AS form_row,
                         applicant_type
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
                SELECT organ_code, day, place, coalesce(held.n, 0) AS counted,
                       coalesce(recount.n, 0) AS recounted, count(*) OVER () AS in_all
                FROM held FULL JOIN recount USING (organ_code, day, place)
                WHERE coalesce(held.n, 0) <> coalesce(recount.n, 0)
                ORDER BY organ_code, day, place
                LIMIT :examples
                """)
            .with("examples", MAX_EXAMPLES)
            .list(Difference.class);
    States states =
        Sql.of(
                connection,
                """
                SELECT now() AS checked_at, count(*) AS applications
                FROM application_state WHERE version > 0
                """)
            .one(States.class);
    return new Drift(
        states.checkedAt(),
        states.applications(),
        differences.stream().findFirst().map(Difference::inAll).orElse(0L),
        differences.stream().map(Difference::cell).toList(),
        SumAudit.wrongRoots(connection));
  }

  /** A count that isn't what the states say, and how many such there are. */
  private record Difference(
      OrganCode organCode, LocalDate day, int place, long counted, long recounted, long inAll) {

    Drift.WrongCell cell() {
      CellIndex index = CellIndex.at(place);
      return new Drift.WrongCell(organCode, day, index.row(), index.type(), counted, recounted);
    }
  }

  private record States(Instant checkedAt, long applications) {}
}
