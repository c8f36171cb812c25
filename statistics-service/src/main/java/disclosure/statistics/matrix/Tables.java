package disclosure.statistics.matrix;

import disclosure.requests.contract.DisputeKind;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.count.CellIndex;
import disclosure.statistics.count.PeriodTotals;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
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
        : matrix(connection, connection.createArrayOf("text", organs.toArray()), period);
  }

  private static List<MatrixRow> own(Connection connection, String organ, Period period)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT place, before_period, within_period FROM own_totals(?, ?, ?)")) {
      select.setString(1, organ);
      select.setObject(2, period.from());
      select.setObject(3, period.to());
      return rows(select);
    }
  }

  private static List<MatrixRow> matrix(Connection connection, Array organs, Period period)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT place,
                   coalesce(sum(n) FILTER (WHERE day < ?), 0) AS before_period,
                   coalesce(sum(n) FILTER (WHERE day >= ?), 0) AS within_period
            FROM daily_count
            WHERE day <= ? AND organ_code = ANY (?)
            GROUP BY place
            """)) {
      select.setObject(1, period.from());
      select.setObject(2, period.from());
      select.setObject(3, period.to());
      select.setArray(4, organs);
      return rows(select);
    }
  }

  /** The rows of each of the organs for itself, by its code. */
  static Map<String, List<MatrixRow>> matrices(
      Connection connection, Collection<String> organs, Period period) throws SQLException {
    Map<String, PeriodTotals> totals = new HashMap<>();
    organs.forEach(organ -> totals.put(organ, new PeriodTotals()));
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT place,
                   coalesce(sum(n) FILTER (WHERE day < ?), 0) AS before_period,
                   coalesce(sum(n) FILTER (WHERE day >= ?), 0) AS within_period,
                   organ_code
            FROM daily_count
            WHERE day <= ? AND organ_code = ANY (?)
            GROUP BY organ_code, place
            """)) {
      select.setObject(1, period.from());
      select.setObject(2, period.from());
      select.setObject(3, period.to());
      select.setArray(4, connection.createArrayOf("text", organs.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          add(row, totals.get(row.getString(4)));
        }
      }
    }
    Map<String, List<MatrixRow>> rows = new HashMap<>();
    totals.forEach((organ, sums) -> rows.put(organ, sums.rows()));
    return rows;
  }

  /** The rows of the organs together, from what was recorded up to the moment. */
  static List<MatrixRow> matrix(
      Connection connection, List<String> organs, Period period, Instant knownAt)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            KnownStates.SQL
                + """
                , dated AS (
                  SELECT 'NEWLY_RECEIVED' AS form_row, applicant_type, received_on AS day FROM known
                  UNION ALL
                  SELECT outcome, applicant_type, concluded_on FROM known WHERE outcome IS NOT NULL
                )
                SELECT place,
                       count(*) FILTER (WHERE day < ?) AS before_period,
                       count(*) FILTER (WHERE day >= ?) AS within_period
                FROM dated JOIN cell_place USING (form_row, applicant_type)
                WHERE day <= ? GROUP BY place
                """)) {
      int next = KnownStates.bind(connection, select, organs, knownAt);
      select.setObject(next, period.from());
      select.setObject(next + 1, period.from());
      select.setObject(next + 2, period.to());
      return rows(select);
    }
  }

  private static List<MatrixRow> rows(PreparedStatement select) throws SQLException {
    PeriodTotals totals = new PeriodTotals();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        add(row, totals);
      }
    }
    return totals.rows();
  }

  private static void add(ResultSet row, PeriodTotals totals) throws SQLException {
    CellIndex place = CellIndex.at(row.getInt(1));
    totals.add(place.row(), place.type(), row.getLong(2), row.getLong(3));
  }

  private static final String DISPUTES_NOW =
      """
      WITH known AS (SELECT * FROM dispute_state WHERE organ_code = ANY (?))
      """;

  /** Of each dispute that ever belonged to one of the organs, the newest version by the moment. */
  private static final String DISPUTES_THEN =
      """
      WITH touched AS (
        SELECT DISTINCT dispute_id FROM dispute_history WHERE organ_code = ANY (?)
      ), newest AS (
        SELECT DISTINCT ON (dispute_id) *
        FROM dispute_history JOIN touched USING (dispute_id)
        WHERE recorded_at <= ? ORDER BY dispute_id, version DESC
      ), known AS (
        SELECT * FROM newest WHERE organ_code = ANY (?)
      )
      """;

  static List<DisputeRow> disputes(
      Connection connection, List<String> organs, Period period, Optional<Instant> knownAt)
      throws SQLException {
    Array codes = connection.createArrayOf("text", organs.toArray());
    long[][] counts = new long[DisputeKind.values().length][4];
    try (PreparedStatement select =
        connection.prepareStatement(
            (knownAt.isPresent() ? DISPUTES_THEN : DISPUTES_NOW)
                + """
                SELECT kind,
                       count(*) FILTER (WHERE result = 'UPHELD' AND closed_on BETWEEN ? AND ?),
                       count(*) FILTER (WHERE result = 'CORRECTED' AND closed_on BETWEEN ? AND ?),
                       count(*) FILTER (WHERE result = 'OTHER' AND closed_on BETWEEN ? AND ?),
                       count(*) FILTER (WHERE closed_on IS NULL OR closed_on > ?)
                FROM known WHERE accepted_on <= ?
                GROUP BY kind
                """)) {
      int next = 1;
      select.setArray(next++, codes);
      if (knownAt.isPresent()) {
        select.setObject(next++, knownAt.get().atOffset(ZoneOffset.UTC));
        select.setArray(next++, codes);
      }
      for (int result = 0; result < 3; result++) {
        select.setObject(next++, period.from());
        select.setObject(next++, period.to());
      }
      select.setObject(next++, period.to());
      select.setObject(next, period.to());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long[] kind = counts[DisputeKind.valueOf(row.getString(1)).ordinal()];
          for (int i = 0; i < kind.length; i++) {
            kind[i] = row.getLong(i + 2);
          }
        }
      }
    }
    List<DisputeRow> rows = new ArrayList<>();
    for (DisputeKind kind : DisputeKind.values()) {
      long[] count = counts[kind.ordinal()];
      rows.add(DisputeRow.of(kind, count[0], count[1], count[2], count[3]));
    }
    return rows;
  }

  /** The moment of the snapshot, by the database's clock. */
  public static Instant asOf(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT now()");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }
}
