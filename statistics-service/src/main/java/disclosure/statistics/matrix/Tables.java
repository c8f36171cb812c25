package disclosure.statistics.matrix;

import disclosure.requests.contract.DisputeKind;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.count.CellIndex;
import disclosure.statistics.count.PeriodTotals;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queries that count. */
public final class Tables {

  private Tables() {}

  static List<MatrixRow> matrix(Connection connection, List<String> organs, Period period)
      throws SQLException {
    return organs.size() == 1
        ? own(connection, organs.get(0), period)
        : together(connection, organs, period);
  }

  private static List<MatrixRow> own(Connection connection, String organ, Period period)
      throws SQLException {
    return rows(
        Sql.of(
                connection,
                "SELECT place, before_period, within_period FROM own_totals(:organ, :from, :to)")
            .with("organ", organ)
            .with("from", period.from())
            .with("to", period.to()));
  }

  private static List<MatrixRow> together(Connection connection, List<String> organs, Period period)
      throws SQLException {
    return rows(
        Sql.of(
                connection,
                """
                SELECT place,
                       coalesce(sum(n) FILTER (WHERE day < :from), 0) AS before_period,
                       coalesce(sum(n) FILTER (WHERE day >= :from), 0) AS within_period
                FROM daily_count
                WHERE day <= :to AND organ_code = ANY (:organs)
                GROUP BY place
                """)
            .with("from", period.from())
            .with("to", period.to())
            .array("organs", "text", organs));
  }

  /** The rows of each of the organs for itself, by its code. */
  public static Map<String, List<MatrixRow>> matrices(
      Connection connection, Collection<String> organs, Period period) throws SQLException {
    return each(
        Sql.of(
                connection,
                """
                SELECT place,
                       coalesce(sum(n) FILTER (WHERE day < :from), 0) AS before_period,
                       coalesce(sum(n) FILTER (WHERE day >= :from), 0) AS within_period,
                       organ_code
                FROM daily_count
                WHERE day <= :to AND organ_code = ANY (:organs)
                GROUP BY organ_code, place
                """)
            .array("organs", "text", organs),
        organs,
        period);
  }

  /** The same as the question wants it, whichever organ and scope it names. */
  public static Map<String, List<MatrixRow>> matrices(
      Connection connection, List<String> organs, Question question) throws SQLException {
    return question.knownAt().isEmpty()
        ? matrices(connection, organs, question.period())
        : each(
            known(connection, organs, question.knownAt().get(), "organ_code, place"),
            organs,
            question.period());
  }

  private static Map<String, List<MatrixRow>> each(
      Sql select, Collection<String> organs, Period period) throws SQLException {
    Map<String, PeriodTotals> totals = new HashMap<>();
    organs.forEach(organ -> totals.put(organ, new PeriodTotals()));
    select
        .with("from", period.from())
        .with("to", period.to())
        .forEach(row -> add(row, totals.get(row.getString("organ_code"))));
    Map<String, List<MatrixRow>> rows = new HashMap<>();
    totals.forEach((organ, sums) -> rows.put(organ, sums.rows()));
    return rows;
  }

  /** The rows of the organs together, from what was recorded up to the moment. */
  static List<MatrixRow> matrix(
      Connection connection, List<String> organs, Period period, Instant knownAt)
      throws SQLException {
    return rows(
        known(connection, organs, knownAt, "place")
            .with("from", period.from())
            .with("to", period.to()));
  }

  /** Counts what was recorded up to the moment, for each value of the columns. */
  private static Sql known(
      Connection connection, List<String> organs, Instant knownAt, String columns)
      throws SQLException {
    return KnownStates.select(
        connection,
        organs,
        knownAt,
        """
        , dated AS (
          SELECT organ_code, 'NEWLY_RECEIVED' AS form_row, applicant_type, received_on AS day
          FROM known
          UNION ALL
          SELECT organ_code, outcome, applicant_type, concluded_on FROM known
          WHERE outcome IS NOT NULL
        )
        SELECT {columns},
               count(*) FILTER (WHERE day < :from) AS before_period,
               count(*) FILTER (WHERE day >= :from) AS within_period
        FROM dated JOIN cell_place USING (form_row, applicant_type)
        WHERE day <= :to GROUP BY {columns}
        """
            .replace("{columns}", columns));
  }

  private static List<MatrixRow> rows(Sql select) throws SQLException {
    PeriodTotals totals = new PeriodTotals();
    select.forEach(row -> add(row, totals));
    return totals.rows();
  }

  private static void add(ResultSet row, PeriodTotals totals) throws SQLException {
    CellIndex place = CellIndex.at(row.getInt("place"));
    totals.add(
        place.row(), place.type(), row.getLong("before_period"), row.getLong("within_period"));
  }

  private static final String DISPUTES_NOW =
      """
      WITH known AS (SELECT * FROM dispute_state WHERE organ_code = ANY (:organs))
      """;

  /** Of each dispute that ever belonged to one of the organs, the newest version by the moment. */
  private static final String DISPUTES_THEN =
      """
      WITH touched AS (
        SELECT DISTINCT dispute_id FROM dispute_history WHERE organ_code = ANY (:organs)
      ), newest AS (
        SELECT DISTINCT ON (dispute_id) *
        FROM dispute_history JOIN touched USING (dispute_id)
        WHERE recorded_at <= :knownAt ORDER BY dispute_id, version DESC
      ), known AS (
        SELECT * FROM newest WHERE organ_code = ANY (:organs)
      )
      """;

  static List<DisputeRow> disputes(
      Connection connection, List<String> organs, Period period, Optional<Instant> knownAt)
      throws SQLException {
    Sql select =
        Sql.of(
                connection,
                (knownAt.isPresent() ? DISPUTES_THEN : DISPUTES_NOW)
                    + """
                    SELECT kind,
                           count(*) FILTER (WHERE result = 'UPHELD' AND ended) AS upheld,
                           count(*) FILTER (WHERE result = 'CORRECTED' AND ended) AS corrected,
                           count(*) FILTER (WHERE result = 'OTHER' AND ended) AS other,
                           count(*) FILTER (WHERE closed_on IS NULL OR closed_on > :to) AS pending
                    FROM known, LATERAL (SELECT closed_on BETWEEN :from AND :to) AS period (ended)
                    WHERE accepted_on <= :to AND NOT voided
                    GROUP BY kind
                    """)
            .array("organs", "text", organs)
            .with("from", period.from())
            .with("to", period.to());
    knownAt.ifPresent(moment -> select.with("knownAt", moment));
    Map<DisputeKind, DisputeRow> counted = new EnumMap<>(DisputeKind.class);
    select.forEach(
        row -> {
          DisputeKind kind = DisputeKind.valueOf(row.getString("kind"));
          counted.put(
              kind,
              DisputeRow.of(
                  kind,
                  row.getLong("upheld"),
                  row.getLong("corrected"),
                  row.getLong("other"),
                  row.getLong("pending")));
        });
    return Arrays.stream(DisputeKind.values())
        .map(kind -> counted.getOrDefault(kind, DisputeRow.of(kind, 0, 0, 0, 0)))
        .toList();
  }

  /** The moment of the snapshot, by the database's clock. */
  public static Instant asOf(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT now()").one(Instant.class);
  }
}
