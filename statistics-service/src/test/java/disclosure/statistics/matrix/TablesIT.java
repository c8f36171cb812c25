package disclosure.statistics.matrix;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.DisputeState;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.Topic;
import disclosure.statistics.Register;
import disclosure.statistics.contract.Matrix;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TablesIT {

  @Inject ObjectMapper mapper;

  @Test
  void the_linxian_applications_give_the_published_figures() throws Exception {
    JsonNode published = published();
    try (Register register = new Register()) {
      register.organ(TestOrgans.COUNTY, "临县人民政府", Optional.empty());
      register.organ(TestOrgans.OFFICE, "临县人民政府办公室", Optional.of(TestOrgans.COUNTY));
      for (int i = 0; i < 26; i++) {
        Optional<Outcome> outcome =
            i < 4
                ? Optional.of(Outcome.PARTIALLY_DISCLOSED)
                : i < 25 ? Optional.of(Outcome.NOT_HELD) : Optional.empty();
        register.application(
            Register.application(
                UUID.randomUUID(),
                1,
                TestOrgans.OFFICE,
                ApplicantType.NATURAL_PERSON,
                "2024-03-01",
                outcome,
                outcome.map(ended -> "2024-03-20")));
      }
      register.application(
          Register.application(
              UUID.randomUUID(),
              1,
              TestOrgans.OFFICE,
              ApplicantType.COMMERCIAL_ENTERPRISE,
              "2024-05-06",
              Optional.of(Outcome.PETITION_OR_COMPLAINT),
              Optional.of("2024-05-20")));
    }
    await()
        .untilAsserted(
            () ->
                assertThat(cells(matrix(TestOrgans.OFFICE, "year=2024")))
                    .isEqualTo(cells(published)));
    Matrix matrix = matrix(TestOrgans.OFFICE, "year=2024");
    assertThat(matrix.brokenIdentities()).isEmpty();
    assertThat(matrix.appliedThrough()).isNotEmpty();
    assertThat(matrix(TestOrgans.OFFICE, "year=2025").row(FormRow.CARRIED_IN).total()).isEqualTo(1);
    assertThat(
            matrix(TestOrgans.OFFICE, "from=2024-03-02&to=2024-03-19")
                .row(FormRow.CARRIED_OUT)
                .total())
        .isEqualTo(26);
    assertThat(matrix(TestOrgans.COUNTY, "year=2024").row(FormRow.NEWLY_RECEIVED).total()).isZero();
    assertThat(cells(matrix(TestOrgans.COUNTY, "year=2024&scope=SUBTREE")))
        .isEqualTo(cells(published));
  }

  @Test
  void a_late_correction_moves_the_cells_and_a_stale_or_bad_record_changes_nothing() {
    String organ = TestOrgans.coded("11141124012345111");
    UUID id = UUID.randomUUID();
    ApplicationState first =
        Register.application(
            id,
            1,
            organ,
            ApplicantType.NATURAL_PERSON,
            "2024-02-01",
            Optional.empty(),
            Optional.empty());
    ApplicationState corrected =
        Register.application(
            id,
            5,
            organ,
            ApplicantType.RESEARCH_INSTITUTION,
            "2023-12-29",
            Optional.of(Outcome.DISCLOSED),
            Optional.of("2024-01-15"));
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
      register.application(first);
      register.raw(Topic.APPLICATIONS, id.toString(), "{not json".getBytes(StandardCharsets.UTF_8));
      register.raw(Topic.APPLICATIONS, "another key", Register.json(corrected));
      register.application(corrected);
      register.application(first);
    }
    await()
        .untilAsserted(
            () -> {
              Matrix matrix = matrix(organ, "year=2024");
              assertThat(matrix.row(FormRow.NEWLY_RECEIVED).total()).isZero();
              assertThat(
                      matrix
                          .row(FormRow.CARRIED_IN)
                          .counts()
                          .of(ApplicantType.RESEARCH_INSTITUTION))
                  .isEqualTo(1);
              assertThat(matrix.row(FormRow.DISCLOSED).total()).isEqualTo(1);
              assertThat(matrix.row(FormRow.CARRIED_OUT).total()).isZero();
            });
  }

  @Test
  void disputes_count_by_result_and_stay_pending_until_they_are_closed() {
    String organ = TestOrgans.coded("11141124012345222");
    UUID id = UUID.randomUUID();
    try (Register register = new Register()) {
      register.organ(organ, "某委", Optional.empty());
      register.dispute(dispute(id, 1, organ, Optional.empty(), Optional.empty()));
      register.dispute(
          dispute(id, 2, organ, Optional.of(DisputeResult.UPHELD), Optional.of("2025-02-10")));
    }
    await()
        .untilAsserted(
            () -> {
              get("/disputes?organ=" + organ + "&year=2025")
                  .statusCode(200)
                  .body("rows[0].upheld", equalTo(1))
                  .body("rows[0].total", equalTo(1));
              get("/disputes?organ=" + organ + "&year=2024")
                  .body("rows[0].pending", equalTo(1))
                  .body("rows[0].total", equalTo(1))
                  .body("rows[1].total", equalTo(0));
            });
  }

  @Test
  void a_voided_dispute_counts_nowhere_and_what_was_known_of_it_stays() {
    String organ = TestOrgans.coded("11141124012345703");
    UUID id = UUID.randomUUID();
    try (Register register = new Register()) {
      register.organ(organ, "某站", Optional.empty());
      register.dispute(dispute(id, 1, organ, Optional.empty(), Optional.empty()));
      await()
          .untilAsserted(
              () ->
                  get("/disputes?organ=" + organ + "&year=2024")
                      .statusCode(200)
                      .body("rows[0].pending", equalTo(1)));
      DisputeState counted = dispute(id, 2, organ, Optional.empty(), Optional.empty());
      register.dispute(
          new DisputeState(
              id,
              2,
              counted.organCode(),
              counted.kind(),
              counted.acceptedOn(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Instant.parse("2025-02-03T08:00:00Z"),
              Optional.of(true)));
    }
    await()
        .untilAsserted(
            () -> get("/disputes?organ=" + organ + "&year=2024").body("rows[0].total", equalTo(0)));
    get("/disputes?organ=" + organ + "&year=2024&knownAt=2025-01-01T00:00:00Z")
        .body("rows[0].pending", equalTo(1));
  }

  @Test
  void another_organs_table_and_an_unknown_organs_are_not_found() {
    String organ = TestOrgans.coded("11141124012345333");
    try (Register register = new Register()) {
      register.organ(organ, "某办", Optional.empty());
    }
    await().untilAsserted(() -> get("/matrix?organ=" + organ + "&year=2024").statusCode(200));
    get("/matrix?organ=" + TestOrgans.coded("99999999999999999") + "&year=2024").statusCode(404);
    given()
        .auth()
        .oauth2(TestClient.FOREIGN_RECORDER.token())
        .get("/matrix?organ=" + organ + "&year=2024")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given().get("/matrix?organ=" + organ + "&year=2024").then().statusCode(401);
    given()
        .auth()
        .oauth2(TestClient.NOBODY.token())
        .get("/matrix?organ=" + organ + "&year=2024")
        .then()
        .statusCode(403);
  }

  @Test
  void every_wrong_parameter_is_named() {
    get("/matrix?organ=111411240123456714&year=24&scope=ALL&knownAt=2024-01-01")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", hasItem("knownAt"));
    get("/matrix?organ=111411240123456714&year=24&scope=ALL")
        .statusCode(400)
        .body("errors.field", hasSize(3))
        .body("errors.field", equalTo(java.util.List.of("organ", "year", "scope")));
    get("/matrix?organ=" + TestOrgans.OFFICE + "&from=2024-02-30&to=2024-01-01")
        .statusCode(400)
        .body("errors[0].field", equalTo("from"));
    get("/matrix?organ=" + TestOrgans.OFFICE + "&from=2024-02-01&to=2024-01-01")
        .statusCode(400)
        .body("errors[0].field", equalTo("to"));
    get("/matrix?organ=" + TestOrgans.OFFICE)
        .statusCode(400)
        .body("errors[0].field", equalTo("year"));
    get("/nowhere").statusCode(404).contentType("application/problem+json");
  }

  @Test
  void quarters_and_months_are_periods_and_the_level_takes_in_departments_alone() {
    String government = TestOrgans.coded("11141124012345501");
    String department = TestOrgans.coded("11141124012345502");
    String below = TestOrgans.coded("11141124012345503");
    String town = TestOrgans.coded("11141124012345504");
    try (Register register = new Register()) {
      register.organ(government, "某县人民政府", Optional.empty());
      register.organ(department, "某局", Optional.of(government));
      register.organ(below, "某局二级单位", Optional.of(department));
      register.organ(town, "某镇", Optional.of(government), OrganKind.TOWNSHIP);
      for (String organ : java.util.List.of(government, department, below, town)) {
        register.application(received(organ, "2024-05-02"));
      }
      register.application(received(government, "2024-04-01"));
    }
    await()
        .untilAsserted(
            () -> {
              assertThat(newly(government, "year=2024&scope=SUBTREE")).isEqualTo(5);
              assertThat(newly(government, "quarter=2024-Q2&scope=LEVEL")).isEqualTo(3);
              assertThat(newly(government, "month=2024-05&scope=LEVEL")).isEqualTo(2);
              assertThat(newly(government, "month=2024-04")).isEqualTo(1);
              assertThat(newly(government, "quarter=2024-Q3")).isZero();
              assertThat(newly(government, "quarter=2024-Q1&scope=LEVEL")).isZero();
            });
    get("/matrix?organ=" + government + "&quarter=2024-Q5")
        .statusCode(400)
        .body("errors.field", contains("quarter"));
    get("/matrix?organ=" + government + "&month=2024-13")
        .statusCode(400)
        .body("errors.field", contains("month"));
    get("/matrix?organ=" + government + "&month=2024-12&year=2024")
        .statusCode(400)
        .body("errors.field", contains("year"));
  }

  @Test
  void a_closed_year_asked_as_it_was_known_gives_the_same_figures_for_ever() throws Exception {
    String organ = TestOrgans.coded("11141124012345601");
    UUID id = UUID.randomUUID();
    try (Register register = new Register()) {
      register.organ(organ, "某署", Optional.empty());
      register.application(
          Register.application(
              id,
              1,
              organ,
              ApplicantType.NATURAL_PERSON,
              "2024-05-02",
              Optional.of(Outcome.NOT_HELD),
              Optional.of("2024-06-03"),
              Instant.parse("2024-06-03T08:00:00Z")));
      register.application(
          Register.application(
              id,
              2,
              organ,
              ApplicantType.NATURAL_PERSON,
              "2024-05-02",
              Optional.of(Outcome.DISCLOSED),
              Optional.of("2024-06-03"),
              Instant.parse("2025-03-01T08:00:00Z")));
    }
    await()
        .untilAsserted(
            () ->
                assertThat(matrix(organ, "year=2024").row(FormRow.DISCLOSED).total()).isEqualTo(1));
    Matrix then = matrix(organ, "year=2024&knownAt=2025-01-15T00:00:00Z");
    assertThat(then.row(FormRow.NOT_HELD).total()).isEqualTo(1);
    assertThat(then.row(FormRow.DISCLOSED).total()).isZero();
    assertThat(then.asOf()).isEqualTo("2025-01-15T00:00:00Z");
    get("/matrix/cell?organ="
            + organ
            + "&year=2024&row=NOT_HELD&column=TOTAL&knownAt=2025-01-15T00:00:00Z")
        .statusCode(200)
        .body("count", equalTo(1))
        .body("items.applicationId", contains(id.toString()))
        .body("items[0].version", equalTo(1));
    get("/matrix?organ=" + organ + "&year=2024&knownAt=2999-01-15T00:00:00Z")
        .statusCode(400)
        .body("errors.field", contains("knownAt"));
  }

  @Test
  void a_corrected_receipt_counts_in_its_own_year_and_column_and_what_was_known_stays()
      throws Exception {
    String organ = TestOrgans.coded("11141124012345702");
    UUID id = UUID.randomUUID();
    Instant before = Instant.parse("2024-06-03T08:00:00Z");
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
      register.application(
          Register.application(
              id,
              2,
              organ,
              ApplicantType.NATURAL_PERSON,
              "2024-01-02",
              Optional.of(Outcome.NOT_HELD),
              Optional.of("2024-03-20"),
              before));
      await()
          .untilAsserted(
              () -> assertThat(received(organ, "year=2024", ApplicantType.NATURAL_PERSON)).isOne());
      register.application(
          Register.application(
              id,
              3,
              organ,
              ApplicantType.COMMERCIAL_ENTERPRISE,
              "2023-12-29",
              Optional.of(Outcome.NOT_HELD),
              Optional.of("2024-03-20"),
              Instant.parse("2025-02-03T08:00:00Z")));
    }
    await()
        .untilAsserted(
            () ->
                assertThat(received(organ, "year=2023", ApplicantType.COMMERCIAL_ENTERPRISE))
                    .isOne());
    Matrix year = matrix(organ, "year=2024");
    assertThat(year.row(FormRow.NEWLY_RECEIVED).total()).isZero();
    assertThat(year.row(FormRow.CARRIED_IN).counts().of(ApplicantType.COMMERCIAL_ENTERPRISE))
        .isOne();
    assertThat(year.row(FormRow.NOT_HELD).counts().of(ApplicantType.COMMERCIAL_ENTERPRISE)).isOne();
    assertThat(year.row(FormRow.NOT_HELD).total()).isOne();
    String known = "&knownAt=2025-01-01T00:00:00Z";
    assertThat(received(organ, "year=2024" + known, ApplicantType.NATURAL_PERSON)).isOne();
    assertThat(matrix(organ, "year=2023" + known).row(FormRow.NEWLY_RECEIVED).total()).isZero();
  }

  private long received(String organ, String period, ApplicantType type) throws Exception {
    return matrix(organ, period).row(FormRow.NEWLY_RECEIVED).counts().of(type);
  }

  @Test
  void a_cell_is_proved_by_its_applications_page_by_page() {
    String organ = TestOrgans.coded("11141124012345701");
    java.util.List<String> ids = new java.util.ArrayList<>();
    try (Register register = new Register()) {
      register.organ(organ, "某厅", Optional.empty());
      for (int i = 0; i < 7; i++) {
        ApplicationState state = received(organ, "2024-05-0" + (7 - i));
        ids.add(state.applicationId().toString());
        register.application(state);
      }
    }
    String cell =
        "/matrix/cell?organ=" + organ + "&year=2024&row=CARRIED_OUT&column=NATURAL_PERSON";
    await().untilAsserted(() -> get(cell).statusCode(200).body("count", equalTo(7)));
    java.util.List<String> found = new java.util.ArrayList<>();
    String next = cell + "&limit=3";
    while (next != null) {
      var page = get(next).statusCode(200).extract().jsonPath();
      assertThat(page.getInt("count")).isEqualTo(7);
      found.addAll(page.getList("items.applicationId"));
      next = page.getString("next");
    }
    java.util.Collections.reverse(ids);
    assertThat(found).containsExactlyElementsOf(ids);
    java.util.List<String> byId = ids.stream().sorted().toList();
    get(cell + "&after=" + organ + "_" + byId.get(3))
        .statusCode(200)
        .body("items.applicationId", equalTo(byId.subList(4, 7)))
        .body("next", org.hamcrest.Matchers.nullValue());
    get(cell).body("items[0].register", equalTo("/applications/" + found.get(0)));
    get("/matrix/cell?organ=" + organ + "&year=2024&row=X&column=Y&after=Z&limit=0")
        .statusCode(400)
        .body("errors.field", contains("row", "column", "after", "limit"));
    given().auth().oauth2(TestClient.FOREIGN_RECORDER.token()).get(cell).then().statusCode(404);
  }

  @Test
  void the_matrix_comes_as_csv_with_metadata_beside_it() throws Exception {
    String organ = TestOrgans.coded("11141124012345801");
    try (Register register = new Register()) {
      register.organ(organ, "某所", Optional.empty());
      register.application(received(organ, "2024-05-02"));
    }
    await().untilAsserted(() -> assertThat(newly(organ, "year=2024")).isEqualTo(1));
    var response =
        get("/matrix?organ=" + organ + "&year=2024&format=csv").statusCode(200).extract();
    assertThat(response.contentType()).startsWith("text/csv");
    java.util.List<String> lines =
        new String(response.asByteArray(), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(26);
    assertThat(lines.get(0))
        .isEqualTo(
            "\uFEFFcode,number,label,NATURAL_PERSON,COMMERCIAL_ENTERPRISE,"
                + "RESEARCH_INSTITUTION,PUBLIC_WELFARE_ORGANIZATION,LEGAL_SERVICE_PROVIDER,"
                + "OTHER_ORGANIZATION,TOTAL");
    assertThat(lines.get(1)).isEqualTo("NEWLY_RECEIVED,一,\"本年新收政府信息公开申请数量\",1,0,0,0,0,0,1");
    assertThat(response.header("Link"))
        .contains("format=csvw")
        .contains("rel=\"describedby\"")
        .contains("type=\"application/csvm+json\"");
    get("/matrix?organ=" + organ + "&year=2024&format=csvw")
        .statusCode(200)
        .contentType("application/csvm+json")
        .body("tableSchema.columns.name.size()", equalTo(10));
    get("/matrix?organ=" + organ + "&year=2024&format=xml")
        .statusCode(400)
        .body("errors.field", contains("format"));
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

  private long newly(String organ, String period) throws java.io.IOException {
    return matrix(organ, period).row(FormRow.NEWLY_RECEIVED).total();
  }

  @Test
  void an_unchanged_table_is_not_sent_again() {
    String organ = TestOrgans.coded("11141124012345444");
    try (Register register = new Register()) {
      register.organ(organ, "某院", Optional.empty());
    }
    await().untilAsserted(() -> get("/matrix?organ=" + organ + "&year=2024").statusCode(200));
    String tag = get("/matrix?organ=" + organ + "&year=2024").extract().header("ETag");
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .header("If-None-Match", tag)
        .get("/matrix?organ=" + organ + "&year=2024")
        .then()
        .statusCode(304);
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .header("If-Match", "\"another\"")
        .get("/matrix?organ=" + organ + "&year=2024")
        .then()
        .statusCode(412)
        .contentType("application/problem+json");
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .head("/live?organ=" + organ)
        .then()
        .statusCode(405);
  }

  private static DisputeState dispute(
      UUID id,
      long version,
      String organ,
      Optional<DisputeResult> result,
      Optional<String> closedOn) {
    return new DisputeState(
        id,
        version,
        new OrganCode(organ),
        DisputeKind.RECONSIDERATION,
        LocalDate.parse("2024-11-01"),
        Optional.empty(),
        result,
        closedOn.map(LocalDate::parse),
        Instant.EPOCH);
  }

  private static ValidatableResponse get(String path) {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get(path)
        .then();
  }

  private Matrix matrix(String organ, String period) throws java.io.IOException {
    return mapper.readValue(
        get("/matrix?organ=" + organ + "&" + period).statusCode(200).extract().asString(),
        Matrix.class);
  }

  private static String cells(Matrix matrix) {
    StringBuilder cells = new StringBuilder();
    matrix
        .rows()
        .forEach(
            row ->
                cells
                    .append(row.code())
                    .append(row.counts().byType().values())
                    .append(row.total())
                    .append('\n'));
    return cells.toString();
  }

  private static String cells(JsonNode published) {
    StringBuilder cells = new StringBuilder();
    for (FormRow row : FormRow.values()) {
      JsonNode figures = published.get("applications").get(row.name());
      java.util.List<Long> counts = new java.util.ArrayList<>();
      figures.get("counts").forEach(count -> counts.add(count.longValue()));
      cells.append(row).append(counts).append(figures.get("total").longValue()).append('\n');
    }
    return cells.toString();
  }

  private JsonNode published() throws java.io.IOException {
    try (InputStream figures = getClass().getResourceAsStream("/linxian-2024/figures.json")) {
      return mapper.readTree(figures);
    }
  }
}
