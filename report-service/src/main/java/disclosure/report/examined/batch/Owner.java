package disclosure.report.examined.batch;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.util.Optional;

/**
 * Whose a job is.
 *
 * @param person who signed in at the client; empty where it acts for itself
 */
record Owner(String client, Optional<String> person) {

  /** A condition that is true of the owner's jobs; of what {@link #of} fills in. */
  static final String OWN =
      "client_id = :client AND person IS NOT DISTINCT FROM CAST(:person AS text)";

  Sql of(Connection connection, String sql) {
    return Sql.of(connection, sql).with("client", client).with("person", person);
  }
}
