package disclosure.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The command that starts compose for real, where that can't be done and as far as it can be read.
 */
class ComposeCheckTest {

  private static final String CHECK = "deploy/compose/check";
  private static final int NO_ENGINE = 77;
  private static final int SECONDS = 30;

  @Test
  void without_an_engine_it_says_so_in_one_sentence_and_ends_with_a_code_of_its_own()
      throws IOException, InterruptedException {
    ProcessBuilder command = new ProcessBuilder(Repository.path(CHECK).toString());
    command.environment().put("DOCKER_HOST", "unix:///nowhere/docker.sock");
    command.environment().remove("DOCKER_CONTEXT");
    Process process = command.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(NO_ENGINE);
    assertThat(said.lines()).hasSize(1);
    assertThat(said).contains("no container engine");
  }

  @Test
  void it_kills_everything_that_holds_or_counts_something_and_knows_the_ports() {
    String check = Repository.text(CHECK);
    String killed = Repository.only("^for service in (.* postgres); do$", check);
    String ports = Repository.only("^for port in ([0-9 ]+); do$", check);

    for (Service service : Service.values()) {
      assertThat(killed.split(" ")).contains(service.folder());
    }
    assertThat(killed.split(" ")).contains("keycloak", "kafka", "postgres", "gateway");
    Repository.matches(
            "(?:127\\.0\\.0\\.1|\\.env}):(\\d+):\\d+$",
            Repository.text("deploy/compose/compose.yaml"))
        .forEach(port -> assertThat(ports.split(" ")).contains(port.group(1)));
  }

  @Test
  void the_sample_goes_the_way_that_other_machines_have() {
    String check = Repository.text(CHECK);

    for (Service service : Service.values()) {
      assertThat(check)
          .contains(service.name() + "_URL=https://localhost:" + GatewayTest.apiPort(service));
    }
    assertThat(check).contains("TOKEN_ENDPOINT=https://localhost/realms/disclosure/");
  }

  @Test
  void there_is_a_stand_in_for_each_image_that_is_not_built() {
    assertThat(
            Repository.matches(
                    "^([A-Z]+_IMAGE)=localhost/stand-in/",
                    Repository.text("deploy/compose/stand-ins/images"))
                .map(match -> match.group(1)))
        .containsExactlyElementsOf(
            Repository.matches("^([A-Z]+_IMAGE)=", Repository.text("deploy/compose/.env.example"))
                .map(match -> match.group(1))
                .toList());
  }
}
