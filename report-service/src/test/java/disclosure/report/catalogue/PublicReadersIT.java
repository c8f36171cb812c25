package disclosure.report.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Readers who need no token, behind a proxy that is believed. */
@Tag("slow")
@QuarkusTest
@TestProfile(PublicReadersIT.BehindProxy.class)
class PublicReadersIT {

  /** Few requests, so that a test can use them up. */
  public static class BehindProxy implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "rate-limit.per-second",
          "1",
          "rate-limit.burst",
          "5",
          "edge.trusted-proxies",
          "127.0.0.0/8");
    }
  }

  @Test
  void one_reader_uses_up_no_other_ones_quota() {
    List<Integer> answers = Stream.generate(() -> get("198.51.100.4")).limit(20).toList();
    assertThat(answers.subList(0, 5)).containsOnly(200);
    assertThat(answers).contains(429);
    assertThat(get("198.51.100.5")).isEqualTo(200);
    // What stands before what the proxy says is the client's own word.
    List<Integer> forged =
        Stream.iterate(1, number -> number + 1)
            .map(number -> get("203.0.113." + number + ", 198.51.100.6"))
            .limit(20)
            .toList();
    assertThat(forged.subList(0, 5)).containsOnly(200);
    assertThat(forged).contains(429);
  }

  private static int get(String askedFrom) {
    return given().header("X-Forwarded-For", askedFrom).get("/reports?year=2024").statusCode();
  }
}
