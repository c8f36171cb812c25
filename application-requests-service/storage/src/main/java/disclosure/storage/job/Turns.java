package disclosure.storage.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Whose turn it is among those who order, for kinds of job whose owners take turns: whoever was
 * served longest ago, or never.
 */
final class Turns {

  /** A join of a job with the turn of whoever ordered it. */
  static final String JOIN =
      """
      LEFT JOIN {schema}.job_turn turn
             ON turn.kind = job.kind AND turn.owner = coalesce(job.owner, job.id::text)
      """;

  /** What sorts those first whose turn is next. */
  static final String FIRST = "turn.served_at NULLS FIRST,";

  private final JobTables tables;

  Turns(JobTables tables) {
    this.tables = tables;
  }

  /** Notes that the owner of a job was served. */
  void serve(Connection connection, UUID job) throws SQLException {
    tables
        .sql(
            connection,
            """
            INSERT INTO {schema}.job_turn (kind, owner, served_at)
            SELECT kind, coalesce(owner, id::text), clock_timestamp()
              FROM {schema}.job WHERE id = :job
            ON CONFLICT (kind, owner) DO UPDATE SET served_at = excluded.served_at
            """)
        .with("job", job)
        .update();
  }

  /**
   * Forgets those who were served more than a day ago: nobody's turn was longer ago, with or
   * without it, and who he is needn't be kept when his jobs aren't.
   */
  boolean forget(Connection connection, String kind) throws SQLException {
    return tables
            .sql(
                connection,
                """
                DELETE FROM {schema}.job_turn
                 WHERE kind = :kind AND served_at < clock_timestamp() - interval '1 day'
                """)
            .with("kind", kind)
            .update()
        > 0;
  }
}
