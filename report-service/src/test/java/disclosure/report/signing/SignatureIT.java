package disclosure.report.signing;

import static disclosure.report.TestDrafts.put;
import static disclosure.report.TestReleases.publish;
import static disclosure.report.TestReleases.sound;
import static disclosure.report.TestReleases.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import disclosure.edge.testing.TestClient;
import disclosure.report.ReportOrgans;
import disclosure.report.Servers;
import disclosure.report.document.DocumentFormat;
import disclosure.report.signature.ReportVerifier;
import disclosure.report.signature.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What is published is signed, for everybody to verify. */
@QuarkusTest
class SignatureIT {

  private final Path key = Path.of(Servers.running().get("SIGNING_KEY_FILE"));

  private static String submitted(int department) {
    String path = ReportOrgans.department(department) + "/2023";
    put(TestClient.EDITOR, path.substring(0, path.indexOf('/')), 2023, sound("临县某局", 2023))
        .statusCode(201);
    submit(path, 1).statusCode(200);
    return path;
  }

  private static String published(int department) {
    String path = submitted(department);
    publish(path, 1).statusCode(201);
    return path;
  }

  @Test
  void each_document_has_a_signature_of_the_moment_of_its_publication() throws Exception {
    String path = published(40);
    Instant at =
        Instant.parse(
                given().get("/reports/" + path + "/publications").path("items[0].publishedAt"))
            .truncatedTo(ChronoUnit.SECONDS);
    ReportVerifier verifier = ReportVerifier.believing(key);
    for (DocumentFormat format : DocumentFormat.values()) {
      String query = "?format=" + format.extension();
      byte[] document = given().get("/reports/" + path + "/document" + query).asByteArray();
      Response signature = given().get("/reports/" + path + "/document/signature" + query);
      assertThat(signature.contentType()).isEqualTo("application/pkcs7-signature");
      assertThat(signature.header("Content-Disposition"))
          .contains("attachment; filename=\"report-2023." + format.extension() + ".p7s\"");
      assertThat(verifier.verify(document, signature.asByteArray()))
          .isEqualTo(new Verdict.Genuine("CN=临县人民政府（测试）", at));
      given()
          .header("If-None-Match", signature.header("ETag"))
          .get("/reports/" + path + "/document/signature" + query)
          .then()
          .statusCode(304);
      document[document.length / 2] ^= 1;
      assertThat(verifier.verify(document, signature.asByteArray()))
          .isEqualTo(new Verdict.Altered());
    }
    given()
        .get("/reports/" + path + "/publications")
        .then()
        .body("items[0].documents.signed", everyItem(is(true)));
  }

  @Test
  void a_draft_has_no_signature() {
    String path = submitted(41);
    String address = "/reports/" + path + "/document/signature?format=pdf";
    given().get(address).then().statusCode(401);
    given().auth().oauth2(TestClient.EDITOR.token()).get(address).then().statusCode(404);
    given()
        .get("/reports/" + path + "/document/signature?format=doc&revision=1")
        .then()
        .statusCode(400);
  }

  @Test
  void nothing_is_published_unsigned_while_the_key_cannot_be_used() throws Exception {
    String path = submitted(43);
    byte[] usable = Files.readAllBytes(key);
    try {
      Files.writeString(key, "nothing");
      publish(path, 1).statusCode(503).body("detail", containsString("签名密钥"));
      given().get("/reports/" + path + "/publications").then().statusCode(404);
    } finally {
      Files.write(key, usable);
    }
    publish(path, 1).statusCode(201).body("state", equalTo("PUBLISHED"));
    given().get("/reports/" + path + "/document/signature?format=pdf").then().statusCode(200);
  }
}
