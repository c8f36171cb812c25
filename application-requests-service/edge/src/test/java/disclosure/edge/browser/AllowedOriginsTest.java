package disclosure.edge.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

  @Test
  void what_is_not_named_is_not_allowed() {
    AllowedOrigins origins =
        AllowedOrigins.of(List.of("https://a.example", "http://127.0.0.1:8090"));
    assertThat(origins.allows("https://a.example")).isTrue();
    assertThat(origins.allows("http://127.0.0.1:8090")).isTrue();
    assertThat(origins.allows("http://a.example")).isFalse();
    assertThat(origins.allows("https://a.example:8443")).isFalse();
    assertThat(AllowedOrigins.of(List.of()).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "/.*/",
        "a.example",
        "https://",
        "https://*.a.example",
        "https://a.example/",
        "https://a.example/board",
        "https://a.example:443",
        "https://A.example",
        "https://user@a.example",
        "ftp://a.example",
        "file:///a"
      })
  void what_no_browser_would_say_of_one_page_alone_is_no_origin(String text) {
    assertThatThrownBy(() -> AllowedOrigins.of(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CORS_ORIGINS");
  }
}
