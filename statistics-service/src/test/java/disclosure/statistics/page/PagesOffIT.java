package disclosure.statistics.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a client with which people sign in, there are no pages. */
@QuarkusTest
class PagesOffIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dashboard",
        "/dashboard/live",
        "/dashboard/overview",
        "/dashboard/overview/months.csv",
        "/dashboard/applications",
        "/dashboard/ranking",
        "/dashboard/ranking.csv",
        "/dashboard/screen",
        "/dashboard/callback",
        "/dashboard/logout"
      })
  void a_pages_path_is_as_unknown_as_any(String path) {
    Response page = ask(path);
    Response unknown = ask("/nothing/of/that/kind");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.asString()).isEqualTo(unknown.asString());
    assertThat(page.contentType()).isEqualTo(unknown.contentType());
    assertThat(given().get(path).statusCode()).isEqualTo(404);
  }

  private static Response ask(String path) {
    return given().auth().oauth2(TestClient.ANALYST.token()).get(path);
  }
}
