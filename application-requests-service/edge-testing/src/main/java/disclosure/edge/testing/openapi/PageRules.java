package disclosure.edge.testing.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;

/** The pages of a service for people. */
public final class PageRules {

  private static final List<String> PAGES =
      List.of("/", "/docs", "/problems/invalid-input", "/problems");

  private PageRules() {}

  /**
   * They are there for everybody, and load what is the service's own; search engines look at none
   * of them.
   */
  public static void check() {
    for (String path : PAGES) {
      Response page = given().get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.contentType()).as(path).startsWith("text/html");
      assertThat(page.getHeader("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(page.getHeader("Content-Security-Policy"))
          .as(path)
          .startsWith("default-src 'none'; script-src 'self';")
          .doesNotContain("http");
      assertThat(page.asString()).as(path).doesNotContainPattern("(src|href)=\"(https?:)?//");
    }
    for (String part : List.of("swagger-ui.css", "swagger-ui-bundle.js")) {
      assertThat(given().get("/openapi-ui/" + part).statusCode()).as(part).isEqualTo(200);
    }
    Response robots = given().get("/robots.txt");
    assertThat(robots.contentType()).startsWith("text/plain");
    assertThat(robots.asString()).startsWith("User-agent: *\nDisallow: /\n");
    assertThat(given().head("/robots.txt").statusCode()).isEqualTo(200);
    assertThat(given().get("/docs/reference.js").asString())
        .contains("url: '/openapi?format=json'", "validatorUrl: null");
  }
}
