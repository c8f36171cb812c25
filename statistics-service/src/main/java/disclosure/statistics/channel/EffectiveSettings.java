package disclosure.statistics.channel;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Refuses to start with consumer settings under which events would be skipped. */
@ApplicationScoped
class EffectiveSettings {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "auto.offset.reset", "earliest",
          "enable.auto.commit", "false",
          "commit-strategy", "ignore",
          "failure-strategy", "fail");

  private final Config config;

  EffectiveSettings(Config config) {
    this.config = config;
  }

  void check(@Observes @Priority(1) StartupEvent start) {
    check(config);
  }

  static void check(Config config) {
    REQUIRED.forEach(
        (setting, value) -> {
          String key = "mp.messaging.incoming." + RegisterChannel.NAME + "." + setting;
          String effective = config.getOptionalValue(key, String.class).orElse("not set");
          if (!effective.equals(value)) {
            throw new IllegalStateException(
                String.format(
                    Locale.ROOT,
                    "%s must be %s, but is %s: events would be skipped",
                    key,
                    value,
                    effective));
          }
        });
  }
}
