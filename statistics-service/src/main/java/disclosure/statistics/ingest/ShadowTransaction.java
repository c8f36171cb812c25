package disclosure.statistics.ingest;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A transaction on the tables of another schema. After a crash of the server these are made anew,
 * so its commit doesn't wait for the disk; that of the transaction that puts them in the place of
 * the others does, for all before it.
 */
final class ShadowTransaction {

  private ShadowTransaction() {}

  /** Makes the connection's transaction one, up to its end. */
  static void begin(Connection connection, String schema) throws SQLException {
    Sql.of(
            connection,
            """
            SELECT set_config('search_path', :schema, true) AS path,
                   set_config('synchronous_commit', 'off', true) AS waits
            """)
        .with("schema", schema)
        .exists();
  }
}
