package disclosure.statistics.matrix;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.statistics.Register;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WarmMatricesIT {

  @Inject DataSource database;

  @TestHTTPResource URI address;

  @Test
  void what_anybody_wrote_is_in_the_next_answer() throws Exception {
    String organ = TestOrgans.coded("11141124012349101");
    known(organ);
    for (int count = 2; count <= 20; count++) {
      plant(organ, 1);
      matrix(TestClient.ANALYST, organ).body("rows[0].total", equalTo(count));
      matrix(TestClient.ANALYST, organ).body("rows[0].total", equalTo(count));
    }
    plant(organ, -19);
    matrix(TestClient.ANALYST, organ).body("rows[0].total", equalTo(1));
  }

  @Test
  void what_another_instance_made_of_the_organs_is_in_the_next_answer() throws Exception {
    String organ = TestOrgans.coded("11141124012349102");
    known(organ);
    matrix(TestClient.ANALYST, organ).body("organName", equalTo("某局"));
    try (Connection other = database.getConnection();
        Statement change = other.createStatement()) {
      other.setAutoCommit(false);
      change.executeUpdate("UPDATE organ_state SET name = '新局' WHERE organ_code = '" + organ + "'");
      change.executeUpdate("UPDATE organ_revision SET revision = gen_random_uuid()");
      other.commit();
    }
    matrix(TestClient.ANALYST, organ).body("organName", equalTo("新局"));
  }

  @Test
  void an_answer_tells_its_own_moment_and_keeps_its_tag() throws Exception {
    String organ = TestOrgans.coded("11141124012349201");
    known(organ);
    String tag = matrix(TestClient.ANALYST, organ).extract().header("ETag");
    for (int i = 0; i < 3; i++) {
      Instant before = now();
      var answer = matrix(TestClient.ANALYST, organ).extract();
      assertThat(Instant.parse(answer.jsonPath().getString("asOf"))).isBetween(before, now());
      assertThat(answer.header("ETag")).isEqualTo(tag);
    }
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .header("If-None-Match", tag)
        .get("/matrix?year=2024&organ=" + organ)
        .then()
        .statusCode(304)
        .header("ETag", tag);
  }

  @Test
  void what_is_kept_is_not_shown_to_those_who_may_not_see_it() throws Exception {
    String organ = TestOrgans.coded("11141124012349301");
    known(organ);
    matrix(TestClient.ANALYST, organ).statusCode(200);
    matrix(TestClient.ANALYST, organ).statusCode(200);
    matrix(TestClient.FOREIGN_RECORDER, organ).statusCode(404);
    matrix(TestClient.RECORDER_OF_NOTHING, organ).statusCode(404);
    given().get("/matrix?year=2024&organ=" + organ).then().statusCode(401);
  }

  @Test
  void what_nobody_changed_is_answered_without_reading_the_counts() throws Exception {
    String organ = TestOrgans.coded("11141124012349401");
    known(organ);
    // Anything that is written meanwhile, such as statistics of a table, makes it read again.
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(
            () -> {
              matrix(TestClient.ANALYST, organ).statusCode(200);
              try (Connection other = database.getConnection();
                  Statement lock = other.createStatement()) {
                other.setAutoCommit(false);
                lock.execute("LOCK TABLE daily_count IN ACCESS EXCLUSIVE MODE");
                try {
                  return impatient(organ) == 200;
                } finally {
                  other.rollback();
                }
              }
            });
  }

  private int impatient(String organ) throws Exception {
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address.resolve("/matrix?year=2024&organ=" + organ))
                    .header("Authorization", "Bearer " + TestClient.ANALYST.token())
                    .timeout(Duration.ofSeconds(2))
                    .build(),
                BodyHandlers.discarding());
    return answer.statusCode();
  }

  private void plant(String organ, int by) throws Exception {
    try (Connection other = database.getConnection();
        PreparedStatement change =
            other.prepareStatement(
                "INSERT INTO daily_count SELECT ?, '2024-03-01', place, ? FROM cell_place"
                    + " WHERE form_row = 'NEWLY_RECEIVED' AND applicant_type = 'NATURAL_PERSON'")) {
      change.setString(1, organ);
      change.setInt(2, by);
      assertThat(change.executeUpdate()).isEqualTo(1);
    }
  }

  private void known(String organ) {
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
      register.application(
          Register.application(
              UUID.randomUUID(),
              1,
              organ,
              ApplicantType.NATURAL_PERSON,
              "2024-03-01",
              Optional.empty(),
              Optional.empty()));
    }
    await()
        .untilAsserted(
            () ->
                matrix(TestClient.ANALYST, organ)
                    .statusCode(200)
                    .body("rows[0].total", equalTo(1)));
  }

  private Instant now() throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private static ValidatableResponse matrix(TestClient client, String organ) {
    return given().auth().oauth2(client.token()).get("/matrix?year=2024&organ=" + organ).then();
  }
}
