package disclosure.storage.job;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The tables of one service's jobs, and the lock that whoever changes them takes first. */
record JobTables(String schema) {

  /** An SQL in which {@code {schema}} stands before the tables' names. */
  Sql sql(Connection connection, String text) {
    return Sql.of(connection, text.replace("{schema}", schema));
  }

  /** Locks a job until the transaction ends; false if there is none. */
  boolean lock(Connection connection, UUID job) throws SQLException {
    // Whoever waits has the next turn: of a row alone, the worker at its next part was faster.
    sql(connection, "SELECT pg_advisory_xact_lock(hashtextextended(CAST(:id AS text), 0))")
        .with("id", job)
        .exists();
    return sql(connection, "SELECT FROM {schema}.job WHERE id = :id FOR NO KEY UPDATE")
        .with("id", job)
        .exists();
  }

  /** Drops what is left of a locked job. */
  void dropPieces(Connection connection, UUID job) throws SQLException {
    sql(connection, "DELETE FROM {schema}.job_piece WHERE job_id = :job").with("job", job).update();
  }
}
