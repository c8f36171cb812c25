package disclosure.statistics.channel;

import disclosure.requests.contract.Topic;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Looks whether the topics are still those that are counted, and tries again what a fault stopped.
 * A consumer that is not assigned anew goes on in a topic of the same name, at an offset that means
 * something else there.
 */
@ApplicationScoped
class TopicWatch {

  private static final Logger LOG = Logger.getLogger(TopicWatch.class);
  private static final long TIMEOUT_SECONDS = 5;

  private final Partitions partitions;
  private final RestartPartition restart;
  private final Admin kafka;
  private final FailureLog failures;
  private boolean missed;

  TopicWatch(
      Partitions partitions,
      RestartPartition restart,
      KafkaConnection kafka,
      MeterRegistry meters) {
    this.partitions = partitions;
    this.restart = restart;
    this.kafka = kafka.admin(Map.of());
    this.failures =
        new FailureLog(
            LOG, meters, "topics", "Kafka doesn't tell of the topics now", KafkaOutage::isOne);
  }

  @PreDestroy
  void close() {
    kafka.close(Duration.ofSeconds(1));
  }

  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    Map<TopicPartition, Long> counted = partitions.counted();
    Set<TopicPartition> stopped = partitions.toRestart();
    try {
      look(counted, stopped, topicIds());
      failures.succeeded();
      missed = false;
    } catch (ExecutionException | TimeoutException failure) {
      // A single look says nothing: a broker may stand still for a moment, and the next is soon.
      if (missed) {
        failures.failed(failure);
      }
      missed = true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(
      Map<TopicPartition, Long> counted, Set<TopicPartition> stopped, Map<String, String> topicIds)
      throws InterruptedException, ExecutionException, TimeoutException {
    topicIds.forEach(this::haltUnlessCounted);
    Set<TopicPartition> there =
        Stream.concat(
                counted.keySet().stream().filter(partition -> !partitions.isHalted(partition)),
                stopped.stream())
            .filter(partition -> topicIds.containsKey(partition.topic()))
            .collect(Collectors.toSet());
    Map<TopicPartition, Long> beginnings = offsets(there, OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(there, OffsetSpec.latest());
    for (TopicPartition partition : there) {
      long beginning = beginnings.get(partition);
      long end = ends.get(partition);
      if (stopped.contains(partition)) {
        restart.restart(
            partition, new StoredPositions.Extent(topicIds.get(partition.topic()), beginning, end));
      } else if (counted.get(partition) < beginning || counted.get(partition) > end) {
        partitions.halt(partition, Partitions.outside(counted.get(partition), beginning, end));
      }
    }
  }

  /** The ids of the topics that are there, by name. */
  private Map<String, String> topicIds()
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, String> ids = new HashMap<>();
    var topics =
        kafka
            .describeTopics(Arrays.stream(Topic.values()).map(Topic::topicName).toList())
            .topicNameValues();
    for (var topic : topics.entrySet()) {
      Optional<String> id = TopicIds.id(topic.getValue());
      if (id.isPresent()) {
        partitions.found(topic.getKey());
        ids.put(topic.getKey(), id.get());
      } else {
        partitions.lost(topic.getKey());
      }
    }
    return ids;
  }

  private void haltUnlessCounted(String name, String id) {
    if (!id.equals(partitions.topicId(Topic.named(name)))) {
      partitions.halt(name, "the topic was created anew");
    }
  }

  private Map<TopicPartition, Long> offsets(Set<TopicPartition> of, OffsetSpec which)
      throws InterruptedException, ExecutionException, TimeoutException {
    return kafka
        .listOffsets(of.stream().collect(Collectors.toMap(Function.identity(), each -> which)))
        .all()
        .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue().offset()));
  }
}
