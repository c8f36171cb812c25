package disclosure.report.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may publish. */
@ConfigMapping(prefix = "report.release")
interface ReleaseSettings {

  /**
   * Whether another one must publish than wrote or submitted what is published (FOUR_EYES). People
   * are told apart by their tokens; a client that acts for itself is one of its own.
   */
  @WithDefault("false")
  boolean fourEyes();
}
