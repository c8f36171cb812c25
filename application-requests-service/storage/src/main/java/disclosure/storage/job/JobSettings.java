package disclosure.storage.job;

import java.time.Duration;

/**
 * How background work goes.
 *
 * @param poll how often each worker looks for work when there was none
 * @param lease how long a claim lasts unless it is renewed; renewed after a third of it
 * @param backOff how long after the first failed attempt the second may come; twice as long after
 *     each further one
 * @param afterOutage how long what couldn't be done for an outage is left alone
 * @param maxAttempts how many attempts fail before a piece is parked
 */
public record JobSettings(
    Duration poll, Duration lease, Duration backOff, Duration afterOutage, int maxAttempts) {

  /** What every service has. */
  public static final JobSettings DEFAULT =
      new JobSettings(
          Duration.ofSeconds(1),
          Duration.ofSeconds(12),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          4);

  /** The same for work that is looked for, and tried again, more or less often. */
  JobSettings with(Duration otherPoll, Duration otherBackOff) {
    return new JobSettings(otherPoll, lease, otherBackOff, afterOutage, maxAttempts);
  }
}
