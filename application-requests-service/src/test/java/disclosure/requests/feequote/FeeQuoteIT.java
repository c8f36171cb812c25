package disclosure.requests.feequote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeeQuoteIT {

  private final String applicant = "ID" + UUID.randomUUID();

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void items_of_an_applicant_add_up_within_the_calendar_month() {
    post("2024-03-31", applicant);
    for (int i = 0; i < 9; i++) {
      post("2024-04-0" + (i + 1), applicant);
    }
    String tenth = post("2024-04-20", applicant);
    quote(tenth, "basis=BY_ITEM")
        .then()
        .statusCode(200)
        .body("itemsBefore", equalTo(9))
        .body("amount", equalTo(0.00f))
        .body("article", equalTo("国办函〔2020〕109号第四条"));
    String eleventh = post("2024-04-21", applicant);
    quote(eleventh, "basis=BY_ITEM&quantity=2")
        .then()
        .body("itemsBefore", equalTo(10))
        .body("quantity", equalTo(2))
        .body("amount", equalTo(200.00f));
    // What comes later in the month does not change what came before.
    quote(tenth, "basis=BY_ITEM").then().body("itemsBefore", equalTo(9));
    quote(post("2024-05-01", applicant), "basis=BY_ITEM").then().body("itemsBefore", equalTo(0));
  }

  @Test
  void a_notice_by_item_says_how_many_items_an_application_was() {
    String first = post("2024-04-01", applicant);
    for (String notice :
        List.of(
            "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-04-02\",\"basis\":\"BY_ITEM\",\"quantity\":30,\"amount\":2000}",
            "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-04-02\",\"basis\":\"BY_ITEM\",\"quantity\":12,\"amount\":200,\"corrects\":1}")) {
      step(first, notice).then().statusCode(200);
    }
    String second = post("2024-04-03", applicant);
    quote(second, "basis=BY_ITEM").then().body("itemsBefore", equalTo(12));
    // A second notice has no effect.
    step(
            first,
            "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-04-03\",\"basis\":\"BY_ITEM\",\"quantity\":30,\"amount\":2000}")
        .then()
        .statusCode(200);
    quote(second, "basis=BY_ITEM").then().body("itemsBefore", equalTo(12));
    step(first, "{\"type\":\"VOIDED\",\"on\":\"2024-04-04\",\"reason\":\"重复登记\"}")
        .then()
        .statusCode(200);
    quote(second, "basis=BY_ITEM").then().body("itemsBefore", equalTo(0));
  }

  @Test
  void another_applicant_or_organ_does_not_count() {
    post("2024-04-01", applicant + "x");
    as(
            TestClient.RECORDER,
            body("2024-04-01", applicant).replace(TestOrgans.OFFICE, TestOrgans.TOWNSHIP))
        .then()
        .statusCode(201);
    quote(post("2024-04-02", applicant), "basis=BY_ITEM").then().body("itemsBefore", equalTo(0));
  }

  @Test
  void however_the_number_is_written_the_applicant_is_the_same() {
    post("2024-04-01", applicant.toUpperCase(java.util.Locale.ROOT));
    post("2024-04-01", applicant.replace("ID", "ＩＤ "));
    quote(post("2024-04-02", applicant), "basis=BY_ITEM").then().body("itemsBefore", equalTo(2));
  }

  @Test
  void without_an_identity_number_items_cannot_be_added_up() {
    String id =
        as(
                TestClient.RECORDER,
                body("2024-04-01", applicant)
                    .replace(",\"identityNumber\":\"" + applicant + "\"", ""))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    quote(id, "basis=BY_ITEM")
        .then()
        .statusCode(422)
        .body("errors.field", equalTo(List.of("basis")));
    quote(id, "basis=BY_PAGE&quantity=68")
        .then()
        .statusCode(200)
        .body("itemsBefore", nullValue())
        .body("amount", equalTo(380.00f));
  }

  @Test
  void a_quote_names_its_basis_and_stays_within_the_reader_s_organs() {
    String id = post("2024-04-01", applicant);
    for (String wrong : List.of("quantity=1", "basis=BOTH", "basis=by_page")) {
      quote(id, wrong).then().statusCode(400).body("errors.field", equalTo(List.of("basis")));
    }
    for (String wrong : List.of("0", "10001", "x")) {
      quote(id, "basis=BY_PAGE&quantity=" + wrong)
          .then()
          .statusCode(400)
          .body("errors.field", equalTo(List.of("quantity")));
    }
    ApplicationsIT.as(TestClient.FOREIGN_RECORDER)
        .get("/applications/" + id + "/fee?basis=BY_PAGE")
        .then()
        .statusCode(404);
    ApplicationsIT.as(TestClient.ANALYST)
        .get("/applications/" + id + "/fee?basis=BY_PAGE")
        .then()
        .statusCode(403);
  }

  @Test
  void more_items_in_a_month_than_the_tariff_knows_are_refused() {
    post("2024-04-01", applicant);
    quote(post("2024-04-02", applicant), "basis=BY_ITEM&quantity=10000")
        .then()
        .statusCode(422)
        .body("errors.code", equalTo(List.of("too-many-items-in-month")))
        .body("errors[0].expected.atMost", equalTo("10000"));
  }

  @Test
  void a_fee_that_the_tariff_does_not_make_is_refused() {
    String id = post("2024-04-01", applicant);
    step(
            id,
            "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-04-02\",\"basis\":\"BY_PAGE\",\"quantity\":68,\"amount\":381}")
        .then()
        .statusCode(422)
        .body("errors.field", equalTo(List.of("amount")));
    assertThat(
            RegisterTables.number(
                "SELECT version FROM requests.application WHERE id = '" + id + "'"))
        .isOne();
  }

  private static String body(String receivedOn, String identityNumber) {
    return ApplicationsIT.application(receivedOn, "")
        .replace("\n         ", "")
        .replace("141124199001011234", identityNumber);
  }

  private static String post(String receivedOn, String identityNumber) {
    return as(TestClient.RECORDER, body(receivedOn, identityNumber))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Response as(TestClient client, String body) {
    return ApplicationsIT.as(client).body(body).post("/applications");
  }

  private static Response step(String id, String step) {
    return ApplicationsIT.as(TestClient.RECORDER).body(step).post("/applications/" + id + "/steps");
  }

  private static Response quote(String id, String query) {
    return ApplicationsIT.as(TestClient.RECORDER).get("/applications/" + id + "/fee?" + query);
  }
}
