package disclosure.edge.browser;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The origins whose pages may read answers. */
record AllowedOrigins(Set<String> origins) {

  /**
   * Takes them as they are configured.
   *
   * @throws IllegalArgumentException when one isn't the origin of a page as a browser says it: with
   *     a path, a default port or capitals it would never fit, and {@code *} or {@code null} would
   *     let anybody in
   */
  static AllowedOrigins of(Collection<String> configured) {
    return new AllowedOrigins(
        configured.stream().map(AllowedOrigins::checked).collect(Collectors.toUnmodifiableSet()));
  }

  boolean isEmpty() {
    return origins.isEmpty();
  }

  boolean allows(String origin) {
    return origins.contains(origin);
  }

  private static String checked(String text) {
    try {
      if (serialized(URI.create(text)).equals(text)) {
        return text;
      }
    } catch (IllegalArgumentException noAddress) {
      // Said below, as of every other text that is no origin.
    }
    throw new IllegalArgumentException(
        "CORS_ORIGINS takes origins such as https://dashboard.example.gov.cn, without a path, and"
            + " with a port only if it isn't the usual one; it holds "
            + text);
  }

  private static String serialized(URI origin) {
    String scheme = String.valueOf(origin.getScheme()).toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || origin.getHost() == null) {
      return "";
    }
    int usual = scheme.equals("https") ? 443 : 80;
    boolean unusual = origin.getPort() != -1 && origin.getPort() != usual;
    return scheme
        + "://"
        + origin.getHost().toLowerCase(Locale.ROOT)
        + (unusual ? ":" + origin.getPort() : "");
  }
}
