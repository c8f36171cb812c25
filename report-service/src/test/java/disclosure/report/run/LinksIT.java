package disclosure.report.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.ForgedHost;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TwoLengths;
import disclosure.edge.testing.UnreadableHeads;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links in answers, and requests that name another host. */
@QuarkusTest
class LinksIT {

  @TestHTTPResource("/")
  URL url;

  @Test
  void links_begin_with_the_path_and_not_with_what_the_client_calls_the_host() throws IOException {
    assertThat(TestRuns.ask("CHECK")).startsWith("/runs/");

    ForgedHost.assertUnheard(
        url, "POST", "/runs", TestClient.EDITOR, TestRuns.body("CHECK").toString());
  }

  @Test
  void a_request_whose_end_may_be_seen_elsewhere_is_refused_with_all_behind_it()
      throws IOException {
    TwoLengths.assertRefused(url);
  }

  @Test
  void a_request_that_nothing_can_read_is_refused_in_words() {
    UnreadableHeads.assertToldInWords(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reports/%00/2024",
        "/reports/111411240123456814/%00",
        "/reports/111411240123456814/2024?scope=%00",
        "/reports/111411240123456814/2024/document?format=%00",
        "/reports/111411240123456814/2024/publications/%00",
        "/runs/%00",
        "/jobs?after=%00"
      })
  void the_character_zero_is_refused_in_words(String address) {
    given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(org.hamcrest.Matchers.in(new Integer[] {400, 403, 404}))
        .contentType("application/problem+json");
  }
}
