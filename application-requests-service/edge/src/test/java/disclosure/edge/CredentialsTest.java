package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CredentialsTest {

  private static final String INVALID = "Bearer error=\"invalid_token\"";

  @Test
  void who_shows_nothing_is_not_told_of_an_invalid_token() {
    assertThat(Credentials.of(null, "/applications").challenge()).isEqualTo("Bearer");
    assertThat(Credentials.of("Basic YTpi", "/applications").challenge()).isEqualTo("Bearer");
  }

  @Test
  void a_token_and_a_ticket_that_do_not_hold_are_told_apart() {
    Credentials token = Credentials.of("bearer a.b.c", "/live?ticket=x");
    Credentials ticket = Credentials.of(null, "/live?organ=1&ticket=x");
    assertThat(token.challenge()).isEqualTo(INVALID).isEqualTo(ticket.challenge());
    assertThat(detail(token)).contains("访问令牌无效或者已过期");
    assertThat(detail(ticket)).contains("票据").doesNotContain("令牌");
  }

  private static String detail(Credentials shown) {
    return shown.refusal().problem(Locale.CHINESE).detail();
  }
}
