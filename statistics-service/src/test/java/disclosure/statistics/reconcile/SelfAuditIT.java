package disclosure.statistics.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import disclosure.edge.testing.Management;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.Register;
import disclosure.statistics.Servers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
class SelfAuditIT {

  @Inject DataSource database;

  @Test
  void one_more_or_less_in_any_cell_is_found() throws Exception {
    String organ = TestOrgans.coded("11141124012347101");
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
      register.application(
          Register.application(
              UUID.randomUUID(),
              1,
              organ,
              ApplicantType.RESEARCH_INSTITUTION,
              "2024-03-01",
              Optional.of(Outcome.NOT_HELD),
              Optional.of("2024-03-20")));
    }
    await()
        .untilAsserted(
            () ->
                given()
                    .auth()
                    .oauth2(TestClient.ANALYST.token())
                    .get("/matrix?year=2024&organ=" + organ)
                    .then()
                    .body("rows[0].total", equalTo(1)));
    audit().statusCode(200).body("wrongCells", equalTo(0));

    for (String row : new String[] {"NEWLY_RECEIVED", "NOT_HELD"}) {
      for (int by : new int[] {1, -1}) {
        plant(organ, row, by);
        audit()
            .body("wrongCells", equalTo(1))
            .body("examples[0].organ", equalTo(organ))
            .body("examples[0].row", equalTo(row))
            .body("examples[0].counted", equalTo(1 + by))
            .body("examples[0].recounted", equalTo(1));
        plant(organ, row, -by);
      }
    }
    // A cell that nothing stands behind is found too.
    change(
        "INSERT INTO daily_count SELECT ?, '2024-05-01', place, 1 FROM cell_place"
            + " WHERE form_row = 'DISCLOSED' AND applicant_type = 'NATURAL_PERSON'",
        organ);
    audit().body("wrongCells", equalTo(1)).body("examples.row", hasItem("DISCLOSED"));
    plant(organ, "DISCLOSED", -1);
    audit().body("wrongCells", equalTo(0));
    given()
        .auth()
        .oauth2(TestClient.ADMINISTRATOR.token())
        .get("/self-audit")
        .then()
        .statusCode(200)
        .body("wrongCells", equalTo(0));
    assertThat(Management.get("/q/metrics").asString())
        .contains("reconcile_drift_cells 0.0", "reconcile_last_success_timestamp");
  }

  @Test
  void a_fault_of_the_comparison_itself_is_told_from_an_outage() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Map<String, String> settings = Servers.running();
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setUrl(settings.get("DATABASE_URL"));
    nowhere.setUser(settings.get("DATABASE_USER"));
    nowhere.setPassword(settings.get("DATABASE_PASSWORD"));
    nowhere.setCurrentSchema("nowhere");
    new SelfAudit(nowhere, meters).scheduled();
    assertThat(failures(meters, "fault")).isEqualTo(1);

    PGSimpleDataSource away = new PGSimpleDataSource();
    away.setUrl("jdbc:postgresql://127.0.0.1:1/away");
    new SelfAudit(away, meters).scheduled();
    assertThat(failures(meters, "fault")).isEqualTo(1);
    assertThat(failures(meters, "outage")).isEqualTo(1);
  }

  private static double failures(SimpleMeterRegistry meters, String kind) {
    return meters.counter("background.failures", "work", "self-audit", "kind", kind).count();
  }

  @Test
  void one_more_or_less_in_a_sum_over_a_subtree_is_found_and_mended() throws Exception {
    String government = TestOrgans.coded("11141124012347200");
    String first = TestOrgans.coded("11141124012347201");
    try (Register register = new Register()) {
      register.organ(government, "某县人民政府", Optional.empty());
      for (int i = 1; i < 32; i++) {
        register.organ(
            TestOrgans.coded("111411240123472" + String.format(Locale.ROOT, "%02d", i)),
            "某局",
            Optional.of(government));
      }
      register.application(
          Register.application(
              UUID.randomUUID(),
              1,
              first,
              ApplicantType.RESEARCH_INSTITUTION,
              "2024-03-01",
              Optional.of(Outcome.NOT_HELD),
              Optional.of("2024-03-20")));
    }
    String sums =
        "SELECT count(*) FROM subtree_root JOIN subtree_count USING (organ_code)"
            + " WHERE organ_code = ?";
    await().until(() -> number(sums, government) > 0);
    subtree(government).body("rows[0].total", equalTo(1));
    audit().statusCode(200).body("wrongSums", not(hasItem(government)));

    // Two instead of one newly received by natural persons.
    change(
        "UPDATE subtree_count SET cells = '\\x0104'"
            + " WHERE organ_code = ? AND span = 'YEAR' AND starts_on = '2024-01-01'",
        government);
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/matrix?scope=SUBTREE&year=2025&organ=" + government)
        .then()
        .body("rows[1].counts.NATURAL_PERSON", equalTo(2));
    audit().body("wrongSums", hasItem(government));
    await().until(() -> number(sums, government) > 0);
    audit().body("wrongSums", not(hasItem(government)));
    subtree(government).body("rows[0].total", equalTo(1));
  }

  private static ValidatableResponse subtree(String organ) {
    return given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/matrix?scope=SUBTREE&year=2024&organ=" + organ)
        .then()
        .statusCode(200);
  }

  private long number(String sql, String organ) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, organ);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Test
  void it_is_the_administrators() {
    given().post("/self-audit").then().statusCode(401);
    given().auth().oauth2(TestClient.ANALYST.token()).post("/self-audit").then().statusCode(403);
  }

  private static ValidatableResponse audit() {
    return given().auth().oauth2(TestClient.ADMINISTRATOR.token()).post("/self-audit").then();
  }

  /** Makes the count of a row that the organ has other than it is. */
  private void plant(String organ, String row, int by) throws Exception {
    change(
        "INSERT INTO daily_count SELECT organ_code, day, place, "
            + by
            + " FROM daily_count JOIN cell_place USING (place) WHERE organ_code = ? AND form_row = '"
            + row
            + "' LIMIT 1",
        organ);
  }

  private void change(String sql, String organ) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, organ);
      assertThat(statement.executeUpdate()).isPositive();
    }
  }
}
