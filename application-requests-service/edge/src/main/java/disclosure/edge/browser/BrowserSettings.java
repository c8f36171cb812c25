package disclosure.edge.browser;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which pages may ask a service from a browser. */
@ConfigMapping(prefix = "browser")
interface BrowserSettings {

  /**
   * The origins of the pages, each as a browser says it (CORS_ORIGINS); without any, pages of other
   * origins get no answer to read.
   */
  Optional<List<String>> origins();
}
