package disclosure.statistics.channel;

import disclosure.storage.Cause;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Partitions that a fault keeps from being counted, such as a right that the service lacks. Each is
 * tried again, at first after some seconds and then once a minute, so that mending the cause is
 * enough. The log tells the fault once, and its end.
 */
final class FaultyPartitions {

  private static final Logger LOG = Logger.getLogger(FaultyPartitions.class);
  private static final Duration MIN_WAIT = Duration.ofSeconds(5);
  private static final Duration MAX_WAIT = Duration.ofMinutes(1);

  private final Map<TopicPartition, Fault> faults = new ConcurrentHashMap<>();
  private final MeterRegistry meters;
  private final Clock clock;

  FaultyPartitions(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * What is the matter with a partition.
   *
   * @param pause how long it is left alone
   * @param until when it is tried again
   * @param tried whether it is being tried now
   */
  private record Fault(String cause, FailureLog log, Duration pause, Instant until, boolean tried) {

    Fault beingTried() {
      return new Fault(cause, log, pause, until, true);
    }
  }

  void failed(TopicPartition partition, Throwable failure) {
    faults
        .compute(partition, (same, before) -> next(partition, Optional.ofNullable(before), failure))
        .log()
        .failed(failure);
  }

  private Fault next(TopicPartition partition, Optional<Fault> before, Throwable failure) {
    Duration doubled = before.map(fault -> fault.pause().multipliedBy(2)).orElse(MIN_WAIT);
    Duration bounded = doubled.compareTo(MAX_WAIT) < 0 ? doubled : MAX_WAIT;
    return new Fault(
        Cause.of(failure).text(),
        before.map(Fault::log).orElseGet(() -> log(partition)),
        bounded,
        clock.instant().plus(bounded),
        false);
  }

  private FailureLog log(TopicPartition partition) {
    return new FailureLog(
        LOG, meters, "counting", partition + " can't be counted", failure -> false);
  }

  /** Whether nothing of it may be counted now. */
  boolean isLeftAlone(TopicPartition partition) {
    return Optional.ofNullable(faults.get(partition)).filter(fault -> !fault.tried()).isPresent();
  }

  /** Those that are to be tried now. */
  Set<TopicPartition> due() {
    Instant now = clock.instant();
    return faults.entrySet().stream()
        .filter(each -> !each.getValue().tried() && !each.getValue().until().isAfter(now))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  void tryAgain(TopicPartition partition) {
    faults.computeIfPresent(partition, (same, fault) -> fault.beingTried());
  }

  void succeeded(TopicPartition partition) {
    Optional.ofNullable(faults.remove(partition)).ifPresent(fault -> fault.log().succeeded());
  }

  /** It is another instance's from now on, or has stopped for another reason. */
  void forget(TopicPartition partition) {
    faults.remove(partition);
  }

  /** What is the matter with each, also while it is tried again. */
  Map<TopicPartition, String> causes() {
    return faults.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().cause()));
  }
}
