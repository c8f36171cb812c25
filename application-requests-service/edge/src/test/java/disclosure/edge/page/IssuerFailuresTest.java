package disclosure.edge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.AuthenticationFailedException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The framework says that somebody isn't known, and only by its cause whose fault that is. */
class IssuerFailuresTest {

  @Test
  void an_issuer_that_can_not_be_reached_has_refused_nobody() {
    assertThat(IssuerFailures.isBehind(failed(new ConnectException("refused")))).isTrue();
    assertThat(IssuerFailures.isBehind(failed(new TimeoutException()))).isTrue();
    assertThat(IssuerFailures.isBehind(failed(new IllegalStateException(new ConnectException()))))
        .isTrue();
  }

  @Test
  void what_is_refused_or_can_not_be_read_is_no_outage() {
    assertThat(IssuerFailures.isBehind(new AuthenticationFailedException())).isFalse();
    assertThat(IssuerFailures.isBehind(failed(new IllegalArgumentException("no token")))).isFalse();
  }

  private static AuthenticationFailedException failed(Throwable cause) {
    return new AuthenticationFailedException(cause);
  }
}
