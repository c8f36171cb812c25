package disclosure.requests.subscription.turn;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long a receiver that failed is left alone: three times as long each time, a quarter more or
 * less by chance, so that many don't come back at once; and at least as long as it asks for.
 */
final class Pauses {

  /** The most that a receiver is obeyed who asks to be left alone. */
  static final Duration LONGEST_ASKED = Duration.ofDays(1);

  private static final int FACTOR = 3;
  private static final int LAST_STEP = 20;

  private final Duration first;
  private final Duration longest;
  private final DoubleSupplier chance;

  /**
   * Pauses that begin with the first and grow up to the longest.
   *
   * @param chance from 0 to 1
   */
  Pauses(Duration first, Duration longest, DoubleSupplier chance) {
    this.first = first;
    this.longest = longest;
    this.chance = chance;
  }

  /**
   * The pause after a failure.
   *
   * @param failures how many there were in a row, this one included
   */
  Duration after(int failures, Optional<Duration> asked) {
    double grown =
        Math.min(
            longest.toMillis(),
            first.toMillis() * Math.pow(FACTOR, Math.min(failures - 1, LAST_STEP)));
    Duration own = Duration.ofMillis((long) (grown * (0.75 + chance.getAsDouble() / 2)));
    Duration theirs =
        asked
            .filter(pause -> pause.compareTo(LONGEST_ASKED) < 0)
            .orElse(asked.isPresent() ? LONGEST_ASKED : Duration.ZERO);
    return own.compareTo(theirs) > 0 ? own : theirs;
  }
}
