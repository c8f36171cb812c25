package disclosure.requests.subscription.turn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How subscribers are told. */
@ConfigMapping(prefix = "subscriptions")
public interface SubscriptionSettings {

  /** How many a client may have (SUBSCRIPTIONS_PER_CLIENT). */
  @WithDefault("10")
  int perClient();

  /** How many there may be of all clients. */
  @WithDefault("200")
  int total();

  /** How many receivers each instance calls at a time (SUBSCRIPTION_WORKERS); 0: none. */
  @WithDefault("4")
  int workers();

  /** How long a receiver that failed is left alone at first; three times as long each time. */
  @WithDefault("5s")
  Duration firstPause();

  /** The longest that it is left alone. */
  @WithDefault("1h")
  Duration longestPause();

  /** After how long without any success a subscription is paused (SUBSCRIPTION_PAUSE_AFTER). */
  @WithDefault("P3D")
  Duration pauseAfter();

  /** After how many refused events in a row it is paused: then it isn't the events. */
  @WithDefault("20")
  int refusedInARow();

  /** How many refused events are kept of a subscription; with one more it is paused. */
  @WithDefault("1000")
  int deadLetters();

  /** How long the secret before still signs beside a new one. */
  @WithDefault("P1D")
  Duration secretOverlap();
}
