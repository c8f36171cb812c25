package disclosure.storage.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a job got.
 *
 * @param total how much there is to do, if that was known when it was ordered
 * @param done how much of it is done
 * @param parked how many pieces couldn't be done
 * @param finishedAt when nothing was left but what is parked
 * @param cancelledAt when it was called off
 */
public record JobProgress(
    UUID id,
    String kind,
    Instant orderedAt,
    Optional<Long> total,
    long done,
    long parked,
    Optional<Instant> finishedAt,
    Optional<Instant> cancelledAt) {}
