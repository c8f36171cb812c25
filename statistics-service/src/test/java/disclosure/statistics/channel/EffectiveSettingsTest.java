package disclosure.statistics.channel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting under which events would be skipped stops the start. */
class EffectiveSettingsTest {

  private static final Map<String, String> RIGHT =
      Map.of(
          "auto.offset.reset", "earliest",
          "enable.auto.commit", "false",
          "commit-strategy", "ignore",
          "failure-strategy", "fail");

  @Test
  void the_right_settings_start() {
    assertThatCode(() -> EffectiveSettings.check(config(RIGHT))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "auto.offset.reset, latest",
    "enable.auto.commit, true",
    "commit-strategy, latest",
    "commit-strategy, checkpoint",
    "failure-strategy, ignore",
    "failure-strategy, dead-letter-queue"
  })
  void a_wrong_setting_is_named(String setting, String value) {
    Map<String, String> wrong = new HashMap<>(RIGHT);
    wrong.put(setting, value);

    assertThatThrownBy(() -> EffectiveSettings.check(config(wrong)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(setting)
        .hasMessageContaining(value);
  }

  @Test
  void a_missing_setting_is_named() {
    Map<String, String> missing = new HashMap<>(RIGHT);
    missing.remove("auto.offset.reset");

    assertThatThrownBy(() -> EffectiveSettings.check(config(missing)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("auto.offset.reset");
  }

  private static SmallRyeConfig config(Map<String, String> settings) {
    Map<String, String> properties = new HashMap<>();
    settings.forEach(
        (name, value) -> properties.put("mp.messaging.incoming.register." + name, value));
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build();
  }
}
