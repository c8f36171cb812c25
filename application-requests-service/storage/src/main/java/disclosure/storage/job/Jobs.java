package disclosure.storage.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The jobs in the database: ordered, seen, called off and forgotten. Whoever changes the pieces of
 * a job, but for claiming them, first locks the job; so that whether a piece was the last is seen
 * by one at a time.
 */
public final class Jobs {

  private static final String PROGRESS =
      """
      SELECT id, kind, ordered_at, total, done, finished_at, cancelled_at, {parked} AS parked
        FROM {schema}.job job WHERE\s
      """;

  private static final String LATER =
      """
      \sAND (ordered_at, id) >
          (SELECT last.ordered_at, last.id FROM {schema}.job last WHERE last.id = :after)
      """;

  private final JobTables tables;
  private final Turns turns;
  private final Claims claims;
  private final ParkedPieces parked;
  private final List<Consumer<String>> told = new CopyOnWriteArrayList<>();

  /** Those of the service that owns the schema. */
  public Jobs(String schema) {
    tables = new JobTables(schema);
    turns = new Turns(tables);
    claims = new Claims(tables, turns);
    parked = new ParkedPieces(tables);
  }

  /** What couldn't be done. */
  public ParkedPieces parked() {
    return parked;
  }

  /** What the workers have. */
  Claims claims() {
    return claims;
  }

  /** Whose turn it is. */
  Turns turns() {
    return turns;
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
    tables
        .sql(
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
        tables
            .sql(
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
        tables
            .sql(
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
    tables
        .sql(connection, "UPDATE {schema}.job SET owner = :owner WHERE id = :id AND owner IS NULL")
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
    tables
        .sql(
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
        + tables.schema()
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
        + tables.schema()
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
    return "JOIN " + tables.schema() + ".job ON job.id = " + job;
  }

  /** A condition of SQL that is true while there is no such job. */
  public String isUnknown(String job) {
    return "NOT EXISTS (SELECT FROM "
        + tables.schema()
        + ".job known WHERE known.id = "
        + job
        + ")";
  }

  /** A condition of SQL that is true when no piece of the job is left, not even a parked one. */
  public String nothingLeftOf(String job) {
    return "NOT EXISTS (SELECT FROM "
        + tables.schema()
        + ".job_piece piece WHERE piece.job_id = "
        + job
        + ")";
  }

  /** When a job was called off, as an expression of SQL; NULL if it wasn't. */
  public String cancelledAtOf(String job) {
    return "(SELECT called.cancelled_at FROM "
        + tables.schema()
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
    return tables
        .sql(
            connection,
            PROGRESS.replace("{parked}", parkedOf("job.id"))
                + "finished_at IS NULL"
                + (after.isPresent() ? LATER : "")
                + " ORDER BY ordered_at, id LIMIT :limit")
        .with("after", after)
        .with("limit", limit)
        .list(JobProgress.class);
  }

  /** How far the job got. */
  public Optional<JobProgress> progress(Connection connection, UUID job) throws SQLException {
    return tables
        .sql(connection, PROGRESS.replace("{parked}", parkedOf("job.id")) + "id = :id")
        .with("id", job)
        .first(JobProgress.class);
  }

  /** Calls the job off; what is being worked on isn't stored. False if it is over already. */
  public boolean cancel(Connection connection, UUID job) throws SQLException {
    if (!tables.lock(connection, job)) {
      return false;
    }
    int open =
        tables
            .sql(
                connection,
                """
                UPDATE {schema}.job
                   SET cancelled_at = clock_timestamp(), finished_at = clock_timestamp()
                 WHERE id = :id AND finished_at IS NULL
                """)
            .with("id", job)
            .update();
    if (open == 1) {
      tables.dropPieces(connection, job);
    }
    return open == 1;
  }

  /** Calls a job off for good, finished or not: nothing is kept of it, not even what is parked. */
  public void discard(Connection connection, UUID job) throws SQLException {
    if (tables.lock(connection, job)) {
      tables
          .sql(
              connection,
              """
              UPDATE {schema}.job
                 SET cancelled_at = clock_timestamp(),
                     finished_at = coalesce(finished_at, clock_timestamp())
               WHERE id = :id
              """)
          .with("id", job)
          .update();
      tables.dropPieces(connection, job);
    }
  }

  /** Forgets a job and whatever is left of it; the service's role must be allowed to delete it. */
  public void forget(Connection connection, UUID job) throws SQLException {
    if (tables.lock(connection, job)) {
      tables.dropPieces(connection, job);
      tables.sql(connection, "DELETE FROM {schema}.job WHERE id = :id").with("id", job).update();
    }
  }

  /**
   * Locks the job until the transaction ends, as all do before they touch what belongs to it; false
   * if there is none.
   */
  public boolean lock(Connection connection, UUID job) throws SQLException {
    return tables.lock(connection, job);
  }
}
