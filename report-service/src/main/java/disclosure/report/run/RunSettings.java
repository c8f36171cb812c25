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

  /** How long after a failed attempt at a report the second comes; then twice as long each time. */
  @WithDefault("PT2S")
  Duration backOff();

  /** How long nothing is asked of the statistics and the register once one of them was away. */
  @WithDefault("PT15S")
  Duration outagePause();

  /** How long a finished run and its documents are kept (RUN_RETENTION). */
  @WithDefault("P7D")
  Duration retention();
}
