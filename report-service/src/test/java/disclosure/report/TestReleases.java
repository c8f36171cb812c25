package disclosure.report;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import io.restassured.response.ValidatableResponse;

/** Submitting, returning and publishing as editors and publishers do. */
public final class TestReleases {

  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    io.restassured.RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
  }

  private TestReleases() {}

  /** A draft in which no check finds anything, for an organ that received nothing. */
  public static ObjectNode sound(String organName, int year) {
    ObjectNode draft = TestDrafts.linxian();
    draft.putArray("lead").add("根据《政府信息公开条例》（国务院令第711号），现公布" + year + "年政府信息公开工作年度报告。");
    draft.putArray("overview").add("本机关" + year + "年政府信息公开工作平稳有序。");
    draft
        .putArray("otherMatters")
        .add(
            year
                + "年，本机关发出信息处理费收费通知{{handling.feeNotices}}件，总金额{{handling.noticedYuan}}元，实际收取{{handling.paidYuan}}元。");
    ((ObjectNode) draft.get("proactive").get("normativeDocuments")).put("repealed", 0);
    draft.put("signedBy", organName).put("signedOn", (year + 1) + "-01-20");
    return draft;
  }

  /** Keeps a reason for a check. */
  public static ValidatableResponse reason(String organ, int year, int check, String reason) {
    return given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .contentType("application/json")
        .body(JSON.createObjectNode().put("reason", reason).toString())
        .put("/reports/" + organ + "/" + year + "/reasons/" + check)
        .then();
  }

  /** Submits a version of a draft. */
  public static ValidatableResponse submit(String path, int version) {
    return given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .header("If-Match", "\"" + version + "\"")
        .post(path("submission", path))
        .then();
  }

  /** Gives a version back. */
  public static ValidatableResponse giveBack(String path, int version, String reason) {
    return given()
        .auth()
        .oauth2(TestClient.PUBLISHER.token())
        .header("If-Match", "\"" + version + "\"")
        .contentType("application/json")
        .body(JSON.createObjectNode().put("reason", reason).toString())
        .post(path("return", path))
        .then();
  }

  /** Publishes a version for the first time. */
  public static ValidatableResponse publish(String path, int version) {
    return publish(path, version, JSON.createObjectNode());
  }

  /** Publishes a version as a correction. */
  public static ValidatableResponse correct(String path, int version, String reason) {
    return publish(path, version, JSON.createObjectNode().put("reason", reason));
  }

  /** Asks for a part of a report as a publisher. */
  public static ValidatableResponse read(String path, String part) {
    return given().auth().oauth2(TestClient.PUBLISHER.token()).get(path(part, path)).then();
  }

  private static ValidatableResponse publish(String path, int version, ObjectNode body) {
    return given()
        .auth()
        .oauth2(TestClient.PUBLISHER.token())
        .header("If-Match", "\"" + version + "\"")
        .contentType("application/json")
        .body(body.toString())
        .post(path("publication", path))
        .then();
  }

  /** The part of a report whose path may end in a query. */
  private static String path(String part, String path) {
    String[] parts = path.split("\\?", 2);
    return "/reports/" + parts[0] + "/" + part + (parts.length > 1 ? "?" + parts[1] : "");
  }
}
