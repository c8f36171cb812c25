package disclosure.statistics.below;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.Register;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.matrix.SnapshotHead;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A county of twelve organs, of which one was merged into another, one was closed and one moved
 * here in the course of the year, and a city of more organs than are summed up when asked.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BelowIT {

  private static final String COUNTY = organ("48000");
  private static final List<String> BUREAUS =
      IntStream.rangeClosed(1, 8).mapToObj(i -> organ("4800" + i)).toList();
  private static final String TOWNSHIP = organ("48011");
  private static final String MERGED = organ("48012");
  private static final String CLOSED = organ("48013");
  private static final String MOVED = organ("48014");
  private static final String OFFICE_OF_TOWNSHIP = organ("48015");
  private static final String CITY = organ("48100");
  private static final List<String> OF_THE_CITY =
      IntStream.rangeClosed(1, 34).mapToObj(i -> organ(Integer.toString(48100 + i))).toList();
  private static final String BEFORE = "2025-03-01T00:00:00Z";

  @Inject DataSource database;

  private boolean arePublished;

  /** Once: no test changes them. */
  @BeforeEach
  void there_are_organs_with_applications() {
    if (arePublished) {
      return;
    }
    List<String> all = new ArrayList<>(BUREAUS);
    int applications = 0;
    try (Register register = new Register()) {
      register.organ(COUNTY, "某县", Optional.empty(), OrganKind.GOVERNMENT);
      BUREAUS.forEach(code -> register.organ(code, "=某局", Optional.of(COUNTY)));
      register.organ(TOWNSHIP, "某乡", Optional.of(COUNTY), OrganKind.TOWNSHIP);
      register.organ(OFFICE_OF_TOWNSHIP, "某乡办", Optional.of(TOWNSHIP));
      register.organ(merged());
      register.organ(CLOSED, "中心", Optional.of(COUNTY), Optional.of("2024-09-30"));
      register.moved(MOVED, "税务局", CITY, "2024-08-31", COUNTY);
      register.organ(CITY, "某市", Optional.empty(), OrganKind.GOVERNMENT);
      OF_THE_CITY.forEach(code -> register.organ(code, "市局", Optional.of(CITY)));
      all.addAll(List.of(COUNTY, TOWNSHIP, MERGED, CLOSED, MOVED, OFFICE_OF_TOWNSHIP, CITY));
      all.addAll(OF_THE_CITY);
      for (int i = 0; i < all.size(); i++) {
        for (int more = 0; more <= i % 3; more++) {
          applied(register, new UUID(4_8000 + i, more), all.get(i), ApplicantType.values()[i % 6]);
          applications++;
        }
      }
    }
    // The closed centre is in no sum any more.
    int counted = applications - 1 - all.indexOf(CLOSED) % 3;
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> concluded(COUNTY) + concluded(CITY), total -> total == counted);
    arePublished = true;
  }

  private static int concluded(String organ) {
    return answer("/matrix", organ, "SUBTREE").getInt("rows[2].total");
  }

  @ParameterizedTest
  @CsvSource({
    "OWN, ''",
    "LEVEL, ''",
    "SUBTREE, ''",
    "OWN, BEFORE",
    "LEVEL, BEFORE",
    "SUBTREE, BEFORE"
  })
  void each_table_is_what_is_answered_for_its_organ_alone(String scope, String moment) {
    String asked = scope + (moment.isEmpty() ? "" : "&knownAt=" + BEFORE);
    List<Map<String, Object>> tables = pages(COUNTY, asked);
    List<String> expected = new ArrayList<>(BUREAUS);
    expected.addAll(List.of(COUNTY, TOWNSHIP, MOVED, OFFICE_OF_TOWNSHIP));
    assertThat(tables)
        .extracting(table -> table.get("organ"))
        .containsExactlyElementsOf(expected.stream().sorted().toList());
    for (Map<String, Object> table : tables) {
      String code = (String) table.get("organ");
      assertThat(figures(table)).isEqualTo(figures(answer("/matrix", code, asked).getMap("")));
    }
  }

  @Test
  void the_organs_own_tables_add_up_to_what_is_below_the_county() {
    JsonPath whole = answer("/matrix", COUNTY, "SUBTREE");
    List<Map<String, Object>> tables = pages(COUNTY, "OWN");
    for (int row = 0; row < 25; row++) {
      int place = row;
      assertThat(
              tables.stream()
                  .map(table -> (Map<?, ?>) ((List<?>) table.get("rows")).get(place))
                  .mapToInt(cells -> (Integer) cells.get("total"))
                  .sum())
          .isEqualTo(whole.getInt("rows[" + row + "].total"));
    }
  }

  @Test
  void a_large_subtree_is_what_it_is_alone() {
    Map<String, Object> city =
        pages(CITY, "SUBTREE").stream()
            .filter(table -> table.get("organ").equals(CITY))
            .findFirst()
            .orElseThrow();
    assertThat(figures(city)).isEqualTo(figures(answer("/matrix", CITY, "SUBTREE").getMap("")));
    assertThat(answer("/matrices", CITY, "OWN&limit=500").getList("items")).hasSize(35);
  }

  @Test
  void as_csv_all_come_in_one_table() {
    String csv =
        given()
            .auth()
            .oauth2(TestClient.ANALYST.token())
            .get("/matrices?year=2024&format=csv&scope=SUBTREE&organ=" + COUNTY)
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .extract()
            .asString();
    List<String> lines = csv.lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "\uFEFForgan,organName,code,number,label,NATURAL_PERSON,COMMERCIAL_ENTERPRISE,"
                + "RESEARCH_INSTITUTION,PUBLIC_WELFARE_ORGANIZATION,LEGAL_SERVICE_PROVIDER,"
                + "OTHER_ORGANIZATION,TOTAL");
    Map<String, List<String>> byOrgan =
        lines.stream().skip(1).collect(groupingBy(line -> line.substring(0, 18)));
    List<Map<String, Object>> tables = pages(COUNTY, "SUBTREE");
    assertThat(byOrgan).hasSize(tables.size());
    for (Map<String, Object> table : tables) {
      List<String> cells = byOrgan.get(table.get("organ"));
      assertThat(cells).hasSize(25);
      for (int row = 0; row < 25; row++) {
        Map<?, ?> figures = (Map<?, ?>) ((List<?>) table.get("rows")).get(row);
        assertThat(cells.get(row))
            .contains("," + figures.get("code") + ",")
            .endsWith("," + figures.get("total"));
      }
    }
    assertThat(csv).contains("\"'=某局\"").doesNotContain("\"=某局\"");
  }

  @Test
  void a_table_that_has_not_changed_is_not_sent_again() {
    String path = "/matrices?year=2024&limit=3&organ=" + COUNTY;
    String tag =
        given().auth().oauth2(TestClient.ANALYST.token()).get(path).then().extract().header("ETag");
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .header("If-None-Match", tag)
        .get(path)
        .then()
        .statusCode(304);
  }

  @Test
  void to_a_stranger_there_is_no_such_organ() {
    List<String> some =
        given()
            .auth()
            .oauth2(TestClient.FOREIGN_ANALYST.token())
            .get("/matrices?year=2024&format=csv&organ=" + COUNTY)
            .then()
            .statusCode(404)
            .contentType("application/problem+json")
            .extract()
            .path("errors");
    assertThat(some).isNull();
    given()
        .auth()
        .oauth2(TestClient.FOREIGN_ANALYST.token())
        .head("/matrices?year=2024&format=csv&organ=" + COUNTY)
        .then()
        .statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=501, limit",
    "limit=5&format=csv, limit",
    "format=csvw, format",
    "after=1, after",
    "without=11141124000000099J, without"
  })
  void what_is_asked_wrongly_is_named(String wrong, String field) {
    List<String> fields =
        given()
            .auth()
            .oauth2(TestClient.ANALYST.token())
            .get("/matrices?year=2024&organ=" + COUNTY + "&" + wrong)
            .then()
            .statusCode(400)
            .extract()
            .path("errors.field");
    assertThat(fields).containsExactly(field);
  }

  /** Statement after statement would each have a time of its own, and all tables none. */
  @Test
  void what_is_asked_for_all_tables_has_one_time_together() throws SQLException {
    try (Connection other = database.getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("LOCK TABLE daily_count IN ACCESS EXCLUSIVE MODE");
      try {
        assertThat(broken(Duration.ofSeconds(2), "2.1"))
            .as("broken off since its time is over")
            .isEqualTo("57014");
        assertThat(broken(Duration.ofDays(1), "0"))
            .as("and like everything that waits for too long")
            .isEqualTo("55P03");
      } finally {
        other.rollback();
      }
    }
  }

  private String broken(Duration time, String gone) {
    Question question =
        Question.of(
            new OrganCode(COUNTY),
            new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)),
            Scope.OWN);
    Throwable thrown =
        catchThrowable(
            () ->
                Snapshot.of(
                    database,
                    connection -> {
                      SnapshotHead head = SnapshotHead.of(connection);
                      TablesBelow tables = new TablesBelow(connection, head, question, time);
                      try (Statement statement = connection.createStatement()) {
                        statement.execute("SELECT pg_sleep(" + gone + ")");
                      }
                      return tables.read(List.of(head.tree().find(COUNTY).orElseThrow()));
                    }));
    return ((SQLException) thrown.getCause()).getSQLState();
  }

  /** A tree of all organs is not put together for each question about what was known. */
  @Test
  void organs_as_they_were_known_are_put_together_once() {
    List<OrganTree> trees =
        Snapshot.of(
            database,
            connection -> {
              OrganTree now = OrganTrees.read(connection);
              return List.of(
                  now,
                  OrganTrees.known(connection, now, Instant.EPOCH.minusSeconds(9)),
                  OrganTrees.known(connection, now, Instant.EPOCH.minusSeconds(5)));
            });
    assertThat(trees.get(1)).isNotSameAs(trees.get(0)).isSameAs(trees.get(2));
    assertThat(trees.get(1).present()).isSameAs(trees.get(0));
  }

  /** All tables, some at a time. */
  private static List<Map<String, Object>> pages(String organ, String asked) {
    List<Map<String, Object>> all = new ArrayList<>();
    JsonPath page = answer("/matrices", organ, asked + "&limit=5");
    all.addAll(page.getList("items"));
    while (page.get("next") != null) {
      page = get(page.getString("next"));
      all.addAll(page.getList("items"));
    }
    return all;
  }

  /** The answer without what tells of the moment. */
  private static Map<String, Object> figures(Map<String, Object> table) {
    Map<String, Object> figures = new TreeMap<>(table);
    assertThat(figures).containsKeys("asOf", "appliedThrough", "rows", "merged");
    figures.remove("asOf");
    figures.remove("appliedThrough");
    return figures;
  }

  private static JsonPath answer(String path, String organ, String asked) {
    return get(path + "?year=2024&organ=" + organ + "&scope=" + asked);
  }

  private static JsonPath get(String address) {
    return given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .urlEncodingEnabled(false)
        .get(address)
        .jsonPath();
  }

  private static void applied(Register register, UUID id, String organ, ApplicantType type) {
    register.application(
        Register.application(
            id,
            1,
            organ,
            type,
            "2024-03-01",
            Optional.empty(),
            Optional.empty(),
            Instant.parse("2025-01-01T00:00:00Z")));
    register.application(
        Register.application(
            id,
            2,
            organ,
            type,
            "2024-03-01",
            Optional.of(Outcome.DISCLOSED),
            Optional.of("2024-03-20"),
            Instant.parse("2025-06-01T00:00:00Z")));
  }

  private static OrganState merged() {
    return new OrganState(
        new OrganCode(MERGED),
        1,
        "工商局",
        OrganKind.DEPARTMENT,
        Optional.of(new OrganCode(COUNTY)),
        Optional.empty(),
        Optional.of(LocalDate.parse("2024-06-30")),
        Optional.of(new OrganCode(BUREAUS.get(0))),
        List.of(),
        Instant.EPOCH);
  }

  private static String organ(String number) {
    return TestOrgans.coded("111411240125" + number);
  }
}
