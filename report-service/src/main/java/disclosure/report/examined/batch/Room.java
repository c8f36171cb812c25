package disclosure.report.examined.batch;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** How much of archives and of what was found in them is kept, of one client and of all. */
final class Room {

  /** How many archives of one client are under way at a time. */
  static final int MAX_OPEN = 2;

  /** What all archives take that are under way, whoever brought them. */
  static final long MAX_STORED = 2L << 30;

  /** What all results may take that are kept, whoever's they are. */
  static final long MAX_RESULTS = 3L << 30;

  /** What those of one client may take; of jobs that are over the oldest go. */
  static final long MAX_RESULTS_OF_A_CLIENT = 512L << 20;

  private static final Text ARCHIVES_FULL =
      new Text("正在核查的压缩包过多，请稍后重试。", "Too many archives are being examined; try again later.");

  private static final Text RESULTS_FULL =
      new Text(
          "各单位保存的核查结果已满，较早的结果到期删除后才能再收，请稍后重试。",
          "The results that are kept for all leave no room until the older ones are forgotten; try"
              + " again later.");

  private Room() {}

  /**
   * Refuses another archive where there is no room for it.
   *
   * @throws Refusal 429 when the client has enough under way, 503 when there is no room
   */
  static void require(Connection connection, Owner owner) throws SQLException {
    long open =
        owner
            .of(
                connection,
                "SELECT count(*) FROM examination_job WHERE finished_at IS NULL AND " + Owner.OWN)
            .one(Long.class);
    if (open >= MAX_OPEN) {
      throw Refusal.tooManyRequests(30);
    }
    long under =
        Sql.of(
                connection,
                """
                SELECT coalesce(sum(CASE WHEN taken_at IS NULL THEN :most ELSE bytes END), 0)
                       ::bigint
                  FROM examination_job WHERE finished_at IS NULL
                """)
            .with("most", ArchiveSink.MAX_BYTES)
            .one(Long.class);
    if (under + ArchiveSink.MAX_BYTES > MAX_STORED) {
      throw Refusal.unavailable(ARCHIVES_FULL);
    }
    long mayGo =
        owner
            .of(
                connection,
                "SELECT coalesce(sum(results), 0)::bigint FROM examination_job"
                    + " WHERE finished_at IS NOT NULL AND "
                    + Owner.OWN)
            .one(Long.class);
    long most = StoredReports.MAX_BYTES_OF_A_JOB;
    if (kept(connection, most) - mayGo + most > MAX_RESULTS) {
      throw Refusal.unavailable(RESULTS_FULL);
    }
  }

  /** One after the other until the transaction ends, whoever they are: they share the room. */
  static void alone(Connection connection) throws SQLException {
    Sql.of(connection, "SELECT pg_advisory_xact_lock(hashtextextended(:all, 0))")
        .with("all", "examination jobs")
        .exists();
  }

  /** The 503 where nothing more can go to make room. */
  static Refusal none() {
    return Refusal.unavailable(RESULTS_FULL);
  }

  /** Whether more is kept than may be, with what may be found in what is under way. */
  static boolean isOverfull(Connection connection) throws SQLException {
    return kept(connection, 0) > MAX_RESULTS;
  }

  /**
   * What is kept of all jobs, with what those under way may come to.
   *
   * @param coming what is counted for an archive that hasn't come whole
   */
  private static long kept(Connection connection, long coming) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT coalesce(sum(CASE WHEN finished_at IS NOT NULL THEN results
                                     WHEN taken_at IS NULL THEN CAST(:coming AS bigint)
                                     ELSE files * CAST(:of_a_file AS bigint) END), 0)::bigint
              FROM examination_job
            """)
        .with("coming", coming)
        .with("of_a_file", (long) StoredReports.MAX_BYTES)
        .one(Long.class);
  }
}
