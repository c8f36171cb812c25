package disclosure.requests.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The quota of a client, as it shows over HTTP. */
@Tag("slow")
@QuarkusTest
@TestProfile(RateLimitIT.Narrow.class)
class RateLimitIT {

  /** Few requests, so that a test can use them up. */
  public static class Narrow implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("rate-limit.per-second", "1", "rate-limit.burst", "5");
    }
  }

  @Test
  void beyond_its_burst_a_client_is_told_when_to_come_back_and_others_are_served() {
    List<Response> answers = Stream.generate(() -> get(TestClient.RECORDER)).limit(20).toList();
    assertThat(answers.subList(0, 5)).allMatch(answer -> answer.statusCode() == 200);
    Response refused =
        answers.stream().filter(answer -> answer.statusCode() == 429).findFirst().orElseThrow();
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.<Integer>path("status")).isEqualTo(429);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/too-many-requests");
    assertThat(refused.<String>path("title")).matches(".*\\p{IsHan}.*");
    int seconds = Integer.parseInt(refused.header("Retry-After"));
    assertThat(seconds).isBetween(1, 5);
    assertThat(get(TestClient.COUNTY_RECORDER).statusCode()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(seconds + 5L))
        .pollInterval(Duration.ofMillis(1_100))
        .until(() -> get(TestClient.RECORDER).statusCode() == 200);
  }

  @Test
  void a_post_is_counted_too_and_refused_before_it_is_read() {
    List<Response> answers =
        Stream.generate(
                () ->
                    given()
                        .auth()
                        .oauth2(TestClient.OFFICE_RECORDER.token())
                        .contentType("application/json")
                        .body("{")
                        .post("/applications"))
            .limit(20)
            .toList();
    assertThat(answers.subList(0, 5)).allMatch(answer -> answer.statusCode() == 400);
    assertThat(answers).anyMatch(answer -> answer.statusCode() == 429);
  }

  private static Response get(TestClient client) {
    return given().auth().oauth2(client.token()).get("/applications");
  }
}
