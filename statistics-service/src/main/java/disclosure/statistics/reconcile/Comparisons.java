package disclosure.statistics.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The comparisons that were ordered: how far each got, and what came of it so far. */
@ApplicationScoped
class Comparisons {

  private static final Duration RETENTION = Duration.ofDays(30);

  /** Results are kept over releases: what a newer one adds is left out. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Jobs jobs;
  private final JobTransactions transactions;

  Comparisons(Jobs jobs, JobTransactions transactions) {
    this.jobs = jobs;
    this.transactions = transactions;
  }

  private record UnderWay(UUID id, Optional<Instant> finishedAt) {}

  /** How much there is to do for it. */
  @FunctionalInterface
  interface Size {
    long of(Connection connection) throws SQLException;
  }

  /**
   * Orders a comparison, or finds the one of this kind and organ that is under way; one that is
   * parked is tried again.
   *
   * @param lastYear the years go up to this one
   */
  UUID order(String kind, Optional<OrganCode> organ, int lastYear, String client, Size size) {
    String code = organ.map(OrganCode::value).orElse("");
    return transactions.run(
        connection -> {
          forgetOld(connection);
          UUID id = UUID.randomUUID();
          int ordered =
              Sql.of(
                      connection,
                      """
                      INSERT INTO comparison (id, kind, organ_code, last_year, ordered_by)
                      VALUES (:id, :kind, :organ, :year, :client)
                      ON CONFLICT (kind, organ_code) WHERE finished_at IS NULL DO NOTHING
                      """)
                  .with("id", id)
                  .with("kind", kind)
                  .with("organ", code)
                  .with("year", lastYear)
                  .with("client", client)
                  .update();
          if (ordered == 0) {
            UnderWay found =
                Sql.of(
                        connection,
                        """
                        SELECT id, finished_at FROM comparison
                         WHERE kind = :kind AND organ_code = :organ
                         ORDER BY ordered_at DESC LIMIT 1
                        """)
                    .with("kind", kind)
                    .with("organ", code)
                    .one(UnderWay.class);
            if (found.finishedAt().isEmpty()) {
              jobs.order(connection, kind, found.id(), Duration.ZERO);
            }
            return found.id();
          }
          jobs.order(
              connection,
              kind,
              id,
              Optional.of(size.of(connection)),
              List.of(Jobs.Part.walk()),
              Duration.ZERO);
          return id;
        });
  }

  Optional<ComparisonRow> find(String kind, UUID id) {
    return transactions.run(
        connection ->
            Sql.of(
                    connection,
                    """
                    SELECT comparison.id, organ_code, last_year, comparison.ordered_at, reached,
                           result, problem, done, total, {parked} AS parked,
                           comparison.finished_at, cancelled_at
                      FROM comparison {job}
                     WHERE comparison.kind = :kind AND comparison.id = :id
                    """
                        .replace("{job}", jobs.joinedBy("comparison.id"))
                        .replace("{parked}", jobs.parkedOf("comparison.id")))
                .with("kind", kind)
                .with("id", id)
                .first(ComparisonRow.class));
  }

  /** Notes how far it got, in the transaction of its job. */
  void advance(Connection connection, UUID id, String reached, Record result) throws SQLException {
    Sql.of(
            connection,
            """
            UPDATE comparison SET reached = :reached, result = :result, problem = NULL
             WHERE id = :id
            """)
        .with("reached", reached)
        .with("result", write(result))
        .with("id", id)
        .update();
  }

  /** Notes why it doesn't get on just now. */
  void tell(UUID id, String problem) {
    transactions.run(
        connection ->
            Sql.of(connection, "UPDATE comparison SET problem = :problem WHERE id = :id")
                .with("problem", problem)
                .with("id", id)
                .update());
  }

  /** Notes that nothing more is done. */
  static void end(Connection connection, UUID id) throws SQLException {
    Sql.of(
            connection,
            """
            UPDATE comparison SET finished_at = clock_timestamp(), problem = NULL
             WHERE id = :id AND finished_at IS NULL
            """)
        .with("id", id)
        .update();
  }

  /** What was noted. */
  static <T extends Record> Optional<T> read(Optional<String> result, Class<T> type) {
    return result.map(
        json -> {
          try {
            return JSON.readValue(json, type);
          } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the result can't be read", unreadable);
          }
        });
  }

  private static String write(Record result) {
    try {
      return JSON.writeValueAsString(result);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the result has no JSON form", impossible);
    }
  }

  private void forgetOld(Connection connection) throws SQLException {
    List<UUID> old =
        Sql.of(
                connection,
                """
                DELETE FROM comparison
                 WHERE finished_at < clock_timestamp() - :days * interval '1 day'
                RETURNING id
                """)
            .with("days", RETENTION.toDays())
            .list(UUID.class);
    for (UUID one : old) {
      jobs.forget(connection, one);
    }
  }
}
