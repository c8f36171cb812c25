package disclosure.requests.organ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.Servers;
import disclosure.requests.TestDirectory;
import disclosure.requests.contract.Topic;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RowSecurity;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OrgansIT {

  @Inject DataSource database;

  private final String code = TestOrgans.fresh();

  @Test
  void a_new_organ_is_created_and_the_same_again_changes_nothing() throws Exception {
    String body = "{\"name\":\"某县人民政府\",\"kind\":\"GOVERNMENT\",\"validFrom\":\"2009-01-01\"}";
    put(code, body)
        .statusCode(201)
        .header("Location", endsWith("/organs/" + code))
        .header("ETag", equalTo("\"1\""))
        .body("version", equalTo(1))
        .body("validFrom", equalTo("2009-01-01"))
        .body("parentOrganCode", nullValue());
    put(code, body).statusCode(200).header("ETag", equalTo("\"1\"")).body("version", equalTo(1));
    get("/organs/" + code).statusCode(200).body("name", equalTo("某县人民政府"));
    assertThat(audited(code)).containsExactly("administrator ORGAN_REGISTERED 1");
  }

  @Test
  void a_change_grows_the_version_and_is_audited_and_published() throws Exception {
    put(code, "{\"name\":\"甲局\",\"kind\":\"DEPARTMENT\"}").statusCode(201);
    put(code, "{\"name\":\"乙局\",\"kind\":\"DEPARTMENT\"}")
        .statusCode(200)
        .body("version", equalTo(2));
    assertThat(audited(code))
        .containsExactly("administrator ORGAN_REGISTERED 1", "administrator ORGAN_CHANGED 2");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(published(code))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("\"version\":2", "\"name\":\"乙局\""));
  }

  @Test
  void an_organ_that_does_not_exist_yet_fulfils_no_precondition() {
    given(TestClient.ADMINISTRATOR)
        .header("If-Match", "*")
        .body("{\"name\":\"甲局\",\"kind\":\"DEPARTMENT\"}")
        .put("/organs/" + code)
        .then()
        .statusCode(412);
    get("/organs/" + code).statusCode(404);
    put(code, "{\"name\":\"甲局\",\"kind\":\"DEPARTMENT\"}").statusCode(201);
    given(TestClient.ADMINISTRATOR)
        .header("If-Match", "*")
        .body("{\"name\":\"乙局\",\"kind\":\"DEPARTMENT\"}")
        .put("/organs/" + code)
        .then()
        .statusCode(200);
  }

  /** The answer that bore the new version may have been lost. */
  @Test
  void a_change_may_be_sent_again_and_undoes_nothing_that_came_meanwhile() {
    put(code, "{\"name\":\"甲局\",\"kind\":\"DEPARTMENT\"}").statusCode(201);
    String change = "{\"name\":\"乙局\",\"kind\":\"DEPARTMENT\"}";
    for (int time = 0; time < 2; time++) {
      given(TestClient.ADMINISTRATOR)
          .header("If-Match", "\"1\"")
          .body(change)
          .put("/organs/" + code)
          .then()
          .statusCode(200)
          .header("ETag", equalTo("\"2\""));
    }
    put(code, "{\"name\":\"丙局\",\"kind\":\"DEPARTMENT\"}").statusCode(200);
    given(TestClient.ADMINISTRATOR)
        .header("If-Match", "\"1\"")
        .body(change)
        .put("/organs/" + code)
        .then()
        .statusCode(412);
  }

  @Test
  void who_has_not_seen_the_last_change_is_told_of_that_and_not_of_a_wrong_day() {
    put(code, "{\"name\":\"甲局\",\"kind\":\"DEPARTMENT\"}").statusCode(201);
    put(code, "{\"name\":\"乙局\",\"kind\":\"DEPARTMENT\",\"since\":\"2024-05-01\"}").statusCode(200);
    String change = "{\"name\":\"丙局\",\"kind\":\"DEPARTMENT\",\"since\":\"2024-03-04\"}";
    given(TestClient.ADMINISTRATOR)
        .header("If-Match", "\"1\"")
        .body(change)
        .put("/organs/" + code)
        .then()
        .statusCode(412);
    given(TestClient.ADMINISTRATOR)
        .header("If-Match", "\"2\"")
        .body(change)
        .put("/organs/" + code)
        .then()
        .statusCode(422)
        .body("errors.field", contains("since"));
  }

  @Test
  void a_change_of_an_outdated_version_is_refused() {
    put(code, "{\"name\":\"甲局\",\"kind\":\"DEPARTMENT\"}").statusCode(201);
    String change = "{\"name\":\"乙局\",\"kind\":\"DEPARTMENT\"}";
    given(TestClient.ADMINISTRATOR)
        .header("If-Match", "\"7\"")
        .body(change)
        .put("/organs/" + code)
        .then()
        .statusCode(412)
        .contentType(startsWith("application/problem+json"));
    given(TestClient.ADMINISTRATOR)
        .header("If-Match", "W/\"1\"")
        .body(change)
        .put("/organs/" + code)
        .then()
        .statusCode(412);
    given(TestClient.ADMINISTRATOR)
        .header("If-Match", "\"1\"")
        .body(change)
        .put("/organs/" + code)
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\":\"OTHER\"}|name",
        "{\"name\":\" \",\"kind\":\"OTHER\"}|name",
        "{\"name\":\"甲\"}|kind",
        "{\"name\":\"甲\",\"kind\":\"MINISTRY\"}|kind",
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"parentOrganCode\":\"123\"}|parentOrganCode",
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"parentOrganCode\":\"91350100M000100Y4\"}|parentOrganCode",
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"validFrom\":\"2024-02-30\"}|validFrom",
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"validTo\":\"9999-12-31\"}|validTo",
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"validFrom\":\"2024-02-02\",\"validTo\":\"2024-02-01\"}|validTo",
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"successorOrganCode\":\"111411240123456814\"}|validTo",
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"since\":\"2024-01-01\",\"formerly\":[]}|since",
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"formerly\":[{\"until\":\"2024-01-01\",\"kind\":\"OTHER\"}]}|formerly[0].name",
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"formerly\":[{\"until\":\"1924-01-01\",\"name\":\"乙\",\"kind\":\"OTHER\"}]}|formerly[0].until",
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"version\":7}|version",
      })
  void a_faulty_field_is_named_and_nothing_is_stored(String body, String field) {
    put(code, body).statusCode(400).body("errors.field", contains(field));
    get("/organs/" + code).statusCode(404);
  }

  @Test
  void a_parent_that_is_not_in_the_directory_is_refused() {
    put(code, organ("甲", TestOrgans.fresh()))
        .statusCode(422)
        .body("errors.field", contains("parentOrganCode"));
    get("/organs/" + code).statusCode(404);
  }

  @Test
  void a_code_with_a_wrong_check_character_is_refused() {
    put("111411240123456714", "{\"name\":\"甲\",\"kind\":\"OTHER\"}")
        .statusCode(400)
        .body("errors.field", contains("organCode"));
    get("/organs/111411240123456714").statusCode(400);
  }

  @Test
  void a_name_of_200_characters_fits_and_one_more_does_not() {
    put(code, "{\"kind\":\"OTHER\",\"name\":\"" + "局".repeat(201) + "\"}")
        .statusCode(400)
        .body("errors.field", contains("name"));
    put(code, "{\"kind\":\"OTHER\",\"name\":\"" + "局".repeat(200) + "\"}").statusCode(201);
  }

  @Test
  void organs_form_a_tree() {
    String middle = TestOrgans.fresh();
    String leaf = TestOrgans.fresh();
    TestDirectory.put(code, "顶", "GOVERNMENT", "");
    TestDirectory.put(middle, "中", "DEPARTMENT", code);
    TestDirectory.put(leaf, "底", "OTHER", middle);
    put(code, organ("顶", code)).statusCode(400).body("errors.field", contains("parentOrganCode"));
    for (String below : List.of(middle, leaf)) {
      put(code, organ("顶", below))
          .statusCode(422)
          .body("errors.field", contains("parentOrganCode"));
    }
    put(leaf, organ("底", code)).statusCode(200);
  }

  @Test
  void two_moves_at_once_can_not_close_a_circle() {
    String other = TestOrgans.fresh();
    TestDirectory.put(code, "甲", "OTHER", "");
    TestDirectory.put(other, "乙", "OTHER", "");
    TestClient.ADMINISTRATOR.token();
    List<Integer> statuses =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            i == 0
                                ? put(code, organ("甲", other)).extract().statusCode()
                                : put(other, organ("乙", code)).extract().statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(statuses).containsExactly(200, 422);
  }

  @Test
  void the_directory_is_listed_by_parent_in_pages() {
    TestDirectory.put(code, "上级", "GOVERNMENT", "");
    List<String> children = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      children.add(TestOrgans.fresh());
      TestDirectory.put(children.get(i), "下级%" + i, "OTHER", code);
    }
    String next = "/organs?parent=" + code + "&limit=2";
    List<String> found = new ArrayList<>();
    for (int pages = 1; next != null; pages++) {
      var page = get(next).statusCode(200).extract().jsonPath();
      found.addAll(page.getList("items.organCode"));
      next = page.getString("next");
      assertThat(pages).isLessThanOrEqualTo(3);
    }
    assertThat(found).containsExactlyElementsOf(children);
    given(TestClient.ANALYST)
        .queryParam("name", "级%3")
        .queryParam("parent", code)
        .get("/organs")
        .then()
        .statusCode(200)
        .body("items.organCode", contains(children.get(3)));
    given(TestClient.ANALYST)
        .queryParam("name", "无此机关")
        .get("/organs")
        .then()
        .body("items.size()", equalTo(0))
        .body("next", nullValue())
        .body("", notNullValue());
  }

  @Test
  void wrong_parameters_of_the_list_are_named() {
    get("/organs?limit=0").statusCode(400).body("errors.field", hasItems("limit"));
    get("/organs?limit=501").statusCode(400);
    get("/organs?limit=x").statusCode(400);
    get("/organs?parent=x").statusCode(400).body("errors.field", hasItems("parent"));
    get("/organs?after=x").statusCode(400).body("errors.field", hasItems("after"));
    get("/organs?nome=x").statusCode(400).body("errors.field", hasItems("nome"));
  }

  @Test
  void only_an_administrator_of_the_organ_may_change_it() {
    TestDirectory.register();
    String body = "{\"name\":\"甲\",\"kind\":\"OTHER\"}";
    for (TestClient client :
        List.of(
            TestClient.RECORDER,
            TestClient.ANALYST,
            TestClient.EDITOR,
            TestClient.PUBLISHER,
            TestClient.NOBODY)) {
      given(client).body(body).put("/organs/" + code).then().statusCode(403);
    }
    RestAssured.given()
        .contentType("application/json")
        .body(body)
        .put("/organs/" + code)
        .then()
        .statusCode(401);
    given(TestClient.OFFICE_ADMINISTRATOR)
        .body(body)
        .put("/organs/" + code)
        .then()
        .statusCode(403)
        .body("errors.field", contains("parentOrganCode"));
    given(TestClient.OFFICE_ADMINISTRATOR)
        .body(organ("甲", TestOrgans.COUNTY))
        .put("/organs/" + TestOrgans.TOWNSHIP)
        .then()
        .statusCode(403)
        .body("errors.field", contains("organCode"));
    given(TestClient.OFFICE_ADMINISTRATOR)
        .body(organ("甲", TestOrgans.OFFICE))
        .put("/organs/" + code)
        .then()
        .statusCode(201);
  }

  private static String organ(String name, String parent) {
    return "{\"name\":\"" + name + "\",\"kind\":\"OTHER\",\"parentOrganCode\":\"" + parent + "\"}";
  }

  @Test
  void every_organ_that_a_change_names_must_be_the_callers() {
    TestDirectory.register();
    String own = TestOrgans.fresh();
    TestDirectory.put(own, "办公室下属单位", "OTHER", TestOrgans.OFFICE);
    String body =
        "{\"name\":\"办公室下属单位\",\"kind\":\"OTHER\",\"parentOrganCode\":\""
            + TestOrgans.OFFICE
            + "\"";
    given(TestClient.OFFICE_ADMINISTRATOR)
        .body(
            body
                + ",\"validTo\":\"2024-06-30\",\"successorOrganCode\":\""
                + TestOrgans.FOREIGN
                + "\"}")
        .put("/organs/" + own)
        .then()
        .statusCode(403)
        .body("errors.field", contains("successorOrganCode"));
    given(TestClient.OFFICE_ADMINISTRATOR)
        .body(
            body
                + ",\"formerly\":[{\"until\":\"2023-12-31\",\"name\":\"旧名\",\"kind\":\"OTHER\",\"parentOrganCode\":\""
                + TestOrgans.FOREIGN
                + "\"}]}")
        .put("/organs/" + own)
        .then()
        .statusCode(403)
        .body("errors.field", contains("formerly[0].parentOrganCode"));
    given(TestClient.OFFICE_ADMINISTRATOR)
        .body(
            body
                + ",\"validTo\":\"2024-06-30\",\"successorOrganCode\":\""
                + TestOrgans.OFFICE
                + "\"}")
        .put("/organs/" + own)
        .then()
        .statusCode(200);
  }

  @Test
  void nobody_takes_from_another_organ_the_days_it_had() {
    TestDirectory.register();
    String moved = TestOrgans.fresh();
    String history = moved(moved, "2023-12-31", TestOrgans.FOREIGN);
    String asIs = "\"kind\":\"OTHER\",\"parentOrganCode\":\"" + TestOrgans.OFFICE + "\"";
    for (String formerly :
        List.of(
            "[]",
            term("2022-12-31", TestOrgans.FOREIGN),
            term("2023-12-31", TestOrgans.OFFICE),
            term("2023-12-31", TestOrgans.FOREIGN).replace("旧名", "别名"))) {
      given(TestClient.OFFICE_ADMINISTRATOR)
          .body("{\"name\":\"甲\"," + asIs + ",\"formerly\":" + formerly + "}")
          .put("/organs/" + moved)
          .then()
          .statusCode(403)
          .body("errors.field[0]", startsWith("formerly"));
    }
    given(TestClient.OFFICE_ADMINISTRATOR)
        .body("{\"name\":\"甲\"," + asIs + ",\"validFrom\":\"2020-01-01\"}")
        .put("/organs/" + moved)
        .then()
        .statusCode(403)
        .body("errors.field", contains("validFrom"));
    given(TestClient.OFFICE_ADMINISTRATOR)
        .body("{\"name\":\"乙\"," + asIs + ",\"formerly\":" + history + "}")
        .put("/organs/" + moved)
        .then()
        .statusCode(200)
        .body("formerly.parentOrganCode", contains(TestOrgans.FOREIGN));
    given(TestClient.OFFICE_ADMINISTRATOR)
        .body("{\"name\":\"丙\"," + asIs + ",\"since\":\"2024-07-01\"}")
        .put("/organs/" + moved)
        .then()
        .statusCode(200)
        .body("formerly.until", contains("2023-12-31", "2024-06-30"));
  }

  @Test
  void nobody_takes_from_a_successor_or_a_superior_what_was_merged() {
    TestDirectory.register();
    String merged = TestOrgans.fresh();
    String asIs =
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"parentOrganCode\":\"" + TestOrgans.OFFICE + "\"";
    // Whoever is below the office until then is the office's until then.
    String into = ",\"successorOrganCode\":\"" + TestOrgans.FOREIGN + "\"}";
    put(merged, asIs + ",\"validTo\":\"2198-06-30\"" + into).statusCode(201);
    for (String change :
        List.of(
            "}",
            ",\"validTo\":\"2198-06-30\"}",
            ",\"validTo\":\"2199-06-30\"" + into,
            ",\"validTo\":\"2198-06-30\"" + into.replace(TestOrgans.FOREIGN, TestOrgans.OFFICE))) {
      given(TestClient.OFFICE_ADMINISTRATOR)
          .body(asIs + change)
          .put("/organs/" + merged)
          .then()
          .statusCode(403)
          .body("errors.field", contains("successorOrganCode"));
    }
    String gone = TestOrgans.fresh();
    put(gone, asIs + ",\"validTo\":\"2024-06-30\"" + into).statusCode(201);
    given(TestClient.OFFICE_ADMINISTRATOR)
        .body(asIs + "}")
        .put("/organs/" + gone)
        .then()
        .statusCode(403)
        .body("errors.field", contains("organCode"));
    String other = TestOrgans.fresh();
    String below =
        "{\"name\":\"甲\",\"kind\":\"OTHER\",\"parentOrganCode\":\"" + TestOrgans.FOREIGN + "\"";
    String end =
        ",\"validTo\":\"2024-06-30\",\"successorOrganCode\":\"" + TestOrgans.OFFICE + "\"}";
    put(other, below + end).statusCode(201);
    given(TestClient.OFFICE_ADMINISTRATOR)
        .body(asIs + end)
        .put("/organs/" + other)
        .then()
        .statusCode(403)
        .body("errors.field", contains("parentOrganCode"));
  }

  /** An organ that is below the office now, and was below another one until a day. */
  private static String moved(String organ, String until, String former) {
    String history = term(until, former);
    put(
            organ,
            "{\"name\":\"甲\",\"kind\":\"OTHER\",\"parentOrganCode\":\""
                + TestOrgans.OFFICE
                + "\",\"formerly\":"
                + history
                + "}")
        .statusCode(201);
    return history;
  }

  private static String term(String until, String parent) {
    return "[{\"until\":\""
        + until
        + "\",\"name\":\"旧名\",\"kind\":\"OTHER\",\"parentOrganCode\":\""
        + parent
        + "\"}]";
  }

  private static RequestSpecification given(TestClient client) {
    return RestAssured.given().auth().oauth2(client.token()).contentType("application/json");
  }

  private static ValidatableResponse put(String code, String body) {
    return given(TestClient.ADMINISTRATOR).body(body).put("/organs/" + code).then();
  }

  private static ValidatableResponse get(String path) {
    return given(TestClient.ANALYST).get(path).then();
  }

  private List<String> audited(String organ) throws Exception {
    List<String> entries = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT client_id || ' ' || action || ' ' || version FROM audit_entry"
                    + " WHERE subject_kind = 'ORGAN' AND subject_id = ? ORDER BY id")) {
      connection.setAutoCommit(false);
      RowSecurity.restrict(connection, Reach.EVERYTHING);
      statement.setString(1, organ);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          entries.add(row.getString(1));
        }
      }
    }
    return entries;
  }

  private static List<String> published(String organ) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", Servers.running().get("KAFKA_BOOTSTRAP_SERVERS"));
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(Topic.ORGANS.topicName(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<String> found = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                message -> {
                  if (message.key().equals(organ)) {
                    found.add(message.value());
                  }
                });
      }
      return found;
    }
  }
}
