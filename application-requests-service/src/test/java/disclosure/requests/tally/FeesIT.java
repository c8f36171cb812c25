package disclosure.requests.tally;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeesIT {

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某局", "DEPARTMENT", "");
  }

  @Test
  void notices_count_on_their_day_and_payments_on_theirs() {
    post(organ, "2023-12-01", notice("2023-12-28", 380) + "," + paid("2024-01-05", 380));
    post(organ, "2024-03-01", notice("2024-03-05", 700) + "," + paid("2024-03-10", 100.5));
    post(organ, "2024-11-01", notice("2024-11-05", 100));
    post(organ, "2024-03-01", "{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-03-05\"}");
    fees("year=2024")
        .then()
        .statusCode(200)
        .body("organ", equalTo(organ))
        .body("from", equalTo("2024-01-01"))
        .body("scope", equalTo("OWN"))
        .body("noticesIssued", equalTo(2))
        .body("amountNotified", equalTo(800.00f))
        .body("amountReceived", equalTo(480.50f));
    fees("year=2023")
        .then()
        .body("noticesIssued", equalTo(1))
        .body("amountNotified", equalTo(380.00f))
        .body("amountReceived", equalTo(0.00f));
    fees("from=2024-03-06&to=2024-03-10")
        .then()
        .body("noticesIssued", equalTo(0))
        .body("amountReceived", equalTo(100.50f));
  }

  @Test
  void what_was_corrected_struck_or_voided_does_not_count() {
    String corrected = post(organ, "2024-03-01", notice("2024-03-05", 700));
    step(corrected, notice("2024-03-06", 300).replace("}", ",\"corrects\":1}"));
    step(corrected, notice("2024-03-07", 200).replace("}", ",\"corrects\":2}"));
    String struck = post(organ, "2024-03-01", notice("2024-03-05", 700));
    step(struck, "{\"type\":\"VOIDED\",\"on\":\"2024-03-06\",\"reason\":\"误登\",\"corrects\":1}");
    String voided = post(organ, "2024-03-01", notice("2024-03-05", 700));
    step(voided, "{\"type\":\"VOIDED\",\"on\":\"2024-03-06\",\"reason\":\"重复登记\"}");
    fees("year=2024")
        .then()
        .body("noticesIssued", equalTo(1))
        .body("amountNotified", equalTo(200.00f));
  }

  /** 国办函〔2020〕109号第六条: it is recorded as it happened, and asks for nothing. */
  @Test
  void of_two_notices_about_one_application_the_first_alone_counts() {
    String id =
        post(organ, "2023-12-01", notice("2023-12-28", 380) + "," + notice("2024-01-04", 700));
    fees("year=2024").then().body("noticesIssued", equalTo(0));
    fees("year=2023")
        .then()
        .body("noticesIssued", equalTo(1))
        .body("amountNotified", equalTo(380.00f));
    step(id, "{\"type\":\"VOIDED\",\"on\":\"2024-01-05\",\"reason\":\"误登\",\"corrects\":1}");
    fees("year=2024")
        .then()
        .body("noticesIssued", equalTo(1))
        .body("amountNotified", equalTo(700.00f));
    fees("year=2023").then().body("noticesIssued", equalTo(0));
  }

  @Test
  void the_subtree_takes_in_the_organs_below() {
    String below = TestOrgans.fresh();
    TestDirectory.put(below, "某所", "OTHER", organ);
    post(below, "2024-03-01", notice("2024-03-05", 700));
    fees("year=2024").then().body("noticesIssued", equalTo(0));
    fees("year=2024&scope=SUBTREE").then().body("amountNotified", equalTo(700.00f));
  }

  @Test
  void only_who_may_read_the_counts_of_the_organ_reads_them() {
    get(TestClient.FOREIGN_RECORDER, "year=2024").then().statusCode(404);
    get(TestClient.NOBODY, "year=2024").then().statusCode(403);
    fees("year=2007").then().statusCode(400).body("errors.field", equalTo(List.of("year")));
  }

  private Response fees(String query) {
    return get(TestClient.ANALYST, query);
  }

  private Response get(TestClient client, String query) {
    return given().auth().oauth2(client.token()).get("/fees?organ=" + organ + "&" + query);
  }

  private static String notice(String on, int amount) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"FEE_NOTIFIED\",\"on\":\"%s\",\"basis\":\"BY_PAGE\",\"amount\":%d}",
        on,
        amount);
  }

  private static String paid(String on, double amount) {
    return String.format(
        Locale.ROOT, "{\"type\":\"FEE_PAID\",\"on\":\"%s\",\"amount\":%.2f}", on, amount);
  }

  private static String post(String organ, String receivedOn, String steps) {
    return given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType("application/json")
        .body(
            String.format(
                Locale.ROOT,
                "{\"organCode\":\"%s\",\"sourceReference\":\"F-%s\",\"receivedOn\":\"%s\","
                    + "\"channel\":\"POST\",\"applicant\":{\"type\":\"NATURAL_PERSON\"},"
                    + "\"steps\":[%s]}",
                organ,
                UUID.randomUUID(),
                receivedOn,
                steps))
        .post("/applications")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void step(String id, String step) {
    given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType("application/json")
        .body(step)
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
  }
}
