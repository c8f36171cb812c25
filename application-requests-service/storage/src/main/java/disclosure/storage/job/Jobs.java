package disclosure.storage.job;

import disclosure.storage.Cause;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The jobs and their pieces in the database. Whoever changes the pieces of a job, but for claiming
 * them, first locks the job; so that whether a piece was the last is seen by one at a time.
 */
public final class Jobs {

  private static final String LATER =
      """
      AND (ordered_at, id) >
          (SELECT last.ordered_at, last.id FROM {schema}.job last WHERE last.id = :after)
      """;

  private static final String TURNS =
      """
      LEFT JOIN {schema}.job_turn turn
             ON turn.kind = job.kind AND turn.owner = coalesce(job.owner, job.id::text)
      """;

  private final String schema;
  private final List<Consumer<String>> told = new CopyOnWriteArrayList<>();

  /** Those of the service that owns the schema. */
  public Jobs(String schema) {
    this.schema = schema;
  }

  /** A part of an order; its key is unique within the job, its weight what it is of the total. */
  public record Part(String key, int weight) {

    /** The one part of a job that goes over rows. */
    public static Part walk() {
      return new Part(Piece.WALK, 1);
    }
  }

  /**
   * Orders a job of a single piece that goes over rows part by part, if it isn't there yet. One
   * that is parked is tried again after some minutes if it is ordered again.
   */
  public void order(Connection connection, String kind, UUID job, Duration delay)
      throws SQLException {
    order(connection, kind, job, Optional.empty(), List.of(Part.walk()), delay);
    sql(
            connection,
            """
            UPDATE {schema}.job_piece SET parked_at = NULL, attempts = 0
             WHERE job_id = :job AND key = :walk
               AND parked_at < clock_timestamp() - interval '5 minutes'
            """)
        .with("job", job)
        .with("walk", Piece.WALK)
        .update();
  }

  /**
   * Orders a job, in the transaction that stores what it is about. Ordered again, it gets the parts
   * that it hasn't; but for an hour after it was called off, it stays so.
   *
   * @param total how much there is to do, if that is known
   * @param delay how long it waits at first
   */
  public void order(
      Connection connection,
      String kind,
      UUID job,
      Optional<Long> total,
      List<Part> parts,
      Duration delay)
      throws SQLException {
    int open =
        sql(
                connection,
                """
                INSERT INTO {schema}.job (id, kind, total) VALUES (:id, :kind, :total)
                ON CONFLICT (id) DO UPDATE SET finished_at = NULL, cancelled_at = NULL
                  WHERE job.cancelled_at IS NULL
                     OR job.cancelled_at < clock_timestamp() - interval '1 hour'
                """)
            .with("id", job)
            .with("kind", kind)
            .with("total", total)
            .update();
    if (open == 0) {
      return;
    }
    boolean something =
        sql(
                connection,
                """
                INSERT INTO {schema}.job_piece (job_id, key, weight, not_before)
                VALUES (:job, :key, :weight, clock_timestamp() + :delay * interval '1 millisecond')
                ON CONFLICT (job_id, key) DO NOTHING
                """)
            .with("job", job)
            .with("delay", delay.toMillis())
            .batch(parts);
    if (something && delay.isZero()) {
      told.forEach(workers -> workers.accept(kind));
    }
  }

  /**
   * Notes in the transaction that orders a job whose it is, where those who order take turns; one
   * that says nothing is an owner by itself.
   *
   * @param person who signed in at the client; empty where it acts for itself
   */
  public void belongs(Connection connection, UUID job, String client, Optional<String> person)
      throws SQLException {
    sql(connection, "UPDATE {schema}.job SET owner = :owner WHERE id = :id AND owner IS NULL")
        .with("owner", person.map(who -> client + " " + who).orElse(client))
        .with("id", job)
        .update();
  }

  /**
   * Has somebody told the kind of what is ordered here, as soon as that is; the transaction that
   * stores it may end some time later.
   */
  void onOrder(Consumer<String> workers) {
    told.add(workers);
  }

  /** A job that was called off may be ordered again at once: there is something new to do. */
  public void allowAgain(Connection connection, UUID job) throws SQLException {
    sql(
            connection,
            """
            UPDATE {schema}.job SET cancelled_at = NULL
             WHERE id = :id AND cancelled_at IS NOT NULL
            """)
        .with("id", job)
        .update();
  }

  /** A condition that is true of a row unless the job has set it aside; its id is {@code :job}. */
  public String notSetAside(String rowId) {
    return "NOT EXISTS (SELECT FROM "
        + schema
        + ".job_piece aside WHERE aside.job_id = :job AND aside.key = "
        + rowId
        + "::text)";
  }

  /**
   * How much of a job is parked, as an expression of SQL.
   *
   * @param job what gives the job's id
   */
  public String parkedOf(String job) {
    return "(SELECT coalesce(sum(aside.weight), 0)::bigint FROM "
        + schema
        + ".job_piece aside WHERE aside.job_id = "
        + job
        + " AND aside.parked_at IS NOT NULL)";
  }

  /**
   * A join of SQL with the job, whose columns are those of {@link JobProgress}.
   *
   * @param job what gives the job's id
   */
  public String joinedBy(String job) {
    return "JOIN " + schema + ".job ON job.id = " + job;
  }

  /** A condition of SQL that is true while there is no such job. */
  public String isUnknown(String job) {
    return "NOT EXISTS (SELECT FROM " + schema + ".job known WHERE known.id = " + job + ")";
  }

  /** A condition of SQL that is true when no piece of the job is left, not even a parked one. */
  public String nothingLeftOf(String job) {
    return "NOT EXISTS (SELECT FROM "
        + schema
        + ".job_piece piece WHERE piece.job_id = "
        + job
        + ")";
  }

  /** When a job was called off, as an expression of SQL; NULL if it wasn't. */
  public String cancelledAtOf(String job) {
    return "(SELECT called.cancelled_at FROM "
        + schema
        + ".job called WHERE called.id = "
        + job
        + ")";
  }

  /**
   * The jobs that aren't finished, the oldest first.
   *
   * @param after only those that come later than this one
   */
  public List<JobProgress> open(Connection connection, Optional<UUID> after, int limit)
      throws SQLException {
    return sql(
            connection,
            """
            SELECT id, kind, ordered_at, total, done, finished_at, cancelled_at,
                   {parked} AS parked
              FROM {schema}.job job WHERE finished_at IS NULL {later}
             ORDER BY ordered_at, id LIMIT :limit
            """
                .replace("{parked}", parkedOf("job.id"))
                .replace("{later}", after.isPresent() ? LATER : ""))
        .with("after", after)
        .with("limit", limit)
        .list(JobProgress.class);
  }

  /** How far the job got. */
  public Optional<JobProgress> progress(Connection connection, UUID job) throws SQLException {
    return sql(
            connection,
            """
            SELECT id, kind, ordered_at, total, done, finished_at, cancelled_at,
                   {parked} AS parked
              FROM {schema}.job job WHERE id = :id
            """
                .replace("{parked}", parkedOf("job.id")))
        .with("id", job)
        .first(JobProgress.class);
  }

  /** What couldn't be done, in the order in which it was noticed. */
  public List<ParkedPiece> parked(Connection connection, long after, int limit)
      throws SQLException {
    return sql(
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
        sql(connection, "SELECT job_id FROM {schema}.job_piece WHERE id = :piece")
            .with("piece", piece)
            .first(UUID.class);
    if (job.isEmpty() || !lock(connection, job.get())) {
      return false;
    }
    boolean parked =
        sql(
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
      sql(connection, "UPDATE {schema}.job SET finished_at = NULL WHERE id = :id")
          .with("id", job.get())
          .update();
    }
    return parked;
  }

  /** Calls the job off; what is being worked on isn't stored. False if it is over already. */
  public boolean cancel(Connection connection, UUID job) throws SQLException {
    if (!lock(connection, job)) {
      return false;
    }
    int open =
        sql(
                connection,
                """
                UPDATE {schema}.job
                   SET cancelled_at = clock_timestamp(), finished_at = clock_timestamp()
                 WHERE id = :id AND finished_at IS NULL
                """)
            .with("id", job)
            .update();
    if (open == 1) {
      sql(connection, "DELETE FROM {schema}.job_piece WHERE job_id = :job")
          .with("job", job)
          .update();
    }
    return open == 1;
  }

  /** Calls a job off for good, finished or not: nothing is kept of it, not even what is parked. */
  public void discard(Connection connection, UUID job) throws SQLException {
    if (lock(connection, job)) {
      sql(
              connection,
              """
              UPDATE {schema}.job
                 SET cancelled_at = clock_timestamp(),
                     finished_at = coalesce(finished_at, clock_timestamp())
               WHERE id = :id
              """)
          .with("id", job)
          .update();
      sql(connection, "DELETE FROM {schema}.job_piece WHERE job_id = :job")
          .with("job", job)
          .update();
    }
  }

  /** Forgets a job and whatever is left of it; the service's role must be allowed to delete it. */
  public void forget(Connection connection, UUID job) throws SQLException {
    if (lock(connection, job)) {
      sql(connection, "DELETE FROM {schema}.job_piece WHERE job_id = :job")
          .with("job", job)
          .update();
      sql(connection, "DELETE FROM {schema}.job WHERE id = :id").with("id", job).update();
    }
  }

  /**
   * The piece that is next, is due, and that nobody has; one whose claim ran out counts as failed.
   *
   * @param inTurn whether those who ordered take turns; otherwise the oldest is next
   */
  Optional<Piece> claim(Connection connection, String kind, boolean inTurn, Duration lease)
      throws SQLException {
    Optional<Piece> piece =
        sql(
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
                    .replace("{turns}", inTurn ? TURNS : "")
                    .replace("{first}", inTurn ? "turn.served_at NULLS FIRST," : ""))
            .with("kind", kind)
            .with("lease", lease.toMillis())
            .first(Piece.class);
    if (inTurn && piece.isPresent()) {
      sql(
              connection,
              """
              INSERT INTO {schema}.job_turn (kind, owner, served_at)
              SELECT kind, coalesce(owner, id::text), clock_timestamp()
                FROM {schema}.job WHERE id = :job
              ON CONFLICT (kind, owner) DO UPDATE SET served_at = excluded.served_at
              """)
          .with("job", piece.get().jobId())
          .update();
    }
    return piece;
  }

  /**
   * Forgets the turns of those who were served more than a day ago: nobody's was longer ago, with
   * or without it, and who he is needn't be kept when his jobs aren't.
   */
  boolean forgetTurns(Connection connection, String kind) throws SQLException {
    return sql(
                connection,
                """
                DELETE FROM {schema}.job_turn
                 WHERE kind = :kind AND served_at < clock_timestamp() - interval '1 day'
                """)
            .with("kind", kind)
            .update()
        > 0;
  }

  /** Renews a claim, unless its result is being stored: then nobody else can take it anyway. */
  void renew(Connection connection, Piece piece, Duration lease) throws SQLException {
    sql(
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
    sql(
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
    if (!lock(connection, piece.jobId())
        || !sql(
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
    sql(connection, "UPDATE {schema}.job SET done = done + :done WHERE id = :id AND :done > 0")
        .with("done", progress.done())
        .with("id", piece.jobId())
        .update();
    if (progress.more()) {
      sql(
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
    sql(connection, "DELETE FROM {schema}.job_piece WHERE id = :id")
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
    return sql(
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

  /** How many pieces of each kind are parked. */
  Map<String, Long> parkedByKind(Connection connection) throws SQLException {
    record Count(String kind, long parked) {}
    return sql(
            connection,
            """
            SELECT kind, count(*) AS parked
              FROM {schema}.job_piece JOIN {schema}.job ON job.id = job_id
             WHERE parked_at IS NOT NULL GROUP BY kind
            """)
        .list(Count.class)
        .stream()
        .collect(java.util.stream.Collectors.toMap(Count::kind, Count::parked));
  }

  private void setAside(
      Connection connection, UUID job, String key, Cause cause, JobSettings settings)
      throws SQLException {
    sql(
            connection,
            """
            INSERT INTO {schema}.job_piece (job_id, key) VALUES (:job, :key)
            ON CONFLICT (job_id, key) DO NOTHING
            """)
        .with("job", job)
        .with("key", key)
        .update();
    long id =
        sql(connection, "SELECT id FROM {schema}.job_piece WHERE job_id = :job AND key = :key")
            .with("job", job)
            .with("key", key)
            .one(Long.class);
    attempted(connection, id, cause, settings);
  }

  private boolean attempted(Connection connection, long piece, Cause cause, JobSettings settings)
      throws SQLException {
    return sql(
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

  private boolean lock(Connection connection, UUID job) throws SQLException {
    // Whoever waits has the next turn: of a row alone, the worker at its next part was faster.
    sql(connection, "SELECT pg_advisory_xact_lock(hashtextextended(CAST(:id AS text), 0))")
        .with("id", job)
        .exists();
    return sql(connection, "SELECT FROM {schema}.job WHERE id = :id FOR NO KEY UPDATE")
        .with("id", job)
        .exists();
  }

  private Sql sql(Connection connection, String text) {
    return Sql.of(connection, text.replace("{schema}", schema));
  }
}
