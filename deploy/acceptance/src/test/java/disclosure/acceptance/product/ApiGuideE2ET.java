package disclosure.acceptance.product;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.contract.FormRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The examples of the API guide, pasted into a shell beside the running stack. */
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class ApiGuideE2ET {

  private static final Pattern EXAMPLE = Pattern.compile("(?s)```bash\n(.*?)```");

  private Path folder;

  /** Stands for the top of a checkout, where the guide wants its examples pasted. */
  @BeforeEach
  void checkout() {
    folder = Checkout.folder("api-guide");
  }

  @AfterEach
  void delete() {
    Checkout.delete(folder);
  }

  @Test
  void every_example_is_answered_as_the_guide_says(SampleStack sample) throws Exception {
    Path local = Files.createDirectories(folder.resolve("deploy/local"));
    Files.createSymbolicLink(local.resolve("data"), sample.launch().data());

    List<JsonNode> answers = paste(examples()).stream().map(Client::parse).toList();

    assertThat(answers).hasSize(21);
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
    assertThat(answers.get(7).get("status").intValue()).isEqualTo(201);
    assertThat(answers.get(8).get("status").intValue()).isEqualTo(400);
    assertThat(answers.get(9).get("importable").intValue()).isEqualTo(1);
    assertThat(answers.get(9).at("/problems/0/column").asText()).isEqualTo("B");
    JsonNode problem = answers.get(10);
    assertThat(problem.get("status").intValue()).isEqualTo(400);
    assertThat(problem.get("errors").findValuesAsText("field")).contains("organCode");
    assertThat(problem.get("detail").asText()).matches("\\p{ASCII}+");
    assertThat(answers.get(11).get("items")).hasSize(1);
    assertThat(answers.get(11).get("next").asText()).startsWith("http");
    assertThat(answers.get(12).at("/items/0/sourceReference").asText()).isEqualTo("2025-001");
    JsonNode report = answers.get(15);
    assertThat(report.get("sections")).hasSize(6);
    assertThat(answers.get(16).get("findings").toString())
        .contains("国务院令第七十一号")
        .contains("政府信息公开处理费")
        .contains("没有写明信息处理费发出收费通知的件数");
    assertThat(answers.get(17).get("state").asText()).isEqualTo("SUBMITTED");
    assertThat(answers.get(18).get("state").asText()).isEqualTo("PUBLISHED");
    assertThat(answers.get(19).get("items").get(0).get("documents")).hasSize(8);
    assertThat(answers.get(20).get("status").intValue()).isIn(403, 404);
    pastedAgainTheyChangeNothing(answers);
    everyPublishedDocumentHoldsTheCells(sample.launch().client());
    theNextYearCarriesOneIn(sample.launch().client(), report);
    Figures matrix = Figures.answered(answers.get(13));
    assertThat(matrix.total(FormRow.DISCLOSED)).isEqualTo(1);
    assertThat(matrix).isEqualTo(Figures.answered(answers.get(14)));
    assertThat(Files.readAllBytes(folder.resolve("report.pdf")))
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    JsonNode examined = Client.parse(Files.readString(folder.resolve("examined.json")));
    assertThat(examined.at("/files/0/report/organName").asText()).isEqualTo("临县人民政府办公室");
    assertThat(Files.readAllBytes(folder.resolve("letter.docx")))
        .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
  }

  /** What was there is answered again; of the report, only what isn't published is published. */
  private void pastedAgainTheyChangeNothing(List<JsonNode> first) throws Exception {
    List<JsonNode> again = paste(examples()).stream().map(Client::parse).toList();

    assertThat(again).hasSize(first.size() - 2);
    for (int i : new int[] {0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 12}) {
      assertThat(lasting(again.get(i))).as("answer " + i).isEqualTo(lasting(first.get(i)));
    }
    assertThat(again.get(7).get("status").intValue()).isEqualTo(200);
    assertThat(again.get(7).get("id")).isEqualTo(first.get(7).get("id"));
    for (int i : new int[] {13, 14}) {
      assertThat(Figures.answered(again.get(i))).isEqualTo(Figures.answered(first.get(i)));
    }
    assertThat(again.get(15).get("state").asText()).isEqualTo("PUBLISHED");
    assertThat(again.get(16).has("findings")).as("%s", again.get(16)).isTrue();
    assertThat(again.get(17).get("items")).hasSize(1);
    assertThat(again.get(17).at("/items/0/publishedAt"))
        .isEqualTo(first.get(19).at("/items/0/publishedAt"));
    assertThat(again.get(18)).isEqualTo(first.get(20));
  }

  /** Without the moment of the answer. */
  private static JsonNode lasting(JsonNode answer) {
    return ((ObjectNode) answer.deepCopy()).remove(List.of("asOf"));
  }

  private void everyPublishedDocumentHoldsTheCells(Client client) throws IOException {
    Map<String, byte[]> documents = new TreeMap<>();
    for (String format : List.of("html", "docx", "pdf", "xlsx", "csv", "json")) {
      String path = "/reports/111411240123456713/2024/document?revision=1&format=" + format;
      documents.put(format, client.bytes("analyst", "report", path));
      Files.write(folder.resolve("published." + format), documents.get(format));
    }
    assertThat(
            Map.of(
                "html", Document.html(folder.resolve("published.html")).cells(),
                "docx", Document.docx(folder.resolve("published.docx")).cells(),
                "pdf", Document.pdf(folder.resolve("published.pdf")).cells(),
                "xlsx", TableFiles.xlsx(documents.get("xlsx")),
                "csv", TableFiles.csv(documents.get("csv")),
                "json", TableFiles.json(documents.get("json"))))
        .allSatisfy(
            (format, cells) ->
                assertThat(Figures.ofCells(cells)).isEqualTo(Figures.publishedOfLinxian()));
  }

  /** The published figures are those of the paper, and the draft of 2025 goes on from them. */
  private static void theNextYearCarriesOneIn(Client client, JsonNode draft) {
    String path = "/reports/111411240123456713/";
    JsonNode published = client.get("analyst", "report", path + "2024");
    assertThat(Figures.answered(published.at("/sections/2/matrix")))
        .isEqualTo(Figures.publishedOfLinxian());
    JsonNode listed =
        client.get("publisher", "report", path + "2024/publications/1/applications").get("items");
    assertThat(listed).hasSize(27);
    ObjectNode next = Client.JSON.createObjectNode();
    List.of("lead", "overview", "problems", "otherMatters").forEach(next::putArray);
    next.set("proactive", draft.at("/sections/1/proactive"));
    next.put("signedBy", "临县人民政府办公室");
    assertThat(client.put("editor", "report", path + "2025", next.toString()).statusCode())
        .isIn(200, 201);
    JsonNode report = client.get("analyst", "report", path + "2025");
    JsonNode carriedIn = report.at("/sections/2/matrix/rows/1");
    assertThat(carriedIn.at("/counts/NATURAL_PERSON").intValue()).isEqualTo(1);
    assertThat(carriedIn.at("/total").intValue()).isEqualTo(1);
    for (JsonNode check : report.get("checks")) {
      if (check.get("id").intValue() == 6) {
        assertThat(check.get("result").asText()).isEqualTo("HOLDS");
      }
    }
  }

  private static String examples() throws IOException {
    String page = Files.readString(Checkout.ROOT.resolve("deploy/docs/api.md"));
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
      assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      shell.destroyForcibly();
    }
    return Files.readString(output).lines().filter(line -> !line.isBlank()).toList();
  }
}
