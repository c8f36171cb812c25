package disclosure.requests.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.privacy.Anonymize;
import disclosure.requests.registration.ApplicationsIT;
import disclosure.requests.store.format.StepFormat;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A newer release of the register has recorded steps in the same tables. */
@QuarkusTest
class NewerReleaseIT {

  private static final String EXTENSION =
      """
      {"type": "EXTENDED", "on": "2024-03-11", "workingDays": 20, "approvedBy": "批〔2024〕3号",
       "noticeNumber": "2024-17", "enclosures": [{"pages": 2}]}\
      """;

  private static final String TRANSFER =
      "{\"type\":\"HANDED_OVER\",\"on\":\"2024-03-11\",\"to\":\"11141124000000099J\"}";

  @Inject Anonymize anonymize;

  private final String organ = RegisterTables.newOrgan();

  @AfterEach
  void leaveNothingToOtherTests() {
    RegisterTables.update(
        "UPDATE requests.application SET status = 'VOIDED' WHERE organ_code = '"
            + organ
            + "' AND status <> 'CONCLUDED'");
  }

  @Test
  void an_attribute_that_this_release_does_not_know_is_shown_and_hinders_nothing() {
    String id = recorded("EXTENDED", EXTENSION, 1);
    get("/applications/" + id)
        .then()
        .statusCode(200)
        .body("steps[0].type", equalTo("EXTENDED"))
        .body("steps[0].workingDays", equalTo(20))
        .body("steps[0].noticeNumber", equalTo("2024-17"))
        .body("steps[0].enclosures[0].pages", equalTo(2))
        .body("steps[0].sequence", equalTo(1))
        .body("notUnderstood", nullValue());
    get("/applications/" + id + "/clock")
        .then()
        .statusCode(200)
        .body("days.article", hasItem(containsString("第三十三条")));
  }

  @Test
  void an_attribute_that_this_release_does_not_know_stays_until_its_texts_are_forgotten() {
    String id = recorded("EXTENDED", EXTENSION, 1);
    step(id, "{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-03-12\"}").then().statusCode(200);
    RegisterTables.update(
        "UPDATE requests.application SET clock_revision = -1, extended = false WHERE id = '"
            + id
            + "'");
    await().until(() -> recalculated(id));
    step(id, "{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"NOT_HELD\"}")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("NOT_HELD"));
    assertThat(content(id)).isEqualTo(EXTENSION);
    RegisterTables.update(
        "UPDATE requests.application SET received_on = '2008-05-04', concluded_on = '2008-05-05'"
            + " WHERE id = '"
            + id
            + "'");
    anonymize.concludedUpTo(LocalDate.of(2008, 5, 5));

    // What it doesn't know may name somebody; what is no text, and the days, stay.
    get("/applications/" + id)
        .then()
        .statusCode(200)
        .body("applicant.name", nullValue())
        .body("steps[0].on", equalTo("2024-03-11"))
        .body("steps[0].workingDays", equalTo(20))
        .body("steps[0].enclosures[0].pages", equalTo(2))
        .body("steps[0].noticeNumber", equalTo("（已匿名化）"));
  }

  @Test
  void a_kind_of_step_that_this_release_does_not_know_is_shown_as_it_is() {
    String id = recorded("HANDED_OVER", TRANSFER, 1);
    RegisterTables.update(
        "UPDATE requests.application SET status = 'HANDED_OVER', due_on = '2024-04-30' WHERE id = '"
            + id
            + "'");
    get("/applications/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("status", equalTo("HANDED_OVER"))
        .body("dueOn", equalTo("2024-04-30"))
        .body("applicant.name", equalTo("张**"))
        .body("steps[0].type", equalTo("HANDED_OVER"))
        .body("steps[0].to", equalTo("11141124000000099J"))
        .body("steps[0].recordedBy", equalTo("recorder"))
        .body("notUnderstood", contains(1));
    get("/applications?organ=" + organ)
        .then()
        .statusCode(200)
        .body("items.status", hasItem("HANDED_OVER"));
    get("/applications/export?format=csv&organ=" + organ).then().statusCode(200);
  }

  @Test
  void what_rests_on_a_step_that_this_release_does_not_know_is_left_to_one_that_does() {
    String id = recorded("HANDED_OVER", TRANSFER, 1);
    notUnderstood(get("/applications/" + id + "/clock"));
    notUnderstood(step(id, "{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-03-12\"}"));
    assertThat(content(id)).isEqualTo(TRANSFER);
  }

  @Test
  void so_is_a_step_whose_known_attributes_mean_something_else_there() {
    String id = recorded("EXTENDED", EXTENSION, StepFormat.NUMBER + 1);
    get("/applications/" + id)
        .then()
        .statusCode(200)
        .body("steps[0].workingDays", equalTo(20))
        .body("notUnderstood", contains(1));
    notUnderstood(get("/applications/" + id + "/clock"));
  }

  @Test
  void a_year_is_not_reviewed_without_what_is_not_understood() {
    recorded("HANDED_OVER", TRANSFER, 1);
    notUnderstood(
        ApplicationsIT.as(TestClient.ANALYST).get("/handling?organ=" + organ + "&year=2024"));
  }

  @Test
  void due_dates_that_are_not_understood_are_left_as_they_are_and_others_are_reckoned() {
    String id = recorded("HANDED_OVER", TRANSFER, 1);
    String other = post();
    RegisterTables.update(
        "UPDATE requests.application SET clock_revision = -1, due_on = '2031-01-01' WHERE id IN ('"
            + id
            + "', '"
            + other
            + "')");
    await().until(() -> recalculated(other));
    assertThat(
            RegisterTables.texts("SELECT due_on FROM requests.application WHERE id = '" + id + "'"))
        .containsExactly("2031-01-01");
  }

  @Test
  void what_this_release_records_the_one_before_can_read() {
    String id = post();
    step(
            id,
            """
            {"type": "EXTENDED", "on": "2024-03-11", "workingDays": 20, "approvedBy": "批"}\
            """)
        .then()
        .statusCode(200);
    assertThat(content(id))
        .isEqualTo(
            "{\"type\":\"EXTENDED\",\"on\":\"2024-03-11\",\"workingDays\":20,\"approvedBy\":\"批\"}");
  }

  @Test
  void what_counted_before_and_does_not_any_more_is_left_alone_by_the_one_before() {
    String id = post();
    step(id, "{\"type\":\"EXTENDED\",\"on\":\"2024-03-11\",\"workingDays\":20}")
        .then()
        .statusCode(200)
        .body("dueOn", equalTo("2024-03-29"))
        .body("warnings.step", contains(1))
        .body("warnings.code", contains("EXTENSION_NOT_APPROVED"))
        .body("warnings.article", contains("《条例》第三十三条第二款"))
        .body("warnings.text", contains("延期未经政府信息公开工作机构负责人同意，不予计入"));
    assertThat(
            RegisterTables.number(
                "SELECT content_format FROM requests.application_step WHERE application_id = '"
                    + id
                    + "'"))
        .isEqualTo(2);
    get("/applications/" + id)
        .then()
        .body("warnings.code", contains("EXTENSION_NOT_APPROVED"))
        .body("steps.size()", equalTo(1));
  }

  @Test
  void what_was_calculated_by_other_rules_is_calculated_again_and_published() {
    String id = post();
    step(
        id,
        "{\"type\":\"FEE_NOTIFIED\",\"on\":\"2024-04-15\",\"basis\":\"BY_ITEM\",\"amount\":100}");
    step(id, "{\"type\":\"FEE_PAID\",\"on\":\"2024-04-16\",\"amount\":100}");
    step(id, "{\"type\":\"CONCLUDED\",\"on\":\"2024-04-20\",\"outcome\":\"NOT_HELD\"}");
    String due = "SELECT answer_due_on FROM requests.application WHERE id = '" + id + "'";
    assertThat(RegisterTables.texts(due)).containsExactly("2024-03-29");
    RegisterTables.update(
        "UPDATE requests.application SET answer_due_on = '2024-05-17', recalculate = true"
            + " WHERE id = '"
            + id
            + "'");
    await()
        .untilAsserted(() -> assertThat(RegisterTables.texts(due)).containsExactly("2024-03-29"));
    get("/applications/" + id).then().body("version", equalTo(5));
    assertThat(
            RegisterTables.texts(
                "SELECT recalculate FROM requests.application WHERE id = '" + id + "'"))
        .containsExactly("f");
  }

  /** The application's only step was recorded by the newer release. */
  private String recorded(String type, String content, int format) {
    String id = post();
    RegisterTables.update(
        """
        BEGIN;
        INSERT INTO requests.application_step
               (application_id, sequence, type, happened_on, content, content_format, client_id,
                recorded_at)
        VALUES ('%1$s', 1, '%2$s', '2024-03-11', '%3$s', %4$d, 'recorder', now());
        UPDATE requests.application
           SET version = 2, extended = true, calculated_version = 2, calculated_by = 2
         WHERE id = '%1$s';
        COMMIT;
        """
            .formatted(id, type, content, format));
    return id;
  }

  private String post() {
    String body = ApplicationsIT.application("2024-03-01", "").replace(TestOrgans.OFFICE, organ);
    return ApplicationsIT.post(body).then().statusCode(201).extract().path("id");
  }

  private static void notUnderstood(Response answer) {
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/recorded-by-newer-release"))
        .body("errors", nullValue());
  }

  private static boolean recalculated(String id) {
    return RegisterTables.number(
            "SELECT clock_revision FROM requests.application WHERE id = '" + id + "'")
        >= 0;
  }

  private static String content(String id) {
    return RegisterTables.texts(
            "SELECT content FROM requests.application_step WHERE sequence = 1 AND application_id ="
                + " '"
                + id
                + "'")
        .get(0);
  }

  private static Response get(String path) {
    return ApplicationsIT.as(TestClient.RECORDER).get(path);
  }

  private static Response step(String id, String body) {
    return ApplicationsIT.as(TestClient.RECORDER).body(body).post("/applications/" + id + "/steps");
  }
}
