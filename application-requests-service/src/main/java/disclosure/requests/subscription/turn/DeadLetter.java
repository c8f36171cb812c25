package disclosure.requests.subscription.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event that a receiver refused for good.
 *
 * @param number by which it is tried again
 * @param eventId the event's id, as it was told
 * @param type the event's type
 * @param subject what it is about
 * @param version the version of that
 * @param cause why it wasn't taken
 * @param attempts how often it was refused
 * @param refusedAt when, the last time
 * @param retryAt when somebody had it tried again; absent while nobody did
 * @param supersededBy a newer version of the same that the receiver took since: with it, it has all
 *     that this one says
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DeadLetter(
    long number,
    String eventId,
    String type,
    String subject,
    long version,
    String cause,
    int attempts,
    Instant refusedAt,
    Optional<Instant> retryAt,
    Optional<Long> supersededBy) {

  /**
   * Some of them, in the order in which they were refused first.
   *
   * @param next where there are more
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record DeadLetterPage(List<DeadLetter> items, Optional<URI> next) {}

  /**
   * What comes of a command to try again.
   *
   * @param queued how many are sent again
   * @param superseded how many are struck off the list unsent, since the receiver has a newer state
   */
  public record RetriedDeadLetters(int queued, int superseded) {}

  /**
   * What comes of a command to strike off.
   *
   * @param discarded how many are on the list no more, and won't be sent
   */
  public record DiscardedDeadLetters(int discarded) {}
}
