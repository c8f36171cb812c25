package disclosure.requests.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
public class ApplicationsIT {

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void a_new_application_is_answered_with_its_place_and_due_date() {
    Response answer = post(application("2024-01-15", "").replace("\"POST\"", "\"ONLINE\""));
    answer
        .then()
        .statusCode(201)
        .header("Location", containsString("/applications/" + answer.path("id")))
        .header("ETag", "\"1\"")
        .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab].*"))
        .body("version", equalTo(1))
        .body("status", equalTo("IN_PROGRESS"))
        .body("dueOn", equalTo("2024-02-09"))
        .body("dueProvisional", equalTo(false))
        .body("organCode", equalTo(TestOrgans.OFFICE))
        .body("receivedOn", equalTo("2024-01-15"))
        .body("channel", equalTo("ONLINE"))
        .body("applicantType", equalTo("NATURAL_PERSON"))
        .body("imported", equalTo(false))
        .body("outcome", nullValue());
  }

  @Test
  void a_repeated_post_gets_the_very_body_of_the_first_and_stores_nothing() {
    String body = application("2024-03-01", "");
    Response first = post(body);
    var rows = RegisterTables.rows();
    Response second =
        post(
            body.replace("{\"organCode\"", " {\n\"imported\":false,\"steps\":[],\"organCode\"")
                .replace("乡村道路", "  乡村道路"));
    second.then().statusCode(200);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(RegisterTables.rows()).isEqualTo(rows);
  }

  @Test
  void a_repeated_post_gets_the_first_answer_even_after_further_steps() {
    String body = application("2024-03-01", "");
    Response first = post(body);
    step(
            first.path("id"),
            "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"NOT_HELD\"}")
        .then()
        .statusCode(200);
    assertThat(post(body).asString()).isEqualTo(first.asString());
  }

  @Test
  void the_same_reference_with_other_content_is_a_conflict() {
    String body = application("2024-03-01", "");
    String id = post(body).then().statusCode(201).extract().path("id");
    for (String other :
        new String[] {
          body.replace("2024-03-01", "2024-03-04"),
          body.replace("\"POST\"", "\"FAX\""),
          body.replace("张三", "李四"),
          body.replace("NATURAL_PERSON", "COMMERCIAL_ENTERPRISE"),
          body.replace("13800000000", "13800000001"),
          body.replace("乡村道路", "道路"),
          body.replace("{\"organCode\"", "{\"imported\":true,\"organCode\"")
        }) {
      post(other)
          .then()
          .statusCode(409)
          .contentType("application/problem+json")
          .body("type", equalTo("/problems/source-reference-taken"))
          .body("errors.field", equalTo(java.util.List.of("sourceReference")))
          .body("errors[0].message", containsString(id))
          .body("errors[0].record", equalTo("/applications/" + id));
    }
  }

  @Test
  void references_that_differ_in_normal_form_only_are_the_same() {
    String reference = "é-" + UUID.randomUUID();
    String composed = application("2024-03-01", "").replaceAll("R-[0-9a-f-]{36}", reference);
    String decomposed = composed.replace("é", "e\\u0301");
    Response first = post(composed);
    assertThat(post(decomposed).then().statusCode(200).extract().asString())
        .isEqualTo(first.asString());
  }

  @Test
  void two_clients_may_use_the_same_reference() {
    String body = application("2024-03-01", "");
    String first = post(body).then().statusCode(201).extract().path("id");
    as(TestClient.COUNTY_RECORDER)
        .body(body)
        .post("/applications")
        .then()
        .statusCode(201)
        .body("id", not(equalTo(first)));
  }

  @Test
  void a_history_is_recorded_with_its_application() {
    Response answer =
        post(
            application(
                "2024-03-01",
                ",\"steps\":["
                    + "{\"type\":\"CORRECTION_REQUESTED\",\"on\":\"2024-03-05\",\"deadline\":\"2024-03-20\"},"
                    + "{\"type\":\"CORRECTION_RECEIVED\",\"on\":\"2024-03-11\"},"
                    + "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"PARTIALLY_DISCLOSED\"}]"));
    answer
        .then()
        .statusCode(201)
        .body("version", equalTo(1))
        .body("status", equalTo("CONCLUDED"))
        .body("outcome", equalTo("PARTIALLY_DISCLOSED"))
        .body("concludedOn", equalTo("2024-03-20"))
        .body("dueOn", nullValue())
        .body("answerDueOn", equalTo("2024-04-09"));
    as(TestClient.RECORDER)
        .get("/applications/" + answer.path("id"))
        .then()
        .statusCode(200)
        .body("steps.sequence", equalTo(java.util.List.of(1, 2, 3)))
        .body("steps[0].deadline", equalTo("2024-03-20"))
        .body("steps[2].outcome", equalTo("PARTIALLY_DISCLOSED"));
  }

  @Test
  void an_imported_history_may_have_gaps_which_are_flagged() {
    post(application(
            "2024-03-01",
            ",\"imported\":true,\"steps\":[{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\","
                + "\"outcome\":\"CORRECTION_OVERDUE\"}]"))
        .then()
        .statusCode(201)
        .body("imported", equalTo(true))
        .body("gaps", hasItem("CORRECTION_NOTICE_MISSING"));
  }

  @Test
  void the_applicant_is_shown_masked() {
    String id = post(application("2024-03-01", "")).path("id");
    Response shown = as(TestClient.RECORDER).get("/applications/" + id);
    shown
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("id", equalTo(id))
        .body("applicant.name", equalTo("张**"))
        .body("applicant.identityNumber", equalTo("****1234"))
        .body("applicant.contact", equalTo("****0000"))
        .body("subject", equalTo("乡村道路建设资金"));
    assertThat(shown.asString()).doesNotContain("张三", "13800000000", "141124199001011234");
  }

  @Test
  void the_clock_explains_itself_in_the_language_asked_for() {
    String id = post(application("2024-01-15", "")).path("id");
    as(TestClient.RECORDER)
        .get("/applications/" + id + "/clock")
        .then()
        .statusCode(200)
        .body("dueOn", equalTo("2024-02-09"))
        .body("days.kind", hasItem("COUNTED"))
        .body("calendarVersion", notNullValue());
  }

  @Test
  void an_application_of_another_organ_is_not_there() {
    String id = post(application("2024-03-01", "")).path("id");
    String body = "{\"type\":\"REASONS_REQUESTED\",\"on\":\"2024-03-04\"}";
    String missing = UUID.randomUUID().toString();
    for (String path : new String[] {"/applications/" + id, "/applications/" + id + "/clock"}) {
      String foreign =
          as(TestClient.FOREIGN_RECORDER).get(path).then().statusCode(404).extract().asString();
      assertThat(as(TestClient.RECORDER).get(path.replace(id, missing)).asString())
          .isEqualTo(foreign);
    }
    as(TestClient.FOREIGN_RECORDER)
        .body(body)
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(404);
    assertThat(stepRows(id)).isZero();
  }

  @Test
  void a_step_moves_the_application_on() {
    String id = post(application("2024-03-01", "")).path("id");
    step(
            id,
            "{\"type\":\"CORRECTION_REQUESTED\",\"on\":\"2024-03-05\",\"deadline\":\"2024-03-20\"}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("id", equalTo(id))
        .body("version", equalTo(2))
        .body("status", equalTo("AWAITING_CORRECTION"))
        .body("dueOn", nullValue());
  }

  @Test
  void a_step_sent_again_without_a_key_is_appended_once() {
    String id = post(application("2024-03-01", "")).path("id");
    String extension =
        "{\"type\":\"EXTENDED\",\"on\":\"2024-03-20\",\"workingDays\":20,\"approvedBy\":\"批准001号\"}";
    String first = step(id, extension).then().statusCode(200).extract().asString();
    assertThat(step(id, extension).then().statusCode(200).extract().asString()).isEqualTo(first);
    assertThat(stepRows(id)).isOne();
  }

  @Test
  void two_alike_payments_are_two_when_the_client_has_seen_the_first() {
    String id = post(application("2024-03-01", "")).path("id");
    step(
        id,
        "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-03-05\",\"basis\":\"BY_ITEM\",\"amount\":200}");
    String half = "{\"type\":\"FEE_PAID\",\"on\":\"2024-03-08\",\"amount\":100}";
    step(id, half).then().statusCode(200).header("Idempotent-Replayed", nullValue());
    step(id, half)
        .then()
        .statusCode(200)
        .header("Idempotent-Replayed", "true")
        .body("version", equalTo(3))
        .body("status", equalTo("AWAITING_FEE"));
    for (int i = 0; i < 2; i++) {
      as(TestClient.RECORDER)
          .header("If-Match", "\"3\"")
          .body(half)
          .post("/applications/" + id + "/steps")
          .then()
          .statusCode(200)
          .body("version", equalTo(4))
          .body("status", equalTo("IN_PROGRESS"));
    }
    assertThat(stepRows(id)).isEqualTo(3);
  }

  @Test
  void two_alike_steps_with_different_keys_are_two() {
    String id = post(application("2024-03-01", "")).path("id");
    String consultation = "{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-03-05\"}";
    String first = keyed(id, consultation, "a").then().statusCode(200).extract().asString();
    keyed(id, consultation, "b").then().statusCode(200).body("version", equalTo(3));
    assertThat(keyed(id, consultation, "a").asString()).isEqualTo(first);
    assertThat(stepRows(id)).isEqualTo(2);
    keyed(id, consultation.replace("05", "06"), "a")
        .then()
        .statusCode(409)
        .body("errors.field", equalTo(java.util.List.of("Idempotency-Key")));
  }

  @Test
  void a_step_for_another_version_is_refused_unless_it_is_a_repetition() {
    String id = post(application("2024-03-01", "")).path("id");
    String conclusion = "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"NOT_HELD\"}";
    for (String tag : new String[] {"\"2\"", "W/\"1\"", "\"x\""}) {
      as(TestClient.RECORDER)
          .header("If-Match", tag)
          .body(conclusion)
          .post("/applications/" + id + "/steps")
          .then()
          .statusCode(412);
    }
    as(TestClient.RECORDER)
        .header("If-Match", "1")
        .body(conclusion)
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(400);
    for (int i = 0; i < 2; i++) {
      as(TestClient.RECORDER)
          .header("If-Match", "\"1\"")
          .body(conclusion)
          .post("/applications/" + id + "/steps")
          .then()
          .statusCode(200)
          .body("version", equalTo(2));
    }
  }

  @Test
  void an_idempotency_key_stands_for_one_application() {
    String body = application("2024-03-01", "");
    String key = UUID.randomUUID().toString();
    String first = keyedPost(body, key).then().statusCode(201).extract().asString();
    assertThat(keyedPost(body, "\"" + key + "\"").then().statusCode(200).extract().asString())
        .isEqualTo(first);
    var rows = RegisterTables.rows();
    keyedPost(application("2024-03-01", ""), key)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/idempotency-key-taken"))
        .body("errors.field", equalTo(java.util.List.of("Idempotency-Key")));
    assertThat(RegisterTables.rows()).isEqualTo(rows);
    // Keys are a client's own, and another key may stand for the same application.
    as(TestClient.COUNTY_RECORDER)
        .header("Idempotency-Key", key)
        .body(application("2024-03-01", ""))
        .post("/applications")
        .then()
        .statusCode(201);
    keyedPost(body, key + "-2").then().statusCode(200);
    keyedPost(body, "with blank").then().statusCode(400);
  }

  private static Response keyedPost(String body, String key) {
    return as(TestClient.RECORDER).header("Idempotency-Key", key).body(body).post("/applications");
  }

  @Test
  void it_is_kept_who_recorded_what_for_whom_and_when() {
    String body =
        application(
            "2024-03-01",
            ",\"onBehalfOf\":\"政务公开股\",\"steps\":["
                + "{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-03-04\"},"
                + "{\"type\":\"THIRD_PARTY_REPLIED\",\"on\":\"2024-03-05\",\"onBehalfOf\":\"法规股\"}]");
    String id = post(body).then().statusCode(201).extract().path("id");
    as(TestClient.COUNTY_RECORDER)
        .body("{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"DISCLOSED\"}")
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
    as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .body("recordedBy", equalTo("recorder"))
        .body("onBehalfOf", equalTo("政务公开股"))
        .body("recordedAt", matchesPattern("20.*Z"))
        .body(
            "steps.recordedBy",
            equalTo(java.util.List.of("recorder", "recorder", "county-recorder")))
        .body("steps.onBehalfOf", equalTo(java.util.Arrays.asList("政务公开股", "法规股", null)))
        .body("steps.recordedAt[2]", matchesPattern("20.*Z"));
    post(body.replace("法规股", "办公室")).then().statusCode(409);
    post(body.replace("政务公开股", "办公室")).then().statusCode(409);
  }

  @Test
  void a_step_is_corrected_by_a_further_step() {
    String id = post(application("2024-03-01", "")).path("id");
    step(id, "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"NOT_HELD\"}");
    step(
            id,
            "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-19\",\"outcome\":\"DISCLOSED\",\"corrects\":1}")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("DISCLOSED"))
        .body("concludedOn", equalTo("2024-03-19"));
    assertThat(stepRows(id)).isEqualTo(2);
  }

  /** An application as it is posted, with a reference of its own. */
  public static String application(String receivedOn, String more) {
    return """
    {"organCode":"%s","sourceReference":"R-%s","receivedOn":"%s","channel":"POST",
     "applicant":{"type":"NATURAL_PERSON","name":"张三","identityNumber":"141124199001011234",
     "contact":"13800000000"},"subject":"乡村道路建设资金"%s}\
    """
        .formatted(TestOrgans.OFFICE, UUID.randomUUID(), receivedOn, more);
  }

  /** A request of that client. */
  public static RequestSpecification as(TestClient client) {
    return given().auth().oauth2(client.token()).contentType("application/json");
  }

  /** Posts an application. */
  public static Response post(String body) {
    return as(TestClient.RECORDER).body(body).post("/applications");
  }

  private static Response step(String id, String body) {
    return as(TestClient.RECORDER).body(body).post("/applications/" + id + "/steps");
  }

  private static Response keyed(String id, String body, String key) {
    return as(TestClient.RECORDER)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/applications/" + id + "/steps");
  }

  private static long stepRows(String id) {
    return RegisterTables.number(
        "SELECT count(*) FROM requests.application_step WHERE application_id = '" + id + "'");
  }
}
