package disclosure.requests.search;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Refusal;
import disclosure.edge.testing.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PageTokenFuzzTest {

  private static final String TOKEN =
      new PageToken(Order.RECEIVED, LocalDate.of(2024, 3, 1), new UUID(1, 2)).token();

  private static final List<String> WORDS =
      List.of("9999-99-99", "-0000-01-01", "DUE ", " ", "=", "==", "-", "_", "+", "/", "A");

  /** What is changed is the text, or what it stands for. */
  private final Fuzz tokens =
      Fuzz.of(
          "page-token",
          List.of(TOKEN.getBytes(StandardCharsets.US_ASCII), Base64.getUrlDecoder().decode(TOKEN)),
          WORDS,
          Refusal.class,
          bytes -> {
            read(new String(bytes, StandardCharsets.UTF_8));
            read(Base64.getUrlEncoder().encodeToString(bytes));
          });

  @Test
  void some_tokens_are_read_or_refused() {
    tokens.tryFew(2_000);
  }

  @Test
  @Tag("soak")
  void tokens_are_read_or_refused() {
    assertThat(tokens.tryFor(Duration.ofSeconds(4))).isGreaterThan(1_000);
  }

  /** Whatever is read, is written so again. */
  private static void read(String token) {
    try {
      PageToken read = PageToken.of(Optional.of(token), Order.RECEIVED).orElseThrow();
      assertThat(PageToken.of(Optional.of(read.token()), Order.RECEIVED)).contains(read);
    } catch (Refusal refused) {
      assertThat(refused.getMessage()).isEqualTo("invalid-input");
    }
  }
}
