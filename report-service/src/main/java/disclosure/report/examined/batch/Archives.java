package disclosure.report.examined.batch;

import disclosure.edge.Refusal;
import disclosure.storage.Sql;
import disclosure.storage.job.JobTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Archives as they come, part by part, and as they lie until their files are examined. */
@ApplicationScoped
class Archives {

  private final JobTransactions transactions;

  Archives(JobTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Begins to take an archive. Nothing goes yet to make room for it: it may be none, or never come.
   *
   * @throws Refusal 429 when the client has enough under way, 503 when there is no room
   */
  UUID begin(Owner owner) {
    return transactions.run(
        connection -> {
          Room.alone(connection);
          Room.require(connection, owner);
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

  /**
   * Notes that something came.
   *
   * @throws Refusal 408 when nothing had come for so long that the archive was dropped
   */
  static void hear(Connection connection, UUID job) throws SQLException {
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

  /** Drops the parts of one that is over. */
  static void drop(Connection connection, UUID job) throws SQLException {
    Sql.of(connection, "DELETE FROM examination_chunk WHERE job_id = :job")
        .with("job", job)
        .update();
  }
}
