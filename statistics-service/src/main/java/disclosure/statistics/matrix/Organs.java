package disclosure.statistics.matrix;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.security.CallerScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The directory of organs as the register's events have told it. */
final class Organs {

  private static final String LEVEL =
      """
      WITH level AS (SELECT ?::text AS organ_code)
      SELECT organ_code FROM level
      UNION
      SELECT below.organ_code
      FROM organ_state below JOIN level ON below.parent_code = level.organ_code
      WHERE below.kind = 'DEPARTMENT'
        AND coalesce(below.valid_from, '-infinity') <= ?
        AND coalesce(below.valid_to, 'infinity') >= ?
      """;

  private static final String SUBTREE =
      """
      WITH RECURSIVE subtree AS (
        SELECT ?::text AS organ_code
        UNION
        SELECT below.organ_code
        FROM organ_state below JOIN subtree ON below.parent_code = subtree.organ_code
        WHERE coalesce(below.valid_from, '-infinity') <= ?
          AND coalesce(below.valid_to, 'infinity') >= ?
      )
      SELECT organ_code FROM subtree
      """;

  private Organs() {}

  /** The organ's name, when there is such an organ and the caller acts for it. */
  static Optional<String> visibleName(Connection connection, OrganCode organ, CallerScope caller)
      throws SQLException {
    // From the organ upwards: it is visible when the token names it or one above it.
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            WITH RECURSIVE line AS (
              SELECT organ_code, parent_code FROM organ_state WHERE organ_code = ?
              UNION
              SELECT above.organ_code, above.parent_code
              FROM organ_state above JOIN line ON above.organ_code = line.parent_code
            )
            SELECT name FROM organ_state
            WHERE organ_code = ?
              AND (? OR EXISTS (SELECT 1 FROM line WHERE organ_code = ANY (?)))
            """)) {
      select.setString(1, organ.value());
      select.setString(2, organ.value());
      select.setBoolean(3, caller.everywhere());
      select.setArray(
          4,
          connection.createArrayOf(
              "text", caller.roots().stream().map(OrganCode::value).toArray()));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** The codes of the organs in the scope, by the hierarchy valid on the given day. */
  static List<String> codes(Connection connection, OrganCode organ, Scope scope, LocalDate day)
      throws SQLException {
    return switch (scope) {
      case OWN -> List.of(organ.value());
      case LEVEL -> select(connection, LEVEL, organ, day);
      case SUBTREE -> select(connection, SUBTREE, organ, day);
    };
  }

  private static List<String> select(
      Connection connection, String query, OrganCode organ, LocalDate day) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, organ.value());
      select.setObject(2, day);
      select.setObject(3, day);
      List<String> codes = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          codes.add(row.getString(1));
        }
      }
      return codes;
    }
  }
}
