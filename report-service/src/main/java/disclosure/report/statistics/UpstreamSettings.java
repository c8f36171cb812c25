package disclosure.report.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long another service is waited for. */
@ConfigMapping(prefix = "report.upstream")
interface UpstreamSettings {

  /** By somebody who waits himself for what comes of the answer (UPSTREAM_TIMEOUT). */
  @WithDefault("2.5s")
  Duration timeout();

  /** In the background, where nobody waits. */
  @WithDefault("PT10S")
  Duration backgroundTimeout();
}
