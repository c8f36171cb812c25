package disclosure.statistics.matrix;

import static disclosure.edge.testing.TestClient.COUNTY_RECORDER;
import static disclosure.edge.testing.TestClient.FOREIGN_RECORDER;
import static disclosure.edge.testing.TestClient.OFFICE_RECORDER;
import static disclosure.edge.testing.TestClient.RECORDER_OF_NOTHING;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.OrganTerm;
import disclosure.statistics.Register;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bureau that was below the county until the end of August 2024. */
@QuarkusTest
class FormerSuperiorIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String MOVED = TestOrgans.coded("11141124012346017");

  @BeforeEach
  void directory() {
    try (Register register = new Register()) {
      register.moved(MOVED, "税务局", TestOrgans.COUNTY, "2024-08-31", TestOrgans.FOREIGN);
    }
    await().until(() -> status(TestClient.ANALYST, "/matrix", "year=2024") == 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/matrix", "/disputes", "/timeliness", "/channels", "/fees", "/trend", "/ranking"})
  void reads_the_years_in_which_it_was_above_and_no_other(String path) {
    assertThat(status(COUNTY_RECORDER, path, "year=2023")).isEqualTo(200);
    assertThat(status(COUNTY_RECORDER, path, "year=2024")).isEqualTo(200);
    assertThat(status(COUNTY_RECORDER, path, "year=2025")).isEqualTo(404);
    assertThat(status(COUNTY_RECORDER, path, "year=2026")).isEqualTo(404);
  }

  @Test
  void neither_watches_nor_reads_from_memory_what_is_another_ones_now() {
    assertThat(status(FOREIGN_RECORDER, "/matrix", "year=2026")).isEqualTo(200);
    assertThat(status(COUNTY_RECORDER, "/matrix", "year=2026")).isEqualTo(404);
    assertThat(status(COUNTY_RECORDER, "/live", "year=2026")).isEqualTo(404);
    assertThat(status(COUNTY_RECORDER, "/open", "on=2026-01-05")).isEqualTo(404);
  }

  @Test
  void the_present_superior_reads_all_years_and_others_none() {
    for (String year : List.of("year=2023", "year=2024", "year=2025")) {
      assertThat(status(FOREIGN_RECORDER, "/matrix", year)).isEqualTo(200);
      assertThat(status(OFFICE_RECORDER, "/matrix", year)).isEqualTo(404);
      assertThat(status(RECORDER_OF_NOTHING, "/matrix", year)).isEqualTo(404);
    }
  }

  @Test
  void a_former_superior_is_told_that_it_reads_and_writes_nothing_more() {
    rights(COUNTY_RECORDER, 2024, true, false);
    rights(COUNTY_RECORDER, 2025, false, false);
    rights(FOREIGN_RECORDER, 2024, true, true);
    rights(OFFICE_RECORDER, 2024, false, false);
  }

  @Test
  void a_reform_that_is_recorded_ahead_moves_no_right_before_its_day() {
    String moving = TestOrgans.coded("11141124012346027");
    String merging = TestOrgans.coded("11141124012346028");
    String merged = TestOrgans.coded("11141124012346029");
    try (Register register = new Register()) {
      register.moved(moving, "税务局", TestOrgans.COUNTY, "2198-12-31", TestOrgans.FOREIGN);
      for (Map.Entry<String, String> last :
          Map.of(merging, "2198-12-31", merged, "2024-08-31").entrySet()) {
        register.organ(
            new OrganState(
                new OrganCode(last.getKey()),
                1,
                "税务所",
                OrganKind.DEPARTMENT,
                Optional.of(new OrganCode(TestOrgans.COUNTY)),
                Optional.empty(),
                Optional.of(LocalDate.parse(last.getValue())),
                Optional.of(new OrganCode(TestOrgans.FOREIGN)),
                List.of(),
                Instant.EPOCH));
      }
    }
    for (String organ : List.of(moving, merging, merged)) {
      await()
          .until(
              () ->
                  given()
                          .auth()
                          .oauth2(TestClient.ANALYST.token())
                          .get("/matrix?year=2024&organ=" + organ)
                          .statusCode()
                      == 200);
    }
    for (String organ : List.of(moving, merging)) {
      rights(COUNTY_RECORDER, organ, 2025, true, true);
      rights(FOREIGN_RECORDER, organ, 2025, false, false);
    }
    rights(COUNTY_RECORDER, merged, 2025, false, false);
    rights(COUNTY_RECORDER, merged, 2024, true, false);
    rights(FOREIGN_RECORDER, merged, 2024, true, true);
  }

  private static void rights(TestClient client, int year, boolean visible, boolean writable) {
    rights(client, MOVED, year, visible, writable);
  }

  private static void rights(
      TestClient client, String organ, int year, boolean visible, boolean writable) {
    given()
        .auth()
        .oauth2(client.token())
        .get("/visibility?organ=" + organ + "&year=" + year)
        .then()
        .statusCode(200)
        .body("visible", equalTo(visible))
        .body("writable", equalTo(writable));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/matrix",
        "/disputes",
        "/timeliness",
        "/channels",
        "/fees",
        "/trend",
        "/comparison",
        "/ranking",
        "/live",
        "/matrix/cell"
      })
  void one_day_opens_no_other_year(String path) {
    String cell = path.endsWith("cell") ? "&row=NEWLY_RECEIVED&column=TOTAL" : "";
    assertThat(status(COUNTY_RECORDER, path, "from=2024-08-31&to=2026-11-29" + cell))
        .isEqualTo(404);
    assertThat(status(COUNTY_RECORDER, path, "from=2023-01-01&to=2025-01-01" + cell))
        .isEqualTo(404);
    assertThat(status(COUNTY_RECORDER, path, "from=2024-09-01&to=2024-12-31" + cell))
        .isEqualTo(404);
    if (!path.equals("/live")) {
      assertThat(status(COUNTY_RECORDER, path, "from=2022-01-01&to=2024-12-31" + cell))
          .isEqualTo(200);
      assertThat(status(FOREIGN_RECORDER, path, "from=2024-08-31&to=2026-11-29" + cell))
          .isEqualTo(200);
    }
  }

  @Test
  void one_day_makes_no_other_year_visible() {
    visible(COUNTY_RECORDER, MOVED, "from=2024-08-31&to=2026-11-29", false);
    visible(COUNTY_RECORDER, MOVED, "from=2023-08-31&to=2024-11-29", true);
  }

  @Test
  void years_before_an_organ_began_hide_nothing() {
    String young = TestOrgans.coded("11141124012346079");
    try (Register register = new Register()) {
      register.organ(
          new OrganState(
              new OrganCode(young),
              1,
              "数据局",
              OrganKind.DEPARTMENT,
              Optional.of(new OrganCode(TestOrgans.FOREIGN)),
              Optional.of(LocalDate.parse("2023-05-01")),
              Optional.empty(),
              Optional.empty(),
              List.of(below(TestOrgans.COUNTY, "2024-08-31")),
              Instant.EPOCH));
    }
    await()
        .untilAsserted(
            () -> visible(COUNTY_RECORDER, young, "from=2021-01-01&to=2024-12-31", true));
    visible(COUNTY_RECORDER, young, "from=2021-01-01&to=2025-12-31", false);
    visible(COUNTY_RECORDER, young, "year=2022", false);
  }

  /**
   * A township that was the county's until the end of August 2024, with an office that always was
   * the township's; in November it was given another one, which never was below the county.
   */
  @Test
  void reads_sums_of_what_is_below_as_long_as_all_of_it_was_its_own() {
    String township = TestOrgans.coded("11141124012346041");
    String office = TestOrgans.coded("11141124012346042");
    String stranger = TestOrgans.coded("11141124012346043");
    try (Register register = new Register()) {
      register.moved(township, "某镇人民政府", TestOrgans.COUNTY, "2024-08-31", TestOrgans.FOREIGN);
      register.organ(office, "某镇党政办", Optional.of(township));
      register.moved(stranger, "某站", TestOrgans.FOREIGN, "2024-10-31", township);
      register.application(received(office, "2024-02-03"));
      register.application(received(stranger, "2024-02-03"));
    }
    await()
        .untilAsserted(
            () ->
                assertThat(
                        given()
                            .auth()
                            .oauth2(FOREIGN_RECORDER.token())
                            .get(cells(township, "year=2024&scope=SUBTREE"))
                            .jsonPath()
                            .getList("items"))
                    .hasSize(2));

    for (String path : List.of("/matrix", "/disputes", "/timeliness", "/trend", "/ranking")) {
      for (String scope : List.of("&scope=SUBTREE", "&scope=LEVEL")) {
        String until = path + "?organ=" + township + "&from=2024-01-01&to=2024-08-31" + scope;
        String beyond = path + "?organ=" + township + "&year=2024" + scope;
        assertThat(statusOf(COUNTY_RECORDER, until)).as(until).isEqualTo(200);
        assertThat(statusOf(FOREIGN_RECORDER, beyond)).as(beyond).isEqualTo(200);
        assertThat(statusOf(COUNTY_RECORDER, beyond)).as(beyond).isEqualTo(404);
      }
    }
    assertThat(statusOf(COUNTY_RECORDER, cells(township, "year=2024"))).isEqualTo(200);
    assertThat(statusOf(COUNTY_RECORDER, cells(township, "year=2024&scope=SUBTREE")))
        .isEqualTo(404);
    assertThat(statusOf(COUNTY_RECORDER, "/live?organ=" + township + "&year=2024&scope=SUBTREE"))
        .isEqualTo(404);
    visible(COUNTY_RECORDER, township, "year=2024", true);
    assertThat(tablesOf(COUNTY_RECORDER, township))
        .containsExactlyInAnyOrder(township, office)
        .isEqualTo(linesOf(COUNTY_RECORDER, township));
    assertThat(tablesOf(FOREIGN_RECORDER, township))
        .containsExactlyInAnyOrder(township, office, stranger)
        .isEqualTo(linesOf(FOREIGN_RECORDER, township));
  }

  private static List<String> tablesOf(TestClient client, String organ) {
    return given()
        .auth()
        .oauth2(client.token())
        .get("/matrices?year=2024&organ=" + organ)
        .jsonPath()
        .getList("items.organ");
  }

  private static List<String> linesOf(TestClient client, String organ) {
    return given()
        .auth()
        .oauth2(client.token())
        .get("/matrices?year=2024&format=csv&organ=" + organ)
        .asString()
        .lines()
        .skip(1)
        .map(line -> line.substring(0, 18))
        .distinct()
        .toList();
  }

  /** The county reads all years of what is its own now, but not those of what never was. */
  @Test
  void lists_nothing_of_an_organ_that_was_below_in_other_days_only() {
    String township = TestOrgans.coded("11141124012346051");
    String office = TestOrgans.coded("11141124012346052");
    try (Register register = new Register()) {
      register.moved(township, "某镇人民政府", TestOrgans.FOREIGN, "2024-12-31", TestOrgans.COUNTY);
      register.moved(office, "某镇党政办", township, "2023-12-31", TestOrgans.FOREIGN);
      register.application(received(office, "2023-02-03"));
    }
    String year = "?organ=" + township + "&year=2023&scope=SUBTREE";
    await()
        .untilAsserted(
            () ->
                given()
                    .auth()
                    .oauth2(COUNTY_RECORDER.token())
                    .get("/matrix" + year)
                    .then()
                    .statusCode(200)
                    .body("rows[0].total", equalTo(1)));

    assertThat(statusOf(COUNTY_RECORDER, cells(township, "year=2023&scope=SUBTREE")))
        .isEqualTo(404);
    assertThat(statusOf(COUNTY_RECORDER, "/ranking" + year)).isEqualTo(404);
    assertThat(statusOf(COUNTY_RECORDER, cells(township, "year=2023"))).isEqualTo(200);
    assertThat(statusOf(COUNTY_RECORDER, cells(township, "year=2024&scope=SUBTREE")))
        .isEqualTo(200);
    assertThat(statusOf(FOREIGN_RECORDER, cells(township, "year=2023&scope=SUBTREE")))
        .isEqualTo(200);
  }

  private static String cells(String organ, String days) {
    return "/matrix/cell?organ=" + organ + "&row=NEWLY_RECEIVED&column=TOTAL&" + days;
  }

  private static OrganTerm below(String parent, String until) {
    return new OrganTerm(
        LocalDate.parse(until), "某局", OrganKind.DEPARTMENT, Optional.of(new OrganCode(parent)));
  }

  private static void visible(TestClient client, String organ, String days, boolean visible) {
    given()
        .auth()
        .oauth2(client.token())
        .get("/visibility?organ=" + organ + "&" + days)
        .then()
        .statusCode(200)
        .body("visible", equalTo(visible));
  }

  /** Also of what goes on until somebody ends it. */
  private static int statusOf(TestClient client, String url) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + url))
            .header("Authorization", "Bearer " + client.token())
            .build();
    try {
      HttpResponse<InputStream> answer =
          HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** It was a foreign one until 2023, then the county's for eleven months. */
  @Test
  void sees_no_figure_of_the_years_before_it_was_above_beside_its_own() {
    String visitor = TestOrgans.coded("11141124012346025");
    try (Register register = new Register()) {
      register.organ(
          new OrganState(
              new OrganCode(visitor),
              1,
              "体育局",
              OrganKind.DEPARTMENT,
              Optional.of(new OrganCode(TestOrgans.FOREIGN)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(
                  new OrganTerm(
                      LocalDate.parse("2023-12-31"),
                      "体育局",
                      OrganKind.DEPARTMENT,
                      Optional.of(new OrganCode(TestOrgans.FOREIGN))),
                  new OrganTerm(
                      LocalDate.parse("2024-11-30"),
                      "体育局",
                      OrganKind.DEPARTMENT,
                      Optional.of(new OrganCode(TestOrgans.COUNTY)))),
              Instant.EPOCH));
      register.application(received(visitor, "2023-05-06"));
      register.application(received(visitor, "2024-02-03"));
    }
    await()
        .untilAsserted(
            () ->
                comparison(FOREIGN_RECORDER, visitor, "year=2024")
                    .body("rows[0].total", equalTo(1))
                    .body("rows[0].previous", equalTo(1))
                    .body("yearBeforePopulation", equalTo(1)));

    comparison(COUNTY_RECORDER, visitor, "year=2024")
        .body("rows[0].total", equalTo(1))
        .body("previous.from", equalTo("2023-01-01"))
        .body("previousPopulation", nullValue())
        .body("yearBeforePopulation", nullValue())
        .body("rows.previous", everyItem(nullValue()))
        .body("rows.change", everyItem(nullValue()))
        .body("rows.changePercent", everyItem(nullValue()))
        .body("rows.yearBefore", everyItem(nullValue()))
        .body("rows.changeOnYear", everyItem(nullValue()))
        .body("rows.changeOnYearPercent", everyItem(nullValue()));
    comparison(COUNTY_RECORDER, visitor, "quarter=2024-Q2")
        .body("previousPopulation", equalTo(2))
        .body("rows[0].previous", equalTo(1))
        .body("rows.yearBefore", everyItem(nullValue()));
  }

  private static ApplicationState received(String organ, String day) {
    return Register.application(
        UUID.randomUUID(),
        1,
        organ,
        ApplicantType.NATURAL_PERSON,
        day,
        Optional.empty(),
        Optional.empty());
  }

  private static ValidatableResponse comparison(TestClient client, String organ, String days) {
    return given()
        .auth()
        .oauth2(client.token())
        .get("/comparison?organ=" + organ + "&" + days)
        .then()
        .statusCode(200)
        .rootPath("figures");
  }

  private static int status(TestClient client, String path, String days) {
    return statusOf(client, path + "?organ=" + MOVED + "&" + days);
  }
}
