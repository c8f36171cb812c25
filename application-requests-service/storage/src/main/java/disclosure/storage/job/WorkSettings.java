package disclosure.storage.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When background work is looked for, and tried again. */
@ConfigMapping(prefix = "background-work")
interface WorkSettings {

  /** How often each worker looks for work when there was none. */
  @WithDefault("1s")
  Duration poll();

  /** How long after a failed attempt the next may come; twice as long each time. */
  @WithDefault("1s")
  Duration backOff();
}
