package disclosure.edge.testing;

import static io.restassured.RestAssured.given;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Arrays;
import org.eclipse.microprofile.config.ConfigProvider;

/** The port at which a service says how it is. */
public final class Management {

  private static final int TIMEOUT_MILLIS = 1_500;

  private Management() {}

  /** Where it is, as the running test knows it. */
  public static URI url() {
    return ConfigProvider.getConfig().getValue("test.management.url", URI.class);
  }

  /** What it answers, which must be soon. */
  public static Response get(String path) {
    return given()
        .config(
            RestAssuredConfig.config()
                .httpClient(
                    HttpClientConfig.httpClientConfig()
                        .setParam("http.socket.timeout", TIMEOUT_MILLIS)))
        .get(url().resolve(path));
  }

  /** The sum of a metric's values, over all lines that begin so and have the parts. */
  public static double metric(String start, String... parts) {
    return get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(start))
        .filter(line -> Arrays.stream(parts).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
