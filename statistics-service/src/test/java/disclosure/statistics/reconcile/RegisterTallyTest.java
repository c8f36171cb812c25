package disclosure.statistics.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import disclosure.edge.Refusal;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisterTallyTest {

  @Test
  void without_its_settings_the_register_is_not_asked_and_that_is_said() {
    RegisterTally register = register(Map.of("disclosure.register.url", "http://register"));
    assertThat(register.isConfigured()).isFalse();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(register::requireConfigured)
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(409);
              assertThat(refusal).hasMessage("register-not-configured");
              assertThat(refusal.problem(Locale.ENGLISH).detail()).contains("REQUESTS_URL");
            });
  }

  @Test
  void with_its_settings_it_is() {
    assertThat(
            register(
                    Map.of(
                        "disclosure.register.url",
                        "http://register",
                        "disclosure.register.client-id",
                        "statistics-service",
                        "disclosure.register.client-secret",
                        "secret"))
                .isConfigured())
        .isTrue();
  }

  private static RegisterTally register(Map<String, String> settings) {
    return new RegisterTally(settings(settings), null, "http://issuer", null);
  }

  static RegisterSettings settings(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(RegisterSettings.class)
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .withDefaultValue("disclosure.register.interval", "PT1H")
        .build()
        .getConfigMapping(RegisterSettings.class);
  }
}
