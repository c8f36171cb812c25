package disclosure.report.signing;

import disclosure.report.signature.StampDigest;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who stamps the signatures over published documents with the time. */
@ConfigMapping(prefix = "report.time-stamps")
interface TimeStampSettings {

  /**
   * Where an authority for time stamps is asked (TIME_STAMP_URL), by RFC 3161 over HTTP or HTTPS.
   * Without it nothing is stamped.
   */
  Optional<URI> url();

  /**
   * Whose stamps are kept (TIME_STAMP_CERTIFICATES): a file in PEM or DER with the certificates of
   * the authority, or of those above it. It is read at the start.
   */
  Optional<Path> certificates();

  /** How long an answer may take (TIME_STAMP_TIMEOUT). */
  @WithDefault("PT10S")
  Duration timeout();

  /** After how long an authority is asked again that was away. */
  @WithDefault("PT15S")
  Duration pause();

  /** What the authority gets of a signature (TIME_STAMP_DIGEST): SHA256 or SM3. */
  @WithDefault("SHA256")
  StampDigest digest();
}
