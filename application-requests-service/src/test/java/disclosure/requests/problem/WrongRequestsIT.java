package disclosure.requests.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a request whatever it is about, as programs are told. */
@QuarkusTest
class WrongRequestsIT {

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"VOIDED\",\"on\":\"2024-03-05\",\"reason\":\"某\",\"corrects\":501}|above-most",
        "{\"type\":\"FEE_PAID\",\"on\":\"2024-03-05\",\"amount\":-1}|below-least",
        "{\"type\":\"RECEIPT_CORRECTED\",\"on\":\"2024-03-05\",\"reason\":\"某\","
            + "\"sourceReference\":\" \"}|unsuitable"
      })
  void a_value_beyond_its_bounds_is_told_by_its_code(String step, String code) {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-04", "")).path("id");
    ApplicationsIT.as(TestClient.RECORDER)
        .body(step)
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(400)
        .body("errors.code", hasItem(code));
  }

  @ParameterizedTest
  @CsvSource({
    "/audit/verification?block=1&digest=x, not-a-digest",
    "/applications?subject=%E5%9C%9F%E2%80%8B%E5%9C%B0, not-one-line"
  })
  void a_parameter_that_can_not_be_is_told_by_its_code(String address, String code) {
    TestClient client =
        address.startsWith("/audit") ? TestClient.ADMINISTRATOR : TestClient.RECORDER;
    given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(client.token())
        .get(address)
        .then()
        .statusCode(400)
        .body("errors.code", hasItem(code));
  }

  @Test
  void a_line_in_another_encoding_is_told_by_its_code() {
    byte[] line = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}', '\n'};
    String answer =
        given()
            .auth()
            .oauth2(TestClient.RECORDER.token())
            .contentType("application/x-ndjson")
            .body(line)
            .post("/applications/batch")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).contains("\"not-utf8\"");
  }
}
