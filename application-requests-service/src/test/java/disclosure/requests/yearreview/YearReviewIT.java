package disclosure.requests.yearreview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import disclosure.requests.store.state.DerivedState;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class YearReviewIT {

  private final String organ = RegisterTables.newOrgan();

  @Test
  void an_answer_after_the_due_date_is_late_and_one_on_it_is_not() {
    // Received on Monday, 15 January 2024: due on 9 February.
    String late = post("2024-01-15", "false", concluded("2024-02-10", "DISCLOSED"));
    post("2024-01-15", "false", concluded("2024-02-09", "DISCLOSED"));
    handling(2024).body("late", contains(late)).body("concluded", equalTo(2));
    handling(2023).body("late", empty()).body("concluded", equalTo(0));
  }

  @Test
  void what_was_due_and_open_when_the_year_ended_is_overdue() {
    String open = post("2024-10-08", "false", "");
    String answeredNextYear = post("2024-10-09", "false", concluded("2025-01-06", "DISCLOSED"));
    post("2024-12-20", "false", concluded("2025-01-06", "DISCLOSED"));
    assertThat(handling(2024).extract().jsonPath().getList("overdue"))
        .containsExactlyInAnyOrder(open, answeredNextYear);
    handling(2025).body("late", contains(answeredNextYear)).body("overdue", contains(open));
  }

  @Test
  void fees_count_in_the_year_of_the_notice_and_of_the_payment() {
    String notice =
        "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-12-20\",\"deliveredOn\":\"2024-12-20\",\"basis\":\"BY_PAGE\",\"amount\":380}";
    String paid = "{\"type\":\"FEE_PAID\",\"on\":\"2025-01-06\",\"amount\":380}";
    post("2024-12-10", "false", notice + "," + paid);
    handling(2024)
        .body("fees.notices", equalTo(1))
        .body("fees.noticedYuan", equalTo(380.0f))
        .body("fees.paidYuan", equalTo(0.0f))
        .body("overpaid", empty());
    handling(2025)
        .body("fees.notices", equalTo(0))
        .body("fees.noticedYuan", equalTo(0.0f))
        .body("fees.paidYuan", equalTo(380.0f));
  }

  /** 国办函〔2020〕109号第六条: it is recorded as it happened, and asks for nothing. */
  @Test
  void a_second_fee_notice_counts_nowhere() {
    String notice =
        "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-03-%d\",\"basis\":\"BY_PAGE\",\"amount\":%d}";
    String id =
        post("2024-03-04", "false", notice.formatted(11, 40) + "," + notice.formatted(12, 700));
    handling(2024).body("fees.notices", equalTo(1)).body("fees.noticedYuan", equalTo(40.0f));
    String published =
        "SELECT string_agg(fee ->> 'fen', ' ') FROM requests.outbox,"
            + " jsonb_array_elements(data::jsonb -> 'fees') fee WHERE key = '"
            + id
            + "' GROUP BY version ORDER BY version DESC LIMIT 1";
    assertThat(RegisterTables.texts(published)).containsExactly("4000");

    String paid = "{\"type\":\"FEE_PAID\",\"on\":\"2024-03-14\",\"amount\":%d}";
    send("/applications/" + id + "/steps", paid.formatted(740), 422);
    send("/applications/" + id + "/steps", paid.formatted(40), 200);
    handling(2024).body("overpaid", empty()).body("fees.paidYuan", equalTo(40.0f));

    // Struck, the first leaves its place to the second.
    send(
        "/applications/"
            + post(
                "2024-03-04", "false", notice.formatted(13, 100) + "," + notice.formatted(14, 200))
            + "/steps",
        "{\"type\":\"VOIDED\",\"on\":\"2024-03-15\",\"reason\":\"误登\",\"corrects\":1}",
        200);
    handling(2024).body("fees.notices", equalTo(2)).body("fees.noticedYuan", equalTo(240.0f));
  }

  @Test
  void the_time_taken_and_the_fees_are_published_also_of_what_was_recorded_before() {
    String fees =
        "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-03-11\",\"deliveredOn\":\"2024-03-11\",\"basis\":\"BY_PAGE\",\"amount\":40.5},"
            + "{\"type\":\"FEE_PAID\",\"on\":\"2024-03-12\",\"amount\":40.5},";
    String id = post("2024-03-04", "false", fees + concluded("2024-03-20", "NOT_HELD"));
    String published =
        "SELECT version || ' ' || (data::jsonb ->> 'answerDueOn') || ' ' || (data::jsonb ->>"
            + " 'workingDays') || ' ' || (data::jsonb #>> '{fees,1,fen}') FROM requests.outbox"
            + " WHERE key = '"
            + id
            + "' ORDER BY version";
    assertThat(RegisterTables.texts(published)).containsExactly("1 2024-04-10 11 4050");

    RegisterTables.update(
        "UPDATE requests.application SET fees = NULL, working_days = NULL, answer_due_on = NULL"
            + " WHERE id = '"
            + id
            + "'");
    await()
        .untilAsserted(
            () ->
                assertThat(RegisterTables.texts(published))
                    .containsExactly("1 2024-04-10 11 4050", "2 2024-04-10 11 4050"));
  }

  @Test
  void what_a_release_with_other_rules_of_fees_told_is_told_anew_once() {
    String notice =
        "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-03-%d\",\"deliveredOn\":\"2024-03-%1$d\",\"basis\":\"BY_PAGE\",\"amount\":40}";
    String id = post("2024-03-04", "false", notice.formatted(11) + "," + notice.formatted(12));
    String published =
        "SELECT version || ' ' || jsonb_array_length(data::jsonb -> 'fees') FROM requests.outbox"
            + " WHERE key = '"
            + id
            + "' ORDER BY version";
    assertThat(RegisterTables.texts(published)).containsExactly("1 1");

    String told = "UPDATE requests.application SET fees = fees || fees, recalculate = true";
    RegisterTables.update(told + " WHERE id = '" + id + "'");
    await()
        .untilAsserted(
            () -> assertThat(RegisterTables.texts(published)).containsExactly("1 1", "2 1"));
    String stored =
        "SELECT jsonb_array_length(fees) || ' ' || recalculate FROM requests.application"
            + " WHERE id = '"
            + id
            + "'";
    assertThat(RegisterTables.texts(stored)).containsExactly("1 false");

    RegisterTables.update(
        "UPDATE requests.application SET recalculate = true WHERE id = '" + id + "'");
    await()
        .untilAsserted(() -> assertThat(RegisterTables.texts(stored)).containsExactly("1 false"));
    assertThat(RegisterTables.texts(published)).hasSize(2);
  }

  @Test
  void what_an_older_release_stores_beside_this_one_is_calculated_again() {
    String notice =
        "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-03-%d\",\"deliveredOn\":\"2024-03-%1$d\",\"basis\":\"BY_PAGE\",\"amount\":40}";
    String id = post("2024-03-04", "false", notice.formatted(11) + "," + notice.formatted(12));
    String which = " WHERE id = '" + id + "'";
    String stored =
        "SELECT version || ' ' || jsonb_array_length(fees) || ' ' || recalculate"
            + " FROM requests.application"
            + which;
    assertThat(RegisterTables.texts(stored)).containsExactly("1 1 false");

    // It knows neither the mark nor who calculated.
    RegisterTables.update(
        "UPDATE requests.application SET version = version + 1, fees = fees || fees" + which);
    await()
        .untilAsserted(() -> assertThat(RegisterTables.texts(stored)).containsExactly("3 1 false"));
    assertThat(
            RegisterTables.texts(
                "SELECT calculated_version || ' ' || calculated_by FROM requests.application"
                    + which))
        .containsExactly("3 " + DerivedState.RULES);
    assertThat(
            RegisterTables.texts(
                "SELECT pg_get_triggerdef(oid) FROM pg_trigger"
                    + " WHERE tgname = 'application_by_other_rules'"))
        .singleElement()
        .asString()
        .contains("calculated_by < " + DerivedState.RULES + ")");
  }

  @Test
  void a_payment_without_a_notice_is_named() {
    String unasked =
        post("2024-03-04", "true", "{\"type\":\"FEE_PAID\",\"on\":\"2024-03-20\",\"amount\":100}");
    handling(2024)
        .body("overpaid", contains(unasked))
        .body("numbers.id", contains(unasked))
        .body("numbers.sourceReference", contains(number(unasked)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STILL_UNCLEAR_AFTER_CORRECTION CORRECTION_NOTICE_MISSING",
        "CORRECTION_OVERDUE CORRECTION_NOTICE_MISSING",
        "THIRD_PARTY_RIGHTS CONSULTATION_MISSING",
        "ADMINISTRATIVE_INQUIRY SPECIAL_LAW_MISSING",
        "FEE_OVERDUE FEE_NOTICE_MISSING"
      })
  void an_imported_outcome_without_what_it_rests_on_is_named_in_the_year_of_the_answer(
      String example) {
    String outcome = example.split(" ")[0];
    String id = post("2024-12-09", "true", concluded("2025-01-06", outcome));
    handling(2024).body("gaps", empty());
    handling(2025)
        .body("gaps.applicationId", contains(id))
        .body("gaps.outcome", contains(outcome))
        .body("gaps.gap", contains(example.split(" ")[1]));
  }

  @Test
  void a_suit_over_a_refusal_without_reconsideration_is_named() {
    String refused = post("2024-03-04", "false", concluded("2024-03-20", "INTERNAL_AFFAIRS"));
    String notHeld = post("2024-03-04", "false", concluded("2024-03-20", "NOT_HELD"));
    String suit = sue(refused);
    sue(notHeld);
    handling(2024)
        .body("directLitigation", contains(suit))
        .body("numbers.id", contains(suit))
        .body(
            "numbers.sourceReference",
            contains(
                RegisterTables.texts(
                        "SELECT source_reference FROM requests.dispute WHERE id = '" + suit + "'")
                    .get(0)));
    handling(2023).body("directLitigation", empty());
  }

  @Test
  void an_answer_that_was_never_served_is_no_second_result_beside_the_one_that_was() {
    String unserved =
        "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-11\",\"outcome\":\"NOT_HELD\","
            + "\"notServedReason\":\"地址不详\"}";
    post("2024-03-04", "false", unserved);
    handling(2024).body("concluded", equalTo(0)).body("severalConclusions", empty());
    post("2024-03-04", "false", unserved + "," + concluded("2024-03-20", "DISCLOSED"));
    handling(2024).body("concluded", equalTo(1)).body("severalConclusions", empty());
  }

  @Test
  void a_voided_application_was_never_handled() {
    String id = post("2024-01-15", "false", concluded("2024-02-10", "DISCLOSED"));
    send(
        "/applications/" + id + "/steps",
        "{\"type\":\"VOIDED\",\"on\":\"2024-03-05\",\"reason\":\"重复登记\"}",
        200);
    handling(2024).body("late", empty()).body("concluded", equalTo(0));
  }

  @Test
  void only_those_who_act_for_the_organ_may_ask_and_only_for_a_year() {
    given()
        .auth()
        .oauth2(TestClient.FOREIGN_RECORDER.token())
        .get("/handling?organ=" + organ + "&year=2024")
        .then()
        .statusCode(404);
    given().get("/handling?organ=" + organ + "&year=2024").then().statusCode(401);
    for (String query :
        new String[] {"year=2024", "organ=" + organ, "organ=" + organ + "&year=1"}) {
      given()
          .auth()
          .oauth2(TestClient.ANALYST.token())
          .get("/handling?" + query)
          .then()
          .statusCode(400);
    }
  }

  private static String number(String id) {
    return RegisterTables.texts(
            "SELECT source_reference FROM requests.application WHERE id = '" + id + "'")
        .get(0);
  }

  private ValidatableResponse handling(int year) {
    return given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/handling?organ=" + organ + "&year=" + year)
        .then()
        .statusCode(200)
        .body("organ", equalTo(organ))
        .body("year", equalTo(year));
  }

  private static String concluded(String on, String outcome) {
    return "{\"type\":\"CONCLUDED\",\"on\":\"" + on + "\",\"outcome\":\"" + outcome + "\"}";
  }

  private String post(String receivedOn, String imported, String steps) {
    return send(
        "/applications",
        String.format(
            Locale.ROOT,
            "{\"organCode\":\"%s\",\"sourceReference\":\"%s\",\"receivedOn\":\"%s\",\"channel\":\"ONLINE\","
                + "\"applicant\":{\"type\":\"NATURAL_PERSON\"},\"imported\":%s,\"steps\":[%s]}",
            organ,
            UUID.randomUUID(),
            receivedOn,
            imported,
            steps),
        201);
  }

  private String sue(String application) {
    return send(
        "/disputes",
        String.format(
            Locale.ROOT,
            "{\"organCode\":\"%s\",\"sourceReference\":\"%s\",\"kind\":\"LITIGATION_DIRECT\","
                + "\"acceptedOn\":\"2024-04-10\",\"applicationId\":\"%s\"}",
            organ,
            UUID.randomUUID(),
            application),
        201);
  }

  private static String send(String path, String body, int status) {
    return given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType("application/json")
        .body(body)
        .post(path)
        .then()
        .statusCode(status)
        .extract()
        .path("id");
  }
}
