package disclosure.storage.job;

import disclosure.storage.Cause;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What workers do with pieces, by the database's time: they claim them, hold their claims while
 * they work, and note how far they got. Whoever changes the pieces of a job, but for claiming them,
 * first locks the job; so that whether a piece was the last is seen by one at a time.
 */
final class Claims {

  private final JobTables tables;
  private final Turns turns;

  Claims(JobTables tables, Turns turns) {
    this.tables = tables;
    this.turns = turns;
  }

  /**
   * The piece that is next, is due, and that nobody has; one whose claim ran out counts as failed.
   *
   * @param inTurn whether those who ordered take turns; otherwise the oldest is next
   */
  Optional<Piece> claim(Connection connection, String kind, boolean inTurn, Duration lease)
      throws SQLException {
    Optional<Piece> piece =
        tables
            .sql(
                connection,
                """
                UPDATE {schema}.job_piece piece
                   SET claim = claim + 1,
                       attempts = attempts + CASE WHEN claimed_until IS NULL THEN 0 ELSE 1 END,
                       claimed_until = clock_timestamp() + :lease * interval '1 millisecond'
                 WHERE id = (SELECT due.id
                               FROM {schema}.job_piece due
                               JOIN {schema}.job ON job.id = due.job_id {turns}
                              WHERE job.kind = :kind AND parked_at IS NULL
                                AND not_before <= clock_timestamp()
                                AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
                              ORDER BY {first} ordered_at, due.id
                              LIMIT 1
                                FOR UPDATE OF due SKIP LOCKED)
                RETURNING id, job_id, key, attempts, claim
                """
                    .replace("{turns}", inTurn ? Turns.JOIN : "")
                    .replace("{first}", inTurn ? Turns.FIRST : ""))
            .with("kind", kind)
            .with("lease", lease.toMillis())
            .first(Piece.class);
    if (inTurn && piece.isPresent()) {
      turns.serve(connection, piece.get().jobId());
    }
    return piece;
  }

  /** Renews a claim, unless its result is being stored: then nobody else can take it anyway. */
  void renew(Connection connection, Piece piece, Duration lease) throws SQLException {
    tables
        .sql(
            connection,
            """
            UPDATE {schema}.job_piece
               SET claimed_until = clock_timestamp() + :lease * interval '1 millisecond'
             WHERE id = (SELECT id FROM {schema}.job_piece
                          WHERE id = :id AND claim = :claim AND claimed_until IS NOT NULL
                            FOR UPDATE SKIP LOCKED)
            """)
        .with("id", piece.id())
        .with("claim", piece.claim())
        .with("lease", lease.toMillis())
        .update();
  }

  /** Gives a piece back, which is nobody's fault. */
  void release(Connection connection, Piece piece, Duration pause) throws SQLException {
    tables
        .sql(
            connection,
            """
            UPDATE {schema}.job_piece
               SET claimed_until = NULL,
                   not_before = clock_timestamp() + :pause * interval '1 millisecond'
             WHERE id = :id AND claim = :claim
            """)
        .with("id", piece.id())
        .with("claim", piece.claim())
        .with("pause", pause.toMillis())
        .update();
  }

  /**
   * Locks the job and the claimed piece until the transaction ends.
   *
   * @throws ClaimLost when it isn't claimed so any more
   */
  void hold(Connection connection, Piece piece) throws SQLException {
    if (!tables.lock(connection, piece.jobId())
        || !tables
            .sql(
                connection,
                "SELECT FROM {schema}.job_piece WHERE id = :id AND claim = :claim FOR UPDATE")
            .with("id", piece.id())
            .with("claim", piece.claim())
            .exists()) {
      throw new ClaimLost();
    }
  }

  /** Notes that a held piece got on, sets aside what failed, and tells whether the job is over. */
  boolean advance(
      Connection connection,
      Piece piece,
      Progress progress,
      Map<String, Cause> failed,
      JobSettings settings)
      throws SQLException {
    for (Map.Entry<String, Cause> row : failed.entrySet()) {
      setAside(connection, piece.jobId(), row.getKey(), row.getValue(), settings);
    }
    tables
        .sql(connection, "UPDATE {schema}.job SET done = done + :done WHERE id = :id AND :done > 0")
        .with("done", progress.done())
        .with("id", piece.jobId())
        .update();
    if (progress.more()) {
      tables
          .sql(
              connection,
              """
              UPDATE {schema}.job_piece
                 SET attempts = 0,
                     claimed_until = clock_timestamp() + :lease * interval '1 millisecond'
               WHERE id = :id
              """)
          .with("id", piece.id())
          .with("lease", settings.lease().toMillis())
          .update();
      return false;
    }
    tables
        .sql(connection, "DELETE FROM {schema}.job_piece WHERE id = :id")
        .with("id", piece.id())
        .update();
    return finish(connection, piece.jobId());
  }

  /** Counts a failed attempt of a claimed piece, and tells whether it is parked. */
  boolean fail(Connection connection, Piece piece, Cause cause, JobSettings settings)
      throws SQLException {
    hold(connection, piece);
    return attempted(connection, piece.id(), cause, settings);
  }

  /**
   * Whether nothing is left but parts and rows that are parked; the job is locked. While its walk
   * is parked it isn't over.
   */
  boolean finish(Connection connection, UUID job) throws SQLException {
    // A statement of its own, and after the lock: it sees what those before committed.
    return tables
            .sql(
                connection,
                """
                UPDATE {schema}.job SET finished_at = clock_timestamp()
                 WHERE id = :id AND finished_at IS NULL
                   AND NOT EXISTS (SELECT FROM {schema}.job_piece
                                    WHERE job_id = :id AND (parked_at IS NULL OR key = :walk))
                """)
            .with("id", job)
            .with("walk", Piece.WALK)
            .update()
        == 1;
  }

  private void setAside(
      Connection connection, UUID job, String key, Cause cause, JobSettings settings)
      throws SQLException {
    tables
        .sql(
            connection,
            """
            INSERT INTO {schema}.job_piece (job_id, key) VALUES (:job, :key)
            ON CONFLICT (job_id, key) DO NOTHING
            """)
        .with("job", job)
        .with("key", key)
        .update();
    long id =
        tables
            .sql(connection, "SELECT id FROM {schema}.job_piece WHERE job_id = :job AND key = :key")
            .with("job", job)
            .with("key", key)
            .one(Long.class);
    attempted(connection, id, cause, settings);
  }

  private boolean attempted(Connection connection, long piece, Cause cause, JobSettings settings)
      throws SQLException {
    return tables
        .sql(
            connection,
            """
            UPDATE {schema}.job_piece
               SET attempts = attempts + 1, claimed_until = NULL, cause = :cause,
                   not_before = clock_timestamp()
                                + :back_off * (1 << attempts) * interval '1 millisecond',
                   parked_at = CASE WHEN attempts + 1 >= :most THEN clock_timestamp() END
             WHERE id = :id
            RETURNING parked_at IS NOT NULL AS parked
            """)
        .with("id", piece)
        .with("cause", cause.text())
        .with("back_off", settings.backOff().toMillis())
        .with("most", settings.maxAttempts())
        .one(Boolean.class);
  }
}
