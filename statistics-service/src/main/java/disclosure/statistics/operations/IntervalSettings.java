package disclosure.statistics.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the service does by itself what nobody asks for. The scheduler reads them by name. */
@ConfigMapping(prefix = "disclosure.interval")
interface IntervalSettings {

  /** Between two times that the rows of busy organs' daily counts are put together. */
  @WithDefault("6h")
  Duration countMerge();

  /** Between two comparisons of the counts with the states. */
  @WithDefault("15m")
  Duration selfAudit();
}
