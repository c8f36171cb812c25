package disclosure.statistics.channel;

import disclosure.requests.contract.Topic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** What this instance knows of the partitions that it reads: from where, and whether it may. */
@ApplicationScoped
class Partitions {

  private static final Logger LOG = Logger.getLogger(Partitions.class);

  private final Map<TopicPartition, Long> readFrom = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> wentBackFrom = new ConcurrentHashMap<>();
  private final Map<TopicPartition, String> halted = new ConcurrentHashMap<>();
  private final Set<String> lost = ConcurrentHashMap.newKeySet();
  private final Map<Topic, String> topicIds = new ConcurrentHashMap<>();
  private final Set<TopicPartition> gauged = ConcurrentHashMap.newKeySet();
  private volatile boolean joined;

  private final MeterRegistry meters;
  private final FaultyPartitions faulty;

  Partitions(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.faulty = new FaultyPartitions(meters, clock);
    meters.gaugeMapSize(
        "matrix.partitions.assigned", io.micrometer.core.instrument.Tags.empty(), readFrom);
    meters.gauge("matrix.partitions.halted", this, known -> known.halted().size());
  }

  /** Takes note that this instance has its share, which may be none. */
  void join() {
    joined = true;
  }

  boolean hasJoined() {
    return joined;
  }

  /**
   * Takes note from where a partition is read. What was read before, and left out while it was
   * stopped, may still be waiting: nothing that begins later is counted until it was read again.
   */
  void assign(TopicPartition partition, String topicId, long offset) {
    topicIds.put(Topic.named(partition.topic()), topicId);
    readFrom.put(partition, offset);
    wentBackFrom.put(partition, offset);
    halted.remove(partition);
    faulty.tryAgain(partition);
    if (gauged.add(partition)) {
      gauge(partition);
    }
  }

  private void gauge(TopicPartition partition) {
    Gauge.builder("matrix.applied.offset", () -> appliedOffset(partition))
        .description("The offset up to which a partition of this instance's is counted")
        .tag("topic", partition.topic())
        .tag("partition", Integer.toString(partition.partition()))
        .register(meters);
  }

  /** Not a number for a partition that another instance reads by now. */
  private double appliedOffset(TopicPartition partition) {
    return Optional.ofNullable(readFrom.get(partition)).map(Long::doubleValue).orElse(Double.NaN);
  }

  void revoke(Collection<TopicPartition> partitions) {
    partitions.forEach(readFrom::remove);
    partitions.forEach(wentBackFrom::remove);
    partitions.forEach(halted::remove);
    partitions.forEach(faulty::forget);
  }

  /** Stops counting a partition until somebody has looked: going on would skip or double. */
  void halt(TopicPartition partition, String reason) {
    faulty.forget(partition);
    if (halted.put(partition, reason) == null) {
      LOG.errorf(
          "Stopped counting %s: %s. The counts stay as they are; rebuild them from the topic.",
          partition, reason);
    }
  }

  /** Stops counting a partition at a fault for a while; then it is to be tried again. */
  void halt(TopicPartition partition, Throwable fault) {
    if (!halted.containsKey(partition)) {
      faulty.failed(partition, fault);
    }
  }

  /** Those that a fault has stopped, and that are to be tried again now. */
  Set<TopicPartition> toRestart() {
    return faulty.due();
  }

  /** Takes note that all there is of a partition is counted. */
  void upToDate(TopicPartition partition) {
    faulty.succeeded(partition);
  }

  /** Stops counting all partitions of the topic that this instance reads. */
  void halt(String topic, String reason) {
    readFrom.keySet().stream()
        .filter(partition -> partition.topic().equals(topic))
        .forEach(partition -> halt(partition, reason));
  }

  /** Takes note that a topic is not there, whichever instance reads it. */
  void lost(String topic) {
    if (lost.add(topic)) {
      LOG.errorf("The topic %s is gone. The counts stay as they are.", topic);
    }
  }

  /** Takes note that a topic is there; whether it is the one that was counted, is not said. */
  void found(String topic) {
    lost.remove(topic);
  }

  /** Why a position can't be gone on from. */
  static String outside(long position, long beginning, long end) {
    return String.format(
        Locale.ROOT,
        "position %d is outside of the topic, which has %d to %d",
        position,
        beginning,
        end);
  }

  /** Up to where each partition is counted that is read and not stopped. */
  Map<TopicPartition, Long> counted() {
    Map<TopicPartition, Long> counted = new HashMap<>(readFrom);
    counted.keySet().removeIf(this::isHalted);
    return counted;
  }

  boolean isHalted(TopicPartition partition) {
    return halted.containsKey(partition) || faulty.isLeftAlone(partition);
  }

  /** From where every record was read; the first record's own offset when that isn't known. */
  long readFrom(TopicPartition partition, long firstOffset) {
    return Math.min(readFrom.getOrDefault(partition, firstOffset), firstOffset);
  }

  /** Takes note that the records up to the offset are counted, none of which was read ahead. */
  void advance(TopicPartition partition, long nextOffset) {
    wentBackFrom.remove(partition);
    readFrom.computeIfPresent(partition, (known, old) -> nextOffset);
    faulty.succeeded(partition);
  }

  /**
   * Takes note that reading went back.
   *
   * @param offset where it goes on
   * @param firstOffset of the records that can't be counted yet, and will be read again
   */
  void goBack(TopicPartition partition, long offset, long firstOffset) {
    readFrom.computeIfPresent(partition, (known, old) -> offset);
    wentBackFrom.put(partition, firstOffset);
  }

  /**
   * Whether the records were read ahead before reading went back: those between the offset that it
   * went back to and them are still to come, and they themselves will come again.
   */
  boolean isReadAhead(TopicPartition partition, long firstOffset) {
    return wentBackFrom.getOrDefault(partition, Long.MAX_VALUE) < firstOffset;
  }

  /** The id of a topic of which this instance reads, or has read, partitions. */
  String topicId(Topic topic) {
    return topicIds.getOrDefault(topic, "");
  }

  Map<TopicPartition, String> halted() {
    Map<TopicPartition, String> all = new HashMap<>(faulty.causes());
    all.putAll(halted);
    lost.forEach(topic -> all.putIfAbsent(new TopicPartition(topic, 0), "the topic is gone"));
    return Map.copyOf(all);
  }

  int assigned() {
    return readFrom.size();
  }
}
