package disclosure.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How often one client may ask, on each instance. */
@ConfigMapping(prefix = "rate-limit")
interface RateLimitSettings {

  /** Requests a second, on average (RATE_LIMIT_PER_SECOND); 0 for any number. */
  @WithDefault("2000")
  @Min(0)
  int perSecond();

  /** Requests at once after a rest (RATE_LIMIT_BURST). */
  @WithDefault("4000")
  @Min(1)
  int burst();
}
