package disclosure.requests.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionIT {

  private static final LocalDate DAY = LocalDate.of(2009, 3, 2);

  @Inject Anonymize anonymize;

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void who_applied_is_forgotten_after_the_time_and_the_counts_stay() throws Exception {
    String body = concluded("2009-03-02");
    Response first = ApplicationsIT.post(body);
    String id = first.path("id");
    String later = ApplicationsIT.post(concluded("2009-03-03")).path("id");
    String open = ApplicationsIT.post(ApplicationsIT.application("2009-02-10", "")).path("id");
    String disputed = ApplicationsIT.post(concluded("2009-03-02")).path("id");
    ApplicationsIT.as(TestClient.RECORDER)
        .body(
            """
            {"organCode":"%s","sourceReference":"留%s","kind":"RECONSIDERATION",
             "acceptedOn":"2009-04-01","applicationId":"%s"}\
            """
                .formatted(TestOrgans.OFFICE, disputed, disputed))
        .post("/disputes")
        .then()
        .statusCode(201);
    String tally = tally();

    assertThat(anonymize.concludedUpTo(DAY)).isEqualTo(1);
    assertThat(anonymize.concludedUpTo(DAY)).isZero();

    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .statusCode(200)
        .body("applicant.name", nullValue())
        .body("applicant.identityNumber", nullValue())
        .body("applicant.contact", nullValue())
        .body("subject", nullValue());
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.application WHERE id = '"
                    + id
                    + "' AND applicant_fingerprint IS NULL AND name_digest IS NULL"
                    + " AND contact_digest IS NULL AND request_digest IS NULL"
                    + " AND anonymized_at IS NOT NULL"))
        .isOne();
    for (String kept : new String[] {later, open, disputed}) {
      assertThat(
              ApplicationsIT.as(TestClient.RECORDER)
                  .get("/applications/" + kept)
                  .<String>path("applicant.name"))
          .isEqualTo("张**");
    }
    assertThat(tally()).isEqualTo(tally);
    assertThat(ApplicationsIT.post(body).asString()).isEqualTo(first.asString());
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get("/audit/entries?subject=" + id)
        .then()
        .body("items.action", hasItem("APPLICANT_ANONYMIZED"));
  }

  @Test
  void a_guess_is_not_told_right_from_wrong_once_it_is_forgotten_who_applied() {
    String body = concluded("2009-03-02");
    Response first = ApplicationsIT.post(body);
    anonymize.concludedUpTo(DAY);

    assertThat(digest(first.path("id"))).isEmpty();
    for (String guess : new String[] {body, body.replace("张三", "李四")}) {
      assertThat(ApplicationsIT.post(guess).statusCode()).isEqualTo(200);
      assertThat(ApplicationsIT.post(guess).asString()).isEqualTo(first.asString());
    }
    assertThat(ApplicationsIT.post(body.replace("\"POST\"", "\"FAX\"")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void what_was_posted_is_the_same_also_when_its_receipt_was_corrected_and_is_forgotten() {
    String body = concluded("2009-03-02");
    Response first = ApplicationsIT.post(body);
    for (String right :
        new String[] {
          "\"receivedOn\":\"2009-02-09\",\"channel\":\"FAX\"", "\"channel\":\"EMAIL\""
        }) {
      ApplicationsIT.as(TestClient.RECORDER)
          .body(
              "{\"type\":\"RECEIPT_CORRECTED\",\"on\":\"2009-03-05\",\"reason\":\"误\","
                  + right
                  + "}")
          .post("/applications/" + first.path("id") + "/steps")
          .then()
          .statusCode(200);
    }
    assertThat(ApplicationsIT.post(body).asString()).isEqualTo(first.asString());
    anonymize.concludedUpTo(DAY);

    assertThat(ApplicationsIT.post(body).asString()).isEqualTo(first.asString());
    assertThat(ApplicationsIT.post(body.replace("\"POST\"", "\"FAX\"")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void the_number_of_a_voided_application_is_free_also_when_it_is_forgotten_who_applied() {
    String body = ApplicationsIT.application("2009-02-10", ",\"imported\":true");
    String id = ApplicationsIT.post(body).path("id");
    ApplicationsIT.as(TestClient.RECORDER)
        .body("{\"type\":\"VOIDED\",\"on\":\"2009-03-02\",\"reason\":\"重复登记\"}")
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
    RegisterTables.update(
        "UPDATE requests.application SET changed_at = '2009-03-02' WHERE id = '" + id + "'");
    anonymize.concludedUpTo(DAY);
    assertThat(digest(id)).isEmpty();

    assertThat(ApplicationsIT.post(body).<String>path("id")).isEqualTo(id);
    ApplicationsIT.post(body.replace("\"POST\"", "\"FAX\"")).then().statusCode(201);
  }

  @Test
  void the_free_texts_of_the_steps_are_forgotten_and_codes_days_and_amounts_stay() {
    String id =
        ApplicationsIT.post(
                ApplicationsIT.application(
                    "2009-02-10",
                    """
                    ,"imported":true,"steps":[
                     {"type":"RECLASSIFIED","on":"2009-02-11","applicantType":"OTHER_ORGANIZATION",
                      "reason":"秘密甲"},
                     {"type":"EXTENDED","on":"2009-02-12","workingDays":5,"approvedBy":"秘密乙"},
                     {"type":"FEE_NOTIFIED","on":"2009-02-13","basis":"BY_ITEM","quantity":31,
                      "amount":2200.00},
                     {"type":"CONCLUDED","on":"2009-03-02","outcome":"THIRD_PARTY_RIGHTS",
                      "consultationWaivedReason":"秘密丙","specialLaw":"秘密丁"}]"""))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    anonymize.concludedUpTo(DAY);
    forgotten(id);

    // As a release before left it.
    RegisterTables.update(
        "UPDATE requests.application_step SET content = replace(content, '（已匿名化）', '秘密')"
            + " WHERE application_id = '"
            + id
            + "'");
    RegisterTables.update(
        "UPDATE requests.application SET content_digest = '\\x01' WHERE id = '" + id + "'");
    assertThat(anonymize.concludedUpTo(DAY)).isOne();
    forgotten(id);
    assertThat(digest(id)).isEmpty();
  }

  @Test
  void texts_that_are_recorded_afterwards_are_kept_as_long_and_then_forgotten_too() {
    String id = ApplicationsIT.post(concluded("2009-03-02")).path("id");
    anonymize.concludedUpTo(DAY);
    ApplicationsIT.as(TestClient.RECORDER)
        .body(
            "{\"type\":\"RECLASSIFIED\",\"on\":\"2009-06-01\",\"applicantType\":\"OTHER_ORGANIZATION\","
                + "\"reason\":\"秘密戊\"}")
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
    ApplicationsIT.as(TestClient.RECORDER)
        .header("If-Match", "\"0\"")
        .body("{\"note\":\"秘密己\"}")
        .put("/applications/" + id + "/handling")
        .then()
        .statusCode(200);
    anonymize.concludedUpTo(DAY);
    assertThat(reason(id)).isEqualTo("秘密戊");
    assertThat(note(id)).isEqualTo("秘密己");

    RegisterTables.update(
        "UPDATE requests.application SET later_texts_at = '2009-03-02T12:00:00+08' WHERE id = '"
            + id
            + "'");
    assertThat(anonymize.concludedUpTo(DAY)).isOne();
    assertThat(reason(id)).isEqualTo("（已匿名化）");
    assertThat(note(id)).isNull();
    // Whoever had it before his eyes doesn't write it back.
    ApplicationsIT.as(TestClient.RECORDER)
        .header("If-Match", "\"1\"")
        .body("{\"note\":\"秘密己\",\"handler\":\"王\"}")
        .put("/applications/" + id + "/handling")
        .then()
        .statusCode(412);
    assertThat(anonymize.concludedUpTo(DAY)).isZero();
  }

  private static String reason(String id) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id)
        .path("steps[1].reason");
  }

  private static String note(String id) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id + "/handling")
        .path("note");
  }

  @Test
  void a_step_is_edited_by_nobody_before_it_is_forgotten_who_applied() {
    String id = ApplicationsIT.post(concluded("2009-03-02")).path("id");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                RegisterTables.update(
                    "UPDATE requests.application_step SET content = '{}' WHERE application_id = '"
                        + id
                        + "'"))
        .hasMessageContaining("never edited");
    anonymize.concludedUpTo(DAY);
  }

  @Test
  void what_is_forgotten_of_a_receipt_is_not_corrected_any_more() {
    String id = ApplicationsIT.post(concluded("2009-03-02")).path("id");
    anonymize.concludedUpTo(DAY);
    ApplicationsIT.as(TestClient.RECORDER)
        .body(
            "{\"type\":\"RECEIPT_CORRECTED\",\"on\":\"2009-03-05\",\"reason\":\"误\",\"subject\":\"另\"}")
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("personal-data-forgotten"));
  }

  private static void forgotten(String id) {
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .statusCode(200)
        .body("notUnderstood", nullValue())
        .body("applicantType", org.hamcrest.Matchers.equalTo("OTHER_ORGANIZATION"))
        .body("outcome", org.hamcrest.Matchers.equalTo("THIRD_PARTY_RIGHTS"))
        .body("steps[2].amount", org.hamcrest.Matchers.equalTo(2200.0f))
        .body("steps[0].reason", org.hamcrest.Matchers.equalTo("（已匿名化）"));
    assertThat(RegisterTables.everything()).noneMatch(value -> value.contains("秘密"));
  }

  private static String digest(String id) {
    return RegisterTables.texts(
            "SELECT encode(content_digest, 'hex') FROM requests.application WHERE id = '"
                + id
                + "'")
        .get(0);
  }

  private static String concluded(String day) {
    return ApplicationsIT.application(
        "2009-02-10",
        ",\"imported\":true,\"steps\":[{\"type\":\"CONCLUDED\",\"on\":\""
            + day
            + "\",\"outcome\":\"DISCLOSED\"}]");
  }

  private static String tally() {
    return ApplicationsIT.as(TestClient.ANALYST)
        .get("/tally?organ=" + TestOrgans.OFFICE + "&year=2009")
        .jsonPath()
        .getString("rows");
  }
}
