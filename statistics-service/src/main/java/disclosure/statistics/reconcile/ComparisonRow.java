package disclosure.statistics.reconcile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A comparison as it is stored, with its job.
 *
 * @param organCode the organ that is compared with all below it; empty for all organs
 * @param reached how far it got
 * @param result what came of it so far, as JSON
 */
record ComparisonRow(
    UUID id,
    String organCode,
    int lastYear,
    Instant orderedAt,
    String reached,
    Optional<String> result,
    Optional<String> problem,
    long done,
    Optional<Long> total,
    long parked,
    Optional<Instant> finishedAt,
    Optional<Instant> cancelledAt) {

  boolean isDone() {
    return finishedAt.isPresent() && cancelledAt.isEmpty();
  }
}
