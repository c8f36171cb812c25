package disclosure.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How many requests that occupy a thread may be under way on one instance. */
@ConfigMapping(prefix = "concurrency")
interface ConcurrencySettings {

  /** Of one client (CONCURRENCY_PER_CLIENT). */
  @WithDefault("60")
  @Min(1)
  int perClient();

  /**
   * Of all (CONCURRENCY_TOTAL): fewer than there are threads, so that health and metrics are always
   * answered.
   */
  @WithDefault("150")
  @Min(1)
  int total();
}
