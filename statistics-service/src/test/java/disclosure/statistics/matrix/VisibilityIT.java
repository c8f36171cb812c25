package disclosure.statistics.matrix;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.statistics.Register;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VisibilityIT {

  @Test
  void tells_whose_tables_an_organs_are_and_counts_nothing() throws Exception {
    try (Register register = new Register()) {
      register.organ(TestOrgans.COUNTY, "临县人民政府", Optional.empty());
      register.organ(TestOrgans.OFFICE, "临县人民政府办公室", Optional.of(TestOrgans.COUNTY));
    }
    await().untilAsserted(() -> see(TestClient.COUNTY_RECORDER).body("visible", equalTo(true)));
    see(TestClient.ANALYST)
        .body("visible", equalTo(true))
        .body("organ", equalTo(TestOrgans.OFFICE));
    see(TestClient.OFFICE_RECORDER).body("visible", equalTo(true)).body("writable", equalTo(true));
    see(TestClient.FOREIGN_RECORDER)
        .body("visible", equalTo(false))
        .body("writable", equalTo(false));
    see(TestClient.RECORDER_OF_NOTHING).body("visible", equalTo(false));
    ask(TestClient.ANALYST, "?year=2024&organ=" + TestOrgans.coded("99999999999999999"))
        .statusCode(200)
        .body("visible", equalTo(false));
    ask(TestClient.ANALYST, "?year=2024&organ=1")
        .statusCode(400)
        .body("errors.field", contains("organ"));
    ask(TestClient.NOBODY, "?year=2024&organ=" + TestOrgans.OFFICE).statusCode(403);
  }

  private static ValidatableResponse see(TestClient client) {
    return ask(client, "?year=2024&organ=" + TestOrgans.OFFICE).statusCode(200);
  }

  private static ValidatableResponse ask(TestClient client, String query) {
    return given().auth().oauth2(client.token()).get("/visibility" + query).then();
  }
}
