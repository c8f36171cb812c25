package disclosure.report.examined.batch;

import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.Examinations.Why;
import disclosure.report.examined.ExaminedReport;
import disclosure.report.examined.ReadFile;
import disclosure.report.examined.ReportArchive.Stretch;
import disclosure.report.examined.SentFile;
import disclosure.report.publication.FrozenJson;
import disclosure.storage.Sql;
import disclosure.storage.job.JobTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The files of archives, and what became of each. */
@ApplicationScoped
class BatchFiles {

  private final JobTransactions transactions;

  BatchFiles(JobTransactions transactions) {
    this.transactions = transactions;
  }

  private record NewFile(
      int number, String name, long place, long bytes, int method, boolean encrypted) {}

  /** Adds those of an archive, from number 1 on; nothing became of them yet. */
  static void add(Connection connection, UUID job, List<Stretch> files) throws SQLException {
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
  }

  /** Notes why nothing becomes of the rest. */
  static void leaveUnread(Connection connection, UUID job, Why why) throws SQLException {
    Sql.of(
            connection,
            """
            UPDATE examination_file SET state = 'UNREAD', reason = :why
             WHERE job_id = :job AND state = 'PENDING'
            """)
        .with("job", job)
        .with("why", why.code())
        .update();
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
  List<BatchFile> list(UUID job, int after, int limit, Locale language) {
    return list(job, "AND number > :from ORDER BY number LIMIT :limit", after, limit, language);
  }

  /** The same by organ and year, from so many on. */
  List<BatchFile> byOrgan(UUID job, int from, int limit, Locale language) {
    return list(
        job,
        """
        ORDER BY organ_name COLLATE "C" NULLS LAST, report_year NULLS LAST, number
        OFFSET :from LIMIT :limit
        """,
        from,
        limit,
        language);
  }

  private List<BatchFile> list(UUID job, String which, int from, int limit, Locale language) {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT number, name, state, reason, organ_name, report_year, wrong, look
                          FROM examination_file
                         WHERE job_id = :job
                        """
                            + which)
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
