package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.acceptance.product.ReportingOrgans.Organ;
import disclosure.requests.contract.FormRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A city of twelve counties, one of them with sixty organs, in its own stack: every application is
 * logged, every report written, submitted and published, and the sums are made of what was frozen.
 */
@Order(2)
@Tag("soak")
@Tag("rounds")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CollectionE2ET {

  private static final int YEAR = 2023;
  private static final int EDITORS = 3;
  private static final List<String> FORMATS = List.of("html", "docx", "pdf", "ofd", "xlsx", "csv");

  private static final ReportingOrgans ORGANS = new ReportingOrgans(YEAR);
  private static Launch launch;

  @BeforeAll
  static void everyOrganPublishes() {
    launch = Launch.of(Checkout.folder("collection")).up();
    Client client = launch.client();
    ORGANS.register(client);
    sideBySide(
        ORGANS.all().stream().filter(organ -> !organ.isGovernment()).toList(),
        organ -> publish(client, organ, YEAR, ""));
  }

  @AfterAll
  static void stop() {
    launch.close();
    Checkout.delete(launch.data());
  }

  @Test
  @Order(1)
  void a_county_adds_up_its_sixty_organs() {
    Client client = launch.client();
    Organ county = ORGANS.county(1);
    List<Organ> organs = ORGANS.below(county);
    assertThat(organs).hasSize(60);
    JsonNode collection = client.get("editor", "report", path(county, "/collection?scope=REGION"));
    assertThat(collection.get("published").intValue()).isEqualTo(60);

    publish(client, county, YEAR, "?scope=REGION");

    assertThatTheSumIsOf(client, county, "REGION", organs, "OWN");
    List<Organ> departments =
        organs.stream().filter(organ -> organ.kind().equals("DEPARTMENT")).toList();
    publish(client, county, YEAR, "?scope=LEVEL");
    assertThatTheSumIsOf(client, county, "LEVEL", departments, "OWN");
  }

  @Test
  @Order(2)
  void a_city_adds_up_its_twelve_counties() {
    Client client = launch.client();
    Organ city = ORGANS.city();
    List<Organ> counties = ORGANS.below(city);
    assertThat(counties).hasSize(12);
    sideBySide(
        counties.subList(1, counties.size()),
        county -> publish(client, county, YEAR, "?scope=REGION"));

    publish(client, city, YEAR, "?scope=REGION");

    assertThatTheSumIsOf(client, city, "REGION", counties, "REGION");
  }

  /** The reports of the year before are drafts still, so each has to be drawn. */
  @Test
  @Order(3)
  void a_run_that_is_killed_in_the_middle_does_each_report_once() throws IOException {
    Client client = launch.client();
    List<Organ> written = ORGANS.below(ORGANS.county(1)).subList(0, 25);
    written.forEach(organ -> write(client, organ, YEAR - 1, ""));
    ObjectNode wanted = Client.JSON.createObjectNode();
    wanted.put("organCode", ORGANS.county(1).code()).put("year", YEAR - 1).put("kind", "DOCUMENTS");
    FORMATS.forEach(wanted.putArray("formats")::add);
    String run =
        "/runs/"
            + Client.json(client.post("publisher", "report", "/runs", wanted.toString()))
                .get("id")
                .asText();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> client.get("publisher", "report", run).get("done").intValue() >= 5);

    List<ProcessHandle> processes = launch.processes();
    processes.forEach(ProcessHandle::destroyForcibly);
    launch.leavesNothing(processes);
    launch = launch.again().up();
    Client after = launch.client();
    int goneOn = after.get("publisher", "report", run).get("done").intValue();
    await()
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> after.get("publisher", "report", run).get("state").asText().equals("FINISHED"));

    assertThat(goneOn).isLessThan(written.size());
    JsonNode end = after.get("publisher", "report", run);
    assertThat(end.get("done").intValue()).isEqualTo(written.size());
    assertThat(end.get("failed").intValue()).isEqualTo(61 - written.size());
    List<String> names = names(after.bytes("publisher", "report", run + "/archive"));
    assertThat(names).doesNotHaveDuplicates().hasSize(1 + written.size() * FORMATS.size());
    for (Organ organ : written) {
      assertThat(names.stream().filter(name -> name.startsWith(organ.code() + "/")))
          .hasSize(FORMATS.size());
    }
  }

  /** All 175 cells: of the children's frozen reports, of the statistics and of the register. */
  private static void assertThatTheSumIsOf(
      Client client, Organ organ, String scope, List<Organ> children, String childScope) {
    JsonNode published =
        client.get("analyst", "report", path(organ, "?scope=" + scope + "&revision=1"));
    Figures sum = Figures.answered(published.at("/sections/2/matrix"));
    assertThat(published.get("children").findValuesAsText("organ"))
        .containsExactlyInAnyOrderElementsOf(children.stream().map(Organ::code).toList());
    List<Figures> parts = new ArrayList<>();
    long licences = 0;
    for (Organ child : children) {
      JsonNode report =
          client.get("analyst", "report", path(child, "?scope=" + childScope + "&revision=1"));
      parts.add(Figures.answered(report.at("/sections/2/matrix")));
      licences += report.at("/sections/1/proactive/administrativeLicences").longValue();
    }
    assertThat(sum).isEqualTo(Figures.sum(parts));
    assertThat(published.at("/sections/1/proactive/administrativeLicences").longValue())
        .isEqualTo(licences)
        .isPositive();
    String question =
        "?organ="
            + organ.code()
            + "&year="
            + YEAR
            + "&scope="
            + (scope.equals("REGION") ? "SUBTREE" : scope);
    assertThat(Figures.answered(client.get("analyst", "statistics", "/matrix" + question)))
        .isEqualTo(sum);
    assertThat(recounted(client, children, childScope)).isEqualTo(sum);
    for (FormRow row : FormRow.values()) {
      JsonNode traced =
          client.get(
              "editor",
              "report",
              path(organ, "/publications/1/parts?scope=" + scope)
                  + "&figure=matrix."
                  + row.name()
                  + ".total");
      assertThat(
              traced.get("items").findValuesAsText("value").stream()
                  .mapToLong(Long::parseLong)
                  .sum())
          .isEqualTo(sum.total(row));
    }
    for (String what : List.of("/drift", "/difference")) {
      assertThat(client.get("editor", "report", path(organ, what + "?scope=" + scope)).get("items"))
          .isEmpty();
    }
  }

  /** By the register, organ by organ. */
  private static Figures recounted(Client client, List<Organ> organs, String scope) {
    return Figures.sum(
        organs.stream()
            .map(
                organ ->
                    Figures.answered(
                        client.get(
                            "analyst",
                            "requests",
                            "/tally?organ="
                                + organ.code()
                                + "&year="
                                + YEAR
                                + "&scope="
                                + (scope.equals("REGION") ? "SUBTREE" : scope))))
            .toList());
  }

  /** Several editors at once, each with an organ of its own. */
  private static void sideBySide(List<Organ> organs, Consumer<Organ> work) {
    ExecutorService editors = Executors.newFixedThreadPool(EDITORS);
    try {
      CompletableFuture.allOf(
              organs.stream()
                  .map(organ -> CompletableFuture.runAsync(() -> work.accept(organ), editors))
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      editors.shutdownNow();
    }
  }

  private static void publish(Client client, Organ organ, int year, String scope) {
    write(client, organ, year, scope);
    String path = "/reports/" + organ.code() + "/" + year;
    for (JsonNode check :
        client.get("editor", "report", path + "/checks" + scope).get("obstacles")) {
      String reason = "{\"reason\": \"台账由旧系统转入，环节不全\"}";
      Client.json(client.put("editor", "report", path + "/reasons/" + check + scope, reason));
    }
    Client.json(
        client.post("editor", "report", path + "/submission" + scope, "", "If-Match", "\"1\""));
    Client.json(
        client.post(
            "publisher", "report", path + "/publication" + scope, "{}", "If-Match", "\"1\""));
  }

  private static void write(Client client, Organ organ, int year, String scope) {
    String path = "/reports/" + organ.code() + "/" + year + scope;
    Client.json(
        client.put("editor", "report", path, organ.draft(year, scope.isEmpty()).toString()));
  }

  private static String path(Organ organ, String rest) {
    return "/reports/" + organ.code() + "/" + YEAR + rest;
  }

  private static List<String> names(byte[] archive) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }
}
