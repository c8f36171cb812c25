package disclosure.requests.registration;

import static disclosure.requests.registration.ApplicationsIT.application;
import static disclosure.requests.registration.ApplicationsIT.as;
import static disclosure.requests.registration.ApplicationsIT.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReceiptCorrectionIT {

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void what_was_received_is_corrected_by_a_step_and_published() {
    String body = application("2024-01-02", "");
    String id = post(body).path("id");
    step(id, "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"NOT_HELD\"}");
    Response corrected =
        step(
            id,
            correction(
                """
                "receivedOn":"2023-12-29","channel":"EMAIL","subject":"水利工程",
                "applicant":{"type":"COMMERCIAL_ENTERPRISE","name":"李四有限公司",
                 "identityNumber":"91141124MA0000000X","contact":"13911111111"}\
                """));
    corrected
        .then()
        .statusCode(200)
        .body("version", equalTo(3))
        .body("receivedOn", equalTo("2023-12-29"))
        .body("channel", equalTo("EMAIL"))
        .body("applicantType", equalTo("COMMERCIAL_ENTERPRISE"))
        .body("status", equalTo("CONCLUDED"));
    as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .body("receivedOn", equalTo("2023-12-29"))
        .body("subject", equalTo("水利工程"))
        .body("applicant.name", equalTo("李**"))
        .body("steps[1].before.receivedOn", equalTo("2024-01-02"))
        .body("steps[1].before.channel", equalTo("POST"))
        .body("steps[1].before.applicantType", equalTo("NATURAL_PERSON"))
        .body("steps[1].reason", equalTo("录入错误"))
        .body(
            "steps[1].details",
            contains(
                "APPLICANT_CONTACT", "APPLICANT_IDENTITY_NUMBER", "APPLICANT_NAME", "SUBJECT"));
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.application_receipt_before WHERE subject ="
                    + " '乡村道路建设资金' AND applicant_name IS NOT NULL AND application_id = '"
                    + id
                    + "'"))
        .isOne();
    assertThat(
            RegisterTables.texts(
                "SELECT data::json ->> 'receivedOn' FROM requests.outbox"
                    + " WHERE key = '"
                    + id
                    + "' ORDER BY version"))
        .containsExactly("2024-01-02", "2024-01-02", "2023-12-29");
    as(TestClient.ADMINISTRATOR)
        .get("/audit/entries?subject=" + id)
        .then()
        .body(
            "items.action",
            containsInAnyOrder(
                "APPLICATION_REGISTERED",
                "APPLICATION_STEP_APPENDED",
                "APPLICATION_STEP_APPENDED"));
    assertThat(step(id, correction("\"subject\":\"水利工程\"")).<Integer>path("version")).isEqualTo(4);
    assertThat(step(id, correction("\"subject\":\"水利工程\"")).<Integer>path("version")).isEqualTo(4);
    assertThat(step(id, correction("\"subject\":\"水利设施\"")).<Integer>path("version")).isEqualTo(5);
  }

  @Test
  void the_due_date_follows_the_day_of_receipt() {
    String id = post(application("2024-01-15", "")).path("id");
    step(id, correction("\"receivedOn\":\"2024-01-16\""))
        .then()
        .body("dueOn", equalTo("2024-02-18"));
    step(id, correction("\"receivedOn\":\"2024-01-15\""))
        .then()
        .body("dueOn", equalTo("2024-02-09"));
  }

  @Test
  void the_offices_own_number_is_corrected_and_the_wrong_one_is_free() {
    String body = application("2024-03-01", "");
    String taken = application("2024-03-01", "");
    String id = post(body).path("id");
    String holder = post(taken).path("id");
    step(id, correction("\"sourceReference\":\"" + reference(taken) + "\""))
        .then()
        .statusCode(409)
        .body("errors.record", equalTo(List.of("/applications/" + holder)))
        .body("errors.field", equalTo(List.of("sourceReference")));
    String right = reference(body) + "-更";
    step(id, correction("\"sourceReference\":\"" + right + "\""))
        .then()
        .statusCode(200)
        .body("sourceReference", equalTo(right));
    String other = body.replace("2024-03-01", "2024-03-04");
    assertThat(post(other).then().statusCode(201).extract().<String>path("id")).isNotEqualTo(id);
  }

  @Test
  void the_number_of_a_voided_application_is_free() {
    String body = application("2024-03-01", "");
    String id = post(body).path("id");
    step(id, "{\"type\":\"VOIDED\",\"on\":\"2024-03-05\",\"reason\":\"重复登记\"}")
        .then()
        .statusCode(200)
        .body("sourceReference", equalTo(reference(body)));
    assertThat(post(body).then().statusCode(200).extract().<String>path("id")).isEqualTo(id);
    String other = body.replace("2024-03-01", "2024-03-04");
    String second = post(other).then().statusCode(201).extract().path("id");
    assertThat(second).isNotEqualTo(id);
    for (String one : new String[] {id, second}) {
      as(TestClient.RECORDER)
          .get("/applications/" + one)
          .then()
          .body("sourceReference", equalTo(reference(body)));
    }
    post(other).then().statusCode(200).body("id", equalTo(second));
    post(body).then().statusCode(409);
  }

  @Test
  void the_number_of_a_voided_application_can_be_given_by_a_correction() {
    String voided = application("2024-03-01", "");
    step(
        post(voided).path("id"), "{\"type\":\"VOIDED\",\"on\":\"2024-03-05\",\"reason\":\"重复登记\"}");
    String id = post(application("2024-03-01", "")).path("id");
    step(id, correction("\"sourceReference\":\"" + reference(voided) + "\""))
        .then()
        .statusCode(200)
        .body("sourceReference", equalTo(reference(voided)));
  }

  @Test
  void a_key_stands_for_one_correction_also_when_only_the_values_differ() {
    String id = post(application("2024-03-01", "")).path("id");
    String first = correction("\"subject\":\"甲\",\"applicant\":{\"contact\":\"13900000001\"}");
    keyed(id, first).then().statusCode(200).body("version", equalTo(2));
    keyed(id, first).then().statusCode(200).body("version", equalTo(2));
    keyed(id, first.replace("甲", "乙")).then().statusCode(409);
    keyed(id, first.replace("13900000001", "13900000002")).then().statusCode(409);
    step(id, correction("\"subject\":\"丙\"")).then().statusCode(200).body("version", equalTo(3));
    keyed(id, first).then().statusCode(200).body("version", equalTo(2));
    keyed(id, first.replace("甲", "丙")).then().statusCode(409);
  }

  @Test
  void a_key_stands_for_one_number_and_for_the_same_other_persons() {
    String body = application("2024-03-01", "");
    String id = post(body).path("id");
    String first =
        correction(
            "\"sourceReference\":\"%s-1\",\"applicant\":{\"agent\":{\"name\":\"周律师\"}}"
                .formatted(reference(body)));
    keyed(id, first).then().statusCode(200).body("version", equalTo(2));
    keyed(id, first.replace("-1", "-2")).then().statusCode(409);
    keyed(id, first.replace("周律师", "吴律师")).then().statusCode(409);
    step(
            id,
            correction(
                "\"sourceReference\":\"%s-3\",\"remove\":[\"AGENT\"]".formatted(reference(body))))
        .then()
        .statusCode(200)
        .body("version", equalTo(3));
    keyed(id, first).then().statusCode(200).body("version", equalTo(2));
    keyed(id, first.replace("-1", "-3")).then().statusCode(409);
  }

  @Test
  void who_applies_beside_and_what_is_noted_are_corrected_and_taken_away() {
    String body =
        application(
                "2024-03-04",
                ",\"submittedOn\":\"2024-03-01\",\"requestedForm\":\"PAPER\",\"requestedWay\":\"POST\"")
            .replace(
                "\"contact\":",
                "\"jointApplicants\":[{\"name\":\"王五\"}],\"agent\":{\"name\":\"赵律师\"},\"contact\":");
    String id = post(body).then().statusCode(201).extract().path("id");
    step(
            id,
            correction(
                """
                "submittedOn":"2024-02-29","oral":true,"requestedForm":"ELECTRONIC",
                "applicant":{"jointApplicants":[{"name":"钱七"},{"name":"孙八","contact":"139"}]}\
                """))
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    as(TestClient.RECORDER)
        .get("/applications/" + id + "/applicant")
        .then()
        .body("jointApplicants.name", contains("钱七", "孙八"))
        .body("agent.name", equalTo("赵律师"))
        .body("name", equalTo("张三"));
    as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .body("submittedOn", equalTo("2024-02-29"))
        .body("oral", equalTo(true))
        .body("requestedForm", equalTo("ELECTRONIC"))
        .body("requestedWay", equalTo("POST"))
        .body("steps[0].details", contains("JOINT_APPLICANTS"))
        .body("steps[0].submittedOn", equalTo("2024-02-29"))
        .body("steps[0].before.submittedOn", equalTo("2024-03-01"))
        .body("steps[0].before.oral", equalTo(false))
        .body("steps[0].before.requestedForm", equalTo("PAPER"));
    step(
            id,
            correction(
                "\"remove\":[\"JOINT_APPLICANTS\",\"AGENT\",\"SUBMITTED_ON\",\"REQUESTED_FORM\","
                    + "\"REQUESTED_WAY\"]"))
        .then()
        .statusCode(200)
        .body("version", equalTo(3));
    as(TestClient.RECORDER)
        .get("/applications/" + id + "/applicant")
        .then()
        .body("name", equalTo("张三"))
        .body("$", not(hasKey("jointApplicants")))
        .body("$", not(hasKey("agent")));
    as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .body("$", not(hasKey("submittedOn")))
        .body("$", not(hasKey("requestedForm")))
        .body("$", not(hasKey("requestedWay")));
    assertThat(
            RegisterTables.number(
                "SELECT count(applicant_others) FROM requests.application_receipt_before"
                    + " WHERE application_id = '"
                    + id
                    + "'"))
        .isEqualTo(2);
    assertThat(
            RegisterTables.texts(
                "SELECT content_format FROM requests.application_step WHERE application_id = '"
                    + id
                    + "' ORDER BY sequence"))
        .containsExactly("3", "3");
  }

  @Test
  void what_is_corrected_was_handed_in_before_it_was_received() {
    String id =
        post(application("2024-03-04", ",\"submittedOn\":\"2024-03-01\""))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    step(id, correction("\"submittedOn\":\"2024-03-05\""))
        .then()
        .statusCode(422)
        .body("errors.field", contains("submittedOn"))
        .body("errors.expected.atMost", contains("2024-03-04"));
    step(id, correction("\"receivedOn\":\"2024-02-28\""))
        .then()
        .statusCode(422)
        .body("errors.field", contains("receivedOn"))
        .body("errors.expected.atLeast", contains("2024-03-01"));
    step(id, correction("\"receivedOn\":\"2024-02-28\",\"submittedOn\":\"2024-02-27\""))
        .then()
        .statusCode(200);
    step(id, correction("\"submittedOn\":\"2024-02-26\",\"remove\":[\"SUBMITTED_ON\"]"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("remove"));
  }

  @Test
  void days_that_stood_before_hold_up_no_correction_of_something_else() {
    String id = post(application("2024-03-04", ",\"submittedOn\":\"2024-03-01\"")).path("id");
    RegisterTables.update(
        "UPDATE requests.application SET submitted_on = '2024-03-09' WHERE id = '" + id + "'");
    step(id, correction("\"channel\":\"EMAIL\""))
        .then()
        .statusCode(200)
        .body("channel", equalTo("EMAIL"));
    step(id, correction("\"submittedOn\":\"2024-03-08\""))
        .then()
        .statusCode(422)
        .body("errors.field", contains("submittedOn"));
    step(id, correction("\"receivedOn\":\"2024-03-05\""))
        .then()
        .statusCode(422)
        .body("errors.field", contains("receivedOn"));
    step(id, correction("\"remove\":[\"SUBMITTED_ON\"]")).then().statusCode(200);
  }

  @Test
  void a_correction_says_what_it_corrects_and_why() {
    String id = post(application("2024-03-01", "")).path("id");
    step(id, "{\"type\":\"RECEIPT_CORRECTED\",\"on\":\"2024-05-06\",\"reason\":\"录入错误\"}")
        .then()
        .statusCode(400)
        .body("errors.field", contains("type"));
    step(id, "{\"type\":\"RECEIPT_CORRECTED\",\"on\":\"2024-05-06\",\"receivedOn\":\"2024-03-02\"}")
        .then()
        .statusCode(400)
        .body("errors.field", contains("reason"));
    step(id, "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"NOT_HELD\"}");
    step(id, correction("\"receivedOn\":\"2024-03-21\""))
        .then()
        .statusCode(422)
        .body("errors.field", contains("receivedOn"));
    post(application("2024-03-01", ",\"steps\":[" + correction("\"channel\":\"FAX\"") + "]"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("steps[0].type"));
  }

  @Test
  void what_was_not_received_at_all_is_taken_away() {
    String id = post(application("2024-03-01", "")).path("id");
    step(id, correction("\"remove\":[\"APPLICANT_CONTACT\",\"APPLICANT_IDENTITY_NUMBER\"]"))
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    as(TestClient.RECORDER)
        .get("/applications/" + id + "/applicant")
        .then()
        .body("name", equalTo("张三"))
        .body("$", not(hasKey("contact")))
        .body("$", not(hasKey("identityNumber")));
    as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .body("subject", equalTo("乡村道路建设资金"))
        .body("steps[0].removed", contains("APPLICANT_CONTACT", "APPLICANT_IDENTITY_NUMBER"));
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.application"
                    + " JOIN requests.application_receipt_before before ON application_id = id"
                    + " WHERE before.applicant_contact IS NOT NULL AND contact_digest IS NULL"
                    + " AND applicant_fingerprint IS NULL AND id = '"
                    + id
                    + "'"))
        .isOne();
    step(id, correction("\"remove\":[\"APPLICANT_CONTACT\"],\"applicant\":{\"contact\":\"1\"}"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("remove"));
    step(id, correction("\"remove\":[\"SOURCE_REFERENCE\"]"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("remove"));
    step(id, correction("\"remove\":[\"SUBJECT\"]")).then().statusCode(200);
    as(TestClient.RECORDER).get("/applications/" + id).then().body("$", not(hasKey("subject")));
  }

  private static String correction(String what) {
    return "{\"type\":\"RECEIPT_CORRECTED\",\"on\":\"2024-05-06\",\"reason\":\"录入错误\","
        + what
        + "}";
  }

  private static String reference(String body) {
    return body.replaceAll("(?s).*\"sourceReference\":\"([^\"]*)\".*", "$1");
  }

  private static Response keyed(String id, String body) {
    return as(TestClient.RECORDER)
        .header("Idempotency-Key", "更正" + id)
        .body(body)
        .post("/applications/" + id + "/steps");
  }

  private static Response step(String id, String body) {
    return as(TestClient.RECORDER).body(body).post("/applications/" + id + "/steps");
  }
}
