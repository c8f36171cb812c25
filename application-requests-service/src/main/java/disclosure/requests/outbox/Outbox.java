package disclosure.requests.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.edge.trace.TraceParent;
import disclosure.edge.trace.Traces;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.DisputeState;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Topic;
import disclosure.requests.transaction.RelaySignal;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a change leaves its event. */
@ApplicationScoped
public class Outbox {

  /** Far below what a broker takes by default, and far above any state of ours. */
  static final int MAX_BYTES = 64 * 1024;

  private static final String APPEND =
      """
      INSERT INTO requests.outbox (topic, key, version, data, recorded_at, traceparent)
      SELECT :topic, key, version, data, recorded_at::timestamptz, traceparent
        FROM unnest(:keys::text[], :versions::bigint[], :states::text[], :moments::text[],
                    :traces::text[])
             AS event (key, version, data, recorded_at, traceparent)
      """;
  private static final String UNLESS_WAITING = APPEND + "ON CONFLICT DO NOTHING";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final RelaySignal relay;
  private final TransactionSynchronizationRegistry transactions;
  private final Traces traces;

  Outbox(RelaySignal relay, TransactionSynchronizationRegistry transactions, Traces traces) {
    this.relay = relay;
    this.transactions = transactions;
    this.traces = traces;
  }

  /**
   * Appends the state that a change led to, in the change's own transaction, which the request at
   * hand makes. Call it after the changed record's row was locked, so that the events of one key
   * are appended in the order of their versions.
   *
   * @param connection the transaction's connection
   * @param topic where the event goes
   * @param key the id of the changed record
   * @param version the record's version after the change
   * @param state the topic's own kind of state
   */
  public void append(Connection connection, Topic topic, String key, long version, Record state)
      throws SQLException {
    append(connection, topic, List.of(new Change(key, version, state, traces.current())));
  }

  /**
   * A state that a change led to.
   *
   * @param key the id of the changed record
   * @param version the record's version after the change
   * @param state the topic's own kind of state
   * @param trace the recorded span of the request that made the change: it may have been another
   *     one than that which stores it
   */
  public record Change(String key, long version, Record state, Optional<TraceParent> trace) {}

  /** Appends the states of several records of a topic. */
  public void append(Connection connection, Topic topic, List<Change> changes) throws SQLException {
    append(connection, APPEND, topic, changes);
    wakeRelayAfterCommit();
  }

  /** Appends a state that was published before, unless it is still waiting. */
  void repeat(Connection connection, Topic topic, String key, long version, Record state)
      throws SQLException {
    append(
        connection,
        UNLESS_WAITING,
        topic,
        List.of(new Change(key, version, state, Optional.empty())));
  }

  private static void append(Connection connection, String sql, Topic topic, List<Change> changes)
      throws SQLException {
    List<String> states = changes.stream().map(one -> data(topic, one.state())).toList();
    Sql.of(connection, sql)
        .with("topic", topic.topicName())
        .array("keys", "text", changes.stream().map(Change::key).toList())
        .array("versions", "bigint", changes.stream().map(Change::version).toList())
        .array("states", "text", states)
        .array("moments", "text", changes.stream().map(one -> recordedAt(one.state())).toList())
        .array("traces", "text", changes.stream().map(Outbox::trace).toList())
        .update();
  }

  private static String trace(Change change) {
    return change.trace().map(TraceParent::text).orElse(null);
  }

  private static String data(Topic topic, Record state) {
    if (!topic.data().isInstance(state)) {
      throw new IllegalArgumentException("another topic's state");
    }
    String data = json(state);
    if (data.length() > MAX_BYTES) {
      throw new IllegalArgumentException("the state is too large for an event");
    }
    return data;
  }

  /** {@link WriterTransaction} wakes the relay itself; a container transaction does it here. */
  private void wakeRelayAfterCommit() {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return;
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            relay.wake();
          }
        });
  }

  private static Instant recordedAt(Record state) {
    if (state instanceof ApplicationState application) {
      return application.recordedAt();
    }
    if (state instanceof OrganState organ) {
      return organ.recordedAt();
    }
    return ((DisputeState) state).recordedAt();
  }

  private static String json(Record state) {
    try {
      return JSON.writeValueAsString(state);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("the state has no JSON form", impossible);
    }
  }
}
