package disclosure.edge;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A token bucket for each client. */
final class Quotas {

  /** Beyond this, full buckets are thrown away: a new one is full as well. */
  private static final int MAX_BUCKETS = 10_000;

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final int perSecond;
  private final int burst;
  private final TimeMeter time;

  Quotas(int perSecond, int burst, TimeMeter time) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.time = time;
  }

  /**
   * Takes one request off the client's quota.
   *
   * @return how long to wait when nothing is left; empty when the request may go on
   */
  Optional<Duration> take(String client) {
    if (perSecond == 0) {
      return Optional.empty();
    }
    if (buckets.size() >= MAX_BUCKETS) {
      buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= burst);
    }
    ConsumptionProbe probe =
        buckets.computeIfAbsent(client, first -> full()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  int size() {
    return buckets.size();
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .build())
        .withCustomTimePrecision(time)
        .build();
  }
}
