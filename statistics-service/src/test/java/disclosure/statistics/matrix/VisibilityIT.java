package disclosure.statistics.matrix;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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

  @Test
  void of_a_subtree_a_former_superior_reads_what_was_below_it_as_well() throws Exception {
    String former = TestOrgans.COUNTY;
    String since = TestOrgans.FOREIGN;
    String moved = TestOrgans.fresh();
    String before = TestOrgans.fresh();
    String never = TestOrgans.fresh();
    try (Register register = new Register()) {
      register.organ(former, "临县人民政府", Optional.empty());
      register.organ(since, "某市人民政府", Optional.empty());
      register.moved(moved, "某局", former, "2024-06-30", since);
      register.organ(before, "某分局", Optional.of(moved));
      register.moved(never, "某队", since, "2024-09-30", moved);
    }
    String subtree = "?year=2024&scope=SUBTREE&organ=" + moved;
    await()
        .untilAsserted(
            () ->
                ask(TestClient.ANALYST, subtree)
                    .body("readable", containsInAnyOrder(moved, before, never)));
    ask(TestClient.FOREIGN_ANALYST, subtree)
        .body("readable", containsInAnyOrder(moved, before, never));
    ask(TestClient.COUNTY_ANALYST, subtree)
        .body("visible", equalTo(true))
        .body("writable", equalTo(false))
        .body("readable", containsInAnyOrder(moved, before));
    ask(TestClient.OFFICE_ANALYST, subtree)
        .body("visible", equalTo(false))
        .body("readable", empty());
    see(TestClient.ANALYST).body("readable", nullValue());
  }

  private static ValidatableResponse see(TestClient client) {
    return ask(client, "?year=2024&organ=" + TestOrgans.OFFICE).statusCode(200);
  }

  private static ValidatableResponse ask(TestClient client, String query) {
    return given().auth().oauth2(client.token()).get("/visibility" + query).then();
  }
}
