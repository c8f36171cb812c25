package disclosure.requests.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.subscription.turn.PauseCause;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscription as its client and administrators see it.
 *
 * @param clientId whose it is
 * @param organs whose events are told, with those of all organs below: codes, or * for all
 * @param events the types of events
 * @param secret by which the receiver knows the service; shown when it is made, and never again
 * @param earlierSecretUntil until when the secret before it signs as well
 * @param status whether it is told of events
 * @param pausedBecause why it isn't
 * @param delivered how many events the receiver took
 * @param deliveredAt when it took the last one
 * @param failures how often in a row it failed
 * @param failingSince when that began
 * @param lastCause what was wrong the last time: {@code HTTP_} with the status, {@code TIMEOUT},
 *     {@code NOT_CONNECTED} and the like; {@code TURN_FAILED} when it wasn't the receiver
 * @param notBefore when it is tried again
 * @param deadLetters how many events it refused, that nobody had tried again with success
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Subscription(
    UUID id,
    String clientId,
    String address,
    List<String> organs,
    List<String> events,
    Optional<String> secret,
    Instant createdAt,
    Optional<Instant> earlierSecretUntil,
    SubscriptionStatus status,
    Optional<PauseCause> pausedBecause,
    Optional<Instant> pausedAt,
    long delivered,
    Optional<Instant> deliveredAt,
    int failures,
    Optional<Instant> failingSince,
    Optional<String> lastCause,
    Optional<Instant> notBefore,
    long deadLetters) {

  /** Whether events are told. */
  enum SubscriptionStatus {
    ACTIVE,
    PAUSED
  }

  /**
   * Some of the subscriptions.
   *
   * @param next where there are more
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record SubscriptionPage(List<Subscription> items, Optional<URI> next) {}

  /** The same, showing the secret. */
  Subscription showing(String shown) {
    return new Subscription(
        id,
        clientId,
        address,
        organs,
        events,
        Optional.of(shown),
        createdAt,
        earlierSecretUntil,
        status,
        pausedBecause,
        pausedAt,
        delivered,
        deliveredAt,
        failures,
        failingSince,
        lastCause,
        notBefore,
        deadLetters);
  }

  /** Whether it was asked for with the same wishes. */
  boolean isAsked(List<String> wantedOrgans, List<String> wantedEvents) {
    return organs.equals(wantedOrgans) && events.equals(wantedEvents);
  }
}
