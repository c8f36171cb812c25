package disclosure.statistics.ingest;

import disclosure.requests.contract.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tries parked records again, for example after a new release has learnt to read them. They are
 * read from Kafka, where they still are unless compaction removed them for a newer state of their
 * subject.
 */
@ApplicationScoped
class Redrive {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * What became of the records that were tried.
   *
   * @param applied those that are counted now, or were found to be older than what is counted
   * @param gone those that compaction removed, or that went with a topic that was created anew
   * @param stillParked those that can't be counted yet
   */
  record Result(int applied, int gone, int stillParked) {}

  private final DataSource database;
  private final Partitions partitions;
  private final String bootstrapServers;

  Redrive(
      DataSource database,
      Partitions partitions,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.database = database;
    this.partitions = partitions;
    this.bootstrapServers = bootstrapServers;
  }

  /** Tries every parked record of the topics as they are now. */
  Result run() throws SQLException {
    int applied = 0;
    int gone = 0;
    int parked = 0;
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "auto.offset.reset",
                "none",
                "max.poll.records",
                1),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      for (ParkedEvent event : open()) {
        Optional<IncomingEvent> read =
            event.topicId().equals(partitions.topicId(Topic.named(event.topic())))
                ? read(consumer, event)
                : Optional.empty();
        if (read.isEmpty()) {
          resolve(event, "GONE");
          gone++;
        } else if (apply(event, read.get())) {
          applied++;
        } else {
          parked++;
        }
      }
    }
    return new Result(applied, gone, parked);
  }

  private List<ParkedEvent> open() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return ParkedEvents.find(connection, true, 10_000);
    }
  }

  private static Optional<IncomingEvent> read(
      KafkaConsumer<byte[], byte[]> consumer, ParkedEvent event) {
    TopicPartition partition = new TopicPartition(event.topic(), event.partition());
    consumer.assign(List.of(partition));
    if (event.offset() < consumer.beginningOffsets(List.of(partition)).get(partition)
        || event.offset() >= consumer.endOffsets(List.of(partition)).get(partition)) {
      return Optional.empty();
    }
    consumer.seek(partition, event.offset());
    // Control records and removed ones lie between; what comes next tells whether this one is left.
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (records.isEmpty() && System.nanoTime() < end) {
      records.addAll(consumer.poll(Duration.ofMillis(500)).records(partition));
      if (consumer.position(partition) > event.offset() && records.isEmpty()) {
        return Optional.empty();
      }
    }
    if (records.isEmpty()) {
      throw new IllegalStateException("Kafka doesn't give the parked record");
    }
    return records.stream()
        .filter(found -> found.offset() == event.offset())
        .findFirst()
        .map(IncomingEvent::of);
  }

  private boolean apply(ParkedEvent parked, IncomingEvent event) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Rejections rejections = new Rejections();
        Topic topic = Topic.named(parked.topic());
        Applied applied =
            BatchTransaction.writer(topic, true, Expecting.ANYTHING)
                .apply(connection, List.of(event), rejections);
        if (rejections.size() > 0) {
          connection.rollback();
          return false;
        }
        ParkedEvents.resolve(connection, parked, "APPLIED");
        ChangeNotice.send(connection, topic, applied.changed());
        connection.commit();
        return true;
      } catch (SQLException | RuntimeException failure) {
        connection.rollback();
        throw failure;
      }
    }
  }

  private void resolve(ParkedEvent event, String resolution) throws SQLException {
    try (Connection connection = database.getConnection()) {
      ParkedEvents.resolve(connection, event, resolution);
    }
  }
}
