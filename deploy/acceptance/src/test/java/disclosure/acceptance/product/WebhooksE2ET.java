package disclosure.acceptance.product;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.local.server.FreePort;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The receiver of the webhooks' page, pasted into a shell beside the running stack. */
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class WebhooksE2ET {

  private static final Pattern EXAMPLE = Pattern.compile("(?s)```bash\n(.*?)```");
  private static final String TAKEN = "signed rightly: ";

  private Path folder;

  /** Stands for the top of a checkout, where the guide wants its examples pasted. */
  @BeforeEach
  void checkout() {
    folder = Checkout.folder("webhooks");
  }

  @AfterEach
  void delete() {
    Checkout.delete(folder);
  }

  @Test
  void a_receiver_beside_the_local_stack_gets_signed_events_however_often_it_is_pasted(
      SampleStack sample) throws Exception {
    Path local = Files.createDirectories(folder.resolve("deploy/local"));
    Files.createSymbolicLink(local.resolve("data"), sample.launch().data());
    String port = Integer.toString(FreePort.any());

    String example = examples().replace("8099", port);
    List<String> lines = paste(functions() + example + example);

    List<JsonNode> taken =
        lines.stream()
            .filter(line -> line.startsWith(TAKEN))
            .map(line -> Client.parse(line.substring(TAKEN.length())))
            .toList();
    assertThat(lines).noneMatch(line -> line.startsWith("refused"));
    assertThat(taken)
        .extracting(event -> event.get("type").asText())
        .as("pasted twice")
        .containsExactlyInAnyOrder(
            "disclosure.subscription.ping.v1",
            "disclosure.application.state.v1",
            "disclosure.subscription.ping.v1",
            "disclosure.application.state.v1");
    assertThat(taken)
        .filteredOn(event -> event.get("type").asText().contains("application"))
        .allSatisfy(
            event -> {
              assertThat(event.at("/data/organCode").asText()).isEqualTo("11141124000000099J");
              assertThat(event.at("/data/receivedOn").asText()).isEqualTo("2025-03-03");
            });
    assertThat(lines).anyMatch(line -> line.contains("\"taken\":true"));
  }

  @Test
  void only_receivers_on_this_machine_are_allowed_beside_the_local_stack(SampleStack sample) {
    for (String address :
        List.of("http://cases.example.gov.cn/events", "https://cases.example.gov.cn/events")) {
      assertThat(
              sample
                  .launch()
                  .client()
                  .post(
                      "recorder", "requests", "/subscriptions", "{\"address\":\"" + address + "\"}")
                  .statusCode())
          .isEqualTo(422);
    }
  }

  @Test
  void the_stack_tells_where_its_broker_is(SampleStack sample) throws IOException {
    String[] broker = sample.launch().client().address("kafka").split(":", 2);
    try (Socket connection = new Socket(broker[0], Integer.parseInt(broker[1]))) {
      assertThat(connection.isConnected()).isTrue();
    }
  }

  /** Those that all pages stand on: the first example of the API guide. */
  private static String functions() throws IOException {
    Matcher first = EXAMPLE.matcher(Files.readString(Checkout.ROOT.resolve("deploy/docs/api.md")));
    assertThat(first.find()).isTrue();
    return first.group(1);
  }

  private static String examples() throws IOException {
    String page = Files.readString(Checkout.ROOT.resolve("deploy/docs/webhooks.md"));
    return EXAMPLE.matcher(page).results().map(example -> example.group(1)).collect(joining());
  }

  private List<String> paste(String examples) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process shell =
        new ProcessBuilder("bash")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try (var keyboard = shell.outputWriter()) {
      keyboard.write(examples);
    }
    try {
      assertThat(shell.waitFor(2, TimeUnit.MINUTES)).as(Files.readString(output)).isTrue();
    } finally {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
    }
    return Files.readString(output).lines().filter(line -> !line.isBlank()).toList();
  }
}
