package disclosure.requests.personaldata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a changed key ring comes into use. */
@ConfigMapping(prefix = "key-ring")
interface KeyRingSettings {

  /**
   * How long what an instance was just storing when it took over another primary may take until it
   * is stored (KEYRING_GRACE); 10 s at least. Older keys can go that much later.
   */
  @WithDefault("10s")
  Duration grace();
}
