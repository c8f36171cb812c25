package disclosure.requests.transfer;

import static disclosure.requests.registration.ApplicationsIT.application;
import static disclosure.requests.registration.ApplicationsIT.as;
import static disclosure.requests.registration.ApplicationsIT.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that came to one organ, and is another's. */
@QuarkusTest
class TransferIT {

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void both_sides_tell_of_the_other_one() {
    String body = application("2024-03-01", "");
    String sent = post(body).path("id");
    String received =
        handOver(sent, "2024-03-05", TestOrgans.TOWNSHIP)
            .statusCode(200)
            .body("version", equalTo(2))
            .body("status", equalTo("VOIDED"))
            .body("dueOn", nullValue())
            .body("transferredTo.organCode", equalTo(TestOrgans.TOWNSHIP))
            .extract()
            .path("transferredTo.id");
    read(sent)
        .body("status", equalTo("VOIDED"))
        .body("transferredTo.id", equalTo(received))
        .body("transferredFrom", nullValue())
        .body("steps[0].type", equalTo("TRANSFERRED"))
        .body("steps[0].toOrgan", equalTo(TestOrgans.TOWNSHIP))
        .body("steps[0].reason", equalTo("属于镇政府职责"))
        .body("subject", equalTo("乡村道路建设资金"));
    read(received)
        .body("status", equalTo("IN_PROGRESS"))
        .body("version", equalTo(1))
        .body("organCode", equalTo(TestOrgans.TOWNSHIP))
        .body("receivedOn", equalTo("2024-03-05"))
        .body("sourceReference", equalTo(reference(body)))
        .body("subject", equalTo("乡村道路建设资金"))
        .body("applicantType", equalTo("NATURAL_PERSON"))
        .body("transferredFrom.id", equalTo(sent))
        .body("transferredFrom.organCode", equalTo(TestOrgans.OFFICE))
        .body("transferredTo", nullValue())
        .body("steps", equalTo(List.of()));
    as(TestClient.RECORDER)
        .get("/applications/" + received + "/applicant")
        .then()
        .statusCode(200)
        .body("name", equalTo("张三"))
        .body("identityNumber", equalTo("141124199001011234"))
        .body("contact", equalTo("13800000000"));
    as(TestClient.RECORDER)
        .get("/applications/" + sent + "/clock")
        .then()
        .statusCode(200)
        .body("timeliness", equalTo("VOIDED"));
    as(TestClient.ADMINISTRATOR)
        .get("/audit/entries?subject=" + received)
        .then()
        .body("items.action", containsInAnyOrder("APPLICANT_READ", "APPLICATION_REGISTERED"));
  }

  @Test
  void it_counts_once_with_the_organ_whose_it_is_and_is_published_so() {
    String sent = post(application("2024-03-01", "")).path("id");
    int office = received(TestOrgans.OFFICE, "OWN");
    int township = received(TestOrgans.TOWNSHIP, "OWN");
    int county = received(TestOrgans.COUNTY, "SUBTREE");
    String received = handedOver(sent, "2024-03-05", TestOrgans.TOWNSHIP);
    assertThat(received(TestOrgans.OFFICE, "OWN")).isEqualTo(office - 1);
    assertThat(received(TestOrgans.TOWNSHIP, "OWN")).isEqualTo(township + 1);
    assertThat(received(TestOrgans.COUNTY, "SUBTREE")).isEqualTo(county);
    assertThat(published(sent))
        .containsExactly(TestOrgans.OFFICE + " IN_PROGRESS", TestOrgans.OFFICE + " VOIDED");
    assertThat(published(received)).containsExactly(TestOrgans.TOWNSHIP + " IN_PROGRESS");
  }

  @Test
  void lists_and_exports_tell_of_both_sides() {
    String body = application("2024-03-01", "");
    String sent = post(body).path("id");
    String received = handedOver(sent, "2024-03-05", TestOrgans.TOWNSHIP);
    String number = "&sourceReference=" + reference(body);
    as(TestClient.RECORDER)
        .get("/applications?organ=" + TestOrgans.OFFICE + number)
        .then()
        .body("items[0].transferredTo.id", equalTo(received))
        .body("items[0].transferredTo.organName", equalTo("临泉镇人民政府"));
    as(TestClient.RECORDER)
        .get("/applications?organ=" + TestOrgans.TOWNSHIP + number)
        .then()
        .body("items[0].transferredFrom.id", equalTo(sent))
        .body("items[0].transferredFrom.organCode", equalTo(TestOrgans.OFFICE));
    String table =
        as(TestClient.RECORDER)
            .get(
                "/applications/export?format=csv&scope=SUBTREE&organ=" + TestOrgans.COUNTY + number)
            .asString();
    assertThat(table).contains("移送自", "移送至", "已移送", "临泉镇人民政府", "临县人民政府办公室");
    assertThat(table).doesNotContain("已作废");
  }

  @Test
  void who_hands_over_acts_for_both_organs() {
    String body = application("2024-03-01", "");
    String sent = as(TestClient.OFFICE_RECORDER).body(body).post("/applications").path("id");
    as(TestClient.OFFICE_RECORDER)
        .body(step("2024-03-05", TestOrgans.TOWNSHIP, ""))
        .post("/applications/" + sent + "/steps")
        .then()
        .statusCode(403)
        .body("errors.field", equalTo(List.of("toOrgan")));
    as(TestClient.FOREIGN_RECORDER)
        .body(step("2024-03-05", TestOrgans.FOREIGN, ""))
        .post("/applications/" + sent + "/steps")
        .then()
        .statusCode(404);
    read(sent).body("status", equalTo("IN_PROGRESS")).body("version", equalTo(1));
    as(TestClient.COUNTY_RECORDER)
        .body(step("2024-03-05", TestOrgans.TOWNSHIP, ""))
        .post("/applications/" + sent + "/steps")
        .then()
        .statusCode(200);
    as(TestClient.OFFICE_RECORDER)
        .get("/applications/" + sent)
        .then()
        .body("transferredTo.organCode", equalTo(TestOrgans.TOWNSHIP));
  }

  @Test
  void a_time_that_ran_out_stays_so_with_the_other_organ() {
    String sent = post(application("2024-01-02", "")).path("id");
    String received =
        handOver(sent, "2024-06-03", TestOrgans.TOWNSHIP)
            .statusCode(200)
            .body("warnings.code", hasItem("LATE_TRANSFER"))
            .extract()
            .path("transferredTo.id");
    read(received).body("receivedOn", equalTo("2024-01-02"));
    as(TestClient.RECORDER)
        .get("/applications/" + received + "/clock")
        .then()
        .body("timeliness", equalTo("OVERDUE"));
    String inTime = post(application("2024-01-02", "")).path("id");
    handOver(inTime, "2024-01-03", TestOrgans.TOWNSHIP)
        .body("warnings.code", not(hasItem("LATE_TRANSFER")));
  }

  @Test
  void what_comes_back_was_received_when_it_came_first() {
    String body = application("2024-03-01", "");
    String sent = post(body).path("id");
    String received = handedOver(sent, "2024-03-05", TestOrgans.TOWNSHIP);
    String back =
        as(TestClient.RECORDER)
            .body(
                step(
                    "2024-03-07",
                    TestOrgans.OFFICE,
                    ",\"sourceReference\":\"退" + reference(body) + "\""))
            .post("/applications/" + received + "/steps")
            .then()
            .statusCode(200)
            .extract()
            .path("transferredTo.id");
    read(back)
        .body("receivedOn", equalTo("2024-03-01"))
        .body("sourceReference", equalTo("退" + reference(body)))
        .body("transferredFrom.id", equalTo(received));
    read(received)
        .body("transferredFrom.id", equalTo(sent))
        .body("transferredTo.id", equalTo(back));
  }

  @Test
  void what_comes_back_under_its_number_is_what_was_posted_first() {
    String body = application("2024-03-01", "");
    String sent = post(body).path("id");
    String back = sent;
    for (int turn = 0; turn < 2; turn++) {
      String received = handedOver(back, "2024-03-05", TestOrgans.TOWNSHIP);
      back = handedOver(received, "2024-03-05", TestOrgans.OFFICE);
      post(body).then().statusCode(200).body("id", equalTo(back));
      post(body.replace("乡村道路建设资金", "乡村道路建设资金（补）")).then().statusCode(409);
    }
    assertThat(back).isNotEqualTo(sent);
  }

  @Test
  void a_time_that_ran_out_runs_from_the_day_on_which_the_organ_had_it_first() {
    String sent = post(application("2023-12-28", "")).path("id");
    String received = handedOver(sent, "2024-01-05", TestOrgans.TOWNSHIP);
    String back =
        as(TestClient.RECORDER)
            .body(step("2024-06-03", TestOrgans.OFFICE, ""))
            .post("/applications/" + received + "/steps")
            .then()
            .statusCode(200)
            .body("warnings.code", hasItem("LATE_TRANSFER"))
            .extract()
            .path("transferredTo.id");
    read(back).body("receivedOn", equalTo("2023-12-28"));
  }

  @Test
  void its_number_stays_its_own_where_it_came_from() {
    String body = application("2024-03-01", "");
    String sent = post(body).path("id");
    int office = received(TestOrgans.OFFICE, "OWN");
    handedOver(sent, "2024-03-05", TestOrgans.TOWNSHIP);
    post(body.replace("乡村道路建设资金", "乡村道路建设资金（补）")).then().statusCode(409);
    assertThat(received(TestOrgans.OFFICE, "OWN")).isEqualTo(office - 1);
  }

  @Test
  void it_goes_on_with_the_other_organ_alone() {
    String sent = post(application("2024-03-01", "")).path("id");
    String received = handedOver(sent, "2024-03-05", TestOrgans.TOWNSHIP);
    as(TestClient.RECORDER)
        .body("{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"NOT_HELD\"}")
        .post("/applications/" + sent + "/steps")
        .then()
        .statusCode(422)
        .body("errors.field", contains("type"))
        .body("errors[0].message", containsString("移送"));
    as(TestClient.RECORDER)
        .body("{\"type\":\"VOIDED\",\"on\":\"2024-03-06\",\"reason\":\"误移送\",\"corrects\":1}")
        .post("/applications/" + sent + "/steps")
        .then()
        .statusCode(422);
    as(TestClient.RECORDER)
        .body("{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"NOT_HELD\"}")
        .post("/applications/" + received + "/steps")
        .then()
        .statusCode(200)
        .body("status", equalTo("CONCLUDED"))
        .body("transferredFrom.id", equalTo(sent));
  }

  @Test
  void what_is_no_transfer_is_refused() {
    String body = application("2024-03-01", "");
    String sent = post(body).path("id");
    handOver(sent, "2024-03-05", TestOrgans.OFFICE)
        .statusCode(422)
        .body("errors.field", contains("toOrgan"));
    handOver(sent, "2024-03-05", TestOrgans.fresh())
        .statusCode(422)
        .body("errors.field", contains("toOrgan"));
    as(TestClient.RECORDER)
        .body("{\"type\":\"TRANSFERRED\",\"on\":\"2024-03-05\"}")
        .post("/applications/" + sent + "/steps")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("reason", "toOrgan"));
    post(application(
            "2024-03-01", ",\"steps\":[" + step("2024-03-05", TestOrgans.TOWNSHIP, "") + "]"))
        .then()
        .statusCode(400)
        .body("errors.field", contains("steps[0].type"));
    String holder = post(body.replace(TestOrgans.OFFICE, TestOrgans.TOWNSHIP)).path("id");
    handOver(sent, "2024-03-05", TestOrgans.TOWNSHIP)
        .statusCode(409)
        .body("errors.record", equalTo(List.of("/applications/" + holder)))
        .body("errors.field", equalTo(List.of("sourceReference")));
    read(sent).body("status", equalTo("IN_PROGRESS")).body("version", equalTo(1));
    as(TestClient.RECORDER)
        .body("{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"NOT_HELD\"}")
        .post("/applications/" + sent + "/steps");
    handOver(sent, "2024-03-21", TestOrgans.COUNTY)
        .statusCode(422)
        .body("errors.field", contains("type"));
  }

  @Test
  void two_at_once_hand_it_over_once() throws Exception {
    String sent = post(application("2024-03-01", "")).path("id");
    ExecutorService both = Executors.newFixedThreadPool(2);
    List<Future<String>> answers =
        both.invokeAll(
            IntStream.range(0, 2)
                .<java.util.concurrent.Callable<String>>mapToObj(
                    i -> () -> handedOver(sent, "2024-03-05", TestOrgans.TOWNSHIP))
                .toList());
    both.shutdown();
    assertThat(both.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Set.of(answers.get(0).get())).containsExactly(answers.get(1).get());
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.application WHERE transferred_from = '"
                    + sent
                    + "'"))
        .isOne();
  }

  private static ValidatableResponse handOver(String id, String on, String to) {
    return as(TestClient.RECORDER)
        .body(step(on, to, ""))
        .post("/applications/" + id + "/steps")
        .then();
  }

  private static String handedOver(String id, String on, String to) {
    return handOver(id, on, to).statusCode(200).extract().path("transferredTo.id");
  }

  private static String step(String on, String to, String more) {
    return "{\"type\":\"TRANSFERRED\",\"on\":\"%s\",\"toOrgan\":\"%s\",\"reason\":\"属于镇政府职责\"%s}"
        .formatted(on, to, more);
  }

  private static ValidatableResponse read(String id) {
    return as(TestClient.RECORDER).get("/applications/" + id).then().statusCode(200);
  }

  private static int received(String organ, String scope) {
    return as(TestClient.ANALYST)
        .get("/tally?year=2024&organ=" + organ + "&scope=" + scope)
        .then()
        .statusCode(200)
        .extract()
        .path("rows[0].total");
  }

  private static List<String> published(String id) {
    return RegisterTables.texts(
        "SELECT (data::json ->> 'organCode') || ' ' || (data::json ->> 'status')"
            + " FROM requests.outbox WHERE key = '"
            + id
            + "' ORDER BY version");
  }

  private static String reference(String body) {
    return body.replaceAll("(?s).*\"sourceReference\":\"([^\"]*)\".*", "$1");
  }
}
