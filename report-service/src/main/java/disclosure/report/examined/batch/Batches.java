package disclosure.report.examined.batch;

import disclosure.edge.Refusal;
import disclosure.report.examined.Examinations.Why;
import disclosure.report.examined.ReportArchive.Stretch;
import disclosure.report.examined.SentFile;
import disclosure.storage.Sql;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The archives whose files are examined. Each is a job of the same id, with a piece for each of its
 * files. All times are the database's.
 */
@ApplicationScoped
class Batches {

  /** The kind of job. */
  static final String JOB = "examination";

  /** How many jobs of one client are kept; of those that are over the oldest go. */
  static final int MAX_KEPT = 20;

  /** After which an archive of which nothing more comes is dropped. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  /** After which one is dropped that a release takes which doesn't note when something came. */
  private static final Duration TAKING = Duration.ofHours(1);

  private static final String SELECT =
      """
      SELECT id, file_name, bytes, files, ordered_at, finished_at, cancelled_at,
             (SELECT count(*) FROM examination_file file
               WHERE file.job_id = batch.id AND file.state = 'READ') AS read,
             (SELECT count(*) FROM examination_file file
               WHERE file.job_id = batch.id AND file.state = 'UNREAD') AS unread,
             (SELECT count(*) FROM examination_file file
               WHERE file.job_id = batch.id AND file.wrong > 0) AS wrong,
             EXISTS (SELECT FROM examination_file file
                      WHERE file.job_id = batch.id AND file.reason = 'NOT_REACHED') AS expired
        FROM examination_job batch
       WHERE taken_at IS NOT NULL AND
      """
          + Owner.OWN;

  private final JobTransactions transactions;
  private final Jobs jobs;

  Batches(JobTransactions transactions, Jobs jobs) {
    this.transactions = transactions;
    this.jobs = jobs;
  }

  private record Row(
      UUID id,
      String fileName,
      long bytes,
      int files,
      int read,
      int unread,
      int wrong,
      boolean expired,
      Instant orderedAt,
      Optional<Instant> finishedAt,
      Optional<Instant> cancelledAt) {

    ExaminationJob job() {
      return new ExaminationJob(
          id, fileName, state(), bytes, files, read, unread, wrong, orderedAt, finishedAt);
    }

    private ExaminationJob.State state() {
      if (cancelledAt.isPresent()) {
        return ExaminationJob.State.CANCELLED;
      }
      if (expired) {
        return ExaminationJob.State.EXPIRED;
      }
      return finishedAt.isPresent() ? ExaminationJob.State.FINISHED : ExaminationJob.State.RUNNING;
    }
  }

  /**
   * Orders the files of an archive that has come whole, and makes room for what may be found in
   * them.
   *
   * @throws Refusal 503 when there is none; nothing is ordered then
   */
  void order(UUID job, Owner owner, String fileName, long bytes, List<Stretch> files) {
    transactions.run(
        connection -> {
          Room.alone(connection);
          Archives.hear(connection, job);
          BatchFiles.add(connection, job, files);
          Sql.of(
                  connection,
                  """
                  UPDATE examination_job
                     SET file_name = :name, bytes = :bytes, files = :files, taken_at = clock_timestamp()
                   WHERE id = :job
                  """)
              .with("job", job)
              .with("name", SentFile.visible(fileName))
              .with("bytes", bytes)
              .with("files", files.size())
              .update();
          jobs.order(
              connection,
              JOB,
              job,
              Optional.of((long) files.size()),
              IntStream.rangeClosed(1, files.size())
                  .mapToObj(number -> new Jobs.Part(Integer.toString(number), 1))
                  .toList(),
              Duration.ZERO);
          jobs.belongs(connection, job, owner.client(), owner.person());
          forget(
              connection,
              owner
                  .of(
                      connection,
                      """
                      SELECT id
                        FROM (SELECT id, row_number() OVER newest AS place,
                                     sum(results) OVER newest AS results
                                FROM examination_job
                               WHERE finished_at IS NOT NULL AND {own}
                              WINDOW newest AS (ORDER BY ordered_at DESC, id)) over_already
                       WHERE place > :kept OR results > :most
                       ORDER BY id
                      """
                          .replace("{own}", Owner.OWN))
                  .with("kept", MAX_KEPT - 1)
                  .with("most", Room.MAX_RESULTS_OF_A_CLIENT)
                  .list(UUID.class));
          makeRoom(connection, owner);
          return true;
        });
  }

  /**
   * Has room for all that may be found in what is ordered: of the owner's own that are over the
   * oldest go, as far as it takes that. Who still brings an archive makes room for it himself.
   *
   * @throws Refusal 503 when that isn't enough; nothing goes then
   */
  private void makeRoom(Connection connection, Owner owner) throws SQLException {
    Iterator<UUID> oldest =
        owner
            .of(
                connection,
                "SELECT id FROM examination_job WHERE finished_at IS NOT NULL AND results > 0 AND "
                    + Owner.OWN
                    + " ORDER BY ordered_at, id")
            .list(UUID.class)
            .iterator();
    while (Room.isOverfull(connection)) {
      if (!oldest.hasNext()) {
        throw Room.none();
      }
      forget(connection, List.of(oldest.next()));
    }
  }

  /** Drops an archive that didn't come to its end, or was refused. */
  void drop(UUID job) {
    transactions.run(
        connection -> {
          forget(connection, List.of(job));
          return true;
        });
  }

  /** A job of the owner's. */
  Optional<ExaminationJob> find(UUID job, Owner owner) {
    return transactions
        .run(
            connection ->
                owner.of(connection, SELECT + " AND id = :job").with("job", job).first(Row.class))
        .map(Row::job);
  }

  /** The jobs of the owner, the newest first; they are few. */
  List<ExaminationJob> list(Owner owner) {
    return transactions
        .run(
            connection ->
                owner
                    .of(connection, SELECT + " ORDER BY ordered_at DESC, id LIMIT :most")
                    .with("most", MAX_KEPT + Room.MAX_OPEN)
                    .list(Row.class))
        .stream()
        .map(Row::job)
        .toList();
  }

  /** Ends a job before its time. */
  void cancel(UUID job) {
    transactions.run(
        connection -> {
          jobs.cancel(connection, job);
          cancelled(connection, job);
          return true;
        });
  }

  /** Notes that a job was called off: nothing of its archive is kept. */
  void cancelled(Connection connection, UUID job) throws SQLException {
    Archives.drop(connection, job);
    Sql.of(
            connection,
            """
            UPDATE examination_job
               SET finished_at = clock_timestamp(), cancelled_at = clock_timestamp()
             WHERE id = :job AND finished_at IS NULL
            """)
        .with("job", job)
        .update();
  }

  /** Notes that nothing is left to be done: nothing of the archive is kept. */
  void finish(Connection connection, UUID job) throws SQLException {
    finish(connection, job, Why.FAULT);
  }

  /**
   * The same.
   *
   * @param why what became of nothing wasn't examined
   */
  private static void finish(Connection connection, UUID job, Why why) throws SQLException {
    Archives.drop(connection, job);
    BatchFiles.leaveUnread(connection, job, why);
    Sql.of(
            connection,
            """
            UPDATE examination_job SET finished_at = clock_timestamp()
             WHERE id = :job AND finished_at IS NULL
            """)
        .with("job", job)
        .update();
  }

  /**
   * Ends jobs that weren't through so long after they were ordered, forgets those that were over so
   * long ago, and archives of which nothing more comes.
   */
  void forget(Connection connection, Duration age) throws SQLException {
    for (UUID job :
        Sql.of(
                connection,
                """
                SELECT id FROM examination_job
                 WHERE finished_at IS NULL
                   AND taken_at < clock_timestamp() - :age * interval '1 millisecond'
                 ORDER BY id
                """)
            .with("age", age.toMillis())
            .list(UUID.class)) {
      jobs.cancel(connection, job);
      finish(connection, job, Why.NOT_REACHED);
    }
    forget(
        connection,
        Sql.of(
                connection,
                """
                SELECT id FROM examination_job
                 WHERE finished_at < clock_timestamp() - :age * interval '1 millisecond'
                    OR taken_at IS NULL
                       AND (heard_at < clock_timestamp() - :silence * interval '1 millisecond'
                            OR heard_at IS NULL
                               AND ordered_at
                                   < clock_timestamp() - :taking * interval '1 millisecond')
                 ORDER BY id
                """)
            .with("age", age.toMillis())
            .with("silence", SILENCE.toMillis())
            .with("taking", TAKING.toMillis())
            .list(UUID.class));
  }

  private void forget(Connection connection, List<UUID> forgotten) throws SQLException {
    for (UUID job : forgotten) {
      jobs.forget(connection, job);
      Sql.of(connection, "DELETE FROM examination_job WHERE id = :job").with("job", job).update();
    }
  }
}
