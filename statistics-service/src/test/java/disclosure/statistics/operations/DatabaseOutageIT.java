package disclosure.statistics.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.HungDatabase;
import disclosure.edge.testing.Management;
import disclosure.edge.testing.Outage;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
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
  void a_hung_database_is_an_outage_that_is_told_in_time_however_many_ask() {
    parked().then().statusCode(200);
    HungDatabase.during(
        () -> {
          Outage.assertTold(40, DatabaseOutageIT::parked);
          Outage.assertTold(40, DatabaseOutageIT::parked);
        });
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> parked().then().statusCode(200));
  }

  @Test
  void who_is_refused_is_counted() {
    double before = refusals();
    given().get("/matrix?year=2024&organ=" + UNKNOWN).then().statusCode(401);
    assertThat(refusals()).isGreaterThan(before);
  }

  private static double refusals() {
    return Management.metric("authz_denied_total");
  }

  private static Response parked() {
    return given().auth().oauth2(TestClient.ADMINISTRATOR.token()).get("/parked-events");
  }
}
