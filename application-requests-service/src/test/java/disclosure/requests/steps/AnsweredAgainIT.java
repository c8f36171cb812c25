package disclosure.requests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After 复议纠正 or a judgment the organ answers again. */
@QuarkusTest
class AnsweredAgainIT {

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void a_new_answer_follows_from_a_corrected_one_and_moves_no_figure() {
    String id = concluded();
    String dispute = dispute(id);
    step(id, dispute).statusCode(422).body("errors.field", contains("dispute"));
    result(dispute, "CORRECTED");
    String tally = tally();
    step(id, dispute).statusCode(200).body("version", equalTo(3));
    assertThat(found("重[2024] " + id + " 号")).containsExactly(id);
    assertThat(found("临公复〔2024〕" + id + "号")).containsExactly(id);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .body("status", equalTo("CONCLUDED"))
        .body("outcome", equalTo("NOT_HELD"))
        .body("concludedOn", equalTo("2024-03-20"))
        .body("steps[1].type", equalTo("ANSWERED_AGAIN"))
        .body("steps[1].outcome", equalTo("DISCLOSED"))
        .body("steps[1].dispute", equalTo(dispute))
        .body("steps[1].documentNumber", equalTo("重〔2024〕" + id + "号"));
    assertThat(tally()).isEqualTo(tally);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id + "/clock")
        .then()
        .statusCode(200);
  }

  @Test
  void a_new_answer_that_is_struck_is_not_found_by_its_number_any_more() {
    String id = concluded();
    String dispute = dispute(id);
    result(dispute, "CORRECTED");
    step(id, dispute).statusCode(200);
    ApplicationsIT.as(TestClient.RECORDER)
        .body("{\"type\":\"VOIDED\",\"on\":\"2024-06-04\",\"corrects\":2,\"reason\":\"误\"}")
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
    assertThat(found("重〔2024〕" + id + "号")).isEmpty();
    assertThat(found("临公复〔2024〕" + id + "号")).containsExactly(id);
  }

  private static List<String> found(String documentNumber) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .body("{\"documentNumber\":\"" + documentNumber + "\"}")
        .post("/applications/search")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  @Test
  void a_new_answer_needs_a_dispute_about_this_application_that_went_against_the_organ() {
    String id = concluded();
    String upheld = dispute(id);
    result(upheld, "UPHELD");
    step(id, upheld).statusCode(422).body("errors.field", contains("dispute"));
    String another = dispute(concluded());
    result(another, "CORRECTED");
    step(id, another).statusCode(422).body("errors.field", contains("dispute"));
    String enteredTwice = dispute(id);
    result(enteredTwice, "CORRECTED");
    ApplicationsIT.as(TestClient.RECORDER)
        .body("{\"type\":\"VOIDED\",\"on\":\"2024-05-21\",\"reason\":\"重复登记\"}")
        .post("/disputes/" + enteredTwice + "/steps")
        .then()
        .statusCode(200);
    step(id, enteredTwice).statusCode(422).body("errors.field", contains("dispute"));
  }

  @Test
  void what_was_never_answered_is_not_answered_again() {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    String dispute = dispute(id);
    result(dispute, "CORRECTED");
    step(id, dispute).statusCode(422).body("errors.field", contains("type"));
  }

  @Test
  void a_new_answer_comes_after_the_application() {
    ApplicationsIT.post(
            ApplicationsIT.application(
                "2024-03-01",
                ",\"steps\":[{\"type\":\"ANSWERED_AGAIN\",\"on\":\"2024-06-03\",\"outcome\":\"DISCLOSED\","
                    + "\"dispute\":\"018e0f6a-6c1e-7d30-9c55-3f0c9f1f4a01\"}]"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("steps[0].type"));
  }

  private static String concluded() {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    ApplicationsIT.as(TestClient.RECORDER)
        .body(
            """
            {"type":"CONCLUDED","on":"2024-03-20","outcome":"NOT_HELD",
             "documentNumber":"临公复〔2024〕%s号"}"""
                .formatted(id))
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
    return id;
  }

  private static String dispute(String application) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .body(
            """
            {"organCode":"%s","sourceReference":"重%s","kind":"RECONSIDERATION",
             "acceptedOn":"2024-04-01","applicationId":"%s"}"""
                .formatted(TestOrgans.OFFICE, System.nanoTime(), application))
        .post("/disputes")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void result(String dispute, String result) {
    ApplicationsIT.as(TestClient.RECORDER)
        .body("{\"result\":\"" + result + "\",\"closedOn\":\"2024-05-20\"}")
        .put("/disputes/" + dispute + "/result")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse step(String id, String dispute) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .body(
            """
            {"type":"ANSWERED_AGAIN","on":"2024-06-03","outcome":"DISCLOSED","dispute":"%s",
             "documentNumber":"重〔2024〕%s号"}"""
                .formatted(dispute, id))
        .post("/applications/" + id + "/steps")
        .then();
  }

  private static String tally() {
    return ApplicationsIT.as(TestClient.ANALYST)
        .get("/tally?organ=" + TestOrgans.OFFICE + "&year=2024")
        .jsonPath()
        .getString("rows");
  }
}
