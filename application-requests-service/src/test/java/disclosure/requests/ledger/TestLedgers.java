package disclosure.requests.ledger;

import disclosure.edge.testing.TestClient;
import disclosure.requests.registration.ApplicationsIT;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;

/** Ledgers in CSV, as they are sent and followed. */
public final class TestLedgers {

  private TestLedgers() {}

  /** Sends one, and gives the id of its import. */
  public static String importOf(String organ, String csv) {
    return post(TestClient.RECORDER, organ, csv).then().statusCode(202).extract().path("id");
  }

  /** What a client is answered who sends one. */
  public static Response post(TestClient client, String organ, String csv) {
    return ApplicationsIT.as(client)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/ledger/imports?organ=" + organ);
  }

  /** What has become of an import until now. */
  public static JsonPath imported(String id) {
    return ApplicationsIT.as(TestClient.RECORDER).get("/ledger/imports/" + id).jsonPath();
  }
}
