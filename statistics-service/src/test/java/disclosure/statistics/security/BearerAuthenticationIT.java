package disclosure.statistics.security;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A token that was verified a moment ago says nothing about any other one. */
@QuarkusTest
class BearerAuthenticationIT {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String UNKNOWN = TestOrgans.coded("11141124012348303");

  @Test
  void the_same_token_is_taken_again_and_one_that_was_altered_never() {
    String token = TestClient.ANALYST.token();
    assertAnswered(token, 404);
    assertAnswered(token, 404);

    int middle = token.lastIndexOf('.') + 10;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';
    String altered = token.substring(0, middle) + other + token.substring(middle + 1);

    assertAnswered(altered, 401);
    assertAnswered(altered, 401);
    assertAnswered(token + "x", 401);
    assertAnswered(token, 404);
  }

  @Test
  void each_token_stands_for_its_own_client() {
    assertAnswered(TestClient.ANALYST.token(), 404);
    assertAnswered(TestClient.NOBODY.token(), 403);
    assertAnswered(TestClient.ANALYST.token(), 404);
    given().get("/matrix?year=2024&organ=" + UNKNOWN).then().statusCode(401);
  }

  @Test
  void a_token_for_another_audience_is_not_taken() {
    assertAnswered(TestClient.ANALYST.tokenFor("another-service"), 401);
    assertAnswered(TestClient.ANALYST.tokenFor("disclosure"), 404);
  }

  @Test
  void a_token_that_nobody_signed_or_anybody_could_have_is_not_taken() throws Exception {
    String claims = TestClient.ANALYST.token().split("\\.")[1];
    assertAnswered(head("none") + "." + claims + ".", 401);
    String unsigned = head("HS256") + "." + claims;
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(TestClient.SECRET.getBytes(UTF_8), "HmacSHA256"));
    assertAnswered(
        unsigned + "." + BASE64.encodeToString(mac.doFinal(unsigned.getBytes(UTF_8))), 401);
  }

  private static String head(String algorithm) {
    String json = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }

  private static void assertAnswered(String token, int status) {
    given()
        .header("Authorization", "Bearer " + token)
        .get("/matrix?year=2024&organ=" + UNKNOWN)
        .then()
        .statusCode(status)
        .body("status", equalTo(status));
  }
}
