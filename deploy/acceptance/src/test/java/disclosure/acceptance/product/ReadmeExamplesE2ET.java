package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.requests.contract.FormRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** The README's examples, pasted into a shell beside the running stack. */
@ExtendWith(SampleStack.Shared.class)
class ReadmeExamplesE2ET {

  private static final Pattern EXAMPLES =
      Pattern.compile("(?s)## Try the API\n.*?```bash\n(.*?)```");

  private Path folder;

  /** Stands for the top of a checkout, where the README wants its examples pasted. */
  @BeforeEach
  void checkout() {
    folder = Checkout.folder("readme");
  }

  @AfterEach
  void delete() {
    Checkout.delete(folder);
  }

  @Test
  void every_example_is_answered_as_the_readme_says(SampleStack sample) throws Exception {
    Path local = Files.createDirectories(folder.resolve("deploy/local"));
    Files.createSymbolicLink(local.resolve("data"), sample.launch().data());

    List<JsonNode> answers = paste(examples()).stream().map(Client::parse).toList();

    assertThat(answers).hasSize(11);
    JsonNode organ = answers.get(0);
    assertThat(organ.get("name").asText()).isEqualTo("示例县教育局");
    JsonNode received = answers.get(1);
    assertThat(received.get("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(received.get("dueOn").asText()).isEqualTo("2025-03-31");
    JsonNode concluded = answers.get(2);
    assertThat(concluded.get("id")).isEqualTo(received.get("id"));
    assertThat(concluded.get("outcome").asText()).isEqualTo("DISCLOSED");
    JsonNode clock = answers.get(3);
    assertThat(clock.get("dueOn")).isEqualTo(received.get("dueOn"));
    assertThat(answers.get(4).get("workingDays").intValue()).isEqualTo(248);
    // 国办函〔2020〕109号: 30 pages are free, then 10 yuan each up to 100 pages.
    assertThat(answers.get(5).get("amount").intValue()).isEqualTo((68 - 30) * 10);
    assertThat(answers.get(6).get("noticesIssued").intValue()).isZero();
    JsonNode problem = answers.get(7);
    assertThat(problem.get("status").intValue()).isEqualTo(400);
    assertThat(problem.get("errors").findValuesAsText("field")).contains("organCode");
    assertThat(problem.get("detail").asText()).matches("\\p{ASCII}+");
    JsonNode report = answers.get(8);
    assertThat(report.get("sections")).hasSize(6);
    Figures matrix = Figures.answered(answers.get(9));
    assertThat(matrix.total(FormRow.DISCLOSED)).isEqualTo(1);
    assertThat(matrix).isEqualTo(Figures.answered(answers.get(10)));
    assertThat(Files.readAllBytes(folder.resolve("report.pdf")))
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
  }

  private static String examples() throws IOException {
    Matcher block = EXAMPLES.matcher(Files.readString(Checkout.ROOT.resolve("README.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
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
      assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      shell.destroyForcibly();
    }
    return Files.readString(output).lines().filter(line -> !line.isBlank()).toList();
  }
}
