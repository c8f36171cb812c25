package disclosure.statistics.channel;

import disclosure.requests.contract.Topic;
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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks whether the topics are still those that are counted. A consumer that is not assigned anew
 * goes on in a topic of the same name, at an offset that means something else there.
 */
@ApplicationScoped
class TopicWatch {

  private static final Logger LOG = Logger.getLogger(TopicWatch.class);
  private static final long TIMEOUT_SECONDS = 5;

  private final Partitions partitions;
  private final Admin kafka;

  TopicWatch(
      Partitions partitions,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.partitions = partitions;
    this.kafka = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  @PreDestroy
  void close() {
    kafka.close(Duration.ofSeconds(1));
  }

  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    Map<TopicPartition, Long> counted = partitions.counted();
    try {
      var topics =
          kafka
              .describeTopics(Arrays.stream(Topic.values()).map(Topic::topicName).toList())
              .topicNameValues();
      Map<TopicPartition, Long> there = new HashMap<>(counted);
      for (var topic : topics.entrySet()) {
        boolean same = isTheSame(topic.getKey(), topic.getValue());
        there.keySet().removeIf(read -> !same && read.topic().equals(topic.getKey()));
      }
      compare(there);
    } catch (ExecutionException | TimeoutException away) {
      LOG.debugf(away, "Kafka doesn't tell of the topics now");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTheSame(String name, KafkaFuture<TopicDescription> described)
      throws InterruptedException, ExecutionException, TimeoutException {
    Optional<String> found = TopicIds.id(described);
    if (found.isEmpty()) {
      partitions.lost(name);
      return false;
    }
    partitions.found(name);
    boolean same = found.get().equals(partitions.topicId(Topic.named(name)));
    if (!same) {
      partitions.halt(name, "the topic was created anew");
    }
    return same;
  }

  private void compare(Map<TopicPartition, Long> counted)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, Long> beginnings = offsets(counted.keySet(), OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(counted.keySet(), OffsetSpec.latest());
    counted.forEach(
        (partition, position) -> {
          if (position < beginnings.get(partition) || position > ends.get(partition)) {
            partitions.halt(
                partition,
                Partitions.outside(position, beginnings.get(partition), ends.get(partition)));
          }
        });
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
