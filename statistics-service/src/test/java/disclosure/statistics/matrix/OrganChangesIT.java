package disclosure.statistics.matrix;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.OrganTerm;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.Register;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A county in which a bureau was merged, an office moved away and a centre was closed. */
@QuarkusTest
class OrganChangesIT {

  private static final String COUNTY = TestOrgans.coded("11141124012346001");
  private static final String CITY = TestOrgans.coded("11141124012346002");
  private static final String MERGED = TestOrgans.coded("11141124012346003");
  private static final String SUCCESSOR = TestOrgans.coded("11141124012346004");
  private static final String MOVED = TestOrgans.coded("11141124012346005");
  private static final String CLOSED = TestOrgans.coded("11141124012346006");

  @BeforeEach
  void directory() {
    try (Register register = new Register()) {
      register.organ(organ(COUNTY, "某县", Optional.empty(), Optional.empty(), Optional.empty()));
      register.organ(organ(CITY, "某市", Optional.empty(), Optional.empty(), Optional.empty()));
      register.organ(
          organ(
              MERGED,
              "工商局",
              Optional.of(COUNTY),
              Optional.of("2024-06-30"),
              Optional.of(SUCCESSOR)));
      register.organ(
          organ(
              SUCCESSOR,
              "市场监管局",
              Optional.of(COUNTY),
              Optional.empty(),
              Optional.empty(),
              new OrganTerm(
                  LocalDate.parse("2024-06-30"),
                  "质监局",
                  OrganKind.DEPARTMENT,
                  Optional.of(new OrganCode(COUNTY)))));
      register.organ(
          organ(
              MOVED,
              "税务局",
              Optional.of(CITY),
              Optional.empty(),
              Optional.empty(),
              new OrganTerm(
                  LocalDate.parse("2024-08-31"),
                  "税务局",
                  OrganKind.DEPARTMENT,
                  Optional.of(new OrganCode(COUNTY)))));
      register.organ(
          organ(CLOSED, "中心", Optional.of(COUNTY), Optional.of("2024-09-30"), Optional.empty()));
      int number = 0;
      for (String organ : List.of(MERGED, SUCCESSOR, MOVED, CLOSED)) {
        register.application(
            Register.application(
                new UUID(4_7001, number++),
                1,
                organ,
                ApplicantType.NATURAL_PERSON,
                "2024-03-01",
                Optional.of(Outcome.DISCLOSED),
                Optional.of("2024-03-20")));
      }
    }
  }

  @Test
  void applications_are_counted_where_their_organs_stand_at_the_end_of_the_period() {
    await().untilAsserted(() -> assertNew(COUNTY, "SUBTREE", "2024-06-30", 4));
    for (String scope : List.of("SUBTREE", "LEVEL")) {
      assertNew(COUNTY, scope, "2024-06-30", 4);
      assertNew(COUNTY, scope, "2024-08-31", 4);
      assertNew(COUNTY, scope, "2024-09-01", 3);
      assertNew(COUNTY, scope, "2024-09-30", 3);
      assertNew(COUNTY, scope, "2024-10-01", 2);
      assertNew(CITY, scope, "2024-08-31", 0);
      assertNew(CITY, scope, "2024-09-01", 1);
    }
    assertNew(SUCCESSOR, "SUBTREE", "2024-06-30", 1);
    assertNew(SUCCESSOR, "SUBTREE", "2024-07-01", 2);
    assertNew(MERGED, "OWN", "2024-12-31", 1);
  }

  @Test
  void what_was_merged_into_an_organ_is_its_own_for_the_whole_period_that_has_the_end() {
    await().untilAsserted(() -> assertNew(COUNTY, "SUBTREE", "2024-06-30", 4));
    assertNew(SUCCESSOR, "OWN", "2024-06-30", 1);
    assertNew(SUCCESSOR, "OWN", "2024-07-01", 2);
    JsonPath year = matrix(SUCCESSOR, "OWN", "2024-01-01", "2024-12-31");
    assertThat(year.getInt("rows[0].total")).isEqualTo(2);
    assertThat(year.getList("merged.organCode")).containsExactly(MERGED);
    assertThat(year.getString("merged[0].until")).isEqualTo("2024-06-30");
    assertThat(year.getInt("merged[0].newlyReceived")).isOne();
    assertThat(year.getInt("merged[0].concluded")).isOne();
    assertThat(year.getInt("merged[0].carriedOut")).isZero();
    assertThat(matrix(MERGED, "OWN", "2024-01-01", "2024-12-31").getList("merged")).isEmpty();
    JsonPath before = matrix(SUCCESSOR, "OWN", "2024-01-01", "2024-06-30");
    assertThat(before.getList("merged")).isEmpty();
    JsonPath rest = matrix(SUCCESSOR, "OWN", "2024-06-30", "2024-12-31");
    assertThat(rest.getList("merged.organCode")).containsExactly(MERGED);
    assertThat(matrix(SUCCESSOR, "OWN", "2025-01-01", "2025-12-31").getList("merged")).isEmpty();
  }

  @Test
  void what_published_its_own_report_is_left_out() {
    await().untilAsserted(() -> assertNew(COUNTY, "SUBTREE", "2024-06-30", 4));
    assertThat(
            table("/matrix", SUCCESSOR, "OWN&year=2024&without=" + MERGED).getInt("rows[0].total"))
        .isOne();
    String both = "OWN&year=2024&without=" + MERGED + "&without=" + CLOSED;
    assertThat(table("/matrix", SUCCESSOR, both).getInt("rows[0].total")).isOne();
    assertThat(table("/disputes", SUCCESSOR, both).getList("rows")).isNotEmpty();
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/matrix?organ=" + SUCCESSOR + "&year=2024&year=2024")
        .then()
        .statusCode(400);
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/matrix?organ=" + COUNTY + "&scope=SUBTREE&year=2024&without=" + MERGED)
        .then()
        .statusCode(400);
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/matrix?organ=" + SUCCESSOR + "&year=2024&without=x")
        .then()
        .statusCode(400);
  }

  @Test
  void each_organ_tells_where_it_is_counted_and_what_it_gave() {
    await().untilAsserted(() -> assertNew(COUNTY, "SUBTREE", "2024-06-30", 4));
    JsonPath organs = table("/matrix/organs", COUNTY, "SUBTREE&year=2024");
    assertThat(organs.getList("items.organCode"))
        .containsExactly(COUNTY, MERGED, SUCCESSOR, CLOSED);
    assertThat(organs.getList("items.countedWith"))
        .containsExactly(COUNTY, SUCCESSOR, SUCCESSOR, null);
    assertThat(organs.getList("items[1].above")).containsExactly(SUCCESSOR, COUNTY);
    assertThat(organs.getList("items[3].above")).containsExactly(COUNTY);
    assertThat(organs.getList("items.newlyReceived")).containsExactly(0, 1, 1, 1);
    assertThat(
            table("/matrix/organs", COUNTY, "SUBTREE&year=2024&ended=true")
                .getList("items.organCode"))
        .containsExactly(MERGED, CLOSED);
    JsonPath page = table("/matrix/organs", COUNTY, "SUBTREE&year=2024&limit=3");
    assertThat(page.getList("items")).hasSize(3);
    assertThat(page.getString("next")).contains("after=" + SUCCESSOR);
    assertThat(
            table("/matrix/organs", COUNTY, "SUBTREE&year=2024&limit=2&after=" + SUCCESSOR)
                .getList("items.organCode"))
        .containsExactly(CLOSED);
  }

  @Test
  void what_is_in_no_sum_since_one_above_begins_later_is_told_and_what_has_nothing_is_not() {
    String county = TestOrgans.coded("11141124012346011");
    String later = TestOrgans.coded("11141124012346012");
    String below = TestOrgans.coded("11141124012346013");
    String idle = TestOrgans.coded("11141124012346014");
    try (Register register = new Register()) {
      register.organ(organ(county, "某县", Optional.empty(), Optional.empty(), Optional.empty()));
      register.organ(
          new OrganState(
              new OrganCode(later),
              1,
              "市场监管局",
              OrganKind.DEPARTMENT,
              Optional.of(new OrganCode(county)),
              Optional.of(LocalDate.parse("2025-01-01")),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Instant.EPOCH));
      for (String organ : List.of(below, idle)) {
        register.organ(organ(organ, "所", Optional.of(later), Optional.empty(), Optional.empty()));
      }
      register.application(
          Register.application(
              new UUID(4_6011, 1),
              1,
              below,
              ApplicantType.NATURAL_PERSON,
              "2024-03-01",
              Optional.of(Outcome.DISCLOSED),
              Optional.of("2024-03-20")));
    }
    await().untilAsserted(() -> assertNew(below, "OWN", "2024-12-31", 1));
    assertNew(county, "SUBTREE", "2024-12-31", 0);
    JsonPath nowhere = table("/matrix/organs", county, "SUBTREE&year=2024&ended=true");
    assertThat(nowhere.getList("items.organCode")).containsExactly(below);
    assertThat(nowhere.getList("items[0].above")).containsExactly(later, county);
    JsonPath page = table("/matrix/organs", county, "SUBTREE&year=2024&limit=2");
    assertThat(page.getList("items.organCode")).containsExactly(county);
    assertThat(page.getString("next")).contains("after=" + later);
    assertThat(table("/matrix/organs", county, "SUBTREE&year=2025&ended=true").getList("items"))
        .isEmpty();
  }

  @Test
  void what_was_merged_stands_in_no_list_beside_its_successor_and_all_of_it_adds_up() {
    await().untilAsserted(() -> assertNew(COUNTY, "SUBTREE", "2024-06-30", 4));
    for (String scope : List.of("SUBTREE", "LEVEL")) {
      JsonPath ranking = table("/ranking", COUNTY, scope + "&year=2024");
      assertThat(ranking.getList("figures.items.organ")).containsExactly(SUCCESSOR, COUNTY);
      assertThat(ranking.getList("figures.items.received")).containsExactly(2, 0);
      assertThat(ranking.getList("figures.items.concluded")).containsExactly(2, 0);
      assertThat(ranking.getInt("population.count")).isEqualTo(2);
      assertNew(COUNTY, scope, "2024-12-31", 2);
      // While it went on it stood by itself.
      JsonPath before =
          table("/ranking", COUNTY, scope + "&from=2024-01-01&to=2024-06-30&by=CONCLUDED");
      assertThat(before.getList("figures.items.received")).containsExactly(1, 1, 1, 1, 0);
      assertThat(before.getList("figures.items.organ")).contains(MERGED, SUCCESSOR);
    }
    JsonPath own = table("/ranking", SUCCESSOR, "OWN&year=2024");
    assertThat(own.getList("figures.items.organ")).containsExactly(SUCCESSOR);
    assertThat(own.getList("figures.items.received")).containsExactly(2);
    JsonPath alone = table("/ranking", SUCCESSOR, "OWN&year=2024&without=" + MERGED);
    assertThat(alone.getList("figures.items.received")).containsExactly(1);
    JsonPath ended = table("/ranking", MERGED, "SUBTREE&year=2024");
    assertThat(ended.getList("figures.items.organ")).containsExactly(MERGED);
    assertThat(table("/matrices", MERGED, "OWN&year=2024").getList("items.organ"))
        .containsExactly(MERGED);
    assertThat(table("/matrices", COUNTY, "OWN&year=2024").getList("items.organ"))
        .containsExactly(COUNTY, SUCCESSOR);
  }

  @Test
  void the_months_of_a_year_are_of_the_organs_that_the_year_counts() {
    await().untilAsserted(() -> assertNew(COUNTY, "SUBTREE", "2024-06-30", 4));
    for (String organ : List.of(SUCCESSOR, COUNTY)) {
      JsonPath trend = table("/trend", organ, "SUBTREE&year=2024");
      assertThat(trend.getList("figures.months.received"))
          .containsExactly(0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0);
      assertThat(trend.getInt("population.count")).isEqualTo(2);
    }
    assertThat(table("/trend", SUCCESSOR, "OWN&year=2024").getInt("figures.months[2].concluded"))
        .isEqualTo(2);
    assertThat(
            table("/trend", SUCCESSOR, "OWN&from=2024-01-01&to=2024-06-30")
                .getInt("figures.months[2].received"))
        .isOne();
  }

  private static JsonPath table(String path, String organ, String scope) {
    return given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get(path + "?organ=" + organ + "&scope=" + scope)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void what_became_of_the_organs_is_told_beside_the_counts() {
    await().untilAsserted(() -> assertNew(COUNTY, "SUBTREE", "2024-12-31", 2));
    JsonPath year = matrix(COUNTY, "SUBTREE", "2024-01-01", "2024-12-31");
    assertThat(year.getList("organChanges.organCode"))
        .containsExactly(MERGED, SUCCESSOR, MOVED, CLOSED);
    assertThat(year.getList("organChanges.change"))
        .containsExactly("MERGED", "CHANGED", "MOVED_OUT", "ABOLISHED");
    assertThat(year.getList("organChanges.on"))
        .containsExactly("2024-07-01", "2024-07-01", "2024-09-01", "2024-10-01");
    assertThat(year.getString("organChanges[0].successorOrganCode")).isEqualTo(SUCCESSOR);
    assertThat(year.getString("organChanges[1].formerName")).isEqualTo("质监局");
    assertThat(year.getString("organChanges[1].name")).isEqualTo("市场监管局");
    assertThat(matrix(COUNTY, "SUBTREE", "2024-07-02", "2024-08-31").getList("organChanges"))
        .isEmpty();
    assertThat(matrix(CITY, "LEVEL", "2024-01-01", "2024-12-31").getList("organChanges.change"))
        .containsExactly("MOVED_IN");
    assertThat(matrix(SUCCESSOR, "OWN", "2024-01-01", "2024-06-30").getString("organName"))
        .isEqualTo("质监局");
    assertThat(matrix(SUCCESSOR, "OWN", "2024-01-01", "2024-07-01").getString("organName"))
        .isEqualTo("市场监管局");
  }

  private static void assertNew(String organ, String scope, String to, int expected) {
    assertThat(matrix(organ, scope, "2024-01-01", to).getInt("rows[0].total"))
        .as("%s %s %s", organ, scope, to)
        .isEqualTo(expected);
  }

  private static JsonPath matrix(String organ, String scope, String from, String to) {
    return given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/matrix?organ=" + organ + "&scope=" + scope + "&from=" + from + "&to=" + to)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static OrganState organ(
      String code,
      String name,
      Optional<String> parent,
      Optional<String> validTo,
      Optional<String> successor,
      OrganTerm... formerly) {
    return new OrganState(
        new OrganCode(code),
        1,
        name,
        OrganKind.DEPARTMENT,
        parent.map(OrganCode::new),
        Optional.empty(),
        validTo.map(LocalDate::parse),
        successor.map(OrganCode::new),
        List.of(formerly),
        Instant.EPOCH);
  }
}
