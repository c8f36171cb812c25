package disclosure.report.examined.batch;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.Examinations.Why;
import disclosure.report.examined.ExaminedReport;
import disclosure.report.examined.ReadFile;
import disclosure.report.examined.ReportArchive.Stretch;
import disclosure.report.examined.SentFile;
import disclosure.report.publication.FrozenJson;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The archives as they are stored, file by file. Each is a job of the same id, with a piece for
 * each of its files. All times are the database's.
 */
@ApplicationScoped
class Batches {

  /** The kind of job. */
  static final String JOB = "examination";

  /** How many archives of one client are under way at a time. */
  static final int MAX_OPEN = 2;

  /** How many jobs of one client are kept; of those that are over the oldest go. */
  static final int MAX_KEPT = 20;

  /** What all archives take that are under way, whoever brought them. */
  static final long MAX_STORED = 2L << 30;

  /** What all results may take that are kept, whoever's they are. */
  static final long MAX_RESULTS = 3L << 30;

  /** What those of one client may take; of jobs that are over the oldest go. */
  static final long MAX_RESULTS_OF_A_CLIENT = 512L << 20;

  /** After which an archive of which nothing more comes is dropped. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  /** After which one is dropped that a release takes which doesn't note when something came. */
  private static final Duration TAKING = Duration.ofHours(1);

  private static final Text ARCHIVES_FULL =
      new Text("正在核查的压缩包过多，请稍后重试。", "Too many archives are being examined; try again later.");

  private static final Text RESULTS_FULL =
      new Text(
          "各单位保存的核查结果已满，较早的结果到期删除后才能再收，请稍后重试。",
          "The results that are kept for all leave no room until the older ones are forgotten; try"
              + " again later.");

  private static final String OWN =
      "client_id = :client AND person IS NOT DISTINCT FROM CAST(:person AS text)";

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
          + OWN;

  private final JobTransactions transactions;
  private final Jobs jobs;

  Batches(JobTransactions transactions, Jobs jobs) {
    this.transactions = transactions;
    this.jobs = jobs;
  }

  /**
   * Whose a job is.
   *
   * @param person who signed in at the client; empty where it acts for itself
   */
  record Owner(String client, Optional<String> person) {

    private Sql of(Connection connection, String sql) {
      return Sql.of(connection, sql).with("client", client).with("person", person);
    }
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
   * Begins to take an archive. Nothing goes yet to make room for it: it may be none, or never come.
   *
   * @throws Refusal 429 when the client has enough under way, 503 when there is no room
   */
  UUID begin(Owner owner) {
    return transactions.run(
        connection -> {
          alone(connection);
          long open =
              owner
                  .of(
                      connection,
                      "SELECT count(*) FROM examination_job WHERE finished_at IS NULL AND " + OWN)
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
                          + OWN)
                  .one(Long.class);
          long most = StoredReports.MAX_BYTES_OF_A_JOB;
          if (kept(connection, most) - mayGo + most > MAX_RESULTS) {
            throw Refusal.unavailable(RESULTS_FULL);
          }
          return owner
              .of(
                  connection,
                  """
                  INSERT INTO examination_job (id, client_id, person, file_name, heard_at)
                  VALUES (gen_random_uuid(), :client, :person, '', clock_timestamp())
                  RETURNING id
                  """)
              .one(UUID.class);
        });
  }

  /** One after the other until the transaction ends, whoever they are: they share the room. */
  private static void alone(Connection connection) throws SQLException {
    Sql.of(connection, "SELECT pg_advisory_xact_lock(hashtextextended(:all, 0))")
        .with("all", "examination jobs")
        .exists();
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
                    + OWN
                    + " ORDER BY ordered_at, id")
            .list(UUID.class)
            .iterator();
    while (kept(connection, 0) > MAX_RESULTS) {
      if (!oldest.hasNext()) {
        throw Refusal.unavailable(RESULTS_FULL);
      }
      forget(connection, List.of(oldest.next()));
    }
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

  /**
   * Keeps a part of an archive that is coming.
   *
   * @throws Refusal 408 when nothing had come for so long that it was dropped
   */
  void add(UUID job, int number, byte[] bytes) {
    transactions.run(
        connection -> {
          hear(connection, job);
          return Sql.of(
                  connection,
                  """
                  INSERT INTO examination_chunk (job_id, number, bytes)
                  VALUES (:job, :number, :bytes)
                  """)
              .with("job", job)
              .with("number", number)
              .with("bytes", bytes)
              .update();
        });
  }

  private static void hear(Connection connection, UUID job) throws SQLException {
    int there =
        Sql.of(
                connection,
                "UPDATE examination_job SET heard_at = clock_timestamp() WHERE id = :job")
            .with("job", job)
            .update();
    if (there == 0) {
      throw Refusal.byStatus(408);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Bytes(byte[] bytes) {}

  /** A part of an archive, or some of it. */
  byte[] chunk(UUID job, int number, int from, int length) {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT substring(bytes FROM :from FOR :length) AS bytes
                          FROM examination_chunk WHERE job_id = :job AND number = :number
                        """)
                    .with("job", job)
                    .with("number", number)
                    .with("from", from + 1)
                    .with("length", length)
                    .first(Bytes.class))
        .map(Bytes::bytes)
        .orElse(new byte[0]);
  }

  private record NewFile(
      int number, String name, long place, long bytes, int method, boolean encrypted) {}

  /**
   * Orders the files of an archive that has come whole, and makes room for what may be found in
   * them.
   *
   * @throws Refusal 503 when there is none; nothing is ordered then
   */
  void order(UUID job, Owner owner, String fileName, long bytes, List<Stretch> files) {
    transactions.run(
        connection -> {
          alone(connection);
          hear(connection, job);
          Sql.of(
                  connection,
                  """
                  INSERT INTO examination_file
                         (job_id, number, name, place, bytes, method, encrypted)
                  VALUES (:job, :number, :name, :place, :bytes, :method, :encrypted)
                  """)
              .with("job", job)
              .batch(
                  IntStream.range(0, files.size())
                      .mapToObj(
                          i ->
                              new NewFile(
                                  i + 1,
                                  SentFile.visible(files.get(i).name()),
                                  files.get(i).place(),
                                  files.get(i).bytes(),
                                  files.get(i).method(),
                                  files.get(i).encrypted()))
                      .toList());
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
                          .replace("{own}", OWN))
                  .with("kept", MAX_KEPT - 1)
                  .with("most", MAX_RESULTS_OF_A_CLIENT)
                  .list(UUID.class));
          makeRoom(connection, owner);
          return true;
        });
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
                    .with("most", MAX_KEPT + MAX_OPEN)
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
    dropArchive(connection, job);
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
    dropArchive(connection, job);
    Sql.of(
            connection,
            """
            UPDATE examination_file SET state = 'UNREAD', reason = :why
             WHERE job_id = :job AND state = 'PENDING'
            """)
        .with("job", job)
        .with("why", why.code())
        .update();
    Sql.of(
            connection,
            """
            UPDATE examination_job SET finished_at = clock_timestamp()
             WHERE id = :job AND finished_at IS NULL
            """)
        .with("job", job)
        .update();
  }

  private static void dropArchive(Connection connection, UUID job) throws SQLException {
    Sql.of(connection, "DELETE FROM examination_chunk WHERE job_id = :job")
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

  /** A file that nothing became of yet. */
  Optional<Stretch> pending(UUID job, int number) {
    return transactions.run(
        connection ->
            Sql.of(
                    connection,
                    """
                    SELECT name, place, bytes, method, encrypted FROM examination_file
                     WHERE job_id = :job AND number = :number AND state = 'PENDING'
                    """)
                .with("job", job)
                .with("number", number)
                .first(Stretch.class));
  }

  /** Stores what became of a file. */
  void store(Connection connection, UUID job, int number, Examined examined) throws SQLException {
    Optional<ExaminedReport> report = examined.examination().map(ExaminedReport::of);
    Optional<String> json = report.map(StoredReports::json);
    int pending =
        Sql.of(
                connection,
                """
                UPDATE examination_file
                   SET state = :state, reason = :reason, organ_name = :organ, report_year = :year,
                       wrong = :wrong, look = :look, examined = :examined
                 WHERE job_id = :job AND number = :number AND state = 'PENDING'
                """)
            .with("job", job)
            .with("number", number)
            .with("state", report.isPresent() ? "READ" : "UNREAD")
            .with("reason", examined.unread().map(Why::code))
            .with("organ", report.flatMap(ExaminedReport::organName).map(SentFile::visible))
            .with("year", report.flatMap(ExaminedReport::year))
            .with("wrong", report.map(ExaminedReport::wrong).orElse(0))
            .with("look", report.map(ExaminedReport::look).orElse(0))
            .with("examined", json)
            .update();
    if (pending > 0 && json.isPresent()) {
      Sql.of(connection, "UPDATE examination_job SET results = results + :bytes WHERE id = :job")
          .with("job", job)
          .with("bytes", StoredReports.bytes(json.get()))
          .update();
    }
  }

  private record FileRow(
      int number,
      String name,
      BatchFile.State state,
      Optional<String> reason,
      Optional<String> organName,
      Optional<Integer> reportYear,
      int wrong,
      int look) {

    BatchFile file(Locale language) {
      return new BatchFile(
          number,
          name,
          state,
          reason,
          reason.map(code -> Why.named(code).message().in(language)),
          organName,
          reportYear,
          wrong,
          look);
    }
  }

  /** Some files of a job, in the order of the archive. */
  List<BatchFile> files(UUID job, int after, int limit, Locale language) {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT number, name, state, reason, organ_name, report_year, wrong, look
                          FROM examination_file
                         WHERE job_id = :job AND number > :after ORDER BY number LIMIT :limit
                        """)
                    .with("job", job)
                    .with("after", after)
                    .with("limit", limit)
                    .list(FileRow.class))
        .stream()
        .map(row -> row.file(language))
        .toList();
  }

  /** The same by organ and year, from so many on. */
  List<BatchFile> byOrgan(UUID job, int from, int limit, Locale language) {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT number, name, state, reason, organ_name, report_year, wrong, look
                          FROM examination_file
                         WHERE job_id = :job
                         ORDER BY organ_name COLLATE "C" NULLS LAST, report_year NULLS LAST, number
                        OFFSET :from LIMIT :limit
                        """)
                    .with("job", job)
                    .with("from", from)
                    .with("limit", limit)
                    .list(FileRow.class))
        .stream()
        .map(row -> row.file(language))
        .toList();
  }

  private record ReadRow(
      int number, String name, Optional<String> reason, Optional<String> examined) {

    ReadFile file() {
      return new ReadFile(
          name,
          reason.map(Why::named),
          examined.map(json -> FrozenJson.read(json, ExaminedReport.class)));
    }
  }

  /** What became of a file; empty while nothing did. */
  Optional<ReadFile> file(UUID job, int number) {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT number, name, reason, examined FROM examination_file
                         WHERE job_id = :job AND number = :number AND state <> 'PENDING'
                        """)
                    .with("job", job)
                    .with("number", number)
                    .first(ReadRow.class))
        .map(ReadRow::file);
  }

  /** The numbers of the files that something became of, by organ and year. */
  List<Integer> byOrgan(UUID job) {
    return transactions.run(
        connection ->
            Sql.of(
                    connection,
                    """
                    SELECT number FROM examination_file
                     WHERE job_id = :job AND state <> 'PENDING'
                     ORDER BY organ_name COLLATE "C" NULLS FIRST, report_year NULLS FIRST, number
                    """)
                .with("job", job)
                .list(Integer.class));
  }
}
