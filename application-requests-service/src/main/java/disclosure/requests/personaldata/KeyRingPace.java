package disclosure.requests.personaldata;

import io.quarkus.runtime.LaunchMode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How fast a changed key ring becomes every instance's. All of it follows from the grace, so that
 * whoever is waited for has looked at the ring and has told of itself meanwhile.
 */
@Singleton
public final class KeyRingPace {

  /** With less, what was encrypted before a change could be stored after older keys may go. */
  private static final Duration LEAST = Duration.ofSeconds(10);

  private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Duration grace;

  @Inject
  KeyRingPace(KeyRingSettings settings) {
    this(settings.grace(), LaunchMode.current());
  }

  /**
   * Takes the grace.
   *
   * @throws IllegalStateException with a sentence that says what is wrong, when a service that is
   *     not under test would let older keys go too early
   */
  KeyRingPace(Duration grace, LaunchMode mode) {
    if (mode != LaunchMode.TEST && grace.compareTo(LEAST) < 0) {
      throw new IllegalStateException(
          "The grace of the key ring (KEYRING_GRACE) is "
              + grace.toMillis()
              + " ms; with less than "
              + LEAST.toSeconds()
              + " s, something may be stored under a key when it is told that it can go");
    }
    this.grace = grace;
  }

  /** A pace with a grace as it is given, such as in tests. */
  public static KeyRingPace of(Duration grace) {
    return new KeyRingPace(grace, LaunchMode.TEST);
  }

  /** What an instance was just storing when it took a key over is stored within this. */
  public Duration grace() {
    return grace;
  }

  /** How often each instance looks at the ring, and tells under which key it encrypts. */
  public Duration interval() {
    return shorter(grace.dividedBy(2), LONGEST_INTERVAL);
  }

  /** How long an order that waits for an instance is left alone. */
  public Duration pause() {
    return shorter(grace.dividedBy(5), LONGEST_PAUSE);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
