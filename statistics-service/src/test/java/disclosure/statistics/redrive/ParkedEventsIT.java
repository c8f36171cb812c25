package disclosure.statistics.redrive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.Refusal;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.CloudEventHeader;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.Topic;
import disclosure.statistics.Register;
import disclosure.statistics.Servers;
import disclosure.statistics.channel.KafkaConnection;
import disclosure.statistics.channel.KafkaOutage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ParkedEventsIT {

  @Inject DataSource database;

  private static final String FLAWED = TestOrgans.coded("11141124012348103");

  private final String organ = TestOrgans.coded("11141124012348101");

  @Test
  void each_bad_record_is_parked_with_its_cause_and_the_others_are_counted() throws Exception {
    UUID good = UUID.randomUUID();
    String key = UUID.randomUUID().toString();
    ApplicationState first = state(good, 3, Optional.empty());
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
      register.application(first);
      register.application(state(good, 3, Optional.of(Outcome.DISCLOSED)));
      register.raw(Topic.APPLICATIONS, key, "{".getBytes(StandardCharsets.UTF_8));
      register.raw(Topic.APPLICATIONS, key, "null".getBytes(StandardCharsets.UTF_8));
      register.raw(Topic.APPLICATIONS, key, "[]".getBytes(StandardCharsets.UTF_8));
      register.raw(Topic.APPLICATIONS, key, new byte[] {(byte) 0xC3, 0x28});
      register.raw(Topic.APPLICATIONS, key, null);
      register.raw(
          Topic.APPLICATIONS,
          key,
          new String(Register.json(first), StandardCharsets.UTF_8)
              .replace("\"version\":3", "\"version\":0")
              .replace(good.toString(), key)
              .getBytes(StandardCharsets.UTF_8));
      register.raw(Topic.APPLICATIONS, key, Register.json(first));
      register.raw(
          Topic.APPLICATIONS,
          key,
          "in one piece".getBytes(StandardCharsets.UTF_8),
          Map.of(CloudEventHeader.CONTENT_TYPE, "application/cloudevents+json"));
      register.raw(
          Topic.APPLICATIONS,
          key,
          "{}".getBytes(StandardCharsets.UTF_8),
          Map.of(CloudEventHeader.SOURCE, "no : URI", CloudEventHeader.TIME, "yesterday"));
      register.raw(
          Topic.APPLICATIONS,
          key,
          Register.json(first),
          Map.of(CloudEventHeader.SPEC_VERSION, "0.3"));
      register.raw(
          Topic.ORGANS,
          FLAWED,
          ("{\"organCode\":\""
                  + FLAWED
                  + "\",\"version\":1,\"name\":\"\\u0000\",\"kind\":\"OTHER\","
                  + "\"recordedAt\":\"2024-01-01T00:00:00Z\"}")
              .getBytes(StandardCharsets.UTF_8));
      register.organ(TestOrgans.coded("11141124012348104"), "后一局", Optional.empty());
      register.application(state(good, 4, Optional.of(Outcome.NOT_HELD)));
      register.application(state(UUID.randomUUID(), 1, Optional.empty()));
    }
    await().untilAsserted(() -> received(2));
    await()
        .untilAsserted(
            () ->
                given()
                    .auth()
                    .oauth2(TestClient.ANALYST.token())
                    .get("/matrix?year=2024&organ=" + TestOrgans.coded("11141124012348104"))
                    .then()
                    .statusCode(200));
    Map<String, Long> causes =
        parked().getList("items.cause", String.class).stream()
            .collect(Collectors.groupingBy(cause -> cause, Collectors.counting()));
    assertThat(causes.get("WRONG_DATA")).isGreaterThanOrEqualTo(7);
    assertThat(causes.get("WRONG_HEADERS")).isGreaterThanOrEqualTo(1);
    assertThat(causes.get("NO_VALUE")).isGreaterThanOrEqualTo(1);
    assertThat(causes.get("UNSTORABLE")).isGreaterThanOrEqualTo(1);
    assertThat(causes.get("WRONG_KEY")).isGreaterThanOrEqualTo(1);
    assertThat(parked().getList("items.findAll { it.cause == 'CONTRADICTION' }.subject"))
        .contains(good.toString());
    // One that the database refuses keeps none of the others from being tried.
    assertThat(redrive().getInt("stillParked")).isGreaterThanOrEqualTo(11);
  }

  @Test
  void a_parked_record_that_can_be_read_now_is_counted_and_one_that_is_gone_is_closed()
      throws Exception {
    long before = lastParkedOrgan();
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
      register.raw(Topic.ORGANS, "nobody", "{".getBytes(StandardCharsets.UTF_8));
      register.organ(TestOrgans.coded("11141124012348102"), "另一局", Optional.empty());
    }
    Map<String, Object> bad = parkedBeyond(before);
    long offset = ((Number) bad.get("offset")).longValue();
    park(bad.get("topicId").toString(), offset + 1);
    park(bad.get("topicId").toString(), offset + 1_000_000);
    park("another topic of the name", offset);

    JsonPath result = redrive();

    assertThat(result.getInt("applied")).isEqualTo(1);
    assertThat(result.getInt("gone")).isEqualTo(2);
    assertThat(result.getInt("stillParked")).isPositive();
    List<Number> waiting = parked().getList("items.findAll { it.topic =~ /organs/ }.offset");
    assertThat(waiting).extracting(Number::longValue).contains(offset).doesNotContain(offset + 1);
  }

  @Test
  void an_instance_that_reads_no_partition_tries_them_as_any_other() throws Exception {
    long before = lastParkedOrgan();
    String another = TestOrgans.coded("11141124012348105");
    try (Register register = new Register()) {
      register.raw(Topic.ORGANS, "nobody", "[".getBytes(StandardCharsets.UTF_8));
      register.organ(another, "另一局", Optional.empty());
    }
    Map<String, Object> bad = parkedBeyond(before);
    long offset = ((Number) bad.get("offset")).longValue();
    park(bad.get("topicId").toString(), offset + 1);
    Redrive without =
        new Redrive(database, KafkaConnection.to(Servers.running().get("KAFKA_BOOTSTRAP_SERVERS")));

    Redrive.Result result = without.run();

    assertThat(result.applied()).isEqualTo(1);
    assertThat(result.gone()).isZero();
    assertThat(parked().getList("items.findAll { it.topic =~ /organs/ }.offset"))
        .contains((int) offset);
  }

  @Test
  void more_than_a_page_of_them_are_all_tried() throws Exception {
    for (long offset = 1; offset <= 1_200; offset++) {
      park("a topic that was created anew since", offset);
    }

    assertThat(redrive().getInt("gone")).isGreaterThanOrEqualTo(1_200);
  }

  @Test
  void while_kafka_is_away_they_stay_parked() throws Exception {
    park("a topic that was created anew later", 7);
    Redrive away = new Redrive(database, KafkaConnection.to("127.0.0.1:1"));

    assertThatThrownBy(away::run).isInstanceOf(KafkaOutage.class);
    assertThatThrownBy(() -> ParkedEventsResource.run(away))
        .isInstanceOf(Refusal.class)
        .hasMessage("kafka-unavailable");

    assertThat(parked().getList("items.topicId")).contains("a topic that was created anew later");
    redrive();
  }

  @Test
  void they_are_the_administrators() {
    given().auth().oauth2(TestClient.ANALYST.token()).get("/parked-events").then().statusCode(403);
    given().post("/parked-events/redrive").then().statusCode(401);
  }

  private void received(int count) {
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/matrix?year=2024&organ=" + organ)
        .then()
        .statusCode(200)
        .body("rows[0].total", equalTo(count))
        .body("rows.find { it.code == 'NOT_HELD' }.total", equalTo(1))
        .body("rows.find { it.code == 'DISCLOSED' }.total", equalTo(0));
  }

  private static JsonPath parked() {
    return given()
        .auth()
        .oauth2(TestClient.ADMINISTRATOR.token())
        .get("/parked-events")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Other tests park records of the topic, too. */
  private static long lastParkedOrgan() {
    return parked().getList("items.findAll { it.topic =~ /organs/ }.offset", Long.class).stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(-1);
  }

  /** The newest of the organs' records, when one is parked behind the offset. */
  private static Map<String, Object> parkedBeyond(long offset) {
    await().until(() -> lastParkedOrgan() > offset);
    return parked().<Map<String, Object>>getList("items.findAll { it.topic =~ /organs/ }").stream()
        .max(Comparator.comparing(item -> ((Number) item.get("offset")).longValue()))
        .orElseThrow();
  }

  private static JsonPath redrive() {
    return given()
        .auth()
        .oauth2(TestClient.ADMINISTRATOR.token())
        .post("/parked-events/redrive")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void park(String topicId, long offset) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO rejected_event (topic, partition, topic_id, record_offset, cause)
                VALUES ('disclosure.organs', 0, ?, ?, 'WRONG_DATA')
                """)) {
      insert.setString(1, topicId);
      insert.setLong(2, offset);
      insert.executeUpdate();
    }
  }

  private ApplicationState state(UUID id, long version, Optional<Outcome> outcome) {
    return Register.application(
        id,
        version,
        organ,
        ApplicantType.NATURAL_PERSON,
        "2024-03-01",
        outcome,
        outcome.map(ended -> "2024-03-20"));
  }
}
