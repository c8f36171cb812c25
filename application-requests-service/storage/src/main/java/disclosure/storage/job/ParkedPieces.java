package disclosure.storage.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The pieces that couldn't be done, until they are retried. */
public final class ParkedPieces {

  private final JobTables tables;

  ParkedPieces(JobTables tables) {
    this.tables = tables;
  }

  /** In the order in which they were noticed. */
  public List<ParkedPiece> list(Connection connection, long after, int limit) throws SQLException {
    return tables
        .sql(
            connection,
            """
            SELECT piece.id, kind, job_id, key, cause, attempts, parked_at
              FROM {schema}.job_piece piece JOIN {schema}.job ON job.id = job_id
             WHERE parked_at IS NOT NULL AND piece.id > :after
             ORDER BY piece.id LIMIT :limit
            """)
        .with("after", after)
        .with("limit", limit)
        .list(ParkedPiece.class);
  }

  /** Has a parked piece tried anew; false if there is none of that number. */
  public boolean retry(Connection connection, long piece) throws SQLException {
    Optional<UUID> job =
        tables
            .sql(connection, "SELECT job_id FROM {schema}.job_piece WHERE id = :piece")
            .with("piece", piece)
            .first(UUID.class);
    if (job.isEmpty() || !tables.lock(connection, job.get())) {
      return false;
    }
    boolean parked =
        tables
                .sql(
                    connection,
                    """
                    UPDATE {schema}.job_piece
                       SET parked_at = NULL, attempts = 0, claimed_until = NULL,
                           not_before = clock_timestamp()
                     WHERE id = :piece AND parked_at IS NOT NULL
                    """)
                .with("piece", piece)
                .update()
            == 1;
    if (parked) {
      tables
          .sql(connection, "UPDATE {schema}.job SET finished_at = NULL WHERE id = :id")
          .with("id", job.get())
          .update();
    }
    return parked;
  }

  /** How many there are of each kind. */
  Map<String, Long> byKind(Connection connection) throws SQLException {
    record Count(String kind, long parked) {}
    return tables
        .sql(
            connection,
            """
            SELECT kind, count(*) AS parked
              FROM {schema}.job_piece JOIN {schema}.job ON job.id = job_id
             WHERE parked_at IS NOT NULL GROUP BY kind
            """)
        .list(Count.class)
        .stream()
        .collect(Collectors.toMap(Count::kind, Count::parked));
  }
}
