package disclosure.statistics.operations;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import disclosure.edge.testing.ForgedHost;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.edge.testing.TwoLengths;
import disclosure.edge.testing.UnreadableHeads;
import disclosure.requests.contract.ApplicantType;
import disclosure.statistics.Register;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links in answers, and requests that name another host. */
@QuarkusTest
class LinksIT {

  @TestHTTPResource("/")
  URL url;

  private static final String ORGAN = TestOrgans.coded("11141124012399101");

  @Test
  void links_begin_with_the_path_and_not_with_what_the_client_calls_the_host() throws IOException {
    try (Register register = new Register()) {
      register.organ(ORGAN, "某所", Optional.empty());
      for (int i = 0; i < 2; i++) {
        register.application(
            Register.application(
                UUID.randomUUID(),
                1,
                ORGAN,
                ApplicantType.NATURAL_PERSON,
                "2024-05-02",
                Optional.empty(),
                Optional.empty()));
      }
    }
    String cell =
        "/matrix/cell?organ=" + ORGAN + "&year=2024&row=NEWLY_RECEIVED&column=TOTAL&limit=1";
    await()
        .untilAsserted(
            () -> get(cell).then().statusCode(200).body("next", startsWith(cell + "&after=")));
    String csv = "/matrix?organ=" + ORGAN + "&year=2024&format=csv";
    get(csv).then().header("Link", startsWith("</matrix?organ=" + ORGAN));

    ForgedHost.assertUnheard(url, "GET", cell, TestClient.ANALYST, "");
    ForgedHost.assertUnheard(url, "GET", csv, TestClient.ANALYST, "");
    ForgedHost.assertUnheard(url, "GET", csv + "w", TestClient.ANALYST, "");
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
        "/matrix?year=2024&organ=%00",
        "/matrix?year=2024&organ=111411240123456814&format=%00",
        "/parked-events?after=%00",
        "/ranking?year=%00"
      })
  void the_character_zero_is_refused_in_words(String address) {
    get(address).then().statusCode(400).contentType("application/problem+json");
  }

  private static Response get(String address) {
    return given()
        .auth()
        .oauth2(
            (address.startsWith("/parked") ? TestClient.ADMINISTRATOR : TestClient.ANALYST).token())
        .urlEncodingEnabled(false)
        .get(address);
  }
}
