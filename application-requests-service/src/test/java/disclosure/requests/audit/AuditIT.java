package disclosure.requests.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads personal data is written down first; who wants to know it can look it up. */
@QuarkusTest
class AuditIT {

  private String id;

  @BeforeEach
  void application() {
    TestDirectory.register();
    id =
        given()
            .auth()
            .oauth2(TestClient.OFFICE_RECORDER.token())
            .contentType("application/json")
            .body(
                Map.of(
                    "organCode",
                    TestOrgans.OFFICE,
                    "sourceReference",
                    "审计" + TestOrgans.fresh(),
                    "receivedOn",
                    "2024-03-01",
                    "channel",
                    "POST",
                    "applicant",
                    Map.of(
                        "type", "NATURAL_PERSON",
                        "name", "欧阳小明",
                        "identityNumber", "141124199001011234",
                        "contact", "13800000000")))
            .post("/applications")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  @Test
  void the_applicant_in_full_is_shown_to_his_organ_and_the_reader_is_written_down() {
    get(TestClient.OFFICE_RECORDER, "/applications/" + id + "/applicant")
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body("name", equalTo("欧阳小明"))
        .body("identityNumber", equalTo("141124199001011234"))
        .body("contact", equalTo("13800000000"));
    get(TestClient.OFFICE_ADMINISTRATOR, "/audit/entries?subject=" + id)
        .statusCode(200)
        .body("items.action", contains("APPLICANT_READ", "APPLICATION_REGISTERED"))
        .body("items.clientId", everyItem(is("office-recorder")))
        .body("items.writtenBy", everyItem(org.hamcrest.Matchers.endsWith("@127.0.0.1")));
    get(
            TestClient.OFFICE_ADMINISTRATOR,
            "/audit/entries?action=APPLICANT_READ&limit=1&subject=" + id)
        .body("items.subjectId", contains(id));
  }

  @Test
  void who_signed_in_at_a_client_is_named_beside_it_and_so_is_for_whom_a_client_says_it_acts() {
    get(TestClient.CLERK, "/applications/" + id + "/applicant").statusCode(200);
    given()
        .auth()
        .oauth2(TestClient.OFFICE_RECORDER.token())
        .contentType("application/json")
        .body(
            Map.of(
                "type", "CORRECTION_REQUESTED",
                "on", "2024-03-04",
                "deadline", "2024-03-20",
                "onBehalfOf", "法规股\n甲"))
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);

    get(TestClient.OFFICE_ADMINISTRATOR, "/audit/entries?subject=" + id)
        .statusCode(200)
        .body(
            "items.action",
            contains("APPLICATION_STEP_APPENDED", "APPLICANT_READ", "APPLICATION_REGISTERED"))
        .body("items[0].onBehalfOf", equalTo("法规股 甲"))
        .body("items[0].person", nullValue())
        .body("items[1].person", equalTo(TestClient.CLERKS_NAME))
        .body("items[1].clientId", equalTo("clerk"))
        .body("items[1].onBehalfOf", nullValue())
        .body("items[2].person", nullValue())
        .body("items.writtenBy", everyItem(org.hamcrest.Matchers.endsWith("@127.0.0.1")));
    get(
            TestClient.OFFICE_ADMINISTRATOR,
            "/audit/entries?person=" + TestClient.CLERKS_NAME + "&subject=" + id)
        .body("items.action", contains("APPLICANT_READ"));
    get(TestClient.OFFICE_ADMINISTRATOR, "/audit/entries?person=li&subject=" + id)
        .body("items", empty());
  }

  @Test
  void the_trail_names_the_application_as_the_register_does_however_it_was_asked_for() {
    String shouted = id.toUpperCase(java.util.Locale.ROOT);

    get(TestClient.OFFICE_RECORDER, "/applications/" + shouted + "/applicant").statusCode(200);

    get(TestClient.OFFICE_ADMINISTRATOR, "/audit/entries?subject=" + id)
        .body("items.action", contains("APPLICANT_READ", "APPLICATION_REGISTERED"));
    get(TestClient.OFFICE_ADMINISTRATOR, "/audit/entries?subject= " + shouted)
        .body("items.subjectId", contains(id, id));
  }

  @Test
  void nobody_else_sees_him_and_no_reading_is_written_down() {
    get(TestClient.FOREIGN_RECORDER, "/applications/" + id + "/applicant").statusCode(404);
    get(TestClient.ANALYST, "/applications/" + id + "/applicant").statusCode(403);
    get(TestClient.ADMINISTRATOR, "/audit/entries?subject=" + id)
        .body("items.action", contains("APPLICATION_REGISTERED"));
  }

  @Test
  void the_trail_is_shown_to_administrators_of_the_organ() {
    get(TestClient.RECORDER, "/audit/entries").statusCode(403);
    get(TestClient.OFFICE_ADMINISTRATOR, "/audit/entries?limit=500")
        .body("items.organCode", everyItem(is(TestOrgans.OFFICE)));
    String other = TestOrgans.fresh();
    TestDirectory.put(other, "某局", "OTHER", "");
    get(TestClient.OFFICE_ADMINISTRATOR, "/audit/entries?subject=" + other).body("items", empty());
    get(TestClient.ADMINISTRATOR, "/audit/entries?client=administrator&subject=" + other)
        .body("items.action", contains("ORGAN_REGISTERED"));
    get(TestClient.ADMINISTRATOR, "/audit/entries?action=x").statusCode(400);
    get(TestClient.ADMINISTRATOR, "/audit/entries?before=x").statusCode(400);
  }

  @Test
  void the_trail_is_looked_through_by_day() {
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    String eve = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1).toString();
    String found = "/audit/entries?subject=" + id;
    get(TestClient.ADMINISTRATOR, found + "&from=" + eve + "&to=" + today)
        .statusCode(200)
        .body("items.action", contains("APPLICATION_REGISTERED"));
    // The day may have ended since it was registered.
    get(TestClient.OFFICE_ADMINISTRATOR, found + "&from=" + eve)
        .body("items.action", contains("APPLICATION_REGISTERED"));
    get(TestClient.ADMINISTRATOR, found + "&to=" + eve.replaceFirst("\\d{4}", "2024"))
        .body("items", empty());
    get(TestClient.ADMINISTRATOR, found + "&from=2199-01-01").body("items", empty());
    get(TestClient.ADMINISTRATOR, "/audit/entries?from=2026-03-02&to=2026-03-01&action=x&limit=0")
        .statusCode(400)
        .body("errors.field", contains("to", "action", "limit"));
    get(TestClient.ADMINISTRATOR, "/audit/entries?from=x").statusCode(400);
  }

  @Test
  void the_chain_of_the_running_register_is_intact_and_grows() {
    get(TestClient.OFFICE_ADMINISTRATOR, "/audit/verification").statusCode(403);
    Awaitility.await()
        .untilAsserted(
            () ->
                get(TestClient.ADMINISTRATOR, "/audit/verification")
                    .statusCode(200)
                    .body("intact", is(true))
                    .body("unsealed", equalTo(0))
                    .body("faults", empty()));
    var head = get(TestClient.ADMINISTRATOR, "/audit/verification").extract().jsonPath();
    String noted =
        "?block=" + head.getInt("head.block") + "&digest=" + head.getString("head.digest");
    get(TestClient.ADMINISTRATOR, "/audit/verification" + noted).body("intact", is(true));
    get(TestClient.ADMINISTRATOR, "/audit/verification?block=1&digest=" + "0".repeat(64))
        .body("intact", is(false))
        .body("faults.kind", contains("NOTED_BLOCK_MISSING"));
    get(TestClient.ADMINISTRATOR, "/audit/verification?block=1")
        .statusCode(400)
        .body("errors.field", contains("digest"));
  }

  private static ValidatableResponse get(TestClient client, String path) {
    return given().auth().oauth2(client.token()).get(path).then();
  }
}
