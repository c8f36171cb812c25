package disclosure.requests.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
class LargeExportIT {

  private final String organ = RegisterTables.newOrgan();

  /** So many rows would slow down what the background looks for in every class that comes after. */
  @AfterEach
  void take_them_away() {
    RegisterTables.update("DELETE FROM requests.application WHERE organ_code = '" + organ + "'");
  }

  @Test
  void more_than_a_table_may_hold_is_refused_before_anything_is_sent() {
    RegisterTables.update(
        """
        INSERT INTO requests.application
               (id, version, organ_code, source_client, source_reference, received_on, channel,
                logged_applicant_type, subject, imported, recorded_at, applicant_type, status,
                outcome, concluded_on, due_provisional, extended, changed_at, content_digest,
                answer, fees, calculated_version, calculated_by)
        SELECT gen_random_uuid(), 1, '%s', 'client', n, DATE '2024-01-01', 'ONLINE',
               'NATURAL_PERSON', 'x', false, now(), 'NATURAL_PERSON', 'CONCLUDED',
               'DISCLOSED', DATE '2024-01-02', false, false, now(), 'digest', 'answer', '[]', 1, 1
          FROM generate_series(1, %d) n;
        ANALYZE requests.application
        """
            .formatted(organ, Export.MAX_ROWS + 1));
    given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .get("/applications/export?format=csv&organ=" + organ)
        .then()
        .statusCode(422)
        .body("errors.code", contains("export-too-large"))
        .body("errors[0].expected.atMost", equalTo("200000"));
  }
}
