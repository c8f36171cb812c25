package disclosure.edge.page;

import java.util.Optional;

/**
 * The client with which a service's pages have people sign in.
 *
 * @param prefix what the pages' paths begin with
 * @param id the client's id at the issuer
 * @param secret the client's secret
 * @param sessionSecret what sessions are encrypted with
 */
record PageClient(String prefix, String id, String secret, String sessionSecret) {

  /** Below the prefix, where the issuer leads back to; its address bears what is told once. */
  static final String CALLBACK = "callback";

  private static final int SHORTEST_SECRET = 32;

  /**
   * The configured client; empty where there are no pages, or none are to be shown.
   *
   * @throws IllegalArgumentException when something is configured by halves
   */
  static Optional<PageClient> of(PageSettings settings) {
    if (settings.prefix().isEmpty() || settings.clientId().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PageClient(
            settings.prefix().get(),
            settings.clientId().get(),
            settings.clientSecret().orElseThrow(() -> missing("PAGES_CLIENT_SECRET")),
            settings
                .sessionSecret()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .orElseThrow(() -> missing("PAGES_SESSION_SECRET (of 32 characters or more)"))));
  }

  private static IllegalArgumentException missing(String variable) {
    return new IllegalArgumentException("PAGES_CLIENT_ID is set, and needs " + variable + ", too");
  }

  boolean holds(String path) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  boolean isAsset(String path) {
    return path.startsWith(prefix + "/static/");
  }

  String path(String part) {
    return prefix + "/" + part;
  }
}
