package disclosure.edge.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a browser learns when a page of another origin asks a service. */
public abstract class CrossOriginRules {

  /** An origin whose pages may read answers of the services under test. */
  static final String ALLOWED = "https://dashboard.example.gov.cn";

  private static final String ORIGIN = "Access-Control-Allow-Origin";

  private final String path;

  /**
   * @param path of something that a client with a token may read
   */
  protected CrossOriginRules(String path) {
    this.path = path;
  }

  @Test
  public void a_page_of_an_allowed_origin_may_read_the_answer_and_its_headers() {
    Response answer =
        given().auth().oauth2(TestClient.ADMINISTRATOR.token()).header("Origin", ALLOWED).get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header(ORIGIN)).isEqualTo(ALLOWED);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    assertThat(answer.header("Access-Control-Expose-Headers"))
        .contains("ETag", "Link", "Location", "Retry-After", "Idempotent-Replayed");
    assertThat(answer.headers().getValues("Vary")).singleElement().asString().contains("Origin");
  }

  @Test
  public void a_refusal_can_be_read_too() {
    Response answer = given().header("Origin", ALLOWED).get(path);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.header(ORIGIN)).isEqualTo(ALLOWED);
    assertThat(answer.header("Vary")).contains("Accept-Language").contains("Origin");
  }

  @Test
  public void what_a_page_will_send_is_allowed_before_it_has_a_token_to_send() {
    Response answer =
        given()
            .header("Origin", ALLOWED)
            .header("Access-Control-Request-Method", "PUT")
            .header("Access-Control-Request-Headers", "authorization,if-match")
            .options(path);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.header(ORIGIN)).isEqualTo(ALLOWED);
    assertThat(answer.header("Access-Control-Allow-Methods")).contains("PUT");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .contains("Authorization", "If-Match", "Idempotency-Key");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("600");
    assertThat(answer.header("Vary")).contains("Origin");
  }

  @Test
  public void other_pages_are_answered_as_before_and_may_not_read_it() {
    for (String origin :
        List.of("https://evil.example", ALLOWED + ".evil.example", "null", "*", ALLOWED + ":444")) {
      Response answer =
          given()
              .auth()
              .oauth2(TestClient.ADMINISTRATOR.token())
              .header("Origin", origin)
              .get(path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.header(ORIGIN)).isNull();
      assertThat(answer.header("Vary")).contains("Origin");
      assertThat(
              given()
                  .header("Origin", origin)
                  .header("Access-Control-Request-Method", "PUT")
                  .options(path)
                  .header(ORIGIN))
          .isNull();
    }
    assertThat(given().get(path).header("Vary")).contains("Origin");
  }
}
