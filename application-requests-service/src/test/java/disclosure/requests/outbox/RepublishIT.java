package disclosure.requests.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.Servers;
import disclosure.requests.TestDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepublishIT {

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某局", "DEPARTMENT", "");
  }

  @Test
  void the_present_states_of_an_organ_are_published_again_word_for_word() {
    String one = application(organ);
    String other = application(organ);
    conclude(other);
    String below = TestOrgans.fresh();
    TestDirectory.put(below, "某所", "OTHER", organ);
    String fromBelow = application(below);
    String dispute = dispute(organ);
    await()
        .until(() -> List.of(one, other, fromBelow, dispute, organ).stream().allMatch(this::sent));

    finished(order("{\"organCode\":\"" + organ + "\"}"), 4);
    await().until(() -> List.of(one, other, dispute, organ).stream().allMatch(this::sent));
    for (String again : List.of(one, dispute, organ)) {
      assertThat(events(again)).hasSize(2).containsOnly(events(again).get(0));
    }
    assertThat(versions(other)).containsExactly("1", "2", "2");
    assertThat(events(other).get(2)).isEqualTo(events(other).get(1));
    assertThat(versions(fromBelow)).containsExactly("1");

    finished(order("{\"organCode\":\"" + organ + "\",\"scope\":\"SUBTREE\"}"), 6);
    assertThat(versions(fromBelow)).containsExactly("1", "1");
  }

  @Test
  void what_was_merged_elsewhere_is_not_below_any_more_and_what_goes_there_later_still_is() {
    String successor = TestOrgans.fresh();
    TestDirectory.put(successor, "某市局", "DEPARTMENT", "");
    for (String last : List.of("2024-06-30", "2198-06-30")) {
      as(TestClient.ADMINISTRATOR)
          .body(
              Map.of(
                  "name",
                  "某所",
                  "kind",
                  "OTHER",
                  "parentOrganCode",
                  organ,
                  "validTo",
                  last,
                  "successorOrganCode",
                  successor))
          .put("/organs/" + TestOrgans.fresh())
          .then()
          .statusCode(201);
    }
    finished(order("{\"organCode\":\"" + organ + "\",\"scope\":\"SUBTREE\"}"), 2);
    finished(order("{\"organCode\":\"" + successor + "\",\"scope\":\"SUBTREE\"}"), 2);
  }

  @Test
  void what_changed_since_a_moment_is_published_again() {
    String before = application(organ);
    String since = RegisterTables.texts("SELECT to_json(clock_timestamp())::text").get(0);
    String after = application(organ);
    await().until(() -> sent(before) && sent(after));
    String order = order("{\"organCode\":\"" + organ + "\",\"changedSince\":" + since + "}");
    finished(order, 1);
    assertThat(versions(before)).containsExactly("1");
    assertThat(versions(after)).containsExactly("1", "1");
  }

  @Test
  void a_change_in_progress_is_published_before_the_state_is_repeated() throws Exception {
    String id = application(organ);
    await().until(() -> sent(id));
    Map<String, String> settings = Servers.running();
    try (Connection writer =
            DriverManager.getConnection(
                settings.get("DATABASE_URL"),
                settings.get("DATABASE_OWNER_USER"),
                settings.get("DATABASE_OWNER_PASSWORD"));
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("UPDATE requests.application SET version = 2 WHERE id = '" + id + "'");
      String order = order("{\"organCode\":\"" + organ + "\"}");
      await()
          .until(
              () -> RegisterTables.number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
      statement.execute(
          "INSERT INTO requests.outbox (topic, key, version, data, recorded_at)"
              + " SELECT topic, key, 2, data, now() FROM requests.outbox WHERE key = '"
              + id
              + "'");
      writer.commit();
      finished(order, 2);
    }
    // The repeated state is the second one too; while that waits, once is enough.
    assertThat(versions(id)).startsWith("1", "2").doesNotHaveToString("[1, 2, 1]");
  }

  @Test
  void an_organ_that_is_just_being_changed_is_published_with_what_it_was_before() throws Exception {
    await().until(() -> sent(organ));
    Map<String, String> settings = Servers.running();
    try (Connection writer =
            DriverManager.getConnection(
                settings.get("DATABASE_URL"),
                settings.get("DATABASE_OWNER_USER"),
                settings.get("DATABASE_OWNER_PASSWORD"));
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute(
          "UPDATE requests.organ SET version = 2, name = '某新局' WHERE code = '" + organ + "'");
      statement.execute(
          "INSERT INTO requests.organ_term (organ_code, until, name, kind, parent_code)"
              + " VALUES ('"
              + organ
              + "', '2023-12-31', '某旧局', 'DEPARTMENT', NULL)");
      String order = order("{\"organCode\":\"" + organ + "\"}");
      await()
          .until(
              () -> RegisterTables.number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
      writer.commit();
      finished(order, 1);
    }
    assertThat(versions(organ)).containsExactly("1", "2");
    assertThat(events(organ).get(1)).contains("某新局", "某旧局");
  }

  @Test
  void only_an_administrator_of_the_organ_orders_it() {
    String body = "{\"organCode\":\"" + organ + "\"}";
    as(TestClient.RECORDER).body(body).post("/outbox/republications").then().statusCode(403);
    as(TestClient.OFFICE_ADMINISTRATOR)
        .body(body)
        .post("/outbox/republications")
        .then()
        .statusCode(403)
        .body("errors.field", equalTo(List.of("organCode")));
    as(TestClient.OFFICE_ADMINISTRATOR)
        .body("{\"changedSince\":\"2026-01-01T00:00:00+08:00\"}")
        .post("/outbox/republications")
        .then()
        .statusCode(403);
    as(TestClient.ADMINISTRATOR).body("{}").post("/outbox/republications").then().statusCode(400);
    as(TestClient.ADMINISTRATOR)
        .body("{\"changedSince\":\"yesterday\"}")
        .post("/outbox/republications")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("changedSince")));
    String order = order(body);
    as(TestClient.OFFICE_ADMINISTRATOR)
        .get("/outbox/republications/" + order)
        .then()
        .statusCode(404);
  }

  @Test
  void a_parked_key_is_shown_and_released() {
    String key = UUID.randomUUID().toString();
    RegisterTables.update(
        "INSERT INTO requests.outbox_parked VALUES ('disclosure.disputes', '"
            + key
            + "', 1, 'RecordTooLargeException', now())");
    as(TestClient.ADMINISTRATOR)
        .get("/outbox/parked")
        .then()
        .statusCode(200)
        .body("items.key", hasItem(key))
        .body("items.cause", hasItem("RecordTooLargeException"));
    String place = "/outbox/parked/disclosure.disputes/" + key + "/release";
    as(TestClient.OFFICE_ADMINISTRATOR).post(place).then().statusCode(403);
    as(TestClient.ADMINISTRATOR).post(place).then().statusCode(204);
    as(TestClient.ADMINISTRATOR).post(place).then().statusCode(404);
    as(TestClient.ADMINISTRATOR)
        .urlEncodingEnabled(false)
        .post(place.replace(key, "%00"))
        .then()
        .statusCode(404);
    as(TestClient.ADMINISTRATOR).get("/outbox/parked").then().body("items.key", not(hasItem(key)));
  }

  private static String order(String body) {
    return as(TestClient.ADMINISTRATOR)
        .body(body)
        .post("/outbox/republications")
        .then()
        .statusCode(202)
        .header("Location", notNullValue())
        .extract()
        .path("id");
  }

  private static void finished(String order, int states) {
    await()
        .untilAsserted(
            () ->
                as(TestClient.ADMINISTRATOR)
                    .get("/outbox/republications/" + order)
                    .then()
                    .statusCode(200)
                    .body("finishedAt", notNullValue())
                    .body("appended", equalTo(states)));
  }

  private boolean sent(String key) {
    return RegisterTables.number(
            "SELECT count(*) FROM requests.outbox WHERE published_at IS NULL AND key = '"
                + key
                + "'")
        == 0;
  }

  private static List<String> events(String key) {
    return RegisterTables.texts(
        "SELECT version || ' ' || data || ' ' || recorded_at FROM requests.outbox WHERE key = '"
            + key
            + "' ORDER BY id");
  }

  private static List<String> versions(String key) {
    return events(key).stream().map(event -> event.substring(0, event.indexOf(' '))).toList();
  }

  private static String application(String organ) {
    return post(
        "/applications",
        "{\"organCode\":\"%s\",\"sourceReference\":\"P-%s\",\"receivedOn\":\"2024-03-04\","
            + "\"channel\":\"POST\",\"applicant\":{\"type\":\"NATURAL_PERSON\"}}",
        organ);
  }

  private static String dispute(String organ) {
    return post(
        "/disputes",
        "{\"organCode\":\"%s\",\"sourceReference\":\"P-%s\",\"kind\":\"RECONSIDERATION\","
            + "\"acceptedOn\":\"2024-03-04\"}",
        organ);
  }

  private static String post(String path, String body, String organ) {
    return as(TestClient.RECORDER)
        .body(String.format(Locale.ROOT, body, organ, UUID.randomUUID()))
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void conclude(String id) {
    as(TestClient.RECORDER)
        .body("{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"NOT_HELD\"}")
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
  }

  private static RequestSpecification as(TestClient client) {
    return given().auth().oauth2(client.token()).contentType("application/json");
  }
}
