package disclosure.statistics.figures;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.FeeEntry;
import disclosure.requests.contract.FeeKind;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.Register;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seven applications of one organ, and what can be said of them, worked out by hand. */
@QuarkusTest
class FiguresIT {

  private static final String GOVERNMENT = TestOrgans.coded("11141124012349700");
  private static final String BUREAU = TestOrgans.coded("11141124012349701");
  private static final String OFFICE = TestOrgans.coded("11141124012349702");
  private static final String IDLE = TestOrgans.coded("11141124012349703");
  private static boolean published;

  @BeforeEach
  void publish() {
    if (published) {
      return;
    }
    try (Register register = new Register()) {
      register.organ(GOVERNMENT, "某县人民政府", Optional.empty());
      register.organ(BUREAU, "某局", Optional.of(GOVERNMENT));
      register.organ(OFFICE, "某办", Optional.of(GOVERNMENT));
      register.organ(IDLE, "某委", Optional.of(GOVERNMENT));
      register.application(
          concluded(BUREAU, Channel.POST, "2024-01-08", Outcome.DISCLOSED, "2024-01-22", false)
              .with(
                  day("2024-02-05"),
                  Optional.of(10),
                  List.of(
                      fee(FeeKind.NOTIFIED, "2024-01-10", 4050),
                      fee(FeeKind.PAID, "2024-01-12", 4050))));
      register.application(
          concluded(BUREAU, Channel.ONLINE, "2024-02-01", Outcome.DISCLOSED, "2024-03-15", true)
              .with(day("2024-03-14"), Optional.of(25), List.of()));
      // The clock waited for somebody outside: not late on any day.
      register.application(
          state(
                  BUREAU,
                  ApplicantType.COMMERCIAL_ENTERPRISE,
                  Channel.ONLINE,
                  "2024-03-01",
                  ApplicationStatus.CONCLUDED,
                  Optional.of(Outcome.NOT_HELD),
                  day("2024-03-11"),
                  Optional.empty(),
                  false)
              .with(Optional.empty(), Optional.of(3), List.of()));
      register.application(
          concluded(BUREAU, Channel.EMAIL, "2024-04-01", Outcome.NOT_HELD, "2024-04-20", false));
      register.application(
          state(
                  BUREAU,
                  ApplicantType.NATURAL_PERSON,
                  Channel.ONLINE,
                  "2024-12-20",
                  ApplicationStatus.IN_PROGRESS,
                  Optional.empty(),
                  Optional.empty(),
                  day("2025-01-20"),
                  false)
              .with(
                  Optional.empty(),
                  Optional.empty(),
                  List.of(fee(FeeKind.NOTIFIED, "2025-01-06", 12000))));
      register.application(
          concluded(BUREAU, Channel.IN_PERSON, "2023-12-01", Outcome.DISCLOSED, "2024-12-31", false)
              .with(day("2024-01-02"), Optional.of(270), List.of()));
      register.application(
          state(
                  BUREAU,
                  ApplicantType.NATURAL_PERSON,
                  Channel.FAX,
                  "2024-05-01",
                  ApplicationStatus.VOIDED,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  true)
              .with(
                  Optional.empty(),
                  Optional.empty(),
                  List.of(fee(FeeKind.PAID, "2024-05-06", 100))));
      register.application(
          concluded(OFFICE, Channel.ONLINE, "2024-06-03", Outcome.DISCLOSED, "2024-06-07", false)
              .with(day("2024-07-02"), Optional.of(4), List.of()));
    }
    await()
        .untilAsserted(
            () ->
                get("/matrix?year=2024&scope=SUBTREE&organ=" + GOVERNMENT)
                    .statusCode(200)
                    .body("rows[0].total", equalTo(6))
                    .body("rows[1].total", equalTo(1)));
    published = true;
  }

  @Test
  void answers_are_on_time_or_late_and_took_so_many_working_days() {
    get("/timeliness?year=2024&organ=" + BUREAU)
        .statusCode(200)
        .body("organName", equalTo("某局"))
        .body("population.count", equalTo(5))
        .body("population.text", startsWith("本期办结"))
        .body("figures.all.concluded", equalTo(5))
        .body("figures.all.onTime", equalTo(2))
        .body("figures.all.late", equalTo(2))
        .body("figures.all.untold", equalTo(1))
        .body("figures.all.extended", equalTo(1))
        .body("figures.all.timed", equalTo(4))
        // 3, 10, 25 and 270 working days.
        .body("figures.all.medianWorkingDays", equalTo(17.5f))
        .body("figures.all.ninetiethPercentile", equalTo(270))
        .body("figures.byOutcome.size()", equalTo(21))
        .body("figures.byOutcome[0].outcome", equalTo("DISCLOSED"))
        .body("figures.byOutcome[0].figures.concluded", equalTo(3))
        .body("figures.byOutcome[0].figures.medianWorkingDays", equalTo(25.0f))
        .body("figures.byOutcome[1].figures.concluded", equalTo(0))
        .body("figures.byOutcome[1].figures.medianWorkingDays", nullValue())
        .body("figures.byType[1].figures.onTime", equalTo(1))
        .body("figures.byType[0].figures.late", equalTo(2));
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .header("Accept-Language", "en")
        .get("/timeliness?year=2024&scope=SUBTREE&organ=" + GOVERNMENT)
        .then()
        .body("population.text", startsWith("Applications concluded"))
        .body("population.count", equalTo(6))
        .body("figures.all.onTime", equalTo(3));
  }

  @Test
  void applications_came_in_by_a_channel() {
    get("/channels?year=2024&organ=" + BUREAU)
        .statusCode(200)
        .body("population.count", equalTo(5))
        .body("figures.rows.channel", contains("IN_PERSON", "POST", "ONLINE", "FAX", "EMAIL"))
        .body("figures.rows.total", contains(0, 1, 3, 0, 1))
        .body("figures.rows[2].counts.COMMERCIAL_ENTERPRISE", equalTo(1))
        .body("figures.untold", equalTo(0));
  }

  @Test
  void what_is_open_on_a_day_is_shown_by_age_and_due_date() {
    open("2024-12-31", 1, List.of(0, 1, 0, 0, 0), List.of(0, 0, 0, 0, 1, 0));
    open("2024-01-03", 1, List.of(0, 0, 0, 1, 0), List.of(1, 0, 0, 0, 0, 0));
    open("2024-03-14", 2, List.of(0, 0, 0, 1, 1), List.of(1, 1, 0, 0, 0, 0));
    // Nothing was told of the due date of the fourth; the sixth is overdue.
    open("2024-04-05", 2, List.of(1, 0, 0, 0, 1), List.of(1, 0, 0, 0, 0, 1));
    open("2023-11-30", 0, List.of(0, 0, 0, 0, 0), List.of(0, 0, 0, 0, 0, 0));
    get("/open?on=2024-02-30&organ=" + BUREAU).statusCode(400).body("errors.field", contains("on"));
    get("/open?organ=" + BUREAU).statusCode(200).body("population.count", equalTo(1));
  }

  @Test
  void fees_count_on_the_day_of_the_notice_and_of_the_payment() {
    get("/fees?year=2024&organ=" + BUREAU)
        .statusCode(200)
        .body("population.count", equalTo(1))
        .body("figures.noticesIssued", equalTo(1))
        .body("figures.amountNotified", equalTo(40.5f))
        .body("figures.paymentsReceived", equalTo(1))
        .body("figures.amountReceived", equalTo(40.5f));
    get("/fees?year=2025&organ=" + BUREAU)
        .body("figures.noticesIssued", equalTo(1))
        .body("figures.amountNotified", equalTo(120.0f))
        .body("figures.paymentsReceived", equalTo(0));
  }

  @Test
  void the_months_of_a_period_carry_over_into_each_other() {
    get("/trend?quarter=2024-Q1&organ=" + BUREAU)
        .statusCode(200)
        .body("population.count", equalTo(4))
        .body("figures.months.month", contains("2024-01", "2024-02", "2024-03"))
        .body("figures.months.carriedIn", contains(1, 1, 2))
        .body("figures.months.received", contains(1, 1, 1))
        .body("figures.months.concluded", contains(1, 0, 2))
        .body("figures.months.carriedOut", contains(1, 2, 1));
    get("/trend?from=2024-01-20&to=2024-02-10&organ=" + BUREAU)
        .body("figures.months.from", contains("2024-01-20", "2024-02-01"))
        .body("figures.months.carriedIn", contains(2, 1));
    get("/trend?from=2010-01-01&to=2015-01-01&organ=" + BUREAU)
        .statusCode(400)
        .body("errors.field", contains("to"));
  }

  @Test
  void a_period_is_compared_with_the_one_before_and_the_year_before() {
    get("/comparison?month=2024-03&organ=" + BUREAU)
        .statusCode(200)
        .body("population.count", equalTo(3))
        .body("figures.previous.from", equalTo("2024-02-01"))
        .body("figures.previous.to", equalTo("2024-02-29"))
        .body("figures.yearBefore.to", equalTo("2023-03-31"))
        .body("figures.previousPopulation", equalTo(2))
        .body("figures.yearBeforePopulation", equalTo(0))
        .body("figures.rows.size()", equalTo(25))
        .body("figures.rows[0].total", equalTo(1))
        .body("figures.rows[0].changePercent", equalTo(0.0f))
        .body("figures.rows[1].total", equalTo(2))
        .body("figures.rows[1].previous", equalTo(1))
        .body("figures.rows[1].changePercent", equalTo(100.0f))
        .body("figures.rows[23].total", equalTo(2))
        .body("figures.rows[23].change", equalTo(2))
        .body("figures.rows[23].changePercent", nullValue());
  }

  @Test
  void organs_are_ranked_and_equal_ones_share_a_place() {
    String ranking = "/ranking?year=2024&scope=SUBTREE&organ=" + GOVERNMENT;
    get(ranking)
        .statusCode(200)
        .body("population.count", equalTo(4))
        .body("figures.items.received", contains(5, 1, 0, 0))
        .body("figures.items.rank", contains(1, 2, 3, 3));
    get(ranking + "&by=LATE_PERCENT")
        .body("figures.items[0].organ", equalTo(BUREAU))
        .body("figures.items[0].latePercent", equalTo(50.0f))
        .body("figures.items[0].timed", equalTo(4))
        .body("figures.items[1].organName", equalTo("某办"))
        .body("figures.items[1].rank", equalTo(2))
        .body("figures.items[2].rank", nullValue());
    get(ranking + "&by=MEDIAN_WORKING_DAYS&limit=1")
        .body("figures.items.medianWorkingDays", contains(17.5f));
    get(ranking + "&by=NOTHING").statusCode(400).body("errors.field", contains("by"));
    get(ranking + "&limit=0").statusCode(400).body("errors.field", contains("limit"));
  }

  @Test
  void a_late_correction_of_the_time_taken_does_not_change_what_was_known() {
    String organ = TestOrgans.coded("11141124012349704");
    UUID id = UUID.randomUUID();
    try (Register register = new Register()) {
      register.organ(organ, "某署", Optional.empty());
      register.application(
          corrected(id, 1, organ, "2024-02-08", "2024-02-09T02:00:00Z")
              .with(day("2024-02-05"), Optional.of(22), List.of()));
      register.application(
          corrected(id, 2, organ, "2024-02-05", "2025-03-01T02:00:00Z")
              .with(
                  day("2024-02-05"),
                  Optional.of(20),
                  List.of(fee(FeeKind.NOTIFIED, "2024-02-01", 500))));
    }
    await()
        .untilAsserted(
            () ->
                get("/timeliness?year=2024&organ=" + organ)
                    .statusCode(200)
                    .body("figures.all.onTime", equalTo(1))
                    .body("figures.all.late", equalTo(0)));
    String then = "&knownAt=2025-01-01T00:00:00Z&organ=" + organ;
    get("/timeliness?year=2024" + then)
        .body("figures.all.late", equalTo(1))
        .body("figures.all.medianWorkingDays", equalTo(22.0f))
        .body("asOf", equalTo("2025-01-01T00:00:00Z"));
    get("/fees?year=2024" + then).body("figures.noticesIssued", equalTo(0));
    get("/open?on=2024-02-07" + then).body("population.count", equalTo(1));
    get("/open?on=2024-02-07&organ=" + organ).body("population.count", equalTo(0));
  }

  @Test
  void another_organs_figures_are_not_found() {
    for (String path :
        List.of("timeliness", "channels", "fees", "trend", "comparison", "ranking")) {
      given()
          .auth()
          .oauth2(TestClient.FOREIGN_RECORDER.token())
          .get("/" + path + "?year=2024&organ=" + BUREAU)
          .then()
          .statusCode(404);
      given().get("/" + path + "?year=2024&organ=" + BUREAU).then().statusCode(401);
    }
    given()
        .auth()
        .oauth2(TestClient.FOREIGN_RECORDER.token())
        .get("/open?organ=" + BUREAU)
        .then()
        .statusCode(404);
  }

  private static void open(String on, int count, List<Integer> byAge, List<Integer> byDueDate) {
    get("/open?on=" + on + "&organ=" + BUREAU)
        .statusCode(200)
        .body("population.count", equalTo(count))
        .body("figures.byAge.count", equalTo(byAge))
        .body("figures.byDueDate.count", equalTo(byDueDate));
  }

  private static ApplicationState concluded(
      String organ,
      Channel channel,
      String received,
      Outcome outcome,
      String on,
      boolean extended) {
    return state(
        organ,
        ApplicantType.NATURAL_PERSON,
        channel,
        received,
        ApplicationStatus.CONCLUDED,
        Optional.of(outcome),
        day(on),
        Optional.empty(),
        extended);
  }

  private static ApplicationState corrected(
      UUID id, long version, String organ, String concludedOn, String recordedAt) {
    return Register.application(
        id,
        version,
        organ,
        ApplicantType.NATURAL_PERSON,
        "2024-01-08",
        Optional.of(Outcome.DISCLOSED),
        Optional.of(concludedOn),
        Instant.parse(recordedAt));
  }

  private static ApplicationState state(
      String organ,
      ApplicantType type,
      Channel channel,
      String received,
      ApplicationStatus status,
      Optional<Outcome> outcome,
      Optional<LocalDate> concludedOn,
      Optional<LocalDate> dueOn,
      boolean extended) {
    return new ApplicationState(
        UUID.randomUUID(),
        1,
        new OrganCode(organ),
        type,
        channel,
        LocalDate.parse(received),
        status,
        outcome,
        concludedOn,
        dueOn,
        false,
        extended,
        false,
        Instant.EPOCH);
  }

  private static FeeEntry fee(FeeKind kind, String on, long fen) {
    return new FeeEntry(kind, LocalDate.parse(on), fen);
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.of(LocalDate.parse(text));
  }

  private static ValidatableResponse get(String path) {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get(path)
        .then();
  }
}
