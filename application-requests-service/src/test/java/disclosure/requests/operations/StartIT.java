package disclosure.requests.operations;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import disclosure.edge.testing.Management;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StartIT {

  @Test
  void the_service_is_live_and_ready() {
    Management.get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    Management.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void its_interface_is_described_in_openapi_3_1() {
    given()
        .accept("application/json")
        .get("/openapi")
        .then()
        .statusCode(200)
        .body("openapi", startsWith("3.1"))
        .body("info.title", equalTo("Application requests service"));
  }

  @Test
  void its_metrics_can_be_scraped() {
    Management.get("/q/metrics").then().statusCode(200).body(containsString("agroal_"));
    given().get("/q/metrics").then().statusCode(404);
    given().get("/q/health/ready").then().statusCode(404);
  }
}
