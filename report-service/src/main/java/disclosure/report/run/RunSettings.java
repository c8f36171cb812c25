package disclosure.report.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How year-end runs are worked on. */
@ConfigMapping(prefix = "report.runs")
interface RunSettings {

  /**
   * How many reports are worked on at once (RUN_WORKERS); 0: this instance leaves runs to others.
   */
  @WithDefault("2")
  int workers();

  /** How long a finished run and its documents are kept (RUN_RETENTION). */
  @WithDefault("P7D")
  Duration retention();
}
