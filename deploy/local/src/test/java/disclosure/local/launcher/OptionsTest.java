package disclosure.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void services_can_be_left_out_one_by_one() {
    assertThat(parse("--without", "requests", "--without", "report").without())
        .containsExactly(Service.REQUESTS, Service.REPORT);
    assertThat(parse().without()).isEmpty();
  }

  @Test
  void a_service_that_there_is_not_is_refused() {
    assertThatThrownBy(() -> parse("--without", "kafka"))
        .isInstanceOf(CannotStart.class)
        .hasMessage("--without must be one of requests, statistics, report.");
  }

  @Test
  void the_sample_needs_all_of_them() {
    assertThatThrownBy(() -> parse("--sample", "--without", "report"))
        .isInstanceOf(CannotStart.class)
        .hasMessage("--sample needs all three services, so it can't go with --without.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1996", "2000"})
  void no_browser_opens_all_pages_with_some_offsets(String offset) {
    assertThatThrownBy(() -> parse("--port-offset", offset))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("Browsers refuse to open port 10080");
    assertThat(parse("--port-offset", offset + "0").portOffset()).isPositive();
  }

  private static Options parse(String... arguments) {
    return Options.parse(arguments, Path.of("/"));
  }
}
