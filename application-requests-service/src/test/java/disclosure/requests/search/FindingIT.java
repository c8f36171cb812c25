package disclosure.requests.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.lookup.FillSearchKeys;
import disclosure.requests.registration.ApplicationsIT;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.job.Progress;
import disclosure.storage.job.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller knows his own number, or says who he is. */
@QuarkusTest
class FindingIT {

  @Inject FillSearchKeys fill;
  @Inject WriterTransaction transaction;

  private final String own = Long.toString(System.nanoTime(), 36);

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void an_application_is_found_by_its_number_however_that_is_written() {
    String id = post(TestClient.RECORDER, own + "〔2024〕12—3号", "某人甲" + own, "138", "甲").path("id");
    for (String query :
        List.of(
            "{\"sourceReference\":\"" + own + "[2024] 12-3号\"}",
            "{\"sourceReference\":\"" + own + "（２０２４）12－3号\"}",
            "{\"sourceReferencePrefix\":\"" + own + "〔2024〕12\"}",
            "{\"organCode\":\""
                + TestOrgans.OFFICE
                + "\",\"sourceReferencePrefix\":\""
                + own
                + "\"}",
            "{\"organCode\":\""
                + TestOrgans.COUNTY
                + "\",\"scope\":\"SUBTREE\",\"sourceReferencePrefix\":\""
                + own
                + "\"}")) {
      search(TestClient.RECORDER, query)
          .body("items.id", contains(id))
          .body("items[0].sourceReference", equalTo(own + "〔2024〕12—3号"));
    }
    search(TestClient.RECORDER, "{\"sourceReference\":\"" + own + "[2024] 12\"}")
        .body("items", empty());
    ApplicationsIT.as(TestClient.RECORDER)
        .queryParam("sourceReference", own + "[2024]12-3号")
        .get("/applications")
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
  }

  @Test
  void an_applicant_is_found_by_name_and_contact() {
    String contact = "139" + Math.abs(own.hashCode() % 100_000_000) + "1";
    String id = post(TestClient.RECORDER, own, "买买提·艾力" + own, contact, "某地块征收").path("id");
    for (String query :
        List.of(
            "{\"applicantName\":\"买买提•艾 力" + own + "\"}",
            "{\"applicantContact\":\"+"
                + contact.substring(0, 3)
                + "-"
                + contact.substring(3)
                + "\"}",
            "{\"applicantName\":\"买买提·艾力" + own + "\",\"subject\":\"地块\"}")) {
      search(TestClient.RECORDER, query).body("items.id", contains(id));
    }
    search(TestClient.RECORDER, "{\"applicantName\":\"买买提\"}").body("items.id", empty());
    search(TestClient.RECORDER, "{\"applicantName\":\"买买提·艾力" + own + "\",\"subject\":\"道路\"}")
        .body("items", empty());
    search(TestClient.OFFICE_RECORDER, "{\"applicantName\":\"买买提·艾力" + own + "\"}")
        .body("items.id", contains(id));
  }

  @Test
  void an_applicant_is_found_by_the_identity_number() {
    String number = "14112419900101" + Math.abs(own.hashCode() % 1000) + "x" + own;
    Response posted =
        ApplicationsIT.as(TestClient.RECORDER)
            .body(
                """
                {"organCode":"%s","sourceReference":"%s","receivedOn":"2024-03-01",
                 "channel":"ONLINE","applicant":{"type":"NATURAL_PERSON","identityNumber":"%s"}}\
                """
                    .formatted(TestOrgans.OFFICE, own, number))
            .post("/applications");
    search(TestClient.RECORDER, "{\"identityNumber\":\"" + number.toUpperCase(Locale.ROOT) + "\"}")
        .body("items.id", contains(posted.<String>path("id")));
  }

  @Test
  void nobody_finds_the_applications_of_organs_that_he_does_not_act_for() {
    ApplicationsIT.as(TestClient.RECORDER)
        .body(body(TestOrgans.TOWNSHIP, own, "某人乙" + own, "138", "某"))
        .post("/applications")
        .then()
        .statusCode(201);
    search(TestClient.OFFICE_RECORDER, "{\"applicantName\":\"某人乙" + own + "\"}")
        .body("items", empty());
    ApplicationsIT.as(TestClient.OFFICE_RECORDER)
        .body("{\"organCode\":\"" + TestOrgans.TOWNSHIP + "\",\"sourceReference\":\"" + own + "\"}")
        .post("/applications/search")
        .then()
        .statusCode(404);
    ApplicationsIT.as(TestClient.ANALYST)
        .body("{\"sourceReference\":\"" + own + "\"}")
        .post("/applications/search")
        .then()
        .statusCode(403);
  }

  @Test
  void a_search_for_a_person_is_audited_without_the_person() {
    String name = "无人知晓" + own;
    String sought = "SELECT count(*) FROM requests.audit_entry WHERE action = 'APPLICANT_SOUGHT'";
    long before = RegisterTables.number(sought);
    search(TestClient.RECORDER, "{\"applicantName\":\"" + name + "\"}").body("items", empty());
    search(TestClient.RECORDER, "{\"sourceReference\":\"" + own + "\"}").body("items", empty());
    assertThat(RegisterTables.number(sought)).isEqualTo(before + 1);
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get("/audit/entries?action=APPLICANT_SOUGHT&limit=1")
        .then()
        .statusCode(200)
        .body("items[0].subjectKind", equalTo("SEARCH"))
        .body("items[0].subjectId", equalTo("applicantName"))
        .body("items[0].clientId", notNullValue());
    assertThat(RegisterTables.everything()).noneMatch(row -> row.contains(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"scope\":\"OWN\"}", "{\"applicantName\":\"\"}", "{\"scope\":\"ALL\"}"})
  void a_search_for_nothing_is_refused(String query) {
    ApplicationsIT.as(TestClient.RECORDER)
        .body(query)
        .post("/applications/search")
        .then()
        .statusCode(400);
  }

  @Test
  void pages_of_a_search_have_nothing_personal_in_their_address() {
    String name = "某人丙" + own;
    for (int i = 0; i < 3; i++) {
      post(TestClient.RECORDER, own + i, name, "138", "某" + i);
    }
    String body = "{\"applicantName\":\"" + name + "\"}";
    String next =
        ApplicationsIT.as(TestClient.RECORDER)
            .body(body)
            .post("/applications/search?limit=2")
            .then()
            .statusCode(200)
            .body("items.size()", equalTo(2))
            .extract()
            .path("next");
    assertThat(next).doesNotContain(own);
    ApplicationsIT.as(TestClient.RECORDER)
        .urlEncodingEnabled(false)
        .body(body)
        .post(next)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("next", nullValue());
  }

  @Test
  void a_number_that_another_client_logged_for_the_organ_is_told_and_refuses_nothing() {
    Response first = post(TestClient.RECORDER, own + "—1", "甲" + own, "1", "甲");
    first.then().statusCode(201).body("possibleDuplicate", nullValue());
    String body = body(TestOrgans.OFFICE, own + "-1", "乙" + own, "2", "乙");
    Response second =
        ApplicationsIT.as(TestClient.OFFICE_RECORDER).body(body).post("/applications");
    second.then().statusCode(201).body("possibleDuplicate", contains("SAME_NUMBER"));
    Response again = ApplicationsIT.as(TestClient.OFFICE_RECORDER).body(body).post("/applications");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(second.asString());
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + first.path("id"))
        .then()
        .body("possibleDuplicates.id", contains(second.<String>path("id")))
        .body("possibleDuplicates[0].because", contains("SAME_NUMBER"));
  }

  @Test
  void the_same_person_asking_the_same_again_is_told_also_in_a_batch() {
    post(TestClient.RECORDER, own, "丁 某" + own, "1", "某 地块征收");
    Response again = post(TestClient.RECORDER, own + "又", "丁某" + own, "2", "某地块征收");
    again.then().statusCode(201).body("possibleDuplicate", contains("SAME_REQUEST"));
    post(TestClient.RECORDER, own + "三", "丁某" + own, "2", "别的")
        .then()
        .statusCode(201)
        .body("possibleDuplicate", nullValue());
    byte[] line =
        body(TestOrgans.OFFICE, own + "四", "丁某" + own, "2", "某地块征收")
            .replace("\n", "")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(
            given()
                .auth()
                .oauth2(TestClient.RECORDER.token())
                .contentType("application/x-ndjson")
                .body(line)
                .post("/applications/batch")
                .asString())
        .contains("\"possibleDuplicate\":[\"SAME_REQUEST\"]");
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + again.path("id"))
        .then()
        .body("possibleDuplicates.sourceReference", contains(own, own + "四"));
  }

  @Test
  void what_a_release_before_stored_is_filled_in_by_two_instances_at_once() {
    String id = post(TestClient.RECORDER, own + "〔1〕", "戊" + own, "138", "戊").path("id");
    String before = keys(id);
    RegisterTables.update(
        "UPDATE requests.application SET reference_key = NULL, name_digest = NULL,"
            + " contact_digest = NULL, request_digest = NULL WHERE organ_code = '"
            + TestOrgans.OFFICE
            + "'");
    IntStream.range(0, 2)
        .mapToObj(instance -> CompletableFuture.runAsync(this::fillAll))
        .toList()
        .forEach(CompletableFuture::join);
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.application WHERE reference_key IS NULL"))
        .isZero();
    assertThat(keys(id)).isEqualTo(before);
    search(TestClient.RECORDER, "{\"applicantName\":\"戊" + own + "\"}")
        .body("items.id", contains(id));
    fillAll();
    assertThat(keys(id)).isEqualTo(before);
  }

  private void fillAll() {
    Progress progress;
    do {
      progress =
          transaction.run(Reach.EVERYTHING, connection -> fill.walk(connection, Rows.quick()));
    } while (!progress.equals(Progress.finished(0)));
  }

  private static String keys(String id) {
    return RegisterTables.texts(
            "SELECT concat_ws(' ', reference_key, name_digest, contact_digest, request_digest)"
                + " FROM requests.application WHERE id = '"
                + id
                + "'")
        .get(0);
  }

  private static Response post(
      TestClient client, String reference, String name, String contact, String subject) {
    return ApplicationsIT.as(client)
        .body(body(TestOrgans.OFFICE, reference, name, contact, subject))
        .post("/applications");
  }

  private static String body(
      String organ, String reference, String name, String contact, String subject) {
    return """
        {"organCode":"%s","sourceReference":"%s","receivedOn":"2024-03-01","channel":"ONLINE",
         "applicant":{"type":"NATURAL_PERSON","name":"%s","contact":"%s"},"subject":"%s"}"""
        .formatted(organ, reference, name, contact, subject);
  }

  private static ValidatableResponse search(TestClient client, String query) {
    return ApplicationsIT.as(client)
        .body(query)
        .post("/applications/search")
        .then()
        .statusCode(200);
  }
}
