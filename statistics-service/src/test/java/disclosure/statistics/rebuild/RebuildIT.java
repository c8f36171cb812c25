package disclosure.statistics.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.HungDatabase;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeState;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.Register;
import disclosure.statistics.Servers;
import disclosure.statistics.channel.KafkaConnection;
import disclosure.storage.DatabaseWatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
class RebuildIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @Inject DataSource database;
  @Inject Flyway migrations;
  @Inject CountsOwner login;
  @Inject DatabaseWatch watch;

  @Test
  void a_wrong_count_is_right_after_a_rebuild_and_nobody_sees_another_wrong_one() throws Exception {
    String government = TestOrgans.coded("11141124012349900");
    String busy = TestOrgans.coded("11141124012349901");
    String wrong = TestOrgans.coded("11141124012349902");
    UUID corrected = UUID.randomUUID();
    UUID moved = UUID.randomUUID();
    AtomicBoolean posting = new AtomicBoolean(true);
    AtomicInteger posted = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Register register = new Register()) {
      register.organ(government, "某县人民政府", Optional.empty());
      register.organ(busy, "某局", Optional.of(government));
      register.organ(wrong, "某办", Optional.of(government));
      register.application(
          concluded(corrected, 1, wrong, Outcome.NOT_HELD, "2024-04-01T00:00:00Z"));
      register.application(
          concluded(corrected, 2, wrong, Outcome.DISCLOSED, "2025-04-01T00:00:00Z"));
      register.application(concluded(moved, 1, wrong, Outcome.NOT_HELD, "2024-04-01T00:00:00Z"));
      register.application(
          concluded(moved, 2, government, Outcome.NOT_HELD, "2025-04-01T00:00:00Z"));
      register.dispute(dispute(wrong));
      await().untilAsserted(() -> received(wrong).body("rows[0].total", equalTo(1)));
      await().untilAsserted(() -> received(busy));
      change(
          "INSERT INTO daily_count SELECT organ_code, day, place, 1 FROM daily_count"
              + " JOIN cell_place USING (place)"
              + " WHERE organ_code = ? AND form_row = 'NEWLY_RECEIVED' LIMIT 1",
          wrong);
      received(wrong).body("rows[0].total", equalTo(2));
      await().until(() -> marks(moved) == 1);
      change("UPDATE application_history SET elsewhere = false WHERE organ_code = ?", wrong);

      Future<?> poster = threads.submit(() -> post(register, busy, posting, posted));
      List<Future<Integer>> readers = new ArrayList<>();
      for (String scope : List.of("OWN", "SUBTREE")) {
        readers.add(
            threads.submit(
                () -> watch(scope.equals("OWN") ? busy : government, scope, posting, posted)));
      }
      await().until(() -> posted.get() > 20);

      JsonPath done = rebuild();

      assertThat(done.getLong("differingCells")).isPositive();
      assertThat(done.getLong("recordsRead")).isEqualTo(done.getLong("recordsInAll")).isPositive();
      received(wrong).body("rows[0].total", equalTo(1));
      int before = posted.get();
      await().until(() -> posted.get() > before + 20);
      posting.set(false);
      poster.get();
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isGreaterThan(5);
      }
    } finally {
      posting.set(false);
      threads.shutdownNow();
    }
    await().untilAsserted(() -> received(busy).body("rows[0].total", equalTo(posted.get())));
    assertThat(rowsOf(busy)).isEqualTo(posted.get());
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/matrix?year=2024&knownAt=2025-01-01T00:00:00Z&organ=" + wrong)
        .then()
        .body("rows.find { it.code == 'NOT_HELD' }.total", equalTo(2));
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/disputes?year=2024&organ=" + wrong)
        .then()
        .body("rows[0].pending", equalTo(1));
    await().untilAsserted(() -> assertThat(schemas()).isEqualTo(1));
  }

  @Test
  void the_service_still_may_not_delete_states_and_indexes_have_their_names() throws Exception {
    rebuild();
    assertThat(
            number(
                "SELECT count(*) FROM pg_indexes WHERE schemaname = ? AND indexname IN"
                    + " ('application_state_cell', 'application_state_pkey',"
                    + " 'application_state_charged', 'dispute_state_organ')",
                "statistics"))
        .isEqualTo(4);
    String privilege = "SELECT has_table_privilege('statistics.application_state', ?)::int";
    assertThat(number(privilege, "DELETE")).isZero();
    assertThat(number(privilege, "UPDATE")).isEqualTo(1);
  }

  @Test
  void there_is_one_at_a_time_and_it_is_the_administrators() {
    given().auth().oauth2(TestClient.ANALYST.token()).post("/rebuild").then().statusCode(403);
    given().get("/rebuild").then().statusCode(401);
    start().statusCode(202);
    start().statusCode(409).body("type", equalTo("/problems/rebuild-under-way"));
    finished();
  }

  @Test
  void one_that_could_not_be_noted_is_in_nobodys_way() throws Exception {
    asOwner("ALTER TABLE rebuild RENAME TO rebuild_away");
    try {
      start().statusCode(500);
    } finally {
      asOwner("ALTER TABLE rebuild_away RENAME TO rebuild");
    }

    rebuild();
  }

  @Test
  void one_whose_instance_was_killed_is_told_as_failed_and_its_schema_goes() throws Exception {
    UUID killed = UUID.randomUUID();
    asOwner(
        "SET ROLE statistics_rebuild; CREATE SCHEMA statistics_shadow_"
            + killed.toString().replace("-", ""));
    asOwner(
        "INSERT INTO rebuild (id, state, claimed_until) VALUES ('"
            + killed
            + "', 'READING', now() - interval '1 second')");

    await().atMost(TIMEOUT).until(() -> progress().getString("state").equals("FAILED"));

    assertThat(progress().getString("cause")).contains("the instance that made it has ended");
    await().untilAsserted(() -> assertThat(schemas()).isEqualTo(1));
    rebuild();
  }

  @Test
  void one_that_hears_nothing_of_the_database_is_let_go_once_its_claim_has_run_out()
      throws Exception {
    Rebuild second = instance();
    try (Connection holder = owner();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(" + 0x7265_6275_696c_64L + ")");
      second.start();
      await()
          .until(
              () ->
                  number(
                          "SELECT count(*) FROM pg_locks" + " WHERE locktype = ? AND NOT granted",
                          "advisory")
                      > 0);
      asOwner("UPDATE rebuild SET claimed_until = now() WHERE finished_at IS NULL");

      second.beat();

      assertThat(second.isUnderWay()).isFalse();
      await().atMost(TIMEOUT).until(() -> progress().getString("state").equals("FAILED"));
      start().statusCode(202);
    }
    finished();
  }

  /**
   * As whoever is done is between his commit and the end of clearing up, or heard nothing of it.
   */
  @Test
  void one_that_is_done_is_not_told_as_failed_whatever_comes_after() throws Exception {
    Rebuild second = instance();
    List<String> told = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            // The application's own looks for others meanwhile, and may tell of the database.
            if (line.getLoggerName().equals(Rebuild.class.getName())
                && line.getMessage().matches("The (counts|claim).*")) {
              told.add(line.getLevel() + " " + line.getMessage());
            }
          }

          @Override
          public void flush() {
            // Nothing is held back.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    Logger.getLogger("").addHandler(handler);
    try (Connection holder = owner();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(" + 0x7265_6275_696c_64L + ")");
      second.start();
      await()
          .until(
              () ->
                  number(
                          "SELECT count(*) FROM pg_locks WHERE locktype = ? AND NOT granted",
                          "advisory")
                      > 0);
      asOwner("UPDATE rebuild SET state = 'DONE', finished_at = now() WHERE finished_at IS NULL");

      second.beat();

      assertThat(second.isUnderWay()).isTrue();
      holder.rollback();
      await().atMost(TIMEOUT).until(() -> !second.isUnderWay());
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    assertThat(progress().getString("state")).isEqualTo("DONE");
    assertThat(told)
        .isNotEmpty()
        .allMatch(line -> line.startsWith("INFO The counts were made anew"));
    rebuild();
  }

  @Test
  void one_that_waits_for_a_database_that_hangs_is_let_go_and_another_can_be_made()
      throws Exception {
    Rebuild second = instance(Duration.ofSeconds(5));
    try (Connection holder = owner();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(" + 0x7265_6275_696c_64L + ")");
      second.start();
      await()
          .until(
              () ->
                  number(
                          "SELECT count(*) FROM pg_locks WHERE locktype = ? AND NOT granted",
                          "advisory")
                      > 0);

      HungDatabase.during(() -> await().atMost(TIMEOUT).until(() -> !second.isUnderWay()));
    }
    await().atMost(TIMEOUT).until(() -> ended());
    rebuild();
  }

  /** The database answers again, and the claim has run out. */
  private static boolean ended() {
    return given()
        .auth()
        .oauth2(TestClient.ADMINISTRATOR.token())
        .get("/rebuild")
        .asString()
        .contains("FAILED");
  }

  @Test
  void one_that_was_taken_for_dead_changes_nothing_any_more() throws Exception {
    Rebuild second = instance();
    try (Connection reader = owner();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("LOCK TABLE daily_count IN ACCESS SHARE MODE");
      String id = second.start().id().toString();
      start().statusCode(409);
      await().atMost(TIMEOUT).until(() -> progress().getString("state").equals("SWAPPING"));
      asOwner("UPDATE rebuild SET claimed_until = now() WHERE finished_at IS NULL");

      await().atMost(TIMEOUT).until(() -> progress().getString("state").equals("FAILED"));
      reader.rollback();

      await().atMost(TIMEOUT).until(() -> !second.isUnderWay());
      assertThat(progress().getString("id")).isEqualTo(id);
      assertThat(progress().getString("cause")).contains("the instance that made it has ended");
      await().untilAsserted(() -> assertThat(schemas()).isEqualTo(1));
    }
    rebuild();
  }

  /** Another instance's, which reads nothing from Kafka but what it rebuilds. */
  private Rebuild instance() {
    return instance(Rebuild.Limits.USUAL.claim());
  }

  private Rebuild instance(Duration claim) {
    Map<String, String> settings = Servers.running();
    return new Rebuild(
        database,
        migrations,
        login,
        KafkaConnection.to(settings.get("KAFKA_BOOTSTRAP_SERVERS")),
        settings.get("DATABASE_USER"),
        watch,
        new SimpleMeterRegistry(),
        new Rebuild.Limits(claim, Rebuild.Limits.USUAL.swap()));
  }

  private long schemas() throws Exception {
    return number("SELECT count(*) FROM pg_namespace WHERE nspname LIKE ?", "statistics%");
  }

  private static void asOwner(String sql) throws Exception {
    try (Connection connection = owner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection owner() throws Exception {
    Map<String, String> settings = Servers.running();
    return DriverManager.getConnection(
        settings.get("DATABASE_URL") + "?currentSchema=statistics",
        settings.get("DATABASE_OWNER_USER"),
        settings.get("DATABASE_OWNER_PASSWORD"));
  }

  private long marks(UUID application) throws Exception {
    return number(
        "SELECT count(*) FROM application_history WHERE elsewhere AND application_id = ?::uuid",
        application.toString());
  }

  private JsonPath rebuild() {
    start().statusCode(202);
    return finished();
  }

  private static ValidatableResponse start() {
    return given().auth().oauth2(TestClient.ADMINISTRATOR.token()).post("/rebuild").then();
  }

  private static JsonPath finished() {
    await()
        .atMost(TIMEOUT)
        .until(() -> List.of("DONE", "FAILED").contains(progress().getString("state")));
    assertThat(progress().getString("cause")).isNull();
    assertThat(progress().getString("state")).isEqualTo("DONE");
    return progress();
  }

  private static JsonPath progress() {
    return given()
        .auth()
        .oauth2(TestClient.ADMINISTRATOR.token())
        .get("/rebuild")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void post(
      Register register, String organ, AtomicBoolean posting, AtomicInteger posted) {
    while (posting.get()) {
      register.application(
          Register.application(
              UUID.randomUUID(),
              1,
              organ,
              ApplicantType.NATURAL_PERSON,
              "2024-05-02",
              Optional.empty(),
              Optional.empty()));
      posted.incrementAndGet();
    }
  }

  /** What is received grows; there is never less than was seen before, nor more than was posted. */
  private static Integer watch(
      String organ, String scope, AtomicBoolean posting, AtomicInteger posted) {
    int looks = 0;
    int seen = 0;
    while (posting.get()) {
      int now =
          given()
              .auth()
              .oauth2(TestClient.ANALYST.token())
              .get("/matrix?month=2024-05&scope=" + scope + "&organ=" + organ)
              .then()
              .statusCode(200)
              .extract()
              .path("rows[0].total");
      assertThat(now).isGreaterThanOrEqualTo(seen).isLessThanOrEqualTo(posted.get() + 1);
      seen = now;
      looks++;
    }
    return looks;
  }

  private static ValidatableResponse received(String organ) {
    return given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/matrix?year=2024&organ=" + organ)
        .then()
        .statusCode(200);
  }

  private static ApplicationState concluded(
      UUID id, long version, String organ, Outcome outcome, String recordedAt) {
    return Register.application(
        id,
        version,
        organ,
        ApplicantType.NATURAL_PERSON,
        "2024-03-01",
        Optional.of(outcome),
        Optional.of("2024-03-20"),
        Instant.parse(recordedAt));
  }

  private static DisputeState dispute(String organ) {
    return new DisputeState(
        UUID.randomUUID(),
        1,
        new OrganCode(organ),
        DisputeKind.RECONSIDERATION,
        LocalDate.parse("2024-06-03"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }

  private long rowsOf(String organ) throws Exception {
    return number("SELECT sum(n) FROM daily_count WHERE organ_code = ?", organ);
  }

  private long number(String sql, String parameter) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void change(String sql, String organ) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, organ);
      assertThat(statement.executeUpdate()).isPositive();
    }
  }
}
