package disclosure.statistics.rebuild;

import disclosure.requests.contract.Topic;
import disclosure.statistics.ingest.ShadowCounting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all partitions from their beginnings into the shadow, up to given offsets. */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int MOST_RECORDS = 6_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ShadowCounting shadow;
  private final Map<String, String> topicIds;
  private final Map<TopicPartition, Long> beginnings;
  private final Map<TopicPartition, Long> reached;
  private final Map<TopicPartition, Long> counted;
  private final ExecutorService counters =
      Executors.newFixedThreadPool(
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          task -> new Thread(task, "rebuild"));

  TopicReader(String bootstrapServers, ShadowCounting shadow) throws SQLException {
    this.shadow = shadow;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "auto.offset.reset",
                "none",
                "enable.auto.commit",
                "false",
                "max.poll.records",
                MOST_RECORDS),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.topicIds = topicIds(bootstrapServers);
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topicIds.keySet()) {
      consumer
          .partitionsFor(topic)
          .forEach(known -> partitions.add(new TopicPartition(topic, known.partition())));
    }
    consumer.assign(partitions);
    this.beginnings = consumer.beginningOffsets(partitions);
    this.reached = new HashMap<>(beginnings);
    this.counted = new HashMap<>(beginnings);
    for (TopicPartition partition : partitions) {
      consumer.seek(partition, beginnings.get(partition));
      shadow.begin(partition, topicId(partition), beginnings.get(partition));
    }
  }

  Set<TopicPartition> partitions() {
    return Set.copyOf(beginnings.keySet());
  }

  String topicId(TopicPartition partition) {
    return topicIds.get(partition.topic());
  }

  /** The first offset that is there of each partition. */
  Map<TopicPartition, Long> beginnings() {
    return Map.copyOf(beginnings);
  }

  /** The end of each partition now. */
  Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(beginnings.keySet());
  }

  /** Up to where each partition is counted. */
  Map<TopicPartition, Long> reached() {
    return Map.copyOf(reached);
  }

  /** How many offsets lie between the beginnings and what is reached. */
  long records() {
    return reached.entrySet().stream()
        .mapToLong(partition -> partition.getValue() - beginnings.get(partition.getKey()))
        .sum();
  }

  /** Whether all is counted before the given offsets. */
  boolean isAt(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .allMatch(bound -> reached.get(bound.getKey()) >= bound.getValue());
  }

  /** Counts some more, nothing from the given offsets on. */
  void advance(Map<TopicPartition, Long> offsets) {
    List<TopicPartition> done =
        offsets.keySet().stream()
            .filter(partition -> reached.get(partition) >= offsets.get(partition))
            .toList();
    consumer.resume(consumer.paused());
    consumer.pause(done);
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> within =
          records.records(partition).stream()
              .filter(found -> found.offset() < offsets.get(partition))
              .toList();
      if (!within.isEmpty()) {
        long from = counted.get(partition);
        running.add(CompletableFuture.runAsync(() -> count(partition, from, within), counters));
      }
    }
    CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    for (TopicPartition partition : records.partitions()) {
      records.records(partition).stream()
          .filter(found -> found.offset() < offsets.get(partition))
          .reduce((before, after) -> after)
          .ifPresent(last -> counted.put(partition, last.offset() + 1));
    }
    for (TopicPartition partition : offsets.keySet()) {
      long bound = offsets.get(partition);
      if (reached.get(partition) < bound) {
        long position = consumer.position(partition);
        reached.put(partition, Math.min(position, bound));
        if (position > bound) {
          consumer.seek(partition, bound);
        }
      }
    }
  }

  private void count(
      TopicPartition partition, long from, List<ConsumerRecord<byte[], byte[]>> records) {
    try {
      shadow.apply(partition, topicId(partition), from, records);
    } catch (SQLException failure) {
      throw new CompletionException(failure);
    }
  }

  private static Map<String, String> topicIds(String bootstrapServers) {
    Set<String> names =
        Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      return admin
          .describeTopics(names)
          .allTopicNames()
          .get(20, TimeUnit.SECONDS)
          .entrySet()
          .stream()
          .collect(
              Collectors.toMap(Map.Entry::getKey, topic -> topic.getValue().topicId().toString()));
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("Kafka doesn't tell the topics", failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while asking Kafka", stopping);
    }
  }

  @Override
  public void close() {
    counters.shutdown();
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(5)));
  }
}
