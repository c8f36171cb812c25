package disclosure.requests.subscription.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final byte[] SECRET =
      Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  /** The example of Standard Webhooks; OpenSSL says the same. */
  private static final String EXAMPLE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void it_is_that_of_standard_webhooks() {
    assertThat(of(List.of(SECRET))).isEqualTo(EXAMPLE);
  }

  @Test
  void two_secrets_make_two_signatures() {
    assertThat(of(List.of("another".getBytes(UTF_8), SECRET)).split(" "))
        .hasSize(2)
        .contains(EXAMPLE);
  }

  private static String of(List<byte[]> secrets) {
    return Signature.of(
        secrets,
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1_614_265_330,
        "{\"test\": 2432232314}".getBytes(UTF_8));
  }
}
