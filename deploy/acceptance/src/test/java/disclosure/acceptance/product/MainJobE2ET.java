package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What the README promises of {@code deploy/start --sample}. The first to use the stack: what its
 * logs hold is of the command alone.
 */
@Order(2)
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobE2ET {

  private static final String OFFICE = "111411240123456713";
  private static final String YEAR_2024 = "?organ=" + OFFICE + "&year=2024";
  private static final String TITLE = "2024年政府信息公开工作年度报告";

  @Test
  @Order(1)
  void the_matrix_is_printed_and_equals_the_published_report(SampleStack sample) {
    assertThat(Figures.printed(sample.launch().output())).isEqualTo(Figures.publishedOfLinxian());
    assertThat(sample.launch().output()).contains("\n25 × 7 cells equal the published report\n");
  }

  @Test
  @Order(1)
  void the_matrix_and_the_registers_own_recount_equal_the_published_report(SampleStack sample) {
    Client client = sample.launch().client();
    JsonNode matrix = client.get("analyst", "statistics", "/matrix" + YEAR_2024);
    JsonNode tally = client.get("analyst", "requests", "/tally" + YEAR_2024);

    assertThat(Figures.answered(matrix)).isEqualTo(Figures.publishedOfLinxian());
    assertThat(Figures.answered(tally)).isEqualTo(Figures.publishedOfLinxian());
  }

  @Test
  @Order(1)
  void three_documents_are_written_and_hold_every_cell(SampleStack sample) throws IOException {
    Map<String, Document> documents =
        Map.of(
            "html", Document.html(document(sample, "html")),
            "docx", Document.docx(document(sample, "docx")),
            "pdf", Document.pdf(document(sample, "pdf")));

    assertThat(documents)
        .allSatisfy(
            (format, document) -> {
              assertThat(document.text()).contains(TITLE).contains("独立用户访问总数651534个");
              assertThat(Figures.ofCells(document.cells())).isEqualTo(Figures.publishedOfLinxian());
            });
  }

  @Test
  @Order(1)
  void the_stack_file_names_the_services_and_a_client_for_each_role(SampleStack sample)
      throws IOException {
    Path file = sample.launch().data().resolve("stack.json");
    JsonNode stack = Client.JSON.readTree(file.toFile());

    assertThat(Map.of("requests", 8081, "statistics", 8082, "report", 8083))
        .allSatisfy(
            (name, port) ->
                assertThat(stack.get(name).asText())
                    .isEqualTo("http://127.0.0.1:" + sample.launch().port(port)));
    assertThat(stack.get("tokenEndpoint").asText()).startsWith("http://");
    for (String role : List.of("recorder", "analyst", "editor", "publisher", "administrator")) {
      assertThat(stack.get("clients").get(role).get("id").asText()).isNotEmpty();
      assertThat(stack.get("clients").get(role).get("secret").asText()).isNotEmpty();
    }
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  @Order(2)
  void it_ends_with_sigterm_and_leaves_nothing_and_run_again_it_changes_nothing(
      SampleStack sample) {
    Launch first = sample.launch();
    Map<String, String> before = everything(first);
    List<ProcessHandle> processes = first.processes();

    assertThat(first.terminate()).isZero();
    first.leavesNothing(processes);
    assertThat(first.data().resolve("stack.json")).doesNotExist();
    List<String> logged = first.logged();
    // The other classes need the stack, whatever is found here.
    Launch second = sample.again();
    // On a machine that is busy with other work the services may be up before the issuer is.
    assertThat(logged)
        .filteredOn(line -> !line.contains("OIDC server is not available"))
        .noneMatch(line -> line.matches(".* (WARN|ERROR) .*"));
    assertThat(logged).noneMatch(line -> line.startsWith("+--"));
    assertThat(first.data().resolve("logs/statistics-service.1.log"))
        .content()
        .contains("statistics-service stopped");

    assertThat(second.output()).contains("\n25 × 7 cells equal the published report\n");
    assertThat(everything(second)).isEqualTo(before);
    System.out.printf("A second start was ready after %.1f s.%n", second.secondsToReady());
  }

  /** Applications with their versions, the draft, and the number of events on each topic. */
  private static Map<String, String> everything(Launch launch) {
    Map<String, String> state = new TreeMap<>();
    Client client = launch.client();
    for (String id : SampleLines.send(client)) {
      state.put(id, client.get("recorder", "requests", "/applications/" + id).toString());
    }
    JsonNode report = client.get("analyst", "report", "/reports/" + OFFICE + "/2024");
    state.put("report", report.get("version").toString());
    state.putAll(Events.ends("127.0.0.1:" + launch.port(19092)));
    return state;
  }

  private static Path document(SampleStack sample, String format) {
    String name = "临县人民政府办公室" + TITLE + "." + format;
    Path file = sample.launch().data().resolve("reports").resolve(name);
    assertThat(sample.launch().output()).contains(file.toString());
    return file;
  }
}
