package disclosure.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Loads the sample, waits until it is counted, assembles its report, and compares every cell with
 * the published one. Sent again, it changes nothing.
 */
public final class LinxianSample {

  private static final String GOVERNMENT = "11141124012345698T";
  private static final String OFFICE = "111411240123456713";
  private static final int YEAR = 2024;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final StackAddress stack;
  private final Api api;
  private final Path output;
  private final Consumer<String> progress;
  private final Consumer<String> results;

  /**
   * A sample for one stack.
   *
   * @param output where the documents are written
   * @param progress is told what is being done
   * @param results gets the tables and paths
   */
  public LinxianSample(
      StackAddress stack, Path output, Consumer<String> progress, Consumer<String> results) {
    this.stack = stack;
    this.api = new Api(stack);
    this.output = output;
    this.progress = progress;
    this.results = results;
  }

  /**
   * Runs the whole of it.
   *
   * @throws SampleFailed when a cell differs from the published report, or a service refuses
   */
  public void run() throws IOException, InterruptedException {
    progress.accept(
        "loading the sample: 27 applications of 临县人民政府办公室, with made-up dates and subjects");
    organ(GOVERNMENT, "临县人民政府", "GOVERNMENT", Optional.empty());
    organ(OFFICE, "临县人民政府办公室", "DEPARTMENT", Optional.of(GOVERNMENT));
    load();
    Cells matrix = awaitCounts();
    draft();
    List<Path> documents = documents();
    results.accept("");
    results.accept(TerminalTable.of(matrix));
    results.accept("");
    documents.forEach(document -> results.accept(document.toString()));
    List<String> differences = matrix.differences(published());
    if (!differences.isEmpty()) {
      throw new SampleFailed(
          "The counts differ from the published report:\n  " + String.join("\n  ", differences));
    }
    results.accept("25 × 7 cells equal the published report");
  }

  private void organ(String code, String name, String kind, Optional<String> parent)
      throws IOException, InterruptedException {
    var organ = Api.MAPPER.createObjectNode().put("name", name).put("kind", kind);
    parent.ifPresent(above -> organ.put("parentOrganCode", above));
    Api.expect(
        api.put(
            "administrator",
            stack.requests() + "/organs/" + code,
            Api.MAPPER.writeValueAsBytes(organ),
            Map.of()),
        200,
        201);
  }

  private void load() throws IOException, InterruptedException {
    byte[] answers =
        Api.expect(
            api.post(
                "recorder",
                stack.requests() + "/applications/batch",
                "application/x-ndjson",
                resource("applications.ndjson")),
            200);
    int created = 0;
    int known = 0;
    for (String line : new String(answers, StandardCharsets.UTF_8).split("\n")) {
      int status = Api.MAPPER.readTree(line).get("status").intValue();
      if (status == 201) {
        created++;
      } else if (status == 200) {
        known++;
      } else {
        throw new SampleFailed("The register refused a line of the sample: " + line);
      }
    }
    progress.accept(
        created == 0
            ? String.format(
                Locale.ROOT, "all %d applications were known already: nothing changed", known)
            : String.format(
                Locale.ROOT, "%d applications logged, %d known already", created, known));
  }

  /** The counts are live: they have caught up when they equal the register's own recount. */
  private Cells awaitCounts() throws IOException, InterruptedException {
    String question = "?organ=" + OFFICE + "&year=" + YEAR;
    Cells register =
        Cells.ofAnswer(
            json(Api.expect(api.get("analyst", stack.requests() + "/tally" + question), 200)));
    progress.accept("waiting until the statistics have counted what the register holds");
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (System.nanoTime() < deadline) {
      HttpResponse<byte[]> answer = api.get("analyst", stack.statistics() + "/matrix" + question);
      // Until the organ's own event has arrived, the statistics don't know it.
      if (answer.statusCode() != 404) {
        Cells counts = Cells.ofAnswer(json(Api.expect(answer, 200)));
        if (counts.equals(register)) {
          return counts;
        }
      }
      Thread.sleep(100);
    }
    throw new SampleFailed(
        String.format(
            Locale.ROOT,
            "The statistics did not catch up with the register within %d s.",
            TIMEOUT.toSeconds()));
  }

  private void draft() throws IOException, InterruptedException {
    String url = stack.report() + "/reports/" + OFFICE + "/" + YEAR;
    HttpResponse<byte[]> present = api.get("editor", url + "?revision=draft");
    Map<String, String> condition =
        present
            .headers()
            .firstValue("ETag")
            .filter(tag -> present.statusCode() == 200)
            .map(tag -> Map.of("If-Match", tag))
            .orElse(Map.of());
    Api.expect(api.put("editor", url, resource("report.json"), condition), 200, 201);
    progress.accept("the report is drafted; writing its documents");
  }

  private List<Path> documents() throws IOException, InterruptedException {
    Files.createDirectories(output);
    List<Path> documents = new ArrayList<>();
    for (String format : List.of("html", "docx", "pdf")) {
      Path document = output.resolve("临县人民政府办公室2024年政府信息公开工作年度报告." + format);
      Files.write(
          document,
          Api.expect(
              api.get(
                  "editor",
                  stack.report()
                      + "/reports/"
                      + OFFICE
                      + "/"
                      + YEAR
                      + "/document?format="
                      + format),
              200));
      documents.add(document);
    }
    return documents;
  }

  private static Cells published() throws IOException {
    return Cells.ofPublished(json(resource("published-figures.json")));
  }

  private static JsonNode json(byte[] bytes) throws IOException {
    return Api.MAPPER.readTree(bytes);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream resource = LinxianSample.class.getResourceAsStream(name)) {
      return resource.readAllBytes();
    }
  }
}
