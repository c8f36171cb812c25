package disclosure.report.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RequiredSettingsTest {

  @Test
  void a_setting_that_is_absent_or_blank_is_named() {
    assertThat(
            RequiredSettings.missing(
                name ->
                    switch (name) {
                      case "STATISTICS_URL" -> Optional.empty();
                      case "OIDC_CLIENT_SECRET" -> Optional.of(" ");
                      default -> Optional.of("value");
                    }))
        .containsExactly("OIDC_CLIENT_SECRET", "STATISTICS_URL");
    assertThat(RequiredSettings.sentence(List.of("STATISTICS_URL")).english())
        .isEqualTo("The service can't start: set the environment variables STATISTICS_URL.");
  }

  @Test
  void they_are_those_that_the_configuration_gives_no_default_for() throws IOException {
    Properties properties = new Properties();
    try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
      properties.load(file);
    }
    Pattern withoutDefault = Pattern.compile("\\$\\{([A-Z_]+)}");
    Set<String> referred =
        properties.values().stream()
            .flatMap(value -> withoutDefault.matcher(String.valueOf(value)).results())
            .map(reference -> reference.group(1))
            .collect(Collectors.toSet());
    assertThat(referred).containsExactlyInAnyOrderElementsOf(RequiredSettings.NAMES);
  }
}
