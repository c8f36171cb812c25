package disclosure.statistics.rebuild;

import disclosure.requests.contract.Topic;
import disclosure.statistics.channel.KafkaConnection;
import disclosure.statistics.channel.TopicIds;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads all partitions from their beginnings into the shadow, up to given offsets. */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int MAX_RECORDS = 6_000;

  /** Counting may wait for what is asked. */
  private static final int TIMEOUT_MILLIS = 5_000;

  /** Enough that every partition has its share, so that they are counted side by side. */
  private static final int RECORDS_TOGETHER = 20_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ShadowCounting shadow;
  private final Map<String, String> topicIds;
  private final Map<TopicPartition, Long> beginnings;
  private final Map<TopicPartition, Long> reached;
  private final Map<TopicPartition, Long> counted;
  private final ExecutorService counters =
      Executors.newFixedThreadPool(
          2 * Math.max(2, Runtime.getRuntime().availableProcessors()),
          task -> new Thread(task, "rebuild"));

  TopicReader(KafkaConnection kafka, ShadowCounting shadow) {
    this.shadow = shadow;
    this.topicIds = topicIds(kafka);
    this.consumer =
        kafka.consumer(
            Map.of(
                "auto.offset.reset",
                "none",
                "enable.auto.commit",
                "false",
                "max.poll.records",
                MAX_RECORDS,
                "default.api.timeout.ms",
                TIMEOUT_MILLIS));
    List<TopicPartition> partitions = new ArrayList<>();
    try {
      for (String topic : topicIds.keySet()) {
        consumer
            .partitionsFor(topic)
            .forEach(known -> partitions.add(new TopicPartition(topic, known.partition())));
      }
      consumer.assign(partitions);
      this.beginnings = consumer.beginningOffsets(partitions);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
    this.reached = new HashMap<>(beginnings);
    this.counted = new HashMap<>(beginnings);
  }

  /** Goes to the beginnings. */
  void begin() throws SQLException {
    for (TopicPartition partition : beginnings.keySet()) {
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

  /**
   * Counts some more, nothing from the given offsets on. When that fails, nothing is left out: the
   * same is read again.
   */
  void advance(Map<TopicPartition, Long> offsets) {
    List<TopicPartition> done =
        offsets.keySet().stream()
            .filter(partition -> reached.get(partition) >= offsets.get(partition))
            .toList();
    consumer.resume(consumer.paused());
    consumer.pause(done);
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
    Map<TopicPartition, Long> positions = new HashMap<>();
    try {
      records.putAll(poll(offsets));
      for (TopicPartition partition : offsets.keySet()) {
        positions.put(partition, consumer.position(partition));
      }
      count(records);
    } catch (RuntimeException | Error failure) {
      reached.forEach(consumer::seek);
      throw failure;
    }
    records.forEach(
        (partition, counting) ->
            counted.put(partition, counting.get(counting.size() - 1).offset() + 1));
    for (TopicPartition partition : offsets.keySet()) {
      long bound = offsets.get(partition);
      if (reached.get(partition) < bound) {
        long position = positions.get(partition);
        reached.put(partition, Math.min(position, bound));
        if (position > bound) {
          consumer.seek(partition, bound);
        }
      }
    }
  }

  private void count(Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records) {
    CompletableFuture.allOf(
            records.entrySet().stream()
                .map(of -> CompletableFuture.runAsync(() -> count(of), counters))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  /** The next records before the offsets; only partitions that have any. */
  private Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> poll(
      Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> together = new HashMap<>();
    int all = 0;
    ConsumerRecords<byte[], byte[]> some;
    do {
      some = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> found : some) {
        TopicPartition partition = new TopicPartition(found.topic(), found.partition());
        if (found.offset() < offsets.get(partition)) {
          together.computeIfAbsent(partition, first -> new ArrayList<>()).add(found);
        }
      }
      all += some.count();
    } while (!some.isEmpty() && all < RECORDS_TOGETHER && !isReadTo(offsets));
    return together;
  }

  /** More may come in for ever. */
  private boolean isReadTo(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .allMatch(bound -> consumer.position(bound.getKey()) >= bound.getValue());
  }

  private void count(Map.Entry<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records) {
    TopicPartition partition = records.getKey();
    try {
      shadow.apply(partition, topicId(partition), counted.get(partition), records.getValue());
    } catch (SQLException failure) {
      throw new CompletionException(failure);
    }
  }

  private static Map<String, String> topicIds(KafkaConnection kafka) {
    Set<String> names =
        Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());
    Map<String, String> ids = TopicIds.read(kafka, names);
    if (!ids.keySet().containsAll(names)) {
      throw new IllegalStateException("there are only the topics " + ids.keySet());
    }
    return ids;
  }

  @Override
  public void close() {
    counters.shutdownNow();
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}
