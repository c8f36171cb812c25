package disclosure.requests.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HandlingIT {

  private final String handler = "工号" + Long.toString(System.nanoTime(), 36);

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void a_handler_has_worklists_of_his_own() {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    put(id, "{\"handler\":\"" + handler + "\"}").statusCode(200);
    for (String list :
        List.of("/worklists/due?workingDays=0&", "/worklists/overdue?", "/applications?")) {
      ApplicationsIT.as(TestClient.RECORDER)
          .get(list + "handler=" + handler)
          .then()
          .statusCode(200)
          .body("items.id", contains(id))
          .body("items[0].handler", equalTo(handler));
    }
    ApplicationsIT.as(TestClient.RECORDER)
        .body("{\"handler\":\"" + handler + "\"}")
        .post("/applications/search")
        .then()
        .body("items.id", contains(id));
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/worklists/awaiting-correction?handler=" + handler)
        .then()
        .body("items", empty());
    put(id, "{}").statusCode(200);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications?handler=" + handler)
        .then()
        .body("items", empty());
  }

  @Test
  void who_handles_it_can_be_posted_with_it_and_is_not_what_it_says() {
    String body =
        ApplicationsIT.application("2024-03-01", ",\"handler\":\"%s\"".formatted(handler));
    String id = ApplicationsIT.post(body).then().statusCode(201).extract().path("id");
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications?handler=" + handler)
        .then()
        .body("items.id", contains(id));
    put(id, "{\"handler\":\"" + handler + "甲\"}").statusCode(200);
    ApplicationsIT.post(body).then().statusCode(200);
    ApplicationsIT.post(body.replace(handler, handler + "乙")).then().statusCode(200);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id + "/handling")
        .then()
        .body("handler", equalTo(handler + "甲"));
    ApplicationsIT.post(
            ApplicationsIT.application("2024-03-01", ",\"handler\":\"" + "长".repeat(101) + "\""))
        .then()
        .statusCode(400)
        .body("errors.field", contains("handler"));
  }

  @Test
  void a_note_is_for_the_office_encrypted_and_audited_and_changes_no_version() {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    long events =
        RegisterTables.number("SELECT count(*) FROM requests.outbox WHERE key = '" + id + "'");
    String note = "申请人来电" + handler;
    put(id, "{\"handler\":\"" + handler + "\",\"note\":\"" + note + "\"}").statusCode(200);
    ApplicationsIT.as(TestClient.OFFICE_RECORDER)
        .get("/applications/" + id + "/handling")
        .then()
        .statusCode(200)
        .body("handler", equalTo(handler))
        .body("note", equalTo(note));
    assertThat(RegisterTables.everything()).noneMatch(row -> row.contains(note));
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get("/audit/entries?subject=" + id)
        .then()
        .body("items.action", hasItem("APPLICATION_HANDLING_SET"));
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .body("version", equalTo(1));
    assertThat(
            RegisterTables.number("SELECT count(*) FROM requests.outbox WHERE key = '" + id + "'"))
        .isEqualTo(events);
    put(id, "{\"handler\":\"" + handler + "\"}").statusCode(200).body("note", nullValue());
  }

  @Test
  void the_person_behind_the_client_stands_beside_what_he_recorded() {
    String id =
        ApplicationsIT.as(TestClient.CLERK)
            .body(ApplicationsIT.application("2024-03-01", ""))
            .post("/applications")
            .path("id");
    for (TestClient client : List.of(TestClient.CLERK, TestClient.RECORDER)) {
      String type = client == TestClient.CLERK ? "THIRD_PARTY_CONSULTED" : "THIRD_PARTY_REPLIED";
      ApplicationsIT.as(client)
          .body("{\"type\":\"" + type + "\",\"on\":\"2024-03-05\"}")
          .post("/applications/" + id + "/steps")
          .then()
          .statusCode(200);
    }
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .body("recordedBy", equalTo("clerk"))
        .body("person", equalTo(TestClient.CLERKS_NAME))
        .body("steps[0].person", equalTo(TestClient.CLERKS_NAME))
        .body("steps[1].person", nullValue());
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.outbox WHERE data LIKE '%"
                    + TestClient.CLERKS_NAME
                    + "%'"))
        .isZero();
  }

  @Test
  void nobody_sets_the_handler_of_an_organ_that_he_does_not_act_for() {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    ApplicationsIT.as(TestClient.FOREIGN_RECORDER)
        .header("If-Match", "\"0\"")
        .body("{\"handler\":\"某\"}")
        .put("/applications/" + id + "/handling")
        .then()
        .statusCode(404);
    ApplicationsIT.as(TestClient.FOREIGN_RECORDER)
        .get("/applications/" + id + "/handling")
        .then()
        .statusCode(404);
    ApplicationsIT.as(TestClient.ANALYST)
        .get("/applications/" + id + "/handling")
        .then()
        .statusCode(403);
  }

  @Test
  void of_two_who_edit_at_once_the_second_is_told() {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    String seen = etag(id);
    put(id, seen, "{\"note\":\"甲\"}").statusCode(200).header("ETag", not(equalTo(seen)));
    put(id, seen, "{\"note\":\"乙\"}").statusCode(412);
    ApplicationsIT.as(TestClient.RECORDER)
        .body("{\"note\":\"丙\"}")
        .put("/applications/" + id + "/handling")
        .then()
        .statusCode(428);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id + "/handling")
        .then()
        .body("note", equalTo("甲"));
    put(id, etag(id), "{\"note\":\"乙\"}").statusCode(200);
  }

  @Test
  void what_is_there_already_is_no_change_of_anybody() {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    String seen = etag(id);
    String body = "{\"handler\":\"" + handler + "\",\"note\":\"甲\"}";
    String changed = put(id, seen, body).statusCode(200).extract().header("ETag");
    put(id, seen, body).statusCode(200).header("ETag", equalTo(changed));
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.audit_entry WHERE subject_id = '"
                    + id
                    + "' AND action = 'APPLICATION_HANDLING_SET'"))
        .isEqualTo(1);
  }

  @Test
  void a_note_that_no_key_opens_is_named_and_stays_until_another_one_is_put() {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    put(id, "{\"handler\":\"甲\",\"note\":\"备注\"}").statusCode(200);
    alterNote(id);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id + "/handling")
        .then()
        .statusCode(200)
        .body("handler", equalTo("甲"))
        .body("note", nullValue())
        .body("unreadable", contains("note"));
    put(id, "{\"handler\":\"乙\"}").statusCode(200).body("unreadable", contains("note"));
    alterNote(id);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id + "/handling")
        .then()
        .body("handler", equalTo("乙"))
        .body("note", equalTo("备注"))
        .body("unreadable", nullValue());
    alterNote(id);
    put(id, "{\"note\":\"新\"}").statusCode(200).body("note", equalTo("新"));
  }

  /** What is altered twice is as it was. */
  private static void alterNote(String id) {
    RegisterTables.update(
        "UPDATE requests.application SET note = set_byte(note, 9, 255 - get_byte(note, 9))"
            + " WHERE id = '"
            + id
            + "'");
  }

  private static String etag(String id) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id + "/handling")
        .header("ETag");
  }

  private static ValidatableResponse put(String id, String body) {
    return put(id, etag(id), body);
  }

  private static ValidatableResponse put(String id, String etag, String body) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .header("If-Match", etag)
        .body(body)
        .put("/applications/" + id + "/handling")
        .then();
  }
}
