package disclosure.requests.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules about steps, as a client meets them: by their codes, with what would be right and the
 * article behind them. Steps stand here as their type, their day in 2024 and their attributes.
 */
@QuarkusTest
class RefusedStepsIT {

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONCLUDED 2199-01-01 outcome:NOT_HELD|in-future|..{today}|",
        "CONCLUDED 03-03 outcome:NOT_HELD|before-receipt|2024-03-04..|",
        "THIRD_PARTY_CONSULTED 03-06; THIRD_PARTY_REPLIED 03-05|before-previous-step|2024-03-06..|",
        "THIRD_PARTY_CONSULTED 03-06 deliveredOn:2024-03-05|delivered-before-sent|"
            + "2024-03-06..{today}|",
        "THIRD_PARTY_CONSULTED 03-06 deliveredOn:2199-01-01|delivered-in-future|"
            + "2024-03-06..{today}|",
        "CONCLUDED 03-06 outcome:NOT_HELD; EXTENDED 03-07 workingDays:5|after-conclusion||",
        "CONCLUDED 03-06 outcome:NOT_HELD; CONCLUDED 03-07 outcome:DISCLOSED|already-concluded||",
        "VOIDED 03-06 reason:某; REASONS_REQUESTED 03-07|after-voiding||",
        "VOIDED 03-06 reason:某 corrects:7|corrects-unknown||",
        "REASONS_REQUESTED 03-05; VOIDED 03-06 reason:某 corrects:1;"
            + " REASONS_REQUESTED 03-05 corrects:1|corrects-struck||",
        "CORRECTION_REQUESTED 03-05 deadline:2024-03-05|correction-deadline-not-after-notice|"
            + "2024-03-06..2026-03-05|",
        "CORRECTION_REQUESTED 03-05 deadline:2026-03-06|correction-deadline-too-far|"
            + "2024-03-06..2026-03-05|",
        "CORRECTION_RECEIVED 03-05|no-correction-requested||",
        "THIRD_PARTY_REPLIED 03-05|no-consultation||",
        "THIRD_PARTY_CONSULTED 03-05; THIRD_PARTY_CONSULTED 03-05;"
            + " THIRD_PARTY_REPLIED 03-06 consultation:7|consultation-unknown|1,2|",
        "EXTENDED 03-05 workingDays:251 approvedBy:某|extension-out-of-range|1..250|",
        "REASONS_REQUESTED 03-05; REASONS_REQUESTED 03-06|reasons-already-requested||",
        "REASONS_GIVEN 03-05|no-reasons-requested||",
        "REASONS_REQUESTED 03-05; REASONS_GIVEN 03-06 deferredTo:2024-03-06|deferred-to-too-early|"
            + "2024-03-07..2026-03-06|",
        "REASONS_REQUESTED 03-05; REASONS_GIVEN 03-06 deferredTo:2026-03-07|deferred-to-too-far|"
            + "2024-03-07..2026-03-06|",
        "FEE_NOTIFIED 03-05 basis:BY_PAGE amount:0|fee-not-positive||",
        "FEE_NOTIFIED 03-05 basis:BY_PAGE amount:1 quantity:10001|fee-quantity-out-of-range|"
            + "1..10000|",
        "FEE_NOTIFIED 03-05 basis:BY_PAGE amount:680 quantity:68|fee-off-tariff|380.00|"
            + "国办函〔2020〕109号第四条、第五条",
        "FEE_NOTIFIED 03-05 basis:BY_ITEM amount:350 quantity:2|fee-off-tariff||"
            + "国办函〔2020〕109号第四条、第五条",
        "FEE_PAID 03-05 amount:1|no-fee-notified||",
        "FEE_NOTIFIED 03-05 basis:BY_ITEM amount:100; FEE_PAID 03-06 amount:100;"
            + " FEE_PAID 03-07 amount:1|fee-already-paid||",
        "FEE_NOTIFIED 03-05 basis:BY_ITEM amount:100; FEE_PAID 03-06 amount:60;"
            + " FEE_PAID 03-07 amount:41|fee-overpaid|..40.00|",
        "CONCLUDED 03-20 outcome:STILL_UNCLEAR_AFTER_CORRECTION|outcome-needs-correction-notice||"
            + "《条例》第三十条",
        "CONCLUDED 03-20 outcome:FEE_OVERDUE|outcome-needs-fee-notice||国办函〔2020〕109号第七条",
        "FEE_NOTIFIED 03-05 basis:BY_ITEM amount:100; CONCLUDED 04-20 outcome:FEE_OVERDUE|"
            + "fee-notice-delivery-required||国办函〔2020〕109号第七条",
        "CONCLUDED 03-20 outcome:ADMINISTRATIVE_INQUIRY|special-law-required||《条例》第三十六条第（七）项",
        "CONCLUDED 03-20 outcome:NOT_HELD servedOn:2199-01-01|served-in-future|..{today}|",
        "CONCLUDED 03-20 outcome:NOT_HELD servedOn:2024-03-19|served-before-answer|2024-03-20..|",
        "CONCLUDED 03-20 outcome:NOT_HELD otherReason:OTHER|other-reason-of-another-outcome||",
        "THIRD_PARTY_CONSULTED 03-05; THIRD_PARTY_REPLIED 03-06 opinion:AGREES opinionReason:某|"
            + "opinion-reason-without-refusal||"
      })
  void what_can_not_be_is_refused_by_its_code(
      String steps, String code, String expected, String rule) {
    JsonPath problem = post(steps).then().statusCode(422).extract().jsonPath();
    assertThat(problem.<String>getList("errors.code")).containsExactly(code);
    assertThat(bounds(problem.getMap("errors[0].expected")))
        .isEqualTo(Optional.ofNullable(expected).orElse("").replace("{today}", today()));
    assertThat(problem.getString("errors[0].rule")).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CORRECTION_REQUESTED 03-05 deadline:2024-03-15; CORRECTION_RECEIVED 03-08;"
            + " CORRECTION_REQUESTED 03-09 deadline:2024-03-20|correction-already-requested",
        "CORRECTION_REQUESTED 03-05|correction-deadline-required",
        "CORRECTION_REQUESTED 03-05 deadline:2024-03-15; CORRECTION_RECEIVED 03-08;"
            + " CORRECTION_RECEIVED 03-09|correction-already-received",
        "EXTENDED 03-05 workingDays:21 approvedBy:某|extension-too-long",
        "EXTENDED 03-05 workingDays:5 approvedBy:某; EXTENDED 03-06 workingDays:5 approvedBy:某|"
            + "extension-repeated",
        "EXTENDED 03-05 workingDays:5|extension-not-approved",
        "FEE_NOTIFIED 03-05 basis:BY_ITEM amount:100; FEE_NOTIFIED 03-06 basis:BY_ITEM amount:100|"
            + "fee-already-notified",
        "CORRECTION_REQUESTED 03-05 deadline:2024-03-15;"
            + " CONCLUDED 03-15 outcome:CORRECTION_OVERDUE|correction-not-overdue",
        "FEE_NOTIFIED 03-05 basis:BY_ITEM amount:100 deliveredOn:2024-03-05;"
            + " CONCLUDED 03-06 outcome:FEE_OVERDUE|fee-not-overdue",
        "CONCLUDED 03-20 outcome:THIRD_PARTY_RIGHTS|outcome-needs-consultation",
        "THIRD_PARTY_CONSULTED 03-05; CONCLUDED 03-20 outcome:THIRD_PARTY_RIGHTS|"
            + "consultation-unanswered",
        "CONCLUDED 03-20 outcome:NOT_HELD notServedReason:邮件退回|answer-not-served"
      })
  void what_is_against_the_law_is_recorded_with_a_warning_of_the_same_word(
      String steps, String code) {
    assertThat(post(steps).then().statusCode(201).extract().<List<String>>path("warnings.code"))
        .contains(code.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource({"2008-04-30, received-before-regulation", "2199-01-01, received-in-future"})
  void a_day_on_which_nothing_can_have_been_received_is_refused(String day, String code) {
    JsonPath problem =
        ApplicationsIT.post(ApplicationsIT.application(day, ""))
            .then()
            .statusCode(422)
            .extract()
            .jsonPath();
    assertThat(problem.<String>getList("errors.code")).containsExactly(code);
    assertThat(bounds(problem.getMap("errors[0].expected"))).isEqualTo("2008-05-01.." + today());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483647", "1e-2147483647", "1e400", "1000000000"})
  void an_amount_of_too_many_digits_is_refused_however_it_is_written(String amount) {
    post("FEE_NOTIFIED 03-05 basis:BY_ITEM amount:" + amount)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("steps[0].amount"));
  }

  @Test
  void a_correction_of_the_receipt_is_no_step_to_be_corrected() {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-04", "")).path("id");
    append(id, "RECEIPT_CORRECTED 03-05 reason:某 channel:ONLINE").then().statusCode(200);
    Response again = append(id, "RECEIPT_CORRECTED 03-06 reason:某 channel:FAX corrects:1");
    again.then().statusCode(422);
    assertThat(again.<List<String>>path("errors.code")).containsExactly("corrects-receipt");
  }

  private static Response post(String steps) {
    String list =
        Arrays.stream(steps.split(";")).map(RefusedStepsIT::json).collect(Collectors.joining(","));
    return ApplicationsIT.post(
        ApplicationsIT.application("2024-03-04", ",\"steps\":[" + list + "]"));
  }

  private static Response append(String id, String step) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .body(json(step))
        .post("/applications/" + id + "/steps");
  }

  private static String json(String step) {
    List<String> words = List.of(step.strip().split(" "));
    String day = words.get(1).length() == 5 ? "2024-" + words.get(1) : words.get(1);
    String attributes =
        words.stream()
            .skip(2)
            .map(attribute -> attribute.split(":"))
            .map(
                attribute ->
                    ",\""
                        + attribute[0]
                        + "\":"
                        + (attribute[1].matches("\\d+(e-?\\d+)?")
                            ? attribute[1]
                            : "\"" + attribute[1] + "\""))
            .collect(Collectors.joining());
    return "{\"type\":\"" + words.get(0) + "\",\"on\":\"" + day + "\"" + attributes + "}";
  }

  /** A range with two dots, or values with commas. */
  private static String bounds(Map<String, Object> expected) {
    if (expected == null) {
      return "";
    }
    if (expected.get("oneOf") instanceof List<?> values) {
      return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }
    return expected.getOrDefault("atLeast", "") + ".." + expected.getOrDefault("atMost", "");
  }

  /** As the register sees it, which it tells where a day is too late. */
  private static String today() {
    return RegisterTables.texts("SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text").get(0);
  }
}
