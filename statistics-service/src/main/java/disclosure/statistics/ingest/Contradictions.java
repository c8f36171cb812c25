package disclosure.statistics.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Looks whether a state that was not newer has other content than the one held. */
final class Contradictions {

  private Contradictions() {}

  static void check(
      Connection connection,
      String table,
      String idColumn,
      String idType,
      NewestVersions.Versioned<? extends Record> event,
      Rejections rejections)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            String.format(
                Locale.ROOT,
                "SELECT version, digest FROM %s WHERE %s = ?::%s",
                table,
                idColumn,
                idType))) {
      select.setString(1, event.id());
      try (ResultSet row = select.executeQuery()) {
        if (row.next() && event.contradicts(row.getLong(1), row.getBytes(2))) {
          rejections.contradiction(event.offset(), event.id(), event.version());
        }
      }
    }
  }
}
