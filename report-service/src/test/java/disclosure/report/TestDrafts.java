package disclosure.report;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Drafts as an editor sends them. */
public final class TestDrafts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TestDrafts() {}

  /** The texts, figures and signature of the published report of 2024. */
  public static ObjectNode linxian() {
    try (InputStream file = TestDrafts.class.getResourceAsStream("/linxian-2024/draft.json")) {
      return (ObjectNode) JSON.readTree(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Sends a draft without a precondition. */
  public static ValidatableResponse put(TestClient client, String organ, int year, Object body) {
    return given()
        .auth()
        .oauth2(client.token())
        .contentType("application/json")
        .body(body.toString())
        .put("/reports/" + organ + "/" + year)
        .then();
  }

  /** Sends a draft on condition that nobody changed it meanwhile. */
  public static ValidatableResponse put(
      TestClient client, String organ, int year, Object body, String ifMatch) {
    return given()
        .auth()
        .oauth2(client.token())
        .contentType("application/json")
        .header("If-Match", ifMatch)
        .body(body.toString())
        .put("/reports/" + organ + "/" + year)
        .then();
  }

  /** Reads a report. */
  public static ValidatableResponse get(TestClient client, String organ, int year) {
    return given().auth().oauth2(client.token()).get("/reports/" + organ + "/" + year).then();
  }
}
