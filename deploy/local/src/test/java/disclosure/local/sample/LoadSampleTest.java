package disclosure.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadSampleTest {

  private static final Map<String, String> PLACES =
      Map.of(
          "REQUESTS_URL", "https://gk.example.gov.cn:8441",
          "STATISTICS_URL", "https://gk.example.gov.cn:8442",
          "REPORT_URL", "https://gk.example.gov.cn:8443",
          "TOKEN_ENDPOINT", "https://gk.example.gov.cn/token",
          "RECORDER_CLIENT_SECRET", "secret");

  @Test
  void the_stack_is_where_the_environment_says() {
    StackAddress address = LoadSample.address(PLACES);

    assertThat(address.requests()).isEqualTo("https://gk.example.gov.cn:8441");
    assertThat(address.tokenEndpoint()).isEqualTo("https://gk.example.gov.cn/token");
    assertThat(address.client().apply("recorder").id()).isEqualTo("recorder");
    assertThat(address.client().apply("recorder").secret()).isEqualTo("secret");
  }

  @Test
  void what_is_missing_is_named() {
    assertThatThrownBy(() -> LoadSample.address(Map.of("REQUESTS_URL", "http://localhost")))
        .hasMessage("STATISTICS_URL is not set");
    assertThatThrownBy(() -> LoadSample.address(PLACES).client().apply("editor"))
        .hasMessage("EDITOR_CLIENT_SECRET is not set");
  }
}
