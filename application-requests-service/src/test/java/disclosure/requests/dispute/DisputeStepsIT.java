package disclosure.requests.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DisputeStepsIT {

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void register() {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
  }

  @Test
  void what_was_recorded_of_a_case_is_corrected_by_a_step_and_published() {
    String id = closed("更正");
    String correction =
        """
        {"type":"CORRECTED","on":"2024-06-03","reason":"录入错误","kind":"LITIGATION_DIRECT",
         "acceptedOn":"2023-12-28","forum":"某县人民法院","caseNumber":"（2023）晋1124行初8号"}\
        """;
    step(id, correction)
        .statusCode(200)
        .header("ETag", equalTo("\"3\""))
        .body("kind", equalTo("LITIGATION_DIRECT"))
        .body("acceptedOn", equalTo("2023-12-28"))
        .body("result", equalTo("UPHELD"))
        .body("forum", equalTo("某县人民法院"))
        .body("voided", nullValue());
    step(id, correction).statusCode(200).body("version", equalTo(3));
    given()
        .get("/disputes/" + id + "/steps")
        .then()
        .statusCode(200)
        .body("items.type", contains("CORRECTED"))
        .body("items[0].before.kind", equalTo("RECONSIDERATION"))
        .body("items[0].before.acceptedOn", equalTo("2024-03-01"))
        .body("items[0].on", equalTo("2024-06-03"))
        .body("items[0].happenedOn", equalTo("2024-06-03"))
        .body("items[0].content.on", equalTo("2024-06-03"))
        .body("items[0].content.reason", equalTo("录入错误"));
    assertThat(events(id, "kind"))
        .containsExactly("RECONSIDERATION", "RECONSIDERATION", "LITIGATION_DIRECT");
    RestAssured.given()
        .auth()
        .oauth2(TestClient.ADMINISTRATOR.token())
        .get("/audit/entries?subject=" + id)
        .then()
        .body(
            "items.action",
            containsInAnyOrder(
                "DISPUTE_REGISTERED", "DISPUTE_RESULT_RECORDED", "DISPUTE_STEP_APPENDED"));
  }

  @Test
  void the_day_of_a_step_may_bear_the_name_that_answers_gave_it_before() {
    String id = closed("日期");
    step(id, plain("REOPENED", "2024-06-03").replace("\"on\"", "\"happenedOn\"")).statusCode(200);
    step(id, plain("REOPENED", "2024-06-03")).statusCode(200).body("version", equalTo(3));
    step(id, plain("REOPENED", "2024-06-31").replace("\"on\"", "\"happenedOn\""))
        .statusCode(400)
        .body("errors.code", hasItem("not-a-date"));
    given()
        .get("/disputes/" + id + "/steps")
        .then()
        .body("items.on", contains("2024-06-03"))
        .body("items[0].content.on", equalTo("2024-06-03"));
  }

  @Test
  void a_closed_case_goes_on_when_it_is_reopened_sent_back_or_appealed() {
    for (String type : List.of("REOPENED", "SENT_BACK", "APPEALED")) {
      String id = closed(type);
      step(id, plain(type, "2024-05-09"))
          .statusCode(422)
          .body("type", equalTo("/problems/not-permitted"))
          .body("errors.field", contains("on"));
      step(id, plain(type, "2024-05-20"))
          .statusCode(200)
          .body("result", nullValue())
          .body("closedOn", nullValue());
      step(id, plain(type, "2024-05-21")).statusCode(422).body("errors.field", contains("type"));
      result(id, "2024-07-01").statusCode(200).body("closedOn", equalTo("2024-07-01"));
    }
  }

  @Test
  void a_case_that_was_closed_since_can_be_reopened_for_the_same_reason_on_the_same_day() {
    String id = closed("再次");
    String reopened = plain("REOPENED", "2024-05-20");
    step(id, reopened).statusCode(200).body("version", equalTo(3));
    step(id, reopened).statusCode(200).body("version", equalTo(3));
    result(id, "2024-05-20").statusCode(200);
    step(id, reopened).statusCode(200).body("version", equalTo(5)).body("result", nullValue());
    step(id, reopened).statusCode(200).body("version", equalTo(5));
    result(id, "2024-07-01").statusCode(200);
  }

  @Test
  void a_case_entered_twice_is_voided_and_nothing_follows() {
    String id = closed("重复");
    step(id, plain("VOIDED", "2024-06-03")).statusCode(200).body("voided", equalTo(true));
    assertThat(events(id, "voided")).containsExactly(null, null, "true");
    step(id, plain("REOPENED", "2024-06-04"))
        .statusCode(422)
        .body("errors.field", contains("type"));
    result(id, "2024-07-01").statusCode(422).body("errors.field", contains("result"));
  }

  @Test
  void the_steps_of_a_case_are_read_page_by_page() {
    String id = closed("分页");
    for (int day = 20; day < 23; day++) {
      step(id, plain("REOPENED", "2024-05-" + day)).statusCode(200);
      result(id, "2024-05-" + day).statusCode(200);
    }
    List<Integer> read = new ArrayList<>();
    String page = "/disputes/" + id + "/steps?limit=2";
    int pages = 0;
    while (page != null) {
      JsonPath answer = given().get(page).then().statusCode(200).extract().jsonPath();
      read.addAll(answer.getList("items.sequence"));
      page = answer.getString("next");
      pages++;
    }
    assertThat(read).hasSize(3).doesNotHaveDuplicates().isSorted();
    assertThat(pages).isEqualTo(2);
    for (String wrong : List.of("after=x", "limit=0")) {
      given()
          .get("/disputes/" + id + "/steps?" + wrong)
          .then()
          .statusCode(400)
          .body("errors.parameter", contains(wrong.substring(0, wrong.indexOf('='))));
    }
  }

  @Test
  void a_step_names_what_is_wrong_with_it() {
    String id = closed("错误");
    step(id, plain("CORRECTED", "2024-06-03"))
        .statusCode(400)
        .body("errors.field", contains("type"));
    step(id, "{\"type\":\"VOIDED\",\"on\":\"2024-06-03\"}")
        .statusCode(400)
        .body("errors.field", contains("reason"));
    step(
            id,
            "{\"type\":\"VOIDED\",\"on\":\"2024-06-03\",\"reason\":\"某\",\"kind\":\"LITIGATION_DIRECT\"}")
        .statusCode(400)
        .body("errors.field", contains("kind"));
    step(
            id,
            "{\"type\":\"CORRECTED\",\"on\":\"2024-06-03\",\"reason\":\"某\",\"acceptedOn\":\"2024-05-11\"}")
        .statusCode(422)
        .body("errors.field", contains("acceptedOn"));
    step(id, plain("VOIDED", "2024-02-29"))
        .statusCode(422)
        .body("errors.code", contains("before-acceptance"))
        .body("errors[0].expected.atLeast", equalTo("2024-03-01"));
    given()
        .header("If-Match", "\"1\"")
        .body(plain("VOIDED", "2024-06-03"))
        .post("/disputes/" + id + "/steps")
        .then()
        .statusCode(412);
    RestAssured.given()
        .auth()
        .oauth2(TestClient.FOREIGN_RECORDER.token())
        .contentType("application/json")
        .body(plain("VOIDED", "2024-06-03"))
        .post("/disputes/" + id + "/steps")
        .then()
        .statusCode(404);
  }

  @Test
  void the_successor_records_what_becomes_of_an_application_that_it_took_over() {
    String ended = TestOrgans.fresh();
    TestDirectory.put(ended, "某县国土资源局", "DEPARTMENT", "");
    String application =
        given()
            .body(
                disclosure.requests.registration.ApplicationsIT.application("2024-01-02", "")
                    .replace(TestOrgans.OFFICE, ended))
            .post("/applications")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String foreign =
        "{\"organCode\":\"%s\",\"sourceReference\":\"承继\",\"kind\":\"RECONSIDERATION\","
            + "\"acceptedOn\":\"2024-05-01\",\"applicationId\":\"%s\"}";
    String body = foreign.formatted(organ, application);
    given().body(body).post("/disputes").then().statusCode(422);
    RestAssured.given()
        .auth()
        .oauth2(TestClient.ADMINISTRATOR.token())
        .contentType("application/json")
        .body(
            "{\"name\":\"某县国土资源局\",\"kind\":\"DEPARTMENT\",\"validTo\":\"2024-03-31\","
                + "\"successorOrganCode\":\""
                + organ
                + "\"}")
        .put("/organs/" + ended)
        .then()
        .statusCode(200);
    given().body(body).post("/disputes").then().statusCode(201);
    given()
        .body("{\"type\":\"CONCLUDED\",\"on\":\"2024-04-02\",\"outcome\":\"NOT_HELD\"}")
        .post("/applications/" + application + "/steps")
        .then()
        .statusCode(200);
  }

  /** A case that was accepted on 1 March and upheld on 10 May 2024. */
  private String closed(String reference) {
    Response posted =
        given()
            .body(
                """
                {"organCode":"%s","sourceReference":"%s","kind":"RECONSIDERATION",
                 "acceptedOn":"2024-03-01"}\
                """
                    .formatted(organ, reference))
            .post("/disputes");
    posted.then().statusCode(201);
    String id = posted.path("id");
    result(id, "2024-05-10").statusCode(200);
    return id;
  }

  private static String plain(String type, String on) {
    return "{\"type\":\"" + type + "\",\"on\":\"" + on + "\",\"reason\":\"某\"}";
  }

  private static ValidatableResponse step(String id, String body) {
    return given().body(body).post("/disputes/" + id + "/steps").then();
  }

  private static ValidatableResponse result(String id, String closedOn) {
    return given()
        .body("{\"result\":\"UPHELD\",\"closedOn\":\"" + closedOn + "\"}")
        .put("/disputes/" + id + "/result")
        .then();
  }

  private static List<String> events(String id, String field) {
    return RegisterTables.texts(
        "SELECT data::json ->> '"
            + field
            + "' FROM requests.outbox WHERE key = '"
            + id
            + "' ORDER BY version");
  }

  private static RequestSpecification given() {
    return RestAssured.given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType("application/json");
  }
}
