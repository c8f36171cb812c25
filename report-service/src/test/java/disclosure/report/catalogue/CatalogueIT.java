package disclosure.report.catalogue;

import static disclosure.report.TestReleases.sound;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import disclosure.report.Absence;
import disclosure.report.TestCounties;
import disclosure.report.TestDrafts;
import disclosure.report.TestReleases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Of four organs of a county one has published, one has corrected, one has written, and one has
 * published on two years.
 */
@QuarkusTest
class CatalogueIT {

  private static final int YEAR = 2025;
  private static final TestCounties.Organ PUBLISHED = organ(30);
  private static final TestCounties.Organ CORRECTED = organ(31);
  private static final TestCounties.Organ WRITTEN = organ(32);
  private static final TestCounties.Organ ON_TWO_YEARS = organ(36);
  private static final String OF_THE_YEAR = "/reports?year=" + YEAR;
  private static final String BELOW = OF_THE_YEAR + "&parent=" + TestCounties.COUNTY;

  @BeforeEach
  void there_are_reports() {
    if (!listed("/reports?organ=" + CORRECTED.code()).getList("items").isEmpty()) {
      return;
    }
    publish(PUBLISHED, YEAR);
    publish(CORRECTED, YEAR);
    ObjectNode other = sound(CORRECTED.name(), YEAR);
    other.putArray("overview").add("本年政府信息公开工作平稳。");
    TestDrafts.put(TestClient.EDITOR, CORRECTED.code(), YEAR, other, "\"1\"").statusCode(200);
    TestReleases.submit(CORRECTED.code() + "/" + YEAR, 2).statusCode(200);
    TestReleases.correct(CORRECTED.code() + "/" + YEAR, 2, "改正文字").statusCode(201);
    TestDrafts.put(TestClient.EDITOR, WRITTEN.code(), YEAR, sound(WRITTEN.name(), YEAR));
    // The later one first: what the earlier one carries out is nothing to it.
    publish(ON_TWO_YEARS, YEAR);
    publish(ON_TWO_YEARS, YEAR - 1);
  }

  @Test
  void everybody_reads_what_is_published_below_an_organ() throws Exception {
    JsonPath page = listed(BELOW);
    assertThat(page.getList("items.organCode", String.class))
        .contains(PUBLISHED.code(), CORRECTED.code())
        .doesNotContain(WRITTEN.code(), TestCounties.COUNTY);
    Map<String, Object> entry = entry(page, PUBLISHED);
    assertThat(entry)
        .containsEntry("indexNumber", PUBLISHED.code() + "/2025-NB")
        .containsEntry("name", PUBLISHED.name() + "2025年政府信息公开工作年度报告")
        .containsEntry("publisher", PUBLISHED.name())
        .containsEntry("category", "政府信息公开年报")
        .containsEntry("writtenOn", "2026-01-20")
        .containsEntry("revision", 1)
        .doesNotContainKey("correctedAt");
    assertThat((String) entry.get("summary")).startsWith("根据《政府信息公开条例》");
    Map<String, Object> corrected = entry(page, CORRECTED);
    assertThat(corrected).containsEntry("revision", 2);
    assertThat(corrected.toString()).doesNotContain("改正文字").doesNotContain("editor");
    assertThat((String) corrected.get("correctedAt"))
        .isGreaterThan((String) corrected.get("publishedAt"));
    List<Map<String, Object>> documents = documents(entry);
    assertThat(documents).hasSize(8);
    for (Map<String, Object> document : documents) {
      Response answer = given().urlEncodingEnabled(false).get((String) document.get("document"));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(((Map<?, ?>) document.get("digests")).get("sha256"))
          .isEqualTo(
              HexFormat.of()
                  .formatHex(MessageDigest.getInstance("SHA-256").digest(answer.asByteArray())));
    }
    given().get((String) entry.get("report")).then().statusCode(200);
  }

  @Test
  void pages_follow_one_another_without_a_gap() {
    for (String list : List.of(OF_THE_YEAR, BELOW)) {
      List<String> all = listed(list + "&limit=100").getList("items.indexNumber");
      List<String> paged = new ArrayList<>();
      String next = list + "&limit=1";
      while (next != null) {
        JsonPath page = listed(next);
        assertThat(page.getList("items")).as(next).hasSize(1);
        paged.addAll(page.getList("items.indexNumber"));
        next = page.getString("next");
      }
      assertThat(paged).as(list).isEqualTo(all).doesNotHaveDuplicates();
      assertThat(paged.size()).as(list).isGreaterThan(1);
    }
  }

  @Test
  void what_is_published_is_listed_while_the_other_services_are_away() {
    Absence.begin(Absence.Of.REGISTER, Absence.How.REFUSING);
    Absence.begin(Absence.Of.STATISTICS, Absence.How.REFUSING);
    try {
      assertThat(listed(OF_THE_YEAR).getList("items.organCode")).contains(PUBLISHED.code());
      given().get(BELOW).then().statusCode(503);
    } finally {
      Absence.endAll();
    }
  }

  @Test
  void while_the_register_is_silent_few_wait_for_it() {
    Absence.begin(Absence.Of.REGISTER, Absence.How.SILENT);
    try {
      long begin = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        given().get(BELOW).then().statusCode(503).header("Retry-After", notNullValue());
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(9));
      assertThat(listed(OF_THE_YEAR).getList("items")).isNotEmpty();
    } finally {
      Absence.endAll();
    }
    await().until(() -> given().get(BELOW).statusCode() == 200);
  }

  @Test
  void the_reports_of_one_organ_are_listed_whatever_the_year() {
    assertThat(listed("/reports?organ=" + CORRECTED.code()).getList("items.revision"))
        .containsExactly(2);
    assertThat(listed("/reports?organ=" + WRITTEN.code()).getList("items")).isEmpty();
    assertThat(listed(OF_THE_YEAR + "&organ=" + CORRECTED.code()).getList("items.revision"))
        .containsExactly(2);
    assertThat(listed("/reports?year=2021&organ=" + CORRECTED.code()).getList("items")).isEmpty();
  }

  @Test
  void a_year_has_its_own_reports_and_an_organ_has_all_of_its_own_in_their_order() {
    String before = "/reports?limit=100&year=" + (YEAR - 1);
    String below = before + "&parent=" + TestCounties.COUNTY;
    String named = before + "&name=" + ON_TWO_YEARS.code();
    for (String list : List.of(before, below, named)) {
      JsonPath page = listed(list);
      assertThat(page.getList("items.organCode", String.class))
          .as(list)
          .contains(ON_TWO_YEARS.code())
          .doesNotContain(PUBLISHED.code(), CORRECTED.code());
      assertThat(page.getList("items.year", Integer.class)).as(list).containsOnly(YEAR - 1);
      assertThat(entry(page, ON_TWO_YEARS))
          .containsEntry("indexNumber", ON_TWO_YEARS.code() + "/" + (YEAR - 1) + "-NB");
    }
    String own = "/reports?organ=" + ON_TWO_YEARS.code();
    assertThat(listed(own).getList("items.year", Integer.class)).containsExactly(YEAR - 1, YEAR);
    JsonPath first = listed(own + "&limit=1");
    assertThat(first.getList("items.year", Integer.class)).containsExactly(YEAR - 1);
    JsonPath second = listed(first.getString("next"));
    assertThat(second.getList("items.year", Integer.class)).containsExactly(YEAR);
    assertThat(second.getString("next")).isNull();
    assertThat(listed(own + "&year=" + YEAR).getList("items.year", Integer.class))
        .containsExactly(YEAR);
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    // Time stamps of what others published meanwhile change it, each once.
    await()
        .untilAsserted(
            () -> {
              Response first = given().get(BELOW);
              assertThat(first.header("Cache-Control")).contains("public").contains("no-cache");
              String tag = first.header("ETag");
              assertThat(given().header("If-None-Match", tag).get(BELOW).statusCode())
                  .isEqualTo(304);
              Response head = given().head(BELOW);
              assertThat(head.statusCode()).isEqualTo(200);
              assertThat(head.header("ETag")).isEqualTo(tag);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'', year",
    "?parent=11141124000000099J, year",
    "?year=2007, year",
    "?year=2025&parent=1, parent",
    "?organ=1, organ",
    "?year=2025&limit=101, limit",
    "?year=2025&after=x, after"
  })
  void what_is_asked_wrongly_is_named(String query, String field) {
    given()
        .urlEncodingEnabled(false)
        .get("/reports" + query)
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder(field));
  }

  private static TestCounties.Organ organ(int number) {
    return TestCounties.below(TestCounties.COUNTY).get(number);
  }

  private static void publish(TestCounties.Organ organ, int year) {
    String path = organ.code() + "/" + year;
    TestDrafts.put(TestClient.EDITOR, organ.code(), year, sound(organ.name(), year))
        .statusCode(201);
    TestReleases.submit(path, 1).statusCode(200);
    TestReleases.publish(path, 1).statusCode(201);
  }

  private static JsonPath listed(String address) {
    return given()
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Map<String, Object> entry(JsonPath page, TestCounties.Organ organ) {
    return page.<Map<String, Object>>getList("items").stream()
        .filter(entry -> entry.get("organCode").equals(organ.code()))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> documents(Map<String, Object> entry) {
    return (List<Map<String, Object>>) entry.get("documents");
  }
}
