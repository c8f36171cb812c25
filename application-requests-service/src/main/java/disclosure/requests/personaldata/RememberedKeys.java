package disclosure.requests.personaldata;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys that were unwrapped once: the ring is read every few seconds, and need not be unwrapped each
 * time. What failed is not tried again for a while, so that the KMS is not asked again and again.
 * Nobody waits for somebody else's question to it.
 */
final class RememberedKeys implements Unwrapping {

  /** What came of a key: itself, or what was wrong at the moment. */
  private record Outcome(Optional<byte[]> key, String wrong, long at) {

    byte[] get() {
      return key.orElseThrow(() -> new IllegalStateException(wrong)).clone();
    }
  }

  private final Unwrapping unwrapping;
  private final long pause;
  private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();

  RememberedKeys(Unwrapping unwrapping, Duration pause) {
    this.unwrapping = unwrapping;
    this.pause = pause.toNanos();
  }

  @Override
  public byte[] unwrap(String wrapped) {
    Outcome outcome = outcomes.get(wrapped);
    if (outcome == null || (outcome.key().isEmpty() && System.nanoTime() - outcome.at() > pause)) {
      outcome = tried(wrapped);
      outcomes.put(wrapped, outcome);
    }
    return outcome.get();
  }

  @Override
  public Unwrapping remembered() {
    Unwrapping nothing = Unwrapping.super.remembered();
    return wrapped -> {
      Outcome outcome = outcomes.get(wrapped);
      return outcome == null ? nothing.unwrap(wrapped) : outcome.get();
    };
  }

  private Outcome tried(String wrapped) {
    try {
      return new Outcome(Optional.of(unwrapping.unwrap(wrapped)), "", System.nanoTime());
    } catch (IllegalStateException failed) {
      return new Outcome(Optional.empty(), failed.getMessage(), System.nanoTime());
    }
  }
}
