package disclosure.requests.outbox;

import disclosure.edge.trace.TraceParent;
import disclosure.edge.trace.Traces;
import disclosure.requests.contract.CloudEventHeader;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeState;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Topic;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RelaySignal;
import disclosure.requests.transaction.WriterTransaction;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Writes events as the register does, and reads what came out at Kafka. */
final class OutboxFixture {

  static final OutboxSettings SETTINGS = settings(Duration.ofSeconds(30));
  private static final OrganCode OFFICE = new OrganCode("111411240123456713");

  private final DataSource database;
  private final DataSource owner;
  private final Outbox outbox = new Outbox(new RelaySignal(), new NoTransactions(), Traces.off());

  OutboxFixture(DataSource database, DataSource owner) {
    this.database = database;
    this.owner = owner;
  }

  static OutboxSettings settings(Duration lease) {
    return new OutboxSettings() {
      @Override
      public int batchSize() {
        return 100;
      }

      @Override
      public Duration linger() {
        return Duration.ofMillis(1);
      }

      @Override
      public Duration pollInterval() {
        return Duration.ofMillis(50);
      }

      @Override
      public Duration lease() {
        return lease;
      }

      @Override
      public Duration maxBackoff() {
        return Duration.ofMillis(500);
      }

      @Override
      public Duration retention() {
        return Duration.ofDays(7);
      }
    };
  }

  static DisputeState state(UUID id, long version) {
    return new DisputeState(
        id,
        version,
        OFFICE,
        DisputeKind.RECONSIDERATION,
        LocalDate.of(2024, 3, 1),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.parse("2024-03-02T01:02:03Z"));
  }

  void append(Connection connection, UUID id, long version) throws SQLException {
    outbox.append(connection, Topic.DISPUTES, id.toString(), version, state(id, version));
  }

  void write(UUID id, long version) throws SQLException {
    new WriterTransaction(database, new RelaySignal())
        .run(
            Reach.EVERYTHING,
            connection -> {
              append(connection, id, version);
              return id;
            });
  }

  /**
   * The same for a change that another request made.
   *
   * @param trace that request's recorded span
   */
  void write(UUID id, long version, Optional<TraceParent> trace) throws SQLException {
    new WriterTransaction(database, new RelaySignal())
        .run(
            Reach.EVERYTHING,
            connection -> {
              outbox.append(
                  connection,
                  Topic.DISPUTES,
                  List.of(new Outbox.Change(id.toString(), version, state(id, version), trace)));
              return id;
            });
  }

  /** With all rights. */
  void execute(String sql) throws SQLException {
    try (Connection connection = owner.getConnection()) {
      connection.createStatement().execute(sql);
    }
  }

  long count(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  long pending() throws SQLException {
    return count("SELECT count(*) FROM requests.outbox WHERE published_at IS NULL");
  }

  /** All records of the key, in the topic's order. */
  static List<ConsumerRecord<String, String>> records(String bootstrapServers, UUID id) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(Topic.DISPUTES.topicName(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<ConsumerRecord<String, String>> found = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      found.removeIf(message -> !message.key().equals(id.toString()));
      return found;
    }
  }

  static List<Long> versions(String bootstrapServers, UUID id) {
    return records(bootstrapServers, id).stream()
        .map(message -> header(message, CloudEventHeader.ID))
        .map(event -> Long.valueOf(event.substring(event.indexOf(':') + 1)))
        .toList();
  }

  static String header(ConsumerRecord<String, String> message, CloudEventHeader header) {
    return new String(
        message.headers().lastHeader(header.header()).value(), StandardCharsets.UTF_8);
  }

  /** Outside the container no transaction of its kind is active. */
  private static final class NoTransactions implements TransactionSynchronizationRegistry {

    @Override
    public int getTransactionStatus() {
      return Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public Object getTransactionKey() {
      throw new IllegalStateException();
    }

    @Override
    public void putResource(Object key, Object value) {
      throw new IllegalStateException();
    }

    @Override
    public Object getResource(Object key) {
      throw new IllegalStateException();
    }

    @Override
    public void registerInterposedSynchronization(Synchronization sync) {
      throw new IllegalStateException();
    }

    @Override
    public void setRollbackOnly() {
      throw new IllegalStateException();
    }

    @Override
    public boolean getRollbackOnly() {
      throw new IllegalStateException();
    }
  }
}
