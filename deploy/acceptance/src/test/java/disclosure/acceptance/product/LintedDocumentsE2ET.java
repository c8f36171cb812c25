package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the services say at {@code /openapi}, looked over by the linter that many use. */
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class LintedDocumentsE2ET {

  private static final String LINTER = "@redocly/cli@2.77.0";
  private static final Path RULES =
      Checkout.ROOT.resolve("deploy/acceptance/src/test/resources/redocly.yaml");
  private static final Map<String, String> QUIET =
      Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");

  private Path folder;

  @BeforeEach
  void makeFolder() {
    folder = Checkout.folder("linted");
  }

  @AfterEach
  void delete() {
    Checkout.delete(folder);
  }

  @Test
  void the_documents_have_nothing_that_the_usual_rules_find(SampleStack sample) throws Exception {
    Assumptions.assumeTrue(
        Command.run(folder, QUIET, "npx", "--yes", LINTER, "--version").status() == 0,
        "there is no Node.js here that can run the linter");
    List<String> command =
        new ArrayList<>(
            List.of("npx", "--yes", LINTER, "lint", "--format=json", "--config=" + RULES));
    for (String service : List.of("requests", "statistics", "report")) {
      Path document = folder.resolve(service + ".json");
      Files.write(document, sample.launch().client().document(service));
      command.add(document.toString());
    }
    Command.Ran ran = Command.run(folder, QUIET, command.toArray(String[]::new));
    JsonNode found =
        Client.parse(
            ran.output().substring(ran.output().indexOf('{'), ran.output().lastIndexOf('}') + 1));
    assertThat(found.get("problems")).as(found.toPrettyString()).isEmpty();
    assertThat(ran.status()).isZero();
  }
}
