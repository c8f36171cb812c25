package disclosure.requests.operations;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import disclosure.edge.testing.ForgedHost;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.edge.testing.TwoLengths;
import disclosure.edge.testing.UnreadableHeads;
import disclosure.requests.TestDirectory;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links in answers, and requests that name another host. */
@QuarkusTest
class LinksIT {

  @TestHTTPResource("/")
  URL url;

  @BeforeEach
  void organs() {
    TestDirectory.register();
  }

  @Test
  void links_begin_with_the_path_and_not_with_what_the_client_calls_the_host() throws IOException {
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/organs?name=临县&limit=1")
        .then()
        .statusCode(200)
        .body("next", startsWith("/organs?name=%E4%B8%B4%E5%8E%BF&limit=1&after="));
    String created = TestOrgans.fresh();
    given()
        .auth()
        .oauth2(TestClient.ADMINISTRATOR.token())
        .contentType("application/json")
        .body("{\"name\":\"某局\",\"kind\":\"OTHER\"}")
        .put("/organs/" + created)
        .then()
        .statusCode(201)
        .header("Location", equalTo("/organs/" + created));
    String application =
        String.format(
            """
            {"organCode": "%s", "sourceReference": "%s", "receivedOn": "2024-03-01",
             "channel": "POST", "applicant": {"type": "NATURAL_PERSON"}}
            """,
            TestOrgans.OFFICE, UUID.randomUUID());
    ForgedHost.assertUnheard(url, "GET", "/organs?limit=1", TestClient.ANALYST, "");
    ForgedHost.assertUnheard(url, "POST", "/applications", TestClient.RECORDER, application);
    ForgedHost.assertUnheard(
        url, "PUT", "/organs/" + created, TestClient.ADMINISTRATOR, "{\"name\": \"某局\"}");
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
        "/applications?subject=%00",
        "/applications?after=%00",
        "/organs?name=a%00b",
        "/organs/%00",
        "/disputes/%00",
        "/jobs?after=%00",
        "/audit/entries?client=%00"
      })
  void the_character_zero_is_refused_in_words(String address) {
    given()
        .auth()
        .oauth2(TestClient.ADMINISTRATOR.token())
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(org.hamcrest.Matchers.in(new Integer[] {400, 403, 404}))
        .contentType("application/problem+json");
  }
}
