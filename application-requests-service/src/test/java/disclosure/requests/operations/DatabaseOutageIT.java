package disclosure.requests.operations;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.HungDatabase;
import disclosure.edge.testing.Outage;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseOutageIT {

  @BeforeEach
  void directory() {
    TestDirectory.register();
  }

  @Test
  void a_locked_table_is_an_outage_that_is_told_in_time() throws Exception {
    Outage.whileLocked(
        "requests.organ", () -> Outage.assertTold(3, () -> recorder().get("/applications")));
    Outage.whileLocked("requests.application", () -> Outage.assertTold(3, DatabaseOutageIT::post));
    post().then().statusCode(201);
  }

  @Test
  void a_line_of_a_batch_is_told_of_a_locked_table() throws Exception {
    Outage.whileLocked(
        "requests.application",
        () ->
            assertThat(
                    recorder()
                        .contentType("application/x-ndjson")
                        .body((application() + "\n").getBytes(UTF_8))
                        .post("/applications/batch")
                        .asString())
                .contains("\"status\":503"));
  }

  @Test
  void a_hung_database_is_an_outage_that_is_told_in_time_however_many_ask() {
    post().then().statusCode(201);
    HungDatabase.during(
        () -> {
          Outage.assertTold(40, () -> recorder().get("/applications"));
          Outage.assertTold(40, DatabaseOutageIT::post);
        });
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> post().then().statusCode(201));
  }

  private static Response post() {
    return recorder().contentType("application/json").body(application()).post("/applications");
  }

  private static String application() {
    return "{\"organCode\":\""
        + TestOrgans.OFFICE
        + "\",\"sourceReference\":\""
        + UUID.randomUUID()
        + "\",\"receivedOn\":\"2024-03-04\",\"channel\":\"POST\","
        + "\"applicant\":{\"type\":\"NATURAL_PERSON\"}}";
  }

  private static RequestSpecification recorder() {
    return given().auth().oauth2(TestClient.RECORDER.token());
  }
}
