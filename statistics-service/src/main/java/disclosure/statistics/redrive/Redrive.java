package disclosure.statistics.redrive;

import disclosure.requests.contract.Topic;
import disclosure.statistics.channel.KafkaConnection;
import disclosure.statistics.channel.KafkaOutage;
import disclosure.statistics.channel.TopicIds;
import disclosure.statistics.ingest.ParkedEvent;
import disclosure.statistics.ingest.ParkedEvents;
import disclosure.statistics.ingest.ParkedPlace;
import disclosure.statistics.ingest.Reapplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Tries parked records again, for example after a new release has learnt to read them. They are
 * read from Kafka, where they still are unless compaction removed them for a newer state of their
 * subject.
 */
@ApplicationScoped
class Redrive {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int PAGE = 1_000;

  /**
   * What became of the records that were tried.
   *
   * @param applied those that are counted now, or were found to be older than what is counted
   * @param gone those that compaction removed, or that went with a topic that was created anew
   * @param stillParked those that can't be counted yet
   */
  @Schema(name = "RedriveResult")
  record Result(int applied, int gone, int stillParked) {}

  private final DataSource database;
  private final Reapplication counting;
  private final KafkaConnection kafka;

  Redrive(DataSource database, KafkaConnection kafka) {
    this.database = database;
    this.counting = new Reapplication(database);
    this.kafka = kafka;
  }

  /**
   * Tries every parked record. What has become of the topics is asked of Kafka: whichever instance
   * is told to, it may read none of their partitions.
   *
   * @throws KafkaOutage when Kafka doesn't answer
   */
  Result run() throws SQLException {
    Map<String, String> topicIds =
        TopicIds.read(kafka, Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    Tried tried = new Tried();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      Optional<ParkedEvent> last = Optional.empty();
      do {
        List<ParkedEvent> page = open(last);
        for (ParkedEvent event : page) {
          tried.note(retry(consumer, topicIds, event));
        }
        last = page.stream().reduce((first, second) -> second);
      } while (last.isPresent());
    } catch (KafkaException failure) {
      throw KafkaOutage.isOne(failure)
          ? new KafkaOutage("Kafka doesn't give parked records", failure)
          : failure;
    }
    return tried.result();
  }

  /** What has become of one. */
  private enum Fate {
    APPLIED,
    GONE,
    STILL_PARKED
  }

  private static final class Tried {

    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);

    void note(Fate fate) {
      counts.merge(fate, 1, Integer::sum);
    }

    Result result() {
      return new Result(
          counts.getOrDefault(Fate.APPLIED, 0),
          counts.getOrDefault(Fate.GONE, 0),
          counts.getOrDefault(Fate.STILL_PARKED, 0));
    }
  }

  private Fate retry(
      KafkaConsumer<byte[], byte[]> consumer, Map<String, String> topicIds, ParkedEvent event)
      throws SQLException {
    String present = topicIds.get(event.topic());
    if (present == null) {
      // A topic that isn't there now may be there again, when a cluster is restored.
      return Fate.STILL_PARKED;
    }
    Optional<ConsumerRecord<byte[], byte[]>> read =
        present.equals(event.topicId()) ? read(consumer, event) : Optional.empty();
    if (read.isEmpty()) {
      resolve(event, Fate.GONE.name());
      return Fate.GONE;
    }
    return counting.apply(event, read.get()) ? Fate.APPLIED : Fate.STILL_PARKED;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return kafka.consumer(
        Map.of(
            "auto.offset.reset",
            "none",
            "max.poll.records",
            1,
            "default.api.timeout.ms",
            (int) TIMEOUT.toMillis()));
  }

  private List<ParkedEvent> open(Optional<ParkedEvent> after) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return ParkedEvents.open(connection, after.map(ParkedPlace::of), PAGE);
    }
  }

  private static Optional<ConsumerRecord<byte[], byte[]>> read(
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
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (records.isEmpty() && System.nanoTime() < end) {
      records.addAll(consumer.poll(Duration.ofMillis(500)).records(partition));
      if (consumer.position(partition) > event.offset() && records.isEmpty()) {
        return Optional.empty();
      }
    }
    if (records.isEmpty()) {
      throw new TimeoutException("no record, nor a later one, within " + TIMEOUT);
    }
    return records.stream().filter(found -> found.offset() == event.offset()).findFirst();
  }

  private void resolve(ParkedEvent event, String resolution) throws SQLException {
    try (Connection connection = database.getConnection()) {
      ParkedEvents.resolve(connection, event, resolution);
    }
  }
}
