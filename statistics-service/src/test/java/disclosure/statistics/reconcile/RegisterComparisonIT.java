package disclosure.statistics.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.Management;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.Register;
import disclosure.statistics.Servers;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.count.CellIndex;
import disclosure.statistics.organ.OrganTrees;
import disclosure.storage.Sql;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegisterComparisonIT {

  private static final String GOVERNMENT = TestOrgans.coded("11141124012349800");
  private static final String BUREAU = TestOrgans.coded("11141124012349801");
  private static final String OFFICE = TestOrgans.coded("11141124012349802");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Inject DataSource database;
  @Inject RegisterTally register;
  @Inject ObjectMapper mapper;
  @Inject Clock clock;
  @Inject OidcClients clients;

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  String issuer;

  @BeforeEach
  void publish() {
    try (Register topics = new Register()) {
      topics.organ(GOVERNMENT, "某县人民政府", Optional.empty());
      topics.organ(BUREAU, "某局", Optional.of(GOVERNMENT));
      topics.organ(OFFICE, "某办", Optional.of(GOVERNMENT));
      for (int i = 0; i < 3; i++) {
        topics.application(
            Register.application(
                new UUID(98, i),
                1,
                BUREAU,
                ApplicantType.values()[i],
                "2024-03-01",
                Optional.of(Outcome.values()[i]),
                Optional.of("2024-03-20")));
      }
    }
    await()
        .untilAsserted(
            () ->
                given()
                    .auth()
                    .oauth2(TestClient.ANALYST.token())
                    .get("/matrix?year=2024&scope=SUBTREE&organ=" + GOVERNMENT)
                    .then()
                    .statusCode(200)
                    .body("rows[0].total", equalTo(3)));
    // The register counts the same, for every organ, year and scope.
    int first = Math.min(2024, firstYear());
    for (int year = first; year <= LocalDate.now(clock).getYear(); year++) {
      for (String organ : List.of(GOVERNMENT, BUREAU, OFFICE)) {
        tell(organ, year, "OWN", organ.equals(BUREAU) ? 1 : 0);
        tell(organ, year, "SUBTREE", organ.equals(OFFICE) ? 0 : 1);
      }
    }
  }

  @Test
  void what_both_count_the_same_is_right() {
    compare("?organ=" + GOVERNMENT)
        .statusCode(200)
        .body("wrongCells", equalTo(0))
        .body("examples", empty())
        .body("unknownOrgans", empty());
  }

  @Test
  void one_more_or_less_in_any_cell_is_found() throws Exception {
    for (FormRow row : FormRow.values()) {
      if (row.outcome().isPresent() || row == FormRow.NEWLY_RECEIVED) {
        assertThat(planted(row, ApplicantType.OTHER_ORGANIZATION, 1).examples())
            .contains(wrong(row, ApplicantType.OTHER_ORGANIZATION, 1, 0));
      }
    }
    for (int i = 0; i < 3; i++) {
      FormRow row = FormRow.of(Outcome.values()[i]);
      ApplicantType type = ApplicantType.values()[i];
      assertThat(planted(row, type, -1).examples()).contains(wrong(row, type, 0, 1));
      // More would be concluded than was received: no table can be made of that.
      assertThat(planted(FormRow.NEWLY_RECEIVED, type, -1).impossibleTables())
          .containsExactly(BUREAU + " 2024");
    }
    assertThat(once(GOVERNMENT).isNone()).isTrue();
  }

  @Test
  void the_organ_that_is_wrong_is_named_among_those_below() throws Exception {
    plant(FormRow.NEWLY_RECEIVED, ApplicantType.NATURAL_PERSON, 1);
    try {
      assertThat(once(GOVERNMENT).examples())
          .extracting(RegisterDrift.WrongCell::organ)
          .containsOnly(BUREAU);
    } finally {
      plant(FormRow.NEWLY_RECEIVED, ApplicantType.NATURAL_PERSON, -1);
    }
  }

  @Test
  void an_impossible_table_that_others_make_up_for_is_named_and_the_others_are_compared()
      throws Exception {
    ApplicantType type = ApplicantType.OTHER_ORGANIZATION;
    plant(GOVERNMENT, FormRow.DISCLOSED, type, 1);
    plant(OFFICE, FormRow.NEWLY_RECEIVED, type, 1);
    try {
      RegisterDrift drift = once(GOVERNMENT);
      assertThat(drift.impossibleTables()).containsExactly(GOVERNMENT + " 2024");
      assertThat(drift.examples()).extracting(RegisterDrift.WrongCell::organ).containsOnly(OFFICE);
    } finally {
      plant(GOVERNMENT, FormRow.DISCLOSED, type, -1);
      plant(OFFICE, FormRow.NEWLY_RECEIVED, type, -1);
    }
  }

  @Test
  void an_answer_that_the_register_never_should_give_is_no_fault_of_the_counts() {
    ObjectNode tally = mapper.createObjectNode();
    var rows = tally.putArray("rows");
    for (FormRow row : FormRow.values()) {
      rows.addObject().put("code", row.name()).putObject("counts").put("NATURAL_PERSON", 0);
    }
    tell(OFFICE, 2024, "SUBTREE", tally);
    assertSetAside(once(OFFICE));

    for (JsonNode row : rows) {
      for (ApplicantType type : ApplicantType.values()) {
        ((ObjectNode) row.get("counts")).put(type.name(), -1);
      }
    }
    tell(OFFICE, 2024, "SUBTREE", tally);
    assertSetAside(once(OFFICE));
  }

  @Test
  void a_table_that_cannot_be_compared_is_set_aside_and_the_others_are_compared() throws Exception {
    tell(GOVERNMENT, 2024, "SUBTREE", mapper.createObjectNode());
    plant(FormRow.NEWLY_RECEIVED, ApplicantType.NATURAL_PERSON, 1);
    try {
      RegisterDrift drift = once(GOVERNMENT);
      assertThat(drift.notCompared()).isEqualTo(1);
      assertThat(drift.notComparedExamples())
          .extracting(RegisterDrift.NotCompared::organ)
          .containsExactly(GOVERNMENT);
      assertThat(drift.notComparedExamples().get(0).cause()).startsWith("TableNotCompared at ");
      assertThat(drift.examples())
          .contains(wrong(FormRow.NEWLY_RECEIVED, ApplicantType.NATURAL_PERSON, 2, 1));
      assertThat(drift.isNone()).isFalse();
    } finally {
      plant(FormRow.NEWLY_RECEIVED, ApplicantType.NATURAL_PERSON, -1);
    }
  }

  @Test
  void an_application_of_the_regulation_s_first_year_is_compared_from_its_first_day()
      throws Exception {
    plant(BUREAU, "2008-06-02", FormRow.NEWLY_RECEIVED, ApplicantType.NATURAL_PERSON, 1);
    try {
      tell(BUREAU, LocalDate.of(2008, 5, 1), "SUBTREE", 0);
      tell(BUREAU, LocalDate.of(2008, 5, 1), "OWN", 0);
      for (int year = 2009; year < 2024; year++) {
        tell(BUREAU, year, "SUBTREE", 0);
        tell(BUREAU, year, "OWN", 0);
      }
      RegisterDrift drift = once(BUREAU);
      assertThat(drift.notCompared()).isZero();
      assertThat(drift.unknownOrgans()).isEmpty();
      assertThat(drift.examples())
          .contains(
              new RegisterDrift.WrongCell(
                  BUREAU,
                  2008,
                  Scope.OWN,
                  FormRow.NEWLY_RECEIVED,
                  ApplicantType.NATURAL_PERSON,
                  1,
                  0));
    } finally {
      plant(BUREAU, "2008-06-02", FormRow.NEWLY_RECEIVED, ApplicantType.NATURAL_PERSON, -1);
    }
  }

  @Test
  void an_organ_of_a_kind_that_nobody_knows_stops_no_answer() throws Exception {
    String odd = TestOrgans.coded("11141124012349804");
    try (Register topics = new Register()) {
      topics.organ(odd, "某院", Optional.of(GOVERNMENT));
    }
    await().untilAsserted(() -> assertThat(kind(odd, "kind = kind")).isEqualTo(1));
    try {
      kind(odd, "kind = 'COMMISSION', formerly = '[{\"kind\":\"COMMISSION\"}]'");
      given()
          .auth()
          .oauth2(TestClient.ANALYST.token())
          .get("/matrix?year=2024&scope=SUBTREE&organ=" + GOVERNMENT)
          .then()
          .statusCode(200)
          .body("rows[0].total", equalTo(3));
      assertThat(Management.metric("organs_unreadable")).isEqualTo(1);
    } finally {
      kind(odd, "kind = 'OTHER', formerly = '[]'");
    }
  }

  private int kind(String organ, String change) throws Exception {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      int changed =
          Sql.of(connection, "UPDATE organ_state SET " + change + " WHERE organ_code = :organ")
              .with("organ", organ)
              .update();
      OrganTrees.changed(connection);
      connection.commit();
      return changed;
    }
  }

  private static void assertSetAside(RegisterDrift drift) {
    assertThat(drift.notComparedExamples())
        .extracting(RegisterDrift.NotCompared::organ)
        .contains(OFFICE);
  }

  @Test
  void an_issuer_that_is_away_is_waited_for_and_one_that_refuses_is_told() {
    Period year = Period.ofYear(2024);
    RegisterTally away =
        new RegisterTally(settings("secret"), clients, "http://127.0.0.1:1", mapper);
    assertThatExceptionOfType(RegisterAway.class)
        .isThrownBy(() -> away.rows(OFFICE, year, Scope.OWN));

    RegisterTally refused = new RegisterTally(settings("another"), clients, issuer, mapper);
    assertThatIllegalStateException().isThrownBy(() -> refused.rows(OFFICE, year, Scope.OWN));
  }

  private static RegisterSettings settings(String secret) {
    return RegisterTallyTest.settings(
        Map.of(
            "disclosure.register.url",
            Servers.running().get("REQUESTS_URL"),
            "disclosure.register.client-id",
            TestClient.ANALYST.id(),
            "disclosure.register.client-secret",
            secret));
  }

  @Test
  void an_organ_that_the_register_does_not_know_is_named() {
    String unknown = TestOrgans.coded("11141124012349803");
    compare("?organ=" + unknown).statusCode(200).body("unknownOrgans", contains(unknown));
  }

  @Test
  void it_is_the_administrators() {
    given().post("/register-comparison").then().statusCode(401);
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .post("/register-comparison")
        .then()
        .statusCode(403);
    compare("?organ=123").statusCode(400).body("errors.field", hasItem("organ"));
    assertThat(Management.get("/q/metrics").asString()).contains("reconcile_register_cells");
  }

  private RegisterDrift planted(FormRow row, ApplicantType type, int by) throws Exception {
    // What is concluded has been received, or the table would be impossible.
    boolean received = row.outcome().isPresent() && by > 0;
    plant(row, type, by);
    if (received) {
      plant(FormRow.NEWLY_RECEIVED, type, 1);
    }
    try {
      return new RegisterComparison(database, register, 1, 0)
          .run(new RegisterComparison.Part(2024, BUREAU), NOW);
    } finally {
      plant(row, type, -by);
      if (received) {
        plant(FormRow.NEWLY_RECEIVED, type, -1);
      }
    }
  }

  private static RegisterDrift.WrongCell wrong(
      FormRow row, ApplicantType type, long counted, long register) {
    return new RegisterDrift.WrongCell(BUREAU, 2024, Scope.OWN, row, type, counted, register);
  }

  private RegisterDrift once(String organ) {
    return new RegisterComparison(database, register, 1, 0)
        .run(Optional.of(new OrganCode(organ)), 2024, NOW);
  }

  private int firstYear() {
    return disclosure.statistics.operations.Snapshot.of(database, FirstYear::read).orElse(2024);
  }

  private static ValidatableResponse compare(String query) {
    return given()
        .auth()
        .oauth2(TestClient.ADMINISTRATOR.token())
        .post("/register-comparison" + query)
        .then();
  }

  /** Three applications with three types and outcomes, as they are or as none. */
  private void tell(String organ, int year, String scope, int times) {
    tell(organ, first(year), scope, year == 2024 ? times : 0);
  }

  /** The first day of the year on which there could be applications. */
  private static LocalDate first(int year) {
    return year == 2008 ? LocalDate.of(2008, 5, 1) : LocalDate.of(year, 1, 1);
  }

  private void tell(String organ, LocalDate from, String scope, int counted) {
    ObjectNode tally = mapper.createObjectNode();
    var rows = tally.putArray("rows");
    for (FormRow row : FormRow.values()) {
      ObjectNode counts = rows.addObject().put("code", row.name()).putObject("counts");
      for (ApplicantType type : ApplicantType.values()) {
        boolean received = type.ordinal() < 3;
        boolean ended =
            received && row.outcome().map(Outcome::ordinal).orElse(-1).equals(type.ordinal());
        boolean in =
            ended || received && (row == FormRow.NEWLY_RECEIVED || row == FormRow.CONCLUDED);
        counts.put(type.name(), in ? counted : 0);
      }
    }
    tell(organ, from, scope, tally);
  }

  private static void tell(String organ, int year, String scope, JsonNode tally) {
    tell(organ, first(year), scope, tally);
  }

  private static void tell(String organ, LocalDate from, String scope, JsonNode tally) {
    URI place =
        URI.create(
            Servers.running().get("REQUESTS_URL")
                + "/tally?organ="
                + organ
                + "&from="
                + from
                + "&to="
                + from.getYear()
                + "-12-31&scope="
                + scope);
    HttpRequest put =
        HttpRequest.newBuilder(place).PUT(BodyPublishers.ofString(tally.toString())).build();
    assertThat(HTTP.sendAsync(put, BodyHandlers.discarding()).join().statusCode()).isEqualTo(204);
  }

  private void plant(FormRow row, ApplicantType type, int by) throws Exception {
    plant(BUREAU, row, type, by);
  }

  private void plant(String organ, FormRow row, ApplicantType type, int by) throws Exception {
    plant(organ, "2024-05-06", row, type, by);
  }

  private void plant(String organ, String day, FormRow row, ApplicantType type, int by)
      throws Exception {
    try (Connection connection = database.getConnection()) {
      Sql.of(connection, "INSERT INTO daily_count VALUES (:organ, :day, :place, :n)")
          .with("organ", organ)
          .with("day", LocalDate.parse(day))
          .with("place", CellIndex.of(row, type))
          .with("n", by)
          .update();
    }
  }
}
