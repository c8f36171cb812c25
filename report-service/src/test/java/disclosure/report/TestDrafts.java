package disclosure.report;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

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

  /** The same texts for 2020, with table two of the edition of 2019. */
  public static ObjectNode former() {
    ObjectNode draft = linxian();
    draft.remove("proactive");
    draft.put("signedOn", "2021-01-20");
    ObjectNode two = draft.putObject("formerProactive");
    for (String kind : List.of("regulations", "normativeDocuments")) {
      two.putObject(kind).put("made", 1).put("published", 2).put("publishedInAll", 3);
    }
    for (String kind :
        List.of(
            "administrativeLicences",
            "otherServices",
            "administrativePenalties",
            "administrativeCoercion")) {
      two.putObject(kind).put("lastYear", 10).put("change", -2).put("decisions", 77);
    }
    two.putObject("administrativeFees").put("lastYear", 4).put("change", -1);
    two.putObject("procurement").put("projects", 5).put("amount", new BigDecimal("12.345678"));
    return draft;
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
