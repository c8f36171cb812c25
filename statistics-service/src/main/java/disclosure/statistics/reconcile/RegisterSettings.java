package disclosure.statistics.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the register's recount is asked for. Without the first three it is not. */
@ConfigMapping(prefix = "disclosure.register")
interface RegisterSettings {

  /** The register's URL. */
  Optional<String> url();

  /** This service's own client at the issuer; it acts for all organs with a role that reads. */
  Optional<String> clientId();

  /** The client's secret. */
  Optional<String> clientSecret();

  /** How often the counts are compared with the register's. */
  @WithDefault("1h")
  Duration interval();

  /** Whether the register can be asked. */
  default boolean complete() {
    return url().isPresent() && clientId().isPresent() && clientSecret().isPresent();
  }
}
