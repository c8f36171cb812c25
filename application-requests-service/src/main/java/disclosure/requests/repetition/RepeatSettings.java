package disclosure.requests.repetition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often somebody may post again what was said differently at first. */
@ConfigMapping(prefix = "repeats")
interface RepeatSettings {

  /**
   * How many repeated posts of one person, or of a client that acts for itself, may differ from the
   * first ones in an hour, on all instances together (DIFFERING_REPEATS_PER_HOUR); beyond them no
   * repeat of his is compared. 0: any number.
   */
  @WithDefault("500")
  int differingPerHour();
}
