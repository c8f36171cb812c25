package disclosure.requests.subscription;

import static disclosure.requests.registration.ApplicationsIT.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.Servers;
import disclosure.requests.TestDirectory;
import disclosure.requests.registration.ApplicationsIT;
import disclosure.requests.subscription.TestReceiver.Message;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a subscription to its receiver, through PostgreSQL and Kafka as they are. */
@QuarkusTest
class SubscriptionsIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final TestReceiver receiver = TestReceiver.start();
  private final List<String> made = new ArrayList<>();

  @BeforeEach
  void organs() {
    TestDirectory.register();
  }

  @AfterEach
  void end() {
    receiver.close();
    made.forEach(path -> as(TestClient.ADMINISTRATOR).post(path + "/cancellation"));
  }

  @Test
  void an_event_is_told_as_on_kafka_and_signed() throws Exception {
    Response subscription = subscribe(TestClient.RECORDER, receiver.address("/events?of=all"));
    String secret = subscription.path("secret");
    String id = registered(TestOrgans.OFFICE);

    Message message = told(receiver, id, 1).get(0);
    assertThat(message.path()).isEqualTo("/events?of=all");
    assertThat(message.headers().getFirst("Content-Type"))
        .isEqualTo("application/cloudevents+json; charset=UTF-8");
    assertThat(message.id()).isEqualTo(id + ":1");
    assertThat(message.isSignedWith(secret)).isTrue();
    assertThat(message.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
    long age =
        Instant.now().getEpochSecond()
            - Long.parseLong(message.headers().getFirst("webhook-timestamp"));
    assertThat(age).isBetween(0L, 60L);

    ConsumerRecord<String, String> onKafka = record("disclosure.applications", id);
    assertThat(message.body()).endsWith(",\"data\":" + onKafka.value() + "}");
    JsonNode event = new ObjectMapper().readTree(message.body());
    for (String attribute :
        List.of("specversion", "id", "source", "type", "subject", "time", "dataschema")) {
      assertThat(event.path(attribute).asText())
          .as(attribute)
          .isEqualTo(
              new String(
                  onKafka.headers().lastHeader("ce_" + attribute).value(), StandardCharsets.UTF_8));
    }
    assertThat(event.path("datacontenttype").asText()).startsWith("application/json");
  }

  @Test
  void an_event_never_holds_personal_data() {
    subscribe(TestClient.RECORDER, receiver.address("/"));
    String id = registered(TestOrgans.OFFICE);
    told(receiver, id, 1);
    assertThat(receiver.messages())
        .allSatisfy(
            message ->
                assertThat(message.body() + message.headers().values())
                    .doesNotContain("张三", "141124199001011234", "13800000000", "乡村道路"));
  }

  @Test
  void what_fails_is_sent_again_before_anything_else_of_the_same_application() {
    String subscription = path(subscribe(TestClient.RECORDER, receiver.address("/")));
    warmUp();
    receiver.answers(500);
    String id = registered(TestOrgans.OFFICE);
    told(receiver, id, 2);
    conclude(id);
    as(TestClient.RECORDER)
        .get(subscription)
        .then()
        .body("status", equalTo("ACTIVE"))
        .body("lastCause", equalTo("HTTP_500"))
        .body("failingSince", notNullValue());
    assertThat(receiver.ids(id)).containsOnly(id + ":1");
    receiver.answers(200);
    await().atMost(SOON).until(() -> receiver.ids(id).contains(id + ":2"));
    List<String> ids = receiver.ids(id);
    assertThat(ids.subList(0, ids.size() - 1)).containsOnly(id + ":1");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                as(TestClient.RECORDER)
                    .get(subscription)
                    .then()
                    .body("failures", equalTo(0))
                    .body("failingSince", nullValue())
                    .body("delivered", not(equalTo(0))));
  }

  @ParameterizedTest
  @CsvSource({"408", "425", "429", "500", "503", "302", "308"})
  void what_may_pass_is_no_reason_to_give_an_event_up(int status) {
    String subscription = path(subscribe(TestClient.RECORDER, receiver.address("/")));
    warmUp();
    receiver.answers(status);
    String id = registered(TestOrgans.OFFICE);
    told(receiver, id, 2);
    assertThat(receiver.messages()).noneMatch(message -> message.path().equals("/elsewhere"));
    as(TestClient.RECORDER)
        .get(subscription)
        .then()
        .body("deadLetters", equalTo(0))
        .body("lastCause", equalTo("HTTP_" + status));
  }

  @Test
  void a_receiver_is_left_alone_as_long_as_it_asks() {
    subscribe(TestClient.RECORDER, receiver.address("/"));
    warmUp();
    receiver.asksToWait("3");
    receiver.answers(503);
    String id = registered(TestOrgans.OFFICE);
    List<Message> messages = told(receiver, id, 2);
    assertThat(Duration.ofNanos(messages.get(1).at() - messages.get(0).at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void a_refused_event_waits_on_the_list_and_holds_up_no_other() {
    String subscription = path(subscribe(TestClient.RECORDER, receiver.address("/")));
    String poison = registered(TestOrgans.OFFICE);
    receiver.answers(message -> message.id().startsWith(poison) ? 422 : 200);
    conclude(poison);
    told(receiver, poison, 1);
    String other = registered(TestOrgans.OFFICE);
    told(receiver, other, 1);
    Response list = letters(subscription, found -> !found.isEmpty());
    list.then()
        .body("items.subject", hasItem(poison))
        .body("items[0].cause", equalTo("HTTP_422"))
        .body("items[0].type", equalTo("disclosure.application.state.v1"))
        .body("items[0].attempts", equalTo(1));
    assertThat(list.asString()).doesNotContain("organCode");

    receiver.answers(200);
    int before = receiver.ids(poison).size();
    as(TestClient.RECORDER)
        .post(subscription + "/dead-letters/" + list.path("items[0].number") + "/retry")
        .then()
        .statusCode(202)
        .body("queued", notNullValue());
    as(TestClient.RECORDER).post(subscription + "/dead-letters/retry").then().statusCode(202);
    letters(subscription, List::isEmpty);
    assertThat(receiver.ids(poison)).hasSizeGreaterThan(before);
    as(TestClient.RECORDER)
        .post(subscription + "/dead-letters/" + list.path("items[0].number") + "/retry")
        .then()
        .statusCode(404);
  }

  @Test
  void what_a_receiver_never_takes_is_struck_off_the_list() {
    Response subscribed = subscribe(TestClient.RECORDER, receiver.address("/"));
    String subscription = path(subscribed);
    warmUp();
    receiver.answers(422);
    String one = registered(TestOrgans.OFFICE);
    String other = registered(TestOrgans.OFFICE);
    List<Integer> numbers =
        letters(
                subscription,
                list ->
                    list.stream()
                        .map(letter -> letter.get("subject"))
                        .toList()
                        .containsAll(List.of(one, other)))
            .path("items.number");
    receiver.answers(200);
    String first = subscription + "/dead-letters/" + numbers.get(0) + "/discard";
    as(TestClient.RECORDER).post(first).then().statusCode(200).body("discarded", equalTo(1));
    as(TestClient.RECORDER).post(first).then().statusCode(404);
    as(TestClient.RECORDER).post(subscription + "/dead-letters/x/discard").then().statusCode(404);
    as(TestClient.RECORDER)
        .get(subscription + "/dead-letters")
        .then()
        .body("items.number", not(hasItem(numbers.get(0))))
        .body("items.number", hasItem(numbers.get(1)));
    as(TestClient.RECORDER)
        .post(subscription + "/dead-letters/discard")
        .then()
        .statusCode(200)
        .body("discarded", not(equalTo(0)));
    as(TestClient.RECORDER)
        .post(subscription + "/dead-letters/discard")
        .then()
        .statusCode(200)
        .body("discarded", equalTo(0));
    as(TestClient.RECORDER).get(subscription).then().body("deadLetters", equalTo(0));
    assertThat(
            RegisterTables.texts(
                "SELECT action FROM requests.audit_entry WHERE subject_id = '"
                    + subscribed.path("id")
                    + "' ORDER BY id"))
        .contains("SUBSCRIPTION_LETTERS_DISCARDED");
  }

  @Test
  void what_a_receiver_has_in_a_newer_state_is_struck_off_and_not_sent_again() {
    String subscription = path(subscribe(TestClient.RECORDER, receiver.address("/")));
    warmUp();
    receiver.answers(message -> message.id().endsWith(":1") ? 400 : 200);
    String id = registered(TestOrgans.OFFICE);
    letters(subscription, list -> !list.isEmpty());
    conclude(id);
    told(receiver, id, 2);
    Response list = letters(subscription, letters -> letters.get(0).get("supersededBy") != null);
    list.then().body("items[0].supersededBy", equalTo(2));
    receiver.answers(200);
    as(TestClient.RECORDER)
        .post(subscription + "/dead-letters/retry")
        .then()
        .statusCode(202)
        .body("queued", equalTo(0))
        .body("superseded", equalTo(1));
    letters(subscription, List::isEmpty);
    String next = registered(TestOrgans.OFFICE);
    told(receiver, next, 1);
    assertThat(receiver.ids(id)).containsExactly(id + ":1", id + ":2");
  }

  @Test
  void a_receiver_that_is_gone_is_left_alone_until_somebody_resumes_it() {
    String subscription = path(subscribe(TestClient.RECORDER, receiver.address("/")));
    warmUp();
    receiver.answers(410);
    String id = registered(TestOrgans.OFFICE);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                as(TestClient.RECORDER)
                    .get(subscription)
                    .then()
                    .body("status", equalTo("PAUSED"))
                    .body("pausedBecause", equalTo("GONE"))
                    .body("deadLetters", equalTo(0)));
    assertThat(receiver.ids(id)).hasSize(1);
    receiver.answers(200);
    as(TestClient.RECORDER)
        .body("{}")
        .post(subscription + "/resume")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
    told(receiver, id, 2);
  }

  @Test
  void one_that_hangs_or_never_ends_holds_up_nobody() {
    String hanging = path(subscribe(TestClient.RECORDER, receiver.address("/")));
    warmUp();
    receiver.neverAnswers();
    try (TestReceiver endless = TestReceiver.start();
        TestReceiver sound = TestReceiver.start()) {
      endless.answersWithoutEnd();
      subscribe(TestClient.RECORDER, endless.address("/"));
      subscribe(TestClient.RECORDER, sound.address("/"));
      List<String> ids =
          IntStream.range(0, 3).mapToObj(i -> registered(TestOrgans.OFFICE)).toList();
      ids.forEach(id -> told(sound, id, 1));
      // It said 200 before it went on and on.
      ids.forEach(id -> told(endless, id, 1));
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  as(TestClient.RECORDER)
                      .get(hanging)
                      .then()
                      .body("lastCause", equalTo("TIMEOUT"))
                      .body("failures", not(equalTo(0))));
    }
  }

  @Test
  void while_a_secret_is_exchanged_both_sign() {
    Response subscription = subscribe(TestClient.RECORDER, receiver.address("/"));
    String path = path(subscription);
    String first = subscription.path("secret");
    as(TestClient.RECORDER).get(path).then().body("secret", nullValue());
    String second =
        as(TestClient.RECORDER)
            .post(path + "/secret")
            .then()
            .statusCode(200)
            .body("earlierSecretUntil", notNullValue())
            .extract()
            .path("secret");
    assertThat(second).startsWith("whsec_").isNotEqualTo(first);
    Message message = told(receiver, registered(TestOrgans.OFFICE), 1).get(0);
    assertThat(message.isSignedWith(first)).isTrue();
    assertThat(message.isSignedWith(second)).isTrue();

    RegisterTables.update(
        "UPDATE requests.subscription SET earlier_until = now() WHERE id = '"
            + path.substring(path.lastIndexOf('/') + 1)
            + "'");
    Message later = told(receiver, registered(TestOrgans.OFFICE), 1).get(0);
    assertThat(later.isSignedWith(first)).isFalse();
    assertThat(later.isSignedWith(second)).isTrue();
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.subscription WHERE position("
                    + "decode('"
                    + HexFormat.of().formatHex(Base64.getDecoder().decode(second.substring(6)))
                    + "', 'hex') IN secret) > 0"))
        .isZero();
  }

  @Test
  void a_secret_that_is_asked_for_again_stops_only_the_one_that_nobody_may_have_read() {
    Response subscription = subscribe(TestClient.RECORDER, receiver.address("/"));
    String first = subscription.path("secret");
    Response lost = as(TestClient.RECORDER).post(path(subscription) + "/secret");
    Response second = as(TestClient.RECORDER).post(path(subscription) + "/secret");
    second
        .then()
        .statusCode(200)
        .body("earlierSecretUntil", equalTo(lost.path("earlierSecretUntil")));
    Message message = told(receiver, registered(TestOrgans.OFFICE), 1).get(0);
    assertThat(message.isSignedWith(first)).isTrue();
    assertThat(message.isSignedWith(second.path("secret"))).isTrue();
    assertThat(message.isSignedWith(lost.path("secret"))).isFalse();

    RegisterTables.update(
        "UPDATE requests.subscription SET earlier_until = now() WHERE id = '"
            + subscription.path("id")
            + "'");
    Response third = as(TestClient.RECORDER).post(path(subscription) + "/secret");
    Message later = told(receiver, registered(TestOrgans.OFFICE), 1).get(0);
    assertThat(later.isSignedWith(first)).isFalse();
    assertThat(later.isSignedWith(second.path("secret"))).isTrue();
    assertThat(later.isSignedWith(third.path("secret"))).isTrue();
  }

  @Test
  void who_missed_part_of_a_marking_does_not_go_on_without_saying_from_when() {
    String subscription = path(subscribe(TestClient.RECORDER, receiver.address("/")));
    // Within the last marking that was dropped, whichever that is.
    RegisterTables.update(
        "UPDATE requests.subscription SET paused_because = 'EVENTS_DROPPED', paused_at = now(),"
            + " place = dropped.place, event = dropped.event - 1"
            + " FROM requests.outbox_dropped dropped WHERE subscription.id = '"
            + subscription.substring(subscription.lastIndexOf('/') + 1)
            + "'");
    as(TestClient.RECORDER)
        .body("{}")
        .post(subscription + "/resume")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/events-dropped"))
        .body("errors[0].code", equalTo("from-required"));
    as(TestClient.RECORDER)
        .body(Map.of("from", Instant.now().minusSeconds(1).toString()))
        .post(subscription + "/resume")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
    told(receiver, registered(TestOrgans.OFFICE), 1);
  }

  @Test
  void who_subscribes_again_is_told_of_the_organs_of_the_present_token() {
    Map<String, Object> request =
        Map.of("address", receiver.address("/"), "organCodes", List.of(TestOrgans.OFFICE));
    Response subscription = as(TestClient.COUNTY_RECORDER).body(request).post("/subscriptions");
    made.add(path(subscription));
    String id = subscription.path("id");
    RegisterTables.update(
        "UPDATE requests.subscription SET allowed = ARRAY['%s'] WHERE id = '%s'"
            .formatted(TestOrgans.FOREIGN, id));
    for (int i = 0; i < 2; i++) {
      as(TestClient.COUNTY_RECORDER)
          .body(request)
          .post("/subscriptions")
          .then()
          .statusCode(200)
          .body("id", equalTo(id));
    }
    assertThat(
            RegisterTables.texts(
                "SELECT unnest(allowed) FROM requests.subscription WHERE id = '" + id + "'"))
        .containsExactly(TestOrgans.COUNTY);
    assertThat(
            RegisterTables.texts(
                "SELECT action FROM requests.audit_entry WHERE subject_id = '"
                    + id
                    + "' ORDER BY id"))
        .containsExactly("SUBSCRIPTION_MADE", "SUBSCRIPTION_ORGANS_CHANGED");
    told(receiver, registered(TestOrgans.OFFICE), 1);
  }

  @Test
  void a_client_is_told_of_the_organs_that_are_below_its_own_at_that_moment() {
    String moved = TestOrgans.fresh();
    TestDirectory.put(moved, "某局", "DEPARTMENT", TestOrgans.COUNTY);
    subscribe(TestClient.COUNTY_RECORDER, receiver.address("/"));
    String before = registered(moved);
    told(receiver, before, 1);
    String foreign = registered(TestOrgans.FOREIGN);

    move(moved, TestOrgans.FOREIGN);
    conclude(before);
    String after = registered(moved);
    String last = registered(TestOrgans.TOWNSHIP);
    told(receiver, last, 1);
    assertThat(receiver.ids(before)).containsExactly(before + ":1");
    assertThat(receiver.ids(after)).isEmpty();
    assertThat(receiver.ids(foreign)).isEmpty();

    move(moved, TestOrgans.COUNTY);
    told(receiver, registered(moved), 1);
  }

  @Test
  void what_was_asked_for_is_told_and_nothing_else() {
    Response office =
        as(TestClient.COUNTY_RECORDER)
            .body(
                Map.of(
                    "address",
                    receiver.address("/"),
                    "organCodes",
                    List.of(TestOrgans.OFFICE),
                    "events",
                    List.of("disclosure.dispute.state.v1")))
            .post("/subscriptions");
    office.then().statusCode(201);
    made.add(path(office));
    String application = registered(TestOrgans.OFFICE);
    String elsewhere = disputed(TestOrgans.TOWNSHIP);
    String dispute = disputed(TestOrgans.OFFICE);
    told(receiver, dispute, 1);
    assertThat(receiver.ids(application)).isEmpty();
    assertThat(receiver.ids(elsewhere)).isEmpty();
  }

  @Test
  void an_organ_that_left_its_client_is_told_no_more_though_it_was_asked_for_by_name() {
    String moved = TestOrgans.fresh();
    TestDirectory.put(moved, "某局", "DEPARTMENT", TestOrgans.COUNTY);
    Response subscription =
        as(TestClient.COUNTY_RECORDER)
            .body(
                Map.of(
                    "address",
                    receiver.address("/"),
                    "organCodes",
                    List.of(moved, TestOrgans.TOWNSHIP)))
            .post("/subscriptions");
    subscription.then().statusCode(201);
    made.add(path(subscription));
    move(moved, TestOrgans.FOREIGN);
    String hidden = registered(moved);
    told(receiver, registered(TestOrgans.TOWNSHIP), 1);
    assertThat(receiver.ids(hidden)).isEmpty();
  }

  @Test
  void what_was_sent_since_a_moment_is_told_again() {
    String subscription = path(subscribe(TestClient.RECORDER, receiver.address("/")));
    String id = registered(TestOrgans.OFFICE);
    told(receiver, id, 1);
    as(TestClient.RECORDER)
        .body(Map.of("from", Instant.now().minusSeconds(30).toString()))
        .post(subscription + "/resume")
        .then()
        .statusCode(200);
    List<Message> again = told(receiver, id, 2);
    assertThat(again.get(1).body()).isEqualTo(again.get(0).body());
    for (String moment :
        List.of(
            "2020-01-01T00:00:00+08:00", "2999-01-01T00:00:00Z", "+999999999-01-01T00:00:00Z")) {
      as(TestClient.RECORDER)
          .body(Map.of("from", moment))
          .post(subscription + "/resume")
          .then()
          .statusCode(422)
          .body("errors[0].code", equalTo("from-out-of-range"))
          .body("errors[0].expected.atLeast", notNullValue());
    }
    as(TestClient.RECORDER)
        .body(Map.of("from", "yesterday"))
        .post(subscription + "/resume")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("not-a-moment"));
  }

  @Test
  void a_subscription_is_its_clients_and_the_administrators() {
    String subscription = path(subscribe(TestClient.OFFICE_RECORDER, receiver.address("/")));
    String id = subscription.substring(subscription.lastIndexOf('/') + 1);
    for (TestClient other :
        List.of(TestClient.RECORDER, TestClient.COUNTY_RECORDER, TestClient.OFFICE_ADMINISTRATOR)) {
      as(other).get(subscription).then().statusCode(404);
      as(other).get(subscription + "/dead-letters").then().statusCode(404);
      as(other).get("/subscriptions").then().body("items.id", not(hasItem(id)));
      for (String command :
          List.of(
              "cancellation",
              "ping",
              "dead-letters/retry",
              "dead-letters/1/retry",
              "dead-letters/discard",
              "dead-letters/1/discard")) {
        as(other).post(subscription + "/" + command).then().statusCode(404);
      }
      as(other).body("{}").post(subscription + "/resume").then().statusCode(404);
    }
    as(TestClient.RECORDER).post(subscription + "/secret").then().statusCode(404);
    as(TestClient.ADMINISTRATOR).post(subscription + "/secret").then().statusCode(403);
    as(TestClient.CLERK).get("/subscriptions").then().statusCode(403);
    as(TestClient.ADMINISTRATOR)
        .get("/subscriptions")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id))
        .body("items.find { it.id == '" + id + "' }.clientId", equalTo("office-recorder"));
    as(TestClient.ADMINISTRATOR).post(subscription + "/cancellation").then().statusCode(204);
    as(TestClient.OFFICE_RECORDER).get(subscription).then().statusCode(404);
    assertThat(
            RegisterTables.texts(
                "SELECT action FROM requests.audit_entry WHERE subject_id = '"
                    + id
                    + "' ORDER BY id"))
        .containsExactly("SUBSCRIPTION_MADE", "SUBSCRIPTION_ENDED");
  }

  @Test
  void the_same_request_makes_one_subscription() {
    String address = receiver.address("/");
    Response first = subscribe(TestClient.RECORDER, address);
    Response second =
        as(TestClient.RECORDER).body(Map.of("address", address)).post("/subscriptions");
    second.then().statusCode(200).body("id", equalTo(first.path("id"))).body("secret", nullValue());
    as(TestClient.RECORDER)
        .body(Map.of("address", address, "organCodes", List.of(TestOrgans.OFFICE)))
        .post("/subscriptions")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/subscription-exists"));
  }

  @Test
  void a_client_has_no_more_than_ten() {
    for (int i = 0; i < 10; i++) {
      subscribe(TestClient.FOREIGN_RECORDER, receiver.address("/" + i));
    }
    as(TestClient.FOREIGN_RECORDER)
        .body(Map.of("address", receiver.address("/10")))
        .post("/subscriptions")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/too-many-subscriptions"));
    Response page = as(TestClient.FOREIGN_RECORDER).get("/subscriptions?limit=6");
    page.then().statusCode(200).body("items.size()", equalTo(6));
    as(TestClient.FOREIGN_RECORDER)
        .get(page.<String>path("next"))
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(4))
        .body("next", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "https://receiver.example.gov.cn:8443/, 422, address-not-allowed",
    "https://elsewhere.example.gov.cn/, 422, address-not-allowed",
    "http://receiver.example.gov.cn/, 422, address-not-allowed",
    "https://127.0.0.1/, 422, address-not-allowed",
    "https://169.254.169.254/, 422, address-not-allowed",
    "http://localhost:5432/, 422, address-not-allowed",
    "https://user:secret@receiver.example.gov.cn/, 400, address-malformed",
    "https://receiver.example.gov.cn/#part, 400, address-malformed",
    "ftp://receiver.example.gov.cn/, 400, address-malformed",
    "receiver.example.gov.cn, 400, address-malformed",
    "https:///events, 400, address-malformed"
  })
  void only_hosts_that_the_deployment_names_are_called(String address, int status, String code) {
    as(TestClient.RECORDER)
        .body(Map.of("address", address))
        .post("/subscriptions")
        .then()
        .statusCode(status)
        .body("errors[0].field", equalTo("address"))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void what_a_client_does_not_act_for_it_cannot_subscribe_to() {
    as(TestClient.OFFICE_RECORDER)
        .body(
            Map.of(
                "address",
                receiver.address("/"),
                "organCodes",
                List.of(TestOrgans.OFFICE, TestOrgans.TOWNSHIP)))
        .post("/subscriptions")
        .then()
        .statusCode(403)
        .body("errors[0].field", equalTo("organCodes[1]"));
    as(TestClient.RECORDER_OF_NOTHING)
        .body(Map.of("address", receiver.address("/")))
        .post("/subscriptions")
        .then()
        .statusCode(403);
    as(TestClient.RECORDER)
        .body(Map.of("address", receiver.address("/"), "events", List.of("everything")))
        .post("/subscriptions")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("events[0]"))
        .body("errors[0].expected.oneOf", hasItem("disclosure.organ.state.v1"));
  }

  @Test
  void a_test_says_what_the_receiver_answers() {
    Response subscription = subscribe(TestClient.RECORDER, receiver.address("/"));
    String path = path(subscription);
    Response taken = as(TestClient.RECORDER).post(path + "/ping");
    taken.then().statusCode(200).body("taken", equalTo(true)).body("cause", nullValue());
    Message message = receiver.messages().get(receiver.messages().size() - 1);
    assertThat(message.id()).isEqualTo(taken.path("eventId"));
    assertThat(message.isSignedWith(subscription.path("secret"))).isTrue();
    assertThat(message.body()).contains("disclosure.subscription.ping.v1");
    receiver.answers(401);
    as(TestClient.ADMINISTRATOR)
        .post(path + "/ping")
        .then()
        .statusCode(200)
        .body("taken", equalTo(false))
        .body("cause", startsWith("HTTP_401"));
    receiver.close();
    as(TestClient.RECORDER)
        .post(path + "/ping")
        .then()
        .statusCode(200)
        .body("cause", oneOf("NOT_CONNECTED", "CONNECTION_LOST"));
  }

  @Test
  void a_secret_that_no_key_opens_is_told_of_and_replaced() {
    Response subscription = subscribe(TestClient.RECORDER, receiver.address("/"));
    String path = path(subscription);
    warmUp();
    damage("secret", subscription.path("id"));
    as(TestClient.RECORDER)
        .post(path + "/ping")
        .then()
        .statusCode(503)
        .body("type", equalTo("/problems/unreadable-secret"))
        .body("detail", containsString("POST"));
    String mended =
        as(TestClient.RECORDER)
            .post(path + "/secret")
            .then()
            .statusCode(200)
            .body("earlierSecretUntil", nullValue())
            .extract()
            .path("secret");
    as(TestClient.RECORDER).post(path + "/ping").then().body("taken", equalTo(true));

    String next = as(TestClient.RECORDER).post(path + "/secret").path("secret");
    damage("earlier_secret", subscription.path("id"));
    as(TestClient.RECORDER).post(path + "/ping").then().body("taken", equalTo(true));
    Message message = receiver.messages().get(receiver.messages().size() - 1);
    assertThat(message.isSignedWith(next)).isTrue();
    assertThat(message.isSignedWith(mended)).isFalse();
  }

  @Test
  void an_earlier_secret_that_no_key_opens_makes_room_for_the_present_one_at_an_exchange() {
    Response subscription = subscribe(TestClient.RECORDER, receiver.address("/"));
    String path = path(subscription);
    warmUp();
    String present = as(TestClient.RECORDER).post(path + "/secret").path("secret");
    damage("earlier_secret", subscription.path("id"));
    Response exchanged = as(TestClient.RECORDER).post(path + "/secret");
    exchanged.then().statusCode(200).body("earlierSecretUntil", notNullValue());
    as(TestClient.RECORDER).post(path + "/ping").then().body("taken", equalTo(true));
    Message message = receiver.messages().get(receiver.messages().size() - 1);
    assertThat(message.isSignedWith(exchanged.path("secret"))).isTrue();
    assertThat(message.isSignedWith(present)).isTrue();
  }

  @Test
  void a_secret_that_another_instance_can_open_is_left_to_it() {
    Response subscription = subscribe(TestClient.RECORDER, receiver.address("/"));
    String path = path(subscription);
    String underAnotherKey = "decode('010000270f' || repeat('00', 40), 'hex')";
    String row = " WHERE id = '" + subscription.path("id") + "'";
    RegisterTables.update(
        "INSERT INTO requests.key_ring_report (instance, primary_key, since, seen_at)"
            + " VALUES (gen_random_uuid(), 9999, now(), now() + interval '1 hour')");
    RegisterTables.update("UPDATE requests.subscription SET secret = " + underAnotherKey + row);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                as(TestClient.RECORDER)
                    .post(path + "/ping")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("/problems/unavailable")));
    as(TestClient.RECORDER).post(path + "/secret").then().statusCode(503);
    assertThat(
            RegisterTables.texts(
                "SELECT secret = " + underAnotherKey + " FROM requests.subscription" + row))
        .containsExactly("t");

    RegisterTables.update("DELETE FROM requests.key_ring_report WHERE primary_key = 9999");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                as(TestClient.RECORDER)
                    .post(path + "/secret")
                    .then()
                    .statusCode(200)
                    .body("earlierSecretUntil", nullValue()));
  }

  private static void damage(String column, String id) {
    RegisterTables.update(
        "UPDATE requests.subscription SET "
            + column
            + " = decode('0000', 'hex') WHERE id = '"
            + id
            + "'");
  }

  private Response subscribe(TestClient client, String address) {
    Response answer = as(client).body(Map.of("address", address)).post("/subscriptions");
    answer
        .then()
        .statusCode(201)
        .body("status", equalTo("ACTIVE"))
        .body("secret", startsWith("whsec_"));
    made.add(path(answer));
    return answer;
  }

  /** What was still on its way when it was subscribed has arrived then. */
  private void warmUp() {
    told(receiver, registered(TestOrgans.OFFICE), 1);
  }

  private static String path(Response subscription) {
    return "/subscriptions/" + subscription.path("id");
  }

  private static List<Message> told(TestReceiver receiver, String subject, int least) {
    await().atMost(SOON).until(() -> receiver.about(subject).size() >= least);
    return receiver.about(subject);
  }

  private static Response letters(
      String subscription, Predicate<List<Map<String, Object>>> wanted) {
    return await()
        .atMost(SOON)
        .until(
            () -> as(TestClient.RECORDER).get(subscription + "/dead-letters"),
            answer -> wanted.test(answer.path("items")));
  }

  private static String registered(String organ) {
    return as(TestClient.RECORDER)
        .body(ApplicationsIT.application("2024-03-01", "").replace(TestOrgans.OFFICE, organ))
        .post("/applications")
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

  private static String disputed(String organ) {
    return as(TestClient.RECORDER)
        .body(
            """
            {"organCode":"%s","sourceReference":"%s","kind":"RECONSIDERATION",
             "acceptedOn":"2024-04-01"}
            """
                .formatted(organ, UUID.randomUUID()))
        .post("/disputes")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void move(String organ, String parent) {
    TestDirectory.put(organ, "某局", "DEPARTMENT", parent);
  }

  private static ConsumerRecord<String, String> record(String topic, String key) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", Servers.running().get("KAFKA_BOOTSTRAP_SERVERS"));
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<ConsumerRecord<String, String>> found = new ArrayList<>();
      await()
          .atMost(SOON)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        message -> {
                          if (message.key().equals(key)) {
                            found.add(message);
                          }
                        });
                return !found.isEmpty();
              });
      return found.get(0);
    }
  }
}
