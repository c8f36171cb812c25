package disclosure.report.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** By what published documents are signed. */
@ConfigMapping(prefix = "report.signing")
interface SigningSettings {

  /**
   * The key that documents are signed with (SIGNING_KEY_FILE): a file in PEM with an SM2 key, its
   * certificate and those above it. It is read for each publication, so another may take its place
   * while the service runs. Without it nothing is signed; what was published before there was one
   * is signed afterwards.
   */
  Optional<Path> keyFile();

  /** How often it is looked whether something has no signature, or no time stamp, yet. */
  @WithDefault("PT1M")
  Duration lookInterval();
}
