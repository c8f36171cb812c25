package disclosure.report.run;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import disclosure.report.StoredDrafts;
import disclosure.report.TestCounties;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Runs of the tests, asked for over HTTP or stored. */
final class TestRuns {

  static final int YEAR = 2022;

  private static final ObjectMapper JSON = new ObjectMapper();

  private TestRuns() {}

  /**
   * A run as the release before stores it.
   *
   * @param organ of which it has a report for each of the states; without any they aren't listed
   *     yet
   * @param more what else is stored with it, with {@code :id} for its id
   */
  static UUID begun(String organ, int year, String more, String... states) throws SQLException {
    UUID id = UUID.randomUUID();
    boolean planned = states.length > 0;
    List<String> scopes = List.of("OWN", "LEVEL");
    StringBuilder sql = new StringBuilder("BEGIN;");
    sql.append(
        String.format(
            "INSERT INTO report.run (id, organ_code, report_year, kind, formats, requested_by,"
                + " requested_at, planned_at) VALUES (:id, '%s', %d, 'CHECK', '', 'editor', now(),"
                + " %s);",
            planned ? TestCounties.COUNTY : organ, year, planned ? "now()" : "NULL"));
    for (int i = 0; i < states.length; i++) {
      sql.append(
          String.format(
              "INSERT INTO report.run_item (run_id, number, organ_code, organ_name, scope, state)"
                  + " VALUES (:id, %d, '%s', '临县某局', '%s', '%s');",
              i + 1, organ, scopes.get(i), states[i]));
    }
    StoredDrafts.execute((sql + more + "COMMIT").replace(":id", "'" + id + "'"));
    return id;
  }

  static String ask(String kind, String... formats) {
    return post(TestClient.EDITOR, body(kind, formats))
        .statusCode(202)
        .extract()
        .header("Location");
  }

  static ObjectNode body(String kind, String... formats) {
    return body(TestCounties.COUNTY, YEAR, kind, formats);
  }

  static ObjectNode body(String organ, int year, String kind, String... formats) {
    ObjectNode body =
        JSON.createObjectNode().put("organCode", organ).put("year", year).put("kind", kind);
    if (formats.length > 0) {
      List.of(formats).forEach(body.putArray("formats")::add);
    }
    return body;
  }

  static ValidatableResponse post(TestClient client, ObjectNode body) {
    return given()
        .auth()
        .oauth2(client.token())
        .contentType("application/json")
        .body(body.toString())
        .post("/runs")
        .then();
  }

  static ValidatableResponse cancel(String run) {
    return given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .post(run + "/cancellation")
        .then()
        .statusCode(200);
  }

  static ValidatableResponse read(String path) {
    return given().auth().oauth2(TestClient.EDITOR.token()).get(path).then().statusCode(200);
  }

  static ValidatableResponse finished(String run) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> read(run).extract().path("state").equals("FINISHED"));
    return read(run);
  }
}
