package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.acceptance.product.StoryOffice.Organ;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A year of a county as it really goes: recorded over HTTP in the order in which the offices learn
 * of it, looked at on thirty occasions, and counted on fingers beside. What was told then is told
 * for ever of that moment; in the end every organ publishes its report, and the county its sum.
 */
@Order(3)
@Tag("soak")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CountyStoryE2ET {

  private static final int MOMENTS = 30;
  private static final Predicate<String> ALL = organ -> true;

  private static final Story STORY = new Story();
  private static final StoryCount COUNTED = new StoryCount(Story.YEAR);
  private static final List<Moment> TOLD = new ArrayList<>();

  private static Launch launch;
  private static Client client;
  private static StoryOffice office;

  /** What was told at a moment: the tables of the county and of each organ. */
  private record Moment(Instant at, Map<String, Map<String, Long>> tables, long late) {}

  @BeforeAll
  static void theYearGoesBy() {
    launch = Launch.of(Checkout.folder("story")).up();
    client = launch.client();
    office = new StoryOffice(client);
    office.put(STORY.county(), "");
    STORY.organs().forEach(organ -> office.put(organ, ""));
    List<StoryFact> facts = STORY.facts();
    for (int moment = 1; moment <= MOMENTS; moment++) {
      int from = facts.size() * (moment - 1) / MOMENTS;
      for (StoryFact fact : facts.subList(from, facts.size() * moment / MOMENTS)) {
        fact.record(office);
        fact.count(COUNTED);
      }
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(tables("")).isEqualTo(counted()));
      Instant at = Instant.now();
      TOLD.add(new Moment(at, tables(""), late("")));
      assertThat(late("")).as("late by %s", at).isEqualTo(COUNTED.late(ALL));
    }
  }

  @AfterAll
  static void stop() {
    launch.close();
    Checkout.delete(launch.data());
  }

  @Test
  @Order(1)
  void the_register_recounts_the_same() {
    assertThat(
            cells(
                client.get(
                    "analyst", "requests", "/tally" + question(STORY.county()) + "&scope=SUBTREE")))
        .isEqualTo(COUNTED.tableThree(ALL));
    for (Organ organ : STORY.organs()) {
      assertThat(cells(client.get("analyst", "requests", "/tally" + question(organ))))
          .as(organ.name())
          .isEqualTo(COUNTED.tableThree(COUNTED.with(organ.code())));
    }
  }

  @Test
  @Order(2)
  void what_was_told_at_thirty_moments_is_told_of_them_for_ever() {
    assertThat(TOLD).hasSize(MOMENTS).doesNotHaveDuplicates();
    toldAsThen();
  }

  @Test
  @Order(3)
  void every_application_is_in_exactly_one_published_report() {
    List<Organ> reporting = new ArrayList<>(STORY.organs());
    reporting.remove(STORY.merged());
    reporting.remove(STORY.mergedButReporting());
    reporting.add(0, STORY.mergedButReporting());
    Map<String, Long> three = new TreeMap<>();
    Map<String, Long> four = new TreeMap<>();
    for (Organ organ : reporting) {
      publish(organ, "");
      JsonNode report = client.get("analyst", "report", report(organ, "?revision=1"));
      cells(report.at("/sections/2/matrix")).forEach((cell, n) -> three.merge(cell, n, Long::sum));
      groups(report.at("/sections/3/disputes"))
          .forEach((cell, n) -> four.merge(cell, n, Long::sum));
    }
    assertThat(three).isEqualTo(COUNTED.tableThree(ALL));
    assertThat(four).isEqualTo(COUNTED.tableFour(ALL));

    publish(STORY.county(), "?scope=REGION");
    JsonNode sum =
        client.get("analyst", "report", report(STORY.county(), "?scope=REGION&revision=1"));
    assertThat(cells(sum.at("/sections/2/matrix"))).isEqualTo(three);
    assertThat(groups(sum.at("/sections/3/disputes"))).isEqualTo(four);
    assertThat(sum.get("children").findValuesAsText("organ"))
        .containsExactlyInAnyOrderElementsOf(reporting.stream().map(Organ::code).toList());
    assertThat(tables("")).isEqualTo(counted());
  }

  /** What is found out later moves the live figures, and neither the report nor what was told. */
  @Test
  @Order(4)
  void what_is_corrected_afterwards_shows_as_drift_and_nowhere_else() {
    Organ organ = STORY.organs().get(0);
    JsonNode published = client.get("analyst", "report", report(organ, "?revision=1"));
    Map<String, Long> before = cells(published.at("/sections/2/matrix"));
    StoryFact found =
        new StoryFact.Received(
            "补登",
            LocalDate.of(Story.YEAR, 12, 30),
            "补登号",
            organ.code(),
            "NATURAL_PERSON",
            LocalDate.of(Story.YEAR, 12, 30));
    found.record(office);
    found.count(COUNTED);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(tables("")).isEqualTo(counted()));
    assertThat(
            cells(
                client
                    .get("analyst", "report", report(organ, "?revision=1"))
                    .at("/sections/2/matrix")))
        .isEqualTo(before);
    assertThat(client.get("editor", "report", report(organ, "/drift")).get("items")).isNotEmpty();
    toldAsThen();
  }

  private static void toldAsThen() {
    for (Moment moment : TOLD) {
      String then = "&knownAt=" + moment.at();
      assertThat(tables(then)).as("as known at %s", moment.at()).isEqualTo(moment.tables());
      assertThat(late(then)).as("late as known at %s", moment.at()).isEqualTo(moment.late());
    }
  }

  /** Tables three and four of the county and of each of its organs, as the statistics have them. */
  private static Map<String, Map<String, Long>> tables(String then) {
    Map<String, Map<String, Long>> tables = new TreeMap<>();
    String all = question(STORY.county()) + "&scope=SUBTREE" + then;
    tables.put("三", cells(client.get("analyst", "statistics", "/matrix" + all)));
    tables.put("四", groups(client.get("analyst", "statistics", "/disputes" + all)));
    for (Organ organ : STORY.organs()) {
      String own = question(organ) + then;
      tables.put("三 " + organ.name(), cells(client.get("analyst", "statistics", "/matrix" + own)));
      tables.put(
          "四 " + organ.name(), groups(client.get("analyst", "statistics", "/disputes" + own)));
    }
    return tables;
  }

  private static Map<String, Map<String, Long>> counted() {
    Map<String, Map<String, Long>> tables = new TreeMap<>();
    tables.put("三", COUNTED.tableThree(ALL));
    tables.put("四", COUNTED.tableFour(ALL));
    for (Organ organ : STORY.organs()) {
      tables.put("三 " + organ.name(), COUNTED.tableThree(COUNTED.with(organ.code())));
      tables.put("四 " + organ.name(), COUNTED.tableFour(COUNTED.with(organ.code())));
    }
    return tables;
  }

  private static long late(String then) {
    return client
        .get(
            "analyst",
            "statistics",
            "/timeliness" + question(STORY.county()) + "&scope=SUBTREE" + then)
        .at("/figures/all/late")
        .longValue();
  }

  private static String question(Organ organ) {
    return "?organ=" + organ.code() + "&year=" + Story.YEAR;
  }

  /** Table three without its noughts. */
  private static Map<String, Long> cells(JsonNode table) {
    Map<String, Long> cells = new TreeMap<>();
    for (JsonNode row : table.get("rows")) {
      String code = row.get("code").asText();
      row.get("counts")
          .properties()
          .forEach(cell -> put(cells, code + " " + cell.getKey(), cell.getValue()));
      put(cells, code + " total", row.get("total"));
    }
    return cells;
  }

  /** Table four without its noughts. */
  private static Map<String, Long> groups(JsonNode table) {
    Map<String, Long> cells = new TreeMap<>();
    for (JsonNode row : table.get("rows")) {
      for (String result : List.of("upheld", "corrected", "other", "pending", "total")) {
        put(cells, row.get("kind").asText() + " " + result, row.get(result));
      }
    }
    return cells;
  }

  private static void put(Map<String, Long> cells, String cell, JsonNode number) {
    if (number.longValue() != 0) {
      cells.put(cell, number.longValue());
    }
  }

  private static void publish(Organ organ, String scope) {
    ReportingOrgans.Organ writer =
        new ReportingOrgans.Organ(1, organ.code(), organ.name(), organ.kind(), organ.parent());
    Client.json(
        client.put(
            "editor",
            "report",
            report(organ, scope),
            writer.draft(Story.YEAR, scope.isEmpty()).toString()));
    JsonNode checks = client.get("editor", "report", report(organ, "/checks" + scope));
    for (JsonNode check : checks.get("obstacles")) {
      Client.json(
          client.put(
              "editor",
              "report",
              report(organ, "/reasons/" + check + scope),
              "{\"reason\": \"情况属实\"}"));
    }
    Client.json(
        client.post(
            "editor", "report", report(organ, "/submission" + scope), "", "If-Match", "\"1\""));
    Client.json(
        client.post(
            "publisher",
            "report",
            report(organ, "/publication" + scope),
            "{}",
            "If-Match",
            "\"1\""));
  }

  private static String report(Organ organ, String rest) {
    return "/reports/" + organ.code() + "/" + Story.YEAR + rest;
  }
}
