package disclosure.requests.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDirectory;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RowSecurity;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DisputesIT {

  @Inject DataSource database;

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void register() {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
  }

  @Test
  void a_case_is_recorded_once_with_its_event_and_audit_entry() throws Exception {
    Response first = post(dispute("复议1", ""));
    first.then().statusCode(201).header("ETag", equalTo("\"1\"")).body("result", nullValue());
    String id = first.path("id");
    first.then().header("Location", org.hamcrest.Matchers.endsWith("/disputes/" + id));

    Response again = post(dispute("复议1", ""));
    again.then().statusCode(200).header("Location", equalTo(first.header("Location")));
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(events(id)).singleElement().asString().contains("\"kind\":\"RECONSIDERATION\"");
    assertThat(audited(id)).containsExactly("recorder DISPUTE_REGISTERED 1");
  }

  @Test
  void the_result_closes_the_case_and_can_be_corrected() throws Exception {
    String id = post(dispute("复议2", "")).path("id");
    String upheld = "{\"result\":\"UPHELD\",\"closedOn\":\"2024-05-10\"}";
    result(id, upheld).statusCode(200).header("ETag", equalTo("\"2\"")).body("version", equalTo(2));
    result(id, upheld).statusCode(200).body("version", equalTo(2));
    String corrected = "{\"result\":\"CORRECTED\",\"closedOn\":\"2024-05-11\"}";
    result(id, corrected)
        .statusCode(428)
        .body("type", equalTo("/problems/precondition-required"))
        .body("errors.header", contains("If-Match"));
    for (String unseen : List.of("\"1\"", "*")) {
      given(TestClient.RECORDER)
          .header("If-Match", unseen)
          .body(corrected)
          .put("/disputes/" + id + "/result")
          .then()
          .statusCode(412)
          .body("type", equalTo("/problems/changed-meanwhile"));
    }
    // The second time as whoever got no answer to the first.
    for (int sent = 1; sent <= 2; sent++) {
      given(TestClient.RECORDER)
          .header("If-Match", "\"2\"")
          .body(corrected)
          .put("/disputes/" + id + "/result")
          .then()
          .statusCode(200)
          .header("ETag", equalTo("\"3\""))
          .body("version", equalTo(3));
    }
    given(TestClient.RECORDER)
        .get("/disputes/" + id)
        .then()
        .statusCode(200)
        .body("result", equalTo("CORRECTED"))
        .body("closedOn", equalTo("2024-05-11"));
    assertThat(events(id)).hasSize(3);
    assertThat(audited(id))
        .containsExactly(
            "recorder DISPUTE_REGISTERED 1",
            "recorder DISPUTE_RESULT_RECORDED 2",
            "recorder DISPUTE_RESULT_RECORDED 3");
    // The first post is answered as it was, whatever became of the case.
    post(dispute("复议2", "")).then().statusCode(200).body("version", equalTo(1));
  }

  @Test
  void the_same_reference_with_other_content_is_a_conflict() {
    String id = post(dispute("复议3", "")).then().statusCode(201).extract().path("id");
    post(dispute("复议3", ",\"result\":\"OTHER\",\"closedOn\":\"2024-06-01\""))
        .then()
        .statusCode(409)
        .contentType(startsWith("application/problem+json"))
        .body("errors.field", contains("sourceReference"))
        .body("errors.record", contains("/disputes/" + id));
  }

  @Test
  void two_posts_at_once_record_one_case() throws Exception {
    TestClient.RECORDER.token();
    List<String> bodies =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(dispute("同时", ""))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .map(Response::asString)
            .distinct()
            .toList();
    assertThat(bodies).hasSize(1);
    assertThat(stored()).isEqualTo(1);
    assertThat(events(io.restassured.path.json.JsonPath.from(bodies.get(0)).getString("id")))
        .hasSize(1);
  }

  @Test
  void a_change_of_an_outdated_version_is_refused() {
    String id = post(dispute("复议4", "")).path("id");
    given(TestClient.RECORDER)
        .header("If-Match", "\"7\"")
        .body("{\"result\":\"UPHELD\",\"closedOn\":\"2024-05-10\"}")
        .put("/disputes/" + id + "/result")
        .then()
        .statusCode(412);
  }

  @Test
  void of_two_changes_of_one_version_at_once_one_is_refused() {
    String id = post(dispute("复议6", "")).path("id");
    List<Integer> statuses =
        List.of("UPHELD", "CORRECTED").stream()
            .map(
                outcome ->
                    CompletableFuture.supplyAsync(
                        () ->
                            given(TestClient.RECORDER)
                                .header("If-Match", "\"1\"")
                                .body(
                                    "{\"result\":\"" + outcome + "\",\"closedOn\":\"2024-05-10\"}")
                                .put("/disputes/" + id + "/result")
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(statuses).containsExactly(200, 412);
  }

  @Test
  void a_repeated_post_is_answered_also_when_the_organ_has_ended_since() {
    String first = post(dispute("复议7", "")).asString();
    given(TestClient.ADMINISTRATOR)
        .body("{\"name\":\"某局\",\"kind\":\"OTHER\",\"validTo\":\"2020-12-31\"}")
        .put("/organs/" + organ)
        .then()
        .statusCode(200);
    Response again = post(dispute("复议7", ""));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(first);
    post(dispute("复议8", "")).then().statusCode(422).body("errors.field", contains("organCode"));
  }

  @Test
  void another_organs_case_is_not_found_and_can_not_be_posted() {
    TestDirectory.register();
    String id = post(dispute("复议5", "")).path("id");
    given(TestClient.FOREIGN_RECORDER).get("/disputes/" + id).then().statusCode(404);
    given(TestClient.FOREIGN_RECORDER).get("/disputes?organ=" + organ).then().statusCode(404);
    given(TestClient.FOREIGN_RECORDER)
        .body("{\"result\":\"UPHELD\",\"closedOn\":\"2024-05-10\"}")
        .put("/disputes/" + id + "/result")
        .then()
        .statusCode(404);
    given(TestClient.FOREIGN_RECORDER)
        .body(dispute("复议6", ""))
        .post("/disputes")
        .then()
        .statusCode(403)
        .body("errors.field", contains("organCode"));
    given(TestClient.ANALYST).body(dispute("复议7", "")).post("/disputes").then().statusCode(403);
    RestAssured.given()
        .contentType("application/json")
        .body(dispute("复议8", ""))
        .post("/disputes")
        .then()
        .statusCode(401);
  }

  @Test
  void an_application_must_be_the_organs_own_and_older_than_the_case() {
    String application =
        given(TestClient.RECORDER)
            .body(
                "{\"organCode\":\""
                    + organ
                    + "\",\"sourceReference\":\"申1\",\"receivedOn\":\"2024-03-01\","
                    + "\"channel\":\"POST\",\"applicant\":{\"type\":\"NATURAL_PERSON\"}}")
            .post("/applications")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String linked = ",\"applicationId\":\"" + application + "\"";
    post(dispute("复议9", linked)).then().statusCode(201).body("applicationId", equalTo(application));
    post(dispute("复议10", linked).replace("2024-04-01", "2024-02-29"))
        .then()
        .statusCode(422)
        .body("errors.field", contains("acceptedOn"));
    String other = TestOrgans.fresh();
    TestDirectory.put(other, "另一局", "DEPARTMENT", "");
    post(dispute("复议11", linked).replace(organ, other))
        .then()
        .statusCode(422)
        .body("errors.field", contains("applicationId"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-04-01|2008-04-30|400|acceptedOn",
        "2024-04-01|2999-01-01|400|acceptedOn",
        "2024-04-01|2024-02-30|400|acceptedOn",
        "RECONSIDERATION|APPEAL|400|kind",
        "\"acceptedOn\"|\"result\":\"UPHELD\",\"acceptedOn\"|400|closedOn",
        "\"acceptedOn\"|\"closedOn\":\"2024-05-01\",\"acceptedOn\"|400|result",
        "\"acceptedOn\"|\"result\":\"OTHER\",\"closedOn\":\"2024-03-31\",\"acceptedOn\"|400|closedOn",
        "\"acceptedOn\"|\"result\":\"OTHER\",\"closedOn\":\"2999-03-31\",\"acceptedOn\"|400|closedOn",
        "\"acceptedOn\"|\"version\":7,\"acceptedOn\"|400|version",
        "错|  |400|sourceReference"
      })
  void a_faulty_field_is_named_and_nothing_is_stored(
      String part, String replacement, int status, String field) throws Exception {
    post(dispute("错", "").replace(part, replacement == null ? " " : replacement))
        .then()
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("errors.field", contains(field));
    assertThat(stored()).isZero();
  }

  @Test
  void an_unknown_organ_is_named() {
    post(dispute("复议12", "").replace(organ, TestOrgans.fresh()))
        .then()
        .statusCode(422)
        .body("errors.field", contains("organCode"));
  }

  @Test
  void a_list_pages_through_all_cases() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(post(dispute("列表" + i, "")).path("id"));
    }
    List<String> found = new ArrayList<>();
    String next = "/disputes?limit=2&organ=" + organ;
    for (int pages = 0; next != null; pages++) {
      var page = given(TestClient.RECORDER).get(next).then().statusCode(200).extract().jsonPath();
      found.addAll(page.getList("items.id"));
      next = page.getString("next");
      assertThat(pages).isLessThanOrEqualTo(3);
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void wrong_parameters_of_the_list_are_named_and_an_unknown_organ_is_not_found() {
    given(TestClient.RECORDER)
        .get("/disputes?organ=" + organ + "&after=x")
        .then()
        .statusCode(400)
        .body("errors.field", contains("after"));
    given(TestClient.RECORDER)
        .get("/disputes")
        .then()
        .statusCode(400)
        .body("errors.field", contains("organ"));
    given(TestClient.RECORDER).get("/disputes?organ=" + TestOrgans.fresh()).then().statusCode(404);
  }

  private String dispute(String reference, String more) {
    return "{\"organCode\":\""
        + organ
        + "\",\"sourceReference\":\""
        + reference
        + "\",\"kind\":\"RECONSIDERATION\",\"acceptedOn\":\"2024-04-01\""
        + more
        + "}";
  }

  private static Response post(String body) {
    return given(TestClient.RECORDER).body(body).post("/disputes");
  }

  private static ValidatableResponse result(String id, String body) {
    return given(TestClient.RECORDER).body(body).put("/disputes/" + id + "/result").then();
  }

  private static RequestSpecification given(TestClient client) {
    return RestAssured.given().auth().oauth2(client.token()).contentType("application/json");
  }

  private List<String> events(String id) throws Exception {
    return texts("SELECT data FROM outbox WHERE key = ? ORDER BY version", id);
  }

  private List<String> audited(String id) throws Exception {
    return texts(
        "SELECT client_id || ' ' || action || ' ' || version FROM audit_entry"
            + " WHERE subject_id = ? ORDER BY id",
        id);
  }

  private int stored() throws Exception {
    return texts("SELECT id::text FROM dispute WHERE organ_code = ?", organ).size();
  }

  private List<String> texts(String query, String parameter) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      connection.setAutoCommit(false);
      RowSecurity.restrict(connection, Reach.EVERYTHING);
      select.setString(1, parameter);
      List<String> texts = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
      return texts;
    }
  }
}
