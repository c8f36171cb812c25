package disclosure.requests.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An order to encrypt all personal data anew under the primary key.
 *
 * @param total how many applications there are, about
 * @param lookedAt how many of them were looked at
 * @param encrypted how many of these were under an older key
 * @param parked how many couldn't be, and wait for a retry: meanwhile the order isn't finished
 * @param instancesBehind how many instances encrypt under another key still: meanwhile the order
 *     isn't finished
 * @param cancelledAt when the order was called off: the older keys are still needed
 * @param overtakenAt when the order ended since the register encrypts under another key by now than
 *     the one it was for: another order is needed, and the older keys still are
 * @param finishedAt present at the end: the older keys are needed no more
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Reencryption(
    UUID id,
    Instant orderedAt,
    long total,
    long lookedAt,
    long encrypted,
    long parked,
    long instancesBehind,
    Optional<Instant> cancelledAt,
    Optional<Instant> overtakenAt,
    Optional<Instant> finishedAt) {}
