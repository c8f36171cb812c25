package disclosure.edge;

import java.time.Duration;

/**
 * At what pace a body has to come that is read as a stream: each part of it within a time, of which
 * only counts what its reader waited. While the reader itself is busy, nobody is late.
 */
final class BodyPace {

  private final long part;
  private final long nanosForPart;
  private final long nanosForAll;
  private long came;
  private long waitedForPart;
  private long waited;

  /**
   * A pace.
   *
   * @param bytesPerSecond the least, on average over the time for a part
   * @param forPart how long the body may stay away altogether
   * @param forAll how long it may take, however fast it comes
   */
  BodyPace(long bytesPerSecond, Duration forPart, Duration forAll) {
    this.part = Math.max(1, bytesPerSecond * forPart.toMillis() / 1000);
    this.nanosForPart = forPart.toNanos();
    this.nanosForAll = forAll.toNanos();
  }

  /** How long its reader may go on waiting; nothing when the body is too slow. */
  long nanosLeft() {
    return Math.max(0, Math.min(nanosForPart - waitedForPart, nanosForAll - waited));
  }

  void waited(long nanos) {
    waitedForPart += nanos;
    waited += nanos;
  }

  void came(int bytes) {
    came += bytes;
    if (came >= part) {
      came = 0;
      waitedForPart = 0;
    }
  }
}
