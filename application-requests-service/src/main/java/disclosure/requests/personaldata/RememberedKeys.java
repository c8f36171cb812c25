package disclosure.requests.personaldata;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keys that were unwrapped once: the ring is read every few seconds, and need not be unwrapped each
 * time. What failed is not tried again for a while, so that nobody waits for a KMS again and again.
 */
final class RememberedKeys implements Unwrapping {

  /** What came of a key: itself, or what was wrong at the moment. */
  private record Outcome(Optional<byte[]> key, String wrong, long at) {}

  private final Unwrapping unwrapping;
  private final long pause;
  private final Map<String, Outcome> outcomes = new HashMap<>();

  RememberedKeys(Unwrapping unwrapping, Duration pause) {
    this.unwrapping = unwrapping;
    this.pause = pause.toNanos();
  }

  @Override
  public synchronized byte[] unwrap(String wrapped) {
    Outcome outcome = outcomes.get(wrapped);
    if (outcome == null || (outcome.key().isEmpty() && System.nanoTime() - outcome.at() > pause)) {
      outcome = tried(wrapped);
      outcomes.put(wrapped, outcome);
    }
    String wrong = outcome.wrong();
    return outcome.key().orElseThrow(() -> new IllegalStateException(wrong)).clone();
  }

  private Outcome tried(String wrapped) {
    try {
      return new Outcome(Optional.of(unwrapping.unwrap(wrapped)), "", System.nanoTime());
    } catch (IllegalStateException failed) {
      return new Outcome(Optional.empty(), failed.getMessage(), System.nanoTime());
    }
  }
}
