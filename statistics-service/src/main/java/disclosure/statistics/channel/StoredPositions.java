package disclosure.statistics.channel;

import disclosure.requests.contract.Topic;
import disclosure.statistics.ingest.Positions;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
  private final String bootstrapServers;

  StoredPositions(
      DataSource database,
      Partitions partitions,
      Retry retry,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.database = database;
    this.partitions = partitions;
    this.retry = retry;
    this.bootstrapServers = bootstrapServers;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
    try {
      if (!assigned.isEmpty()) {
        begin(consumer, assigned);
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
      long beginning = beginnings.get(partition);
      long end = ends.get(partition);
      String topicId = topicIds.get(partition.topic());
      Positions.Position stored = position(partition, topicId, beginning);
      partitions.assign(partition, topicId, stored.nextOffset());
      if (!stored.topicId().equals(topicId)) {
        partitions.halt(partition, "the topic was created anew since it was last counted");
      } else if (stored.nextOffset() < beginning || stored.nextOffset() > end) {
        partitions.halt(partition, Partitions.outside(stored.nextOffset(), beginning, end));
      } else {
        consumer.seek(partition, stored.nextOffset());
      }
    }
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
    partitions.revoke(revoked);
  }

  private Positions.Position position(TopicPartition partition, String topicId, long beginning) {
    Topic topic = Topic.named(partition.topic());
    return retry.untilDone(
        "reading the stored positions",
        () -> {
          try (Connection connection = database.getConnection()) {
            Optional<Positions.Position> stored =
                Positions.find(connection, topic, partition.partition());
            if (stored.isEmpty()) {
              Positions.create(connection, topic, partition.partition(), topicId, beginning);
            }
            return stored.orElse(new Positions.Position(topicId, beginning));
          }
        },
        failure -> failure instanceof SQLException);
  }

  private Map<String, String> topicIds(Collection<TopicPartition> assigned) {
    var names = assigned.stream().map(TopicPartition::topic).collect(Collectors.toSet());
    return ask(
        () -> {
          Map<String, String> ids = TopicIds.read(bootstrapServers, names);
          if (!ids.keySet().containsAll(names)) {
            throw new UnknownTopicOrPartitionException("a topic that was assigned is gone");
          }
          return ids;
        });
  }

  /** Whoever is assigned something must know where it begins, or would count from anywhere. */
  private <T> T ask(Callable<T> question) {
    return retry.untilDone(
        "asking Kafka for the topics",
        question,
        failure -> failure instanceof KafkaException || failure instanceof KafkaOutage);
  }
}
