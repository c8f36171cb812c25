package disclosure.report.release;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** By what published documents are signed. */
@ConfigMapping(prefix = "report.signing")
interface SigningSettings {

  /**
   * The key that documents are signed with (SIGNING_KEY_FILE): a file in PEM with an SM2 key, its
   * certificate and those above it. It is read for each publication, so another may take its place
   * while the service runs. Without it nothing is signed.
   */
  Optional<Path> keyFile();
}
