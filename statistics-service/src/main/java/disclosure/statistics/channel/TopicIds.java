package disclosure.statistics.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Kafka's ids of topics: one that was created anew has another. Only Kafka knows them; an instance
 * remembers those of the partitions that it reads.
 */
public final class TopicIds {

  private static final int TIMEOUT_MILLIS = 5_000;

  private TopicIds() {}

  /**
   * The ids of the topics that are there, by name.
   *
   * @throws KafkaOutage when Kafka doesn't answer
   * @throws IllegalStateException when it refuses to tell
   */
  public static Map<String, String> read(KafkaConnection kafka, Collection<String> names) {
    try (Admin admin =
        kafka.admin(
            Map.of(
                "request.timeout.ms", TIMEOUT_MILLIS, "default.api.timeout.ms", TIMEOUT_MILLIS))) {
      Map<String, String> ids = new HashMap<>();
      for (var topic : admin.describeTopics(names).topicNameValues().entrySet()) {
        id(topic.getValue()).ifPresent(id -> ids.put(topic.getKey(), id));
      }
      return ids;
    } catch (ExecutionException | TimeoutException failure) {
      throw KafkaOutage.isOne(failure)
          ? new KafkaOutage("Kafka doesn't tell of the topics", failure)
          : new IllegalStateException("Kafka refuses to tell of the topics", failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new KafkaOutage("stopped while asking Kafka", stopping);
    }
  }

  /** The id of a topic; empty when there is none of the name. */
  static Optional<String> id(KafkaFuture<TopicDescription> described)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return Optional.of(described.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).topicId().toString());
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
