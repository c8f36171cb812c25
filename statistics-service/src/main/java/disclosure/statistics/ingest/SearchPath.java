package disclosure.statistics.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Which schema's tables the statements of a transaction mean. */
final class SearchPath {

  private SearchPath() {}

  /** Up to the end of the transaction. */
  static void set(Connection connection, String schema) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("SELECT set_config('search_path', ?, true)")) {
      set.setString(1, schema);
      set.execute();
    }
  }
}
