package disclosure.edge.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What search engines may look at (RFC 9309): the pages that everybody sees, and nothing else.
 * Where whole addresses are known, they are led to the site map.
 */
@ApplicationScoped
class Robots {

  static final String PATH = "/robots.txt";

  private final PageSettings settings;
  private final WebPages pages;

  Robots(PageSettings settings, WebPages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  void register(@Observes Router router) {
    router
        .route(PATH)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(
            context ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                    .end(text())
                    .onFailure(context::fail));
  }

  private String text() {
    StringBuilder text = new StringBuilder("User-agent: *\nDisallow: /\n");
    settings
        .publicPrefix()
        .ifPresent(
            prefix -> {
              text.append("Allow: ").append(prefix).append('\n');
              pages
                  .url()
                  .ifPresent(
                      url ->
                          text.append("Sitemap: ")
                              .append(url)
                              .append(prefix)
                              .append("/sitemap.xml\n"));
            });
    return text.toString();
  }
}
