package disclosure.requests.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "requests.outbox")
public interface OutboxSettings {

  /** Events of one topic that are read, sent and marked together. */
  @WithDefault("2000")
  int batchSize();

  /** How long a relay that has sent something waits for more, which is then sent together. */
  @WithDefault("50ms")
  Duration linger();

  /** How long the relay sleeps when nobody wakes it. */
  @WithDefault("250ms")
  Duration pollInterval();

  /** How long a relay that died keeps others waiting; longer than a delivery may take. */
  @WithDefault("12s")
  Duration lease();

  /** The most that is waited after failures in a row; the first time a fiftieth of it. */
  @WithDefault("5s")
  Duration maxBackoff();

  /** How long an event is kept after it was sent, in whole days. */
  @WithDefault("7d")
  Duration retention();
}
