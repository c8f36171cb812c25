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

  /** Behind all codes. */
  static final String LAST = "~";

  private static final int MAX_EXAMPLES = 100;
  private static final int ORGANS = 200;

  private DriftQuery() {}

  /** All organs at once. */
  static Drift run(Connection connection) throws SQLException {
    return between(connection, "", LAST).withWrongSums(SumAudit.wrongRoots(connection));
  }

  /**
   * The next organs, so many that their recount takes no long time.
   *
   * @return the last of them
   */
  static String end(Connection connection, String after) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT organ_code FROM organ_state WHERE organ_code > :after
            ORDER BY organ_code OFFSET :more LIMIT 1
            """)
        .with("after", after)
        .with("more", ORGANS - 1)
        .first(String.class)
        .orElse(LAST);
  }

  /** How many parts all organs are. */
  static long parts(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT count(*) / :organs + 1 FROM organ_state")
        .with("organs", ORGANS)
        .one(Long.class);
  }

  /** Some organs, in one snapshot: those behind one code up to another. */
  static Drift between(Connection connection, String after, String end) throws SQLException {
    List<Difference> differences =
        Sql.of(
                connection,
                """
                WITH dated AS (
                  SELECT organ_code, received_on AS day, 'NEWLY_RECEIVED' AS form_row,
                         applicant_type
                  FROM application_state
                  WHERE version > 0 AND status <> 'VOIDED'
                    AND organ_code > :after AND organ_code <= :end
                  UNION ALL
                  SELECT organ_code, concluded_on, outcome, applicant_type
                  FROM application_state
                  WHERE version > 0 AND status = 'CONCLUDED'
                    AND organ_code > :after AND organ_code <= :end
                ), recount AS (
                  SELECT organ_code, day, place, count(*) AS n
                  FROM dated JOIN cell_place USING (form_row, applicant_type)
                  GROUP BY organ_code, day, place
                ), held AS (
                  SELECT organ_code, day, place, sum(n) AS n
                  FROM daily_count WHERE organ_code > :after AND organ_code <= :end
                  GROUP BY organ_code, day, place
                )
                SELECT organ_code, day, place, coalesce(held.n, 0) AS counted,
                       coalesce(recount.n, 0) AS recounted, count(*) OVER () AS in_all
                FROM held FULL JOIN recount USING (organ_code, day, place)
                WHERE coalesce(held.n, 0) <> coalesce(recount.n, 0)
                ORDER BY organ_code, day, place
                LIMIT :examples
                """)
            .with("after", after)
            .with("end", end)
            .with("examples", MAX_EXAMPLES)
            .list(Difference.class);
    States states =
        Sql.of(
                connection,
                """
                SELECT now() AS checked_at, count(*) AS applications
                FROM application_state
                WHERE version > 0 AND organ_code > :after AND organ_code <= :end
                """)
            .with("after", after)
            .with("end", end)
            .one(States.class);
    return new Drift(
        states.checkedAt(),
        states.applications(),
        differences.stream().findFirst().map(Difference::inAll).orElse(0L),
        differences.stream().map(Difference::cell).toList(),
        List.of());
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
