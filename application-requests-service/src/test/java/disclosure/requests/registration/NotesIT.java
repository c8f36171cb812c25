package disclosure.requests.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Regulation asks to note, and no figure depends on. */
@QuarkusTest
class NotesIT {

  private final String own = Long.toString(System.nanoTime(), 36);

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  /** 《条例》第二十九条、第三十一条. */
  @Test
  void what_was_asked_for_and_how_is_kept_and_shown() {
    String body =
        application(
            "",
            ",\"submittedOn\":\"2024-02-28\",\"oral\":true,\"requestedForm\":\"PAPER\","
                + "\"requestedWay\":\"POST\"");
    Response posted = ApplicationsIT.post(body);
    posted.then().statusCode(201);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + posted.path("id"))
        .then()
        .statusCode(200)
        .body("receivedOn", equalTo("2024-03-01"))
        .body("submittedOn", equalTo("2024-02-28"))
        .body("oral", equalTo(true))
        .body("requestedForm", equalTo("PAPER"))
        .body("requestedWay", equalTo("POST"));
    ApplicationsIT.post(body).then().statusCode(200);
    ApplicationsIT.post(body.replace("PAPER", "ELECTRONIC")).then().statusCode(409);
  }

  @Test
  void nothing_is_submitted_after_it_was_received() {
    ApplicationsIT.post(application("", ",\"submittedOn\":\"2024-03-02\""))
        .then()
        .statusCode(422)
        .body("errors.field", contains("submittedOn"));
  }

  /** 《条例》第二十九条第二款第一项. */
  @Test
  void joint_applicants_and_the_agent_are_encrypted_and_masked() {
    Response posted =
        ApplicationsIT.post(
            application(
                ",\"jointApplicants\":[{\"name\":\"李共同"
                    + own
                    + "\",\"contact\":\"13911112222\"}],\"agent\":{\"name\":\"赵律师"
                    + own
                    + "\",\"identityNumber\":\"执业证"
                    + own
                    + "\"}",
                ""));
    posted.then().statusCode(201);
    String path = "/applications/" + posted.path("id");
    ApplicationsIT.as(TestClient.RECORDER)
        .get(path)
        .then()
        .body("applicant.jointApplicants", contains("李**"))
        .body("applicant.agent", equalTo("赵**"));
    ApplicationsIT.as(TestClient.RECORDER)
        .get(path + "/applicant")
        .then()
        .statusCode(200)
        .body("name", equalTo("张三"))
        .body("jointApplicants[0].name", equalTo("李共同" + own))
        .body("jointApplicants[0].contact", equalTo("13911112222"))
        .body("agent.identityNumber", equalTo("执业证" + own));
    assertThat(RegisterTables.everything())
        .noneMatch(row -> row.contains("李共同" + own) || row.contains("赵律师" + own));
    RegisterTables.update(
        "UPDATE requests.application SET applicant_others = applicant_name WHERE id = '"
            + posted.path("id")
            + "'");
    ApplicationsIT.as(TestClient.RECORDER)
        .get(path)
        .then()
        .statusCode(200)
        .body("applicant.name", equalTo("张**"))
        .body("applicant.unreadable", hasItem("others"));
    RegisterTables.update(
        "UPDATE requests.application SET applicant_others = NULL WHERE id = '"
            + posted.path("id")
            + "'");
  }

  @Test
  void an_application_of_one_has_no_others() {
    Response posted = ApplicationsIT.post(application("", ""));
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + posted.path("id") + "/applicant")
        .then()
        .body("jointApplicants", nullValue())
        .body("agent", nullValue());
  }

  /** 《条例》第三十六条第五项. */
  @Test
  void the_answer_has_its_number_and_is_found_by_it_and_stands_in_tables() {
    String id = ApplicationsIT.post(application("", "")).path("id");
    String step =
        """
        {"type":"CONCLUDED","on":"2024-03-20","outcome":"NOT_HELD","documentNumber":"临公复〔2024〕%s号",
         "servedOn":"2024-03-22","servedBy":"POST","namedOrgan":"某县自然资源局"}"""
            .formatted(own);
    step(id, step).then().statusCode(200);
    step(id, step).then().statusCode(200);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .body("steps.size()", equalTo(1))
        .body("steps[0].documentNumber", equalTo("临公复〔2024〕" + own + "号"))
        .body("steps[0].servedBy", equalTo("POST"))
        .body("steps[0].namedOrgan", equalTo("某县自然资源局"));
    ApplicationsIT.as(TestClient.RECORDER)
        .body("{\"documentNumber\":\"临公复[2024] " + own + "号\"}")
        .post("/applications/search")
        .then()
        .statusCode(200)
        .body("items.id", contains(id))
        .body("items[0].answer.servedOn", equalTo("2024-03-22"));
    assertThat(table("临公复[2024]" + own + "号"))
        .contains("临公复〔2024〕" + own + "号,2024-03-22,邮寄,某县自然资源局");
    step(
            id,
            "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"NOT_HELD\",\"corrects\":1,"
                + "\"documentNumber\":\"临公复〔2024〕更"
                + own
                + "号\"}")
        .then()
        .statusCode(200);
    assertThat(table("临公复[2024]" + own + "号")).doesNotContain(id);
    assertThat(table("临公复[2024]更" + own + "号")).contains(id);
  }

  @Test
  void an_answer_that_came_with_the_application_is_found_by_its_number() {
    String id =
        ApplicationsIT.post(
                application(
                    "",
                    ",\"steps\":[{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"OTHER_HANDLING\","
                        + "\"otherReason\":\"WITHDRAWN\",\"documentNumber\":\"补"
                        + own
                        + "\"}]"))
            .path("id");
    assertThat(table("补" + own)).contains(id).contains("申请人撤回");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"outcome\":\"NOT_HELD\",\"servedOn\":\"2024-03-19\"', 422, servedOn",
    "'\"outcome\":\"NOT_HELD\",\"servedOn\":\"2999-03-19\"', 422, servedOn",
    "'\"outcome\":\"NOT_HELD\",\"otherReason\":\"WITHDRAWN\"', 422, otherReason",
    "'\"outcome\":\"NOT_HELD\",\"opinion\":\"AGREES\"', 400, opinion",
  })
  void what_cannot_be_is_refused(String fields, int status, String field) {
    String id = ApplicationsIT.post(application("", "")).path("id");
    step(id, "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\"," + fields + "}")
        .then()
        .statusCode(status)
        .body("errors.field", contains(field));
  }

  /** 《条例》第三十二条. */
  @ParameterizedTest
  @CsvSource({"AGREES, 同意公开", "REFUSES, 不同意公开", "SILENT, 逾期未答复"})
  void what_the_third_party_answered_is_kept(String opinion, String label) {
    String id = ApplicationsIT.post(application("", "")).path("id");
    step(id, "{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-03-05\"}").then().statusCode(200);
    String reason = opinion.equals("REFUSES") ? ",\"opinionReason\":\"涉及商业秘密\"" : "";
    step(
            id,
            "{\"type\":\"THIRD_PARTY_REPLIED\",\"on\":\"2024-03-11\",\"opinion\":\""
                + opinion
                + "\""
                + reason
                + "}")
        .then()
        .statusCode(200);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .body("steps[1].opinion", equalTo(opinion));
    String number =
        ApplicationsIT.as(TestClient.RECORDER).get("/applications/" + id).path("sourceReference");
    assertThat(numbered(number)).contains(label);
    step(id, "{\"type\":\"VOIDED\",\"on\":\"2024-03-12\",\"reason\":\"误记\",\"corrects\":2}")
        .then()
        .statusCode(200);
    assertThat(numbered(number)).contains(number).doesNotContain(label);
  }

  @Test
  void an_opinion_that_was_corrected_and_then_struck_is_shown_no_more() {
    String id = ApplicationsIT.post(application("", "")).path("id");
    step(id, "{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-03-05\"}").then().statusCode(200);
    String opinion =
        "{\"type\":\"THIRD_PARTY_REPLIED\",\"on\":\"2024-03-11\",\"opinion\":\"%s\"%s}";
    step(id, opinion.formatted("SILENT", "")).then().statusCode(200);
    step(id, opinion.formatted("AGREES", ",\"corrects\":2")).then().statusCode(200);
    String number =
        ApplicationsIT.as(TestClient.RECORDER).get("/applications/" + id).path("sourceReference");
    assertThat(numbered(number)).contains("同意公开").doesNotContain("逾期未答复");
    step(id, "{\"type\":\"VOIDED\",\"on\":\"2024-03-12\",\"reason\":\"误记\",\"corrects\":2}")
        .then()
        .statusCode(200);
    assertThat(numbered(number)).contains(number).doesNotContain("同意公开", "逾期未答复");
  }

  private static String numbered(String number) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .queryParam("sourceReference", number)
        .get("/applications/export")
        .asString();
  }

  @Test
  void grounds_belong_to_a_refusal() {
    String id = ApplicationsIT.post(application("", "")).path("id");
    step(id, "{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-03-05\"}").then().statusCode(200);
    step(
            id,
            "{\"type\":\"THIRD_PARTY_REPLIED\",\"on\":\"2024-03-11\",\"opinion\":\"AGREES\","
                + "\"opinionReason\":\"某\"}")
        .then()
        .statusCode(422)
        .body("errors.field", contains("opinionReason"));
  }

  private static String table(String documentNumber) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .queryParam("documentNumber", documentNumber)
        .get("/applications/export")
        .asString();
  }

  private static Response step(String id, String body) {
    return ApplicationsIT.as(TestClient.RECORDER).body(body).post("/applications/" + id + "/steps");
  }

  private static String application(String moreOfApplicant, String more) {
    return ApplicationsIT.application("2024-03-01", more)
        .replace("\"contact\":\"13800000000\"", "\"contact\":\"13800000000\"" + moreOfApplicant);
  }
}
