package disclosure.requests.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.Servers;
import disclosure.requests.TestDirectory;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.requests.transaction.RowSecurity;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that forget whose records they may read. */
@QuarkusTest
class RowSecurityIT {

  @Inject DataSource database;
  @Inject RegisterReader reader;

  private final String mine = TestOrgans.fresh();
  private final String other = TestOrgans.fresh();

  @BeforeEach
  void records() {
    for (String organ : new String[] {mine, other}) {
      TestDirectory.put(organ, "某局", "DEPARTMENT", "");
      String id =
          given()
              .auth()
              .oauth2(TestClient.RECORDER.token())
              .contentType("application/json")
              .body(
                  Map.of(
                      "organCode", organ,
                      "sourceReference", "甲-1",
                      "receivedOn", "2024-01-08",
                      "channel", "ONLINE",
                      "applicant", Map.of("type", "NATURAL_PERSON")))
              .post("/applications")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      given()
          .auth()
          .oauth2(TestClient.RECORDER.token())
          .contentType("application/json")
          .header("Idempotency-Key", "键-1")
          .body(
              Map.of("type", "CORRECTION_REQUESTED", "on", "2024-01-10", "deadline", "2024-02-01"))
          .post("/applications/" + id + "/steps")
          .then()
          .statusCode(200);
      given()
          .auth()
          .oauth2(TestClient.RECORDER.token())
          .contentType("application/json")
          .body(
              Map.of(
                  "organCode", organ,
                  "sourceReference", "乙-1",
                  "kind", "RECONSIDERATION",
                  "acceptedOn", "2024-03-01"))
          .post("/disputes")
          .then()
          .statusCode(201);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application", "application_step", "step_intake", "dispute"})
  void only_records_within_the_reach_are_seen(String table) throws Exception {
    String all = "SELECT count(*) FROM requests." + table;
    String others =
        table.endsWith("step") || table.equals("step_intake")
            ? all
                + " JOIN requests.application ON id = application_id WHERE organ_code <> '"
                + mine
                + "'"
            : all + " WHERE organ_code <> '" + mine + "'";
    assertThat(asOwner(others)).isPositive();
    assertThat(reader.<Long>directory(connection -> number(connection, all))).isZero();
    assertThat(read(new Reach(false, Set.of()), all)).isZero();
    Reach own = new Reach(false, Set.of(new OrganCode(mine)));
    assertThat(read(own, all)).isEqualTo(1);
    Reach both = new Reach(false, Set.of(new OrganCode(mine), new OrganCode(other)));
    assertThat(read(both, all)).isEqualTo(2);
    assertThat(read(Reach.EVERYTHING, all)).isEqualTo(asOwner(all));
  }

  @Test
  void the_reach_ends_with_the_transaction() throws Exception {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      RowSecurity.restrict(connection, Reach.EVERYTHING);
      assertThat(number(connection, "SELECT count(*) FROM requests.application")).isPositive();
      connection.commit();
      assertThat(number(connection, "SELECT count(*) FROM requests.application")).isZero();
      connection.rollback();
    }
  }

  @Test
  void nothing_is_changed_or_written_beyond_the_reach() throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      RowSecurity.restrict(connection, new Reach(false, Set.of(new OrganCode(mine))));
      assertThat(
              statement.executeUpdate(
                  "UPDATE requests.application SET version = 99 WHERE organ_code = '"
                      + other
                      + "'"))
          .isZero();
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      """
                      INSERT INTO requests.application
                        (id, version, organ_code, source_client, source_reference, received_on,
                         channel, logged_applicant_type, imported, recorded_at, changed_at,
                         applicant_type, status, due_provisional, extended, content_digest, answer)
                      VALUES (gen_random_uuid(), 1, '%s', 'x', 'y', current_date, 'ONLINE',
                              'NATURAL_PERSON', false, now(), now(), 'NATURAL_PERSON', 'RECEIVED',
                              false, false, '', '')
                      """
                          .replace("%s", other)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("row-level security");
      connection.rollback();
    }
  }

  private long read(Reach reach, String query) throws SQLException {
    return reader.<Long>read(reach, connection -> number(connection, query));
  }

  private static long asOwner(String query) throws SQLException {
    Map<String, String> settings = Servers.running();
    try (Connection connection =
        DriverManager.getConnection(
            settings.get("DATABASE_URL"),
            settings.get("DATABASE_OWNER_USER"),
            settings.get("DATABASE_OWNER_PASSWORD"))) {
      return number(connection, query);
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
