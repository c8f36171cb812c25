package disclosure.requests.steps;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is dated before the due date and recorded after it is told by whoever reads it. */
@QuarkusTest
class RecordedLateIT {

  private static final String EXTENDED =
      "{\"type\":\"EXTENDED\",\"on\":\"2024-03-11\",\"workingDays\":10,\"approvedBy\":\"主任\"}";

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void an_extension_that_is_recorded_years_later_is_flagged_wherever_it_is_shown() {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-04", "")).path("id");
    append(id, EXTENDED);
    flagged(id);
  }

  @Test
  void a_day_of_receipt_that_is_corrected_years_later_is_flagged() {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-04", "")).path("id");
    append(
        id,
        "{\"type\":\"RECEIPT_CORRECTED\",\"on\":\"2024-04-20\",\"receivedOn\":\"2024-03-18\","
            + "\"reason\":\"误\"}");
    flagged(id);
  }

  @Test
  void a_history_of_another_system_is_not_and_what_it_gains_is() {
    String id =
        ApplicationsIT.post(
                ApplicationsIT.application(
                    "2024-03-04", ",\"imported\":true,\"steps\":[" + EXTENDED + "]"))
            .then()
            .statusCode(201)
            .body("warnings", nullValue())
            .extract()
            .path("id");
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id + "/clock")
        .then()
        .body("warnings.size()", org.hamcrest.Matchers.equalTo(0));
    String other =
        ApplicationsIT.post(ApplicationsIT.application("2024-03-04", ",\"imported\":true"))
            .path("id");
    append(other, EXTENDED);
    flagged(other);
  }

  private static void append(String id, String step) {
    ApplicationsIT.as(TestClient.RECORDER)
        .body(step)
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200)
        .body("warnings.code", contains("RECORDED_AFTER_DUE"));
  }

  private static void flagged(String id) {
    for (String part : new String[] {"", "/clock"}) {
      ApplicationsIT.as(TestClient.RECORDER)
          .get("/applications/" + id + part)
          .then()
          .statusCode(200)
          .body("warnings.code", contains("RECORDED_AFTER_DUE"))
          .body("warnings.step", contains(1));
    }
  }
}
