package disclosure.statistics.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.Operations;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.statistics.Register;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of who may do what for which organ when, as it is kept for the statistics. */
@QuarkusTest
class StatisticsAccessIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** It was below the county until the end of August 2024. */
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final String MOVED = TestOrgans.coded("11141124012346033");

  /** What is read of one organ, with what else is to be asked. */
  private static final Map<String, String> OF_AN_ORGAN =
      Map.ofEntries(
          Map.entry("get /matrix", "year=2024"),
          Map.entry("get /matrix/cell", "year=2024&row=CONCLUDED&column=TOTAL"),
          Map.entry("get /matrix/organs", "year=2024"),
          Map.entry("get /matrices", "year=2024"),
          Map.entry("get /disputes", "year=2024"),
          Map.entry("get /timeliness", "year=2024"),
          Map.entry("get /channels", "year=2024"),
          Map.entry("get /open", "on=2024-05-06"),
          Map.entry("get /fees", "year=2024"),
          Map.entry("get /trend", "year=2024"),
          Map.entry("get /comparison", "year=2024"),
          Map.entry("get /ranking", "year=2024"),
          Map.entry("get /live", "year=2024"),
          Map.entry("post /live/tickets", "year=2024"));

  /** Says to everybody with a role what he may do. */
  private static final String VISIBILITY = "get /visibility";

  /** What is about all organs at once, though one of them may be named. */
  private static final Set<String> OF_ALL_ORGANS =
      Set.of(
          "get /rebuild",
          "post /rebuild",
          "get /parked-events",
          "post /parked-events/redrive",
          "get /self-audit",
          "post /self-audit",
          "get /register-comparison",
          "post /register-comparison",
          "post /self-audit/runs",
          "get /self-audit/runs/{id}",
          "post /register-comparison/runs",
          "get /register-comparison/runs/{id}",
          "get /jobs",
          "post /jobs/{id}/cancellation",
          "get /jobs/parked",
          "post /jobs/parked/{id}/retry");

  /** What an organ is to an analyst. */
  enum Relation {
    ALL(TestClient.ANALYST, TestOrgans.OFFICE, true),
    OWN(TestClient.OFFICE_ANALYST, TestOrgans.OFFICE, true),
    ABOVE(TestClient.COUNTY_ANALYST, TestOrgans.OFFICE, true),
    FORMERLY_ABOVE(TestClient.COUNTY_ANALYST, MOVED, true),
    BELOW(TestClient.OFFICE_ANALYST, TestOrgans.COUNTY, false),
    ANOTHER(TestClient.FOREIGN_ANALYST, TestOrgans.OFFICE, false),
    NONE(TestClient.ANALYST_OF_NOTHING, TestOrgans.OFFICE, false);

    private final TestClient analyst;
    private final String organ;
    private final boolean reads;

    Relation(TestClient analyst, String organ, boolean reads) {
      this.analyst = analyst;
      this.organ = organ;
      this.reads = reads;
    }
  }

  @BeforeEach
  void there_are_organs() {
    try (Register register = new Register()) {
      register.organ(TestOrgans.COUNTY, "临县人民政府", Optional.empty());
      register.organ(TestOrgans.OFFICE, "临县人民政府办公室", Optional.of(TestOrgans.COUNTY));
      register.moved(MOVED, "统计局", TestOrgans.COUNTY, "2024-08-31", TestOrgans.FOREIGN);
    }
    for (String organ : List.of(TestOrgans.COUNTY, TestOrgans.OFFICE, MOVED)) {
      await()
          .until(
              () -> status(TestClient.ANALYST, "get /matrix", "organ=" + organ, "year=2024"),
              status -> status == 200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_organs_figures_are_for_who_may_read_them(Relation relation) {
    OF_AN_ORGAN.forEach(
        (operation, days) ->
            assertThat(status(relation.analyst, operation, "organ=" + relation.organ, days))
                .as(operation)
                .isEqualTo(relation.reads ? 200 : 404));
  }

  /**
   * The year is the unit: of each that the days touch, one of them must be from before the move.
   */
  @ParameterizedTest
  @CsvSource({
    "year=2023, true",
    "year=2024, true",
    "year=2025, false",
    "quarter=2024-Q3, true",
    "quarter=2024-Q4, false",
    "month=2024-08, true",
    "month=2024-09, false",
    "from=2023-06-01&to=2024-12-31, true",
    "from=2024-08-31&to=2025-01-01, false"
  })
  void of_an_organ_that_moved_each_superior_reads_what_was_his_and_the_present_one_all(
      String days, boolean formerly) {
    OF_AN_ORGAN.forEach(
        (operation, query) -> {
          if (!operation.equals("get /open")) {
            String asked = query.replace("year=2024", days);
            assertThat(status(TestClient.COUNTY_ANALYST, operation, "organ=" + MOVED, asked))
                .as(operation + " by the former superior")
                .isEqualTo(formerly ? 200 : 404);
            assertThat(status(TestClient.FOREIGN_ANALYST, operation, "organ=" + MOVED, asked))
                .as(operation + " by the present superior")
                .isEqualTo(200);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"2024-08-31, 200", "2024-09-01, 404", "2025-01-01, 404"})
  void what_was_open_on_a_day_is_for_who_was_above_the_organ_on_it(String day, int status) {
    assertThat(status(TestClient.COUNTY_ANALYST, "get /open", "organ=" + MOVED, "on=" + day))
        .isEqualTo(status);
    assertThat(status(TestClient.FOREIGN_ANALYST, "get /open", "organ=" + MOVED, "on=" + day))
        .isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void everybody_is_told_whether_he_may(Relation relation) {
    boolean visible =
        given()
            .auth()
            .oauth2(relation.analyst.token())
            .get("/visibility?year=2024&organ=" + relation.organ)
            .then()
            .statusCode(200)
            .extract()
            .path("visible");
    assertThat(visible).isEqualTo(relation.reads);
  }

  @ParameterizedTest
  @EnumSource(names = {"RECORDER", "ANALYST", "EDITOR", "PUBLISHER", "OFFICE_ADMINISTRATOR"})
  void every_role_reads(TestClient client) {
    OF_AN_ORGAN.forEach(
        (operation, days) ->
            assertThat(status(client, operation, "organ=" + TestOrgans.OFFICE, days))
                .as(operation)
                .isEqualTo(200));
    assertThat(status(client, VISIBILITY, "organ=" + TestOrgans.OFFICE, "year=2024"))
        .isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "RECORDER",
        "ANALYST",
        "EDITOR",
        "PUBLISHER",
        "OFFICE_ADMINISTRATOR",
        "OFFICE_ANALYST",
        "NOBODY"
      })
  void what_is_about_all_organs_is_for_nobody_else(TestClient client) {
    for (String operation : OF_ALL_ORGANS) {
      String[] parts = operation.split(" ", 2);
      given()
          .auth()
          .oauth2(client.token())
          .request(parts[0].toUpperCase(Locale.ROOT), parts[1].replace("{id}", "1"))
          .then()
          .statusCode(403)
          .contentType("application/problem+json");
    }
  }

  @Test
  void what_is_about_all_organs_is_for_administrators_of_all() {
    for (String operation : OF_ALL_ORGANS) {
      assertThat(status(TestClient.ADMINISTRATOR, operation)).as(operation).isNotIn(401, 403);
    }
    await()
        .atMost(TIMEOUT)
        .until(
            () ->
                given()
                    .auth()
                    .oauth2(TestClient.ADMINISTRATOR.token())
                    .get("/rebuild")
                    .path("state"),
            state -> List.of("DONE", "FAILED").contains(state));
  }

  @Test
  void nothing_is_for_who_brings_no_token_or_no_role() {
    for (String operation : Operations.documented()) {
      assertThat(status(Optional.empty(), operation)).as(operation).isEqualTo(401);
      assertThat(status(TestClient.NOBODY, operation)).as(operation).isEqualTo(403);
    }
  }

  @Test
  void no_operation_is_left_out_here() {
    Set<String> listed = new TreeSet<>(OF_ALL_ORGANS);
    listed.addAll(OF_AN_ORGAN.keySet());
    listed.add(VISIBILITY);
    assertThat(Operations.documented()).isEqualTo(listed);
  }

  private static int status(TestClient client, String operation, String... query) {
    return status(Optional.of(client.token()), operation, query);
  }

  /** Doesn't wait for the whole answer, which may have no end. */
  private static int status(Optional<String> token, String operation, String... query) {
    String[] parts = operation.split(" ", 2);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    RestAssured.baseURI
                        + ":"
                        + RestAssured.port
                        + parts[1].replace("{id}", "1")
                        + (query.length == 0 ? "" : "?" + String.join("&", query))))
            .timeout(TIMEOUT)
            .method(parts[0].toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody());
    token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    try {
      HttpResponse<InputStream> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    } catch (IOException failure) {
      throw new IllegalStateException(operation, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
