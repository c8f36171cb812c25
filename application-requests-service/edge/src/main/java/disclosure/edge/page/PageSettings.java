package disclosure.edge.page;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Whether a service shows pages, and as whom it asks the issuer who looks at them. */
@ConfigMapping(prefix = "pages")
interface PageSettings {

  /** What the paths of the service's pages begin with, {@code /dashboard}; absent without any. */
  Optional<String> prefix();

  /** What the paths of pages begin with that everybody sees without signing in; absent likewise. */
  Optional<String> publicPrefix();

  /** The path below which the icon, styles and scripts of the pages are; absent likewise. */
  Optional<String> assets();

  /** Where people find the pages (PAGES_URL), such as {@code https://gk.example.gov.cn}. */
  Optional<URI> url();

  /** How long a form may be, as a browser sends it. */
  @WithDefault("128K")
  MemorySize maxFormSize();

  /**
   * The paths to which forms bring files: those are read by the page itself, as far as it takes
   * them, and kept for nobody whose session has ended.
   */
  Optional<Set<String>> uploads();

  /** The pages' client at the issuer (PAGES_CLIENT_ID); without one no page is shown. */
  Optional<String> clientId();

  /** Its secret (PAGES_CLIENT_SECRET). */
  Optional<String> clientSecret();

  /**
   * What sessions are encrypted with in the browser (PAGES_SESSION_SECRET), the same everywhere.
   */
  Optional<String> sessionSecret();
}
