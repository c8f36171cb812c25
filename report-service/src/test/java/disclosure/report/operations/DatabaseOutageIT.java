package disclosure.report.operations;

import static disclosure.report.TestDrafts.linxian;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.HungDatabase;
import disclosure.edge.testing.Outage;
import disclosure.edge.testing.TestClient;
import disclosure.report.ReportOrgans;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseOutageIT {

  private static final String PATH = "/reports/" + ReportOrgans.department(97) + "/2024";

  @Test
  void a_locked_table_is_an_outage_that_is_told_in_time() throws Exception {
    put().then().statusCode(anyOf(equalTo(200), equalTo(201)));
    versions().then().statusCode(200);
    Outage.whileLocked(
        "report.draft_revision",
        () -> {
          Outage.assertTold(3, DatabaseOutageIT::put);
          Outage.assertTold(3, DatabaseOutageIT::versions);
        });
    put().then().statusCode(anyOf(equalTo(200), equalTo(201)));
  }

  @Test
  void a_hung_database_is_an_outage_that_is_told_in_time_however_many_ask() {
    put().then().statusCode(anyOf(equalTo(200), equalTo(201)));
    HungDatabase.during(
        () -> {
          Outage.assertTold(25, DatabaseOutageIT::versions);
          Outage.assertTold(25, DatabaseOutageIT::put);
        });
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> put().then().statusCode(anyOf(equalTo(200), equalTo(201))));
  }

  private static Response versions() {
    return given().auth().oauth2(TestClient.EDITOR.token()).get(PATH + "/revisions");
  }

  private static Response put() {
    return given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .contentType("application/json")
        .body(linxian().toString())
        .put(PATH);
  }
}
