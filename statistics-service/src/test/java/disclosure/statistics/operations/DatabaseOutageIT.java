package disclosure.statistics.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.Outage;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseOutageIT {

  private static final String UNKNOWN = TestOrgans.coded("11141124012398765");

  @Test
  void a_locked_table_is_an_outage_that_is_told_in_time() throws Exception {
    parked().then().statusCode(200);
    Outage.whileLocked(
        "statistics.rejected_event", () -> Outage.assertTold(3, DatabaseOutageIT::parked));
    parked().then().statusCode(200);
  }

  @Test
  void who_is_refused_is_counted() {
    double before = refusals();
    given().get("/matrix?year=2024&organ=" + UNKNOWN).then().statusCode(401);
    assertThat(refusals()).isGreaterThan(before);
  }

  private static double refusals() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("authz_denied_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static Response parked() {
    return given().auth().oauth2(TestClient.ADMINISTRATOR.token()).get("/parked-events");
  }
}
