package disclosure.statistics.channel;

import disclosure.requests.contract.Topic;
import disclosure.statistics.ingest.Positions;
import disclosure.storage.FailureLog;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Begins each assigned partition at its stored position. A position that the topic can't serve any
 * more, or that belongs to another topic of the same name, stops the partition.
 */
@ApplicationScoped
@Identifier("stored-positions")
class StoredPositions implements KafkaConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(StoredPositions.class);

  private final DataSource database;
  private final Partitions partitions;
  private final Retry retry;
  private final KafkaConnection kafka;

  StoredPositions(DataSource database, Partitions partitions, Retry retry, KafkaConnection kafka) {
    this.database = database;
    this.partitions = partitions;
    this.retry = retry;
    this.kafka = kafka;
  }

  /** What there is of a partition's topic: its id, its first offset and its end. */
  record Extent(String topicId, long beginning, long end) {}

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
    try {
      if (!assigned.isEmpty()) {
        orHalt(assigned, () -> begin(consumer, assigned));
        LOG.infof("Counting from the stored positions of %d partitions", assigned.size());
      }
      partitions.join();
    } catch (Retry.Stopped ending) {
      LOG.debug("The service ends before it counts anything", ending);
    }
  }

  private void begin(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
    Map<TopicPartition, Long> beginnings = ask(() -> consumer.beginningOffsets(assigned));
    Map<TopicPartition, Long> ends = ask(() -> consumer.endOffsets(assigned));
    Map<String, String> topicIds = topicIds(assigned);
    for (TopicPartition partition : assigned) {
      Extent topic =
          new Extent(
              topicIds.get(partition.topic()), beginnings.get(partition), ends.get(partition));
      orHalt(
          List.of(partition),
          () ->
              begin(
                  consumer,
                  partition,
                  topic,
                  retry.untilDone(
                      "reading the stored positions",
                      "position of " + partition,
                      () -> find(partition, topic),
                      FailureLog::isOutage)));
    }
  }

  /** Goes to a stored position, or stops the partition when the topic can't be read from there. */
  void begin(
      Consumer<?, ?> consumer, TopicPartition partition, Extent topic, Positions.Position stored) {
    long offset = stored.nextOffset();
    partitions.assign(partition, topic.topicId(), offset);
    if (!stored.topicId().equals(topic.topicId())) {
      partitions.halt(partition, "the topic was created anew since it was last counted");
    } else if (offset < topic.beginning() || offset > topic.end()) {
      partitions.halt(partition, Partitions.outside(offset, topic.beginning(), topic.end()));
    } else {
      consumer.seek(partition, offset);
      if (offset == topic.end()) {
        partitions.upToDate(partition);
      }
    }
  }

  /** Partitions whose beginning isn't known are not counted from anywhere. */
  private void orHalt(Collection<TopicPartition> of, Runnable beginning) {
    try {
      beginning.run();
    } catch (Retry.Stopped ending) {
      throw ending;
    } catch (RuntimeException fault) {
      of.forEach(partition -> partitions.halt(partition, fault));
    }
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
    partitions.revoke(revoked);
  }

  /** The stored position of a partition; its beginning when it was never counted. */
  Positions.Position find(TopicPartition partition, Extent extent) throws SQLException {
    Topic topic = Topic.named(partition.topic());
    try (Connection connection = database.getConnection()) {
      Optional<Positions.Position> stored =
          Positions.find(connection, topic, partition.partition());
      if (stored.isEmpty()) {
        Positions.create(
            connection, topic, partition.partition(), extent.topicId(), extent.beginning());
      }
      return stored.orElse(new Positions.Position(extent.topicId(), extent.beginning()));
    }
  }

  private Map<String, String> topicIds(Collection<TopicPartition> assigned) {
    var names = assigned.stream().map(TopicPartition::topic).collect(Collectors.toSet());
    return ask(
        () -> {
          Map<String, String> ids = TopicIds.read(kafka, names);
          if (!ids.keySet().containsAll(names)) {
            throw new UnknownTopicOrPartitionException("a topic that was assigned is gone");
          }
          return ids;
        });
  }

  /** Whoever is assigned something must know where it begins, or would count from anywhere. */
  private <T> T ask(Callable<T> question) {
    String what = "asking Kafka for the topics";
    return retry.untilDone(what, what, question, KafkaOutage::isOne);
  }
}
