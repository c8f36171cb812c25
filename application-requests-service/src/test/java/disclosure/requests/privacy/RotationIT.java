package disclosure.requests.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import disclosure.requests.Servers;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key ring is exchanged while applications are posted. */
@Tag("slow")
@QuarkusTest
class RotationIT {

  private final Path file = Path.of(Servers.running().get("KEYRING_FILE"));

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  /** To the national cipher, and from it to the other. */
  @ParameterizedTest
  @CsvSource({"16, SM4-GCM", "32, AES-256-GCM"})
  void a_new_key_is_taken_over_and_the_old_one_can_go_without_a_restart(int bytes, String algorithm)
      throws Exception {
    String body = ApplicationsIT.application("2024-03-01", "");
    Response first = ApplicationsIT.post(body);
    String corrected = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    ApplicationsIT.as(TestClient.RECORDER)
        .body(
            "{\"type\":\"RECEIPT_CORRECTED\",\"on\":\"2024-05-06\",\"reason\":\"录入错误\","
                + "\"applicant\":{\"name\":\"李四\",\"agent\":{\"name\":\"周律师\"}}}")
        .post("/applications/" + corrected + "/steps")
        .then()
        .statusCode(200);
    ApplicationsIT.as(TestClient.RECORDER)
        .body(
            "{\"type\":\"RECEIPT_CORRECTED\",\"on\":\"2024-05-06\",\"reason\":\"录入错误\","
                + "\"remove\":[\"AGENT\"]}")
        .post("/applications/" + corrected + "/steps")
        .then()
        .statusCode(200);
    String subscription =
        ApplicationsIT.as(TestClient.RECORDER)
            .body("{\"address\":\"http://127.0.0.1:9/rotation\"}")
            .post("/subscriptions")
            .path("id");
    subscribed(subscription, "secret");
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<List<Integer>> posts =
        CompletableFuture.supplyAsync(
            () -> {
              List<Integer> statuses = new ArrayList<>();
              while (!done.get()) {
                String another = ApplicationsIT.application("2024-03-01", "");
                statuses.add(ApplicationsIT.post(another).statusCode());
                statuses.add(ApplicationsIT.post(another).statusCode());
              }
              return statuses;
            });
    List<String> old = Files.readAllLines(file);
    String name = "rotated" + System.nanoTime();
    byte[] key = new byte[bytes];
    new SecureRandom().nextBytes(key);
    String line = name + " " + Base64.getEncoder().encodeToString(key) + " " + algorithm;
    List<String> both = new ArrayList<>(old);
    both.add(line);
    replace(both);
    String former = prefix(first.path("id"));
    awaitNothingUnder(old, first);
    String order = order();
    awaitPresent(order, "finishedAt");
    assertThat(
            RegisterTables.texts(
                "SELECT instance::text FROM requests.key_ring_use WHERE primary_key IN ("
                    + key(former)
                    + ", "
                    + key(prefix(first.path("id")))
                    + ") GROUP BY instance HAVING count(*) = 2"))
        .as("who has had both keys")
        .isNotEmpty();
    assertThat(
            ApplicationsIT.as(TestClient.ADMINISTRATOR).get(order).jsonPath().getLong("encrypted"))
        .isPositive();
    replace(List.of(line));
    done.set(true);
    List<Integer> statuses = posts.join();
    for (int i = 0; i < statuses.size(); i++) {
      assertThat(statuses.get(i)).isEqualTo(i % 2 == 0 ? 201 : 200);
    }
    // The ring is read at least once more before what is left is looked at.
    awaitOnly(line);
    assertThat(
            RegisterTables.texts(
                "SELECT DISTINCT encode(substr(value, 1, 5), 'hex')"
                    + " FROM requests.application_receipt_before,"
                    + " unnest(ARRAY[applicant_name, applicant_identity_number, applicant_contact,"
                    + " applicant_others])"
                    + " AS value WHERE value IS NOT NULL AND application_id = '"
                    + corrected
                    + "'"))
        .containsExactly(prefix(corrected));
    assertThat(
            RegisterTables.texts(
                "SELECT DISTINCT encode(substr(value, 1, 5), 'hex') FROM requests.subscription,"
                    + " unnest(ARRAY[secret, earlier_secret]) AS value WHERE id = '"
                    + subscription
                    + "'"))
        .containsExactly(prefix(corrected));
    // Its secrets, the present one and the one before, are opened to sign and to be exchanged.
    subscribed(subscription, "ping");
    subscribed(subscription, "secret");
    ApplicationsIT.as(TestClient.RECORDER)
        .post("/subscriptions/" + subscription + "/cancellation")
        .then()
        .statusCode(204);
    String id = first.path("id");
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .statusCode(200)
        .body("applicant.name", equalTo("张**"));
    assertThat(ApplicationsIT.post(body).asString()).isEqualTo(first.asString());
    ApplicationsIT.as(TestClient.RECORDER)
        .body(
            "{\"applicantName\":\"张 三\",\"sourceReference\":\""
                + first.path("sourceReference")
                + "\"}")
        .post("/applications/search")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
  }

  /** What such an instance stored would be lost with the older key. */
  @Test
  void an_order_ends_when_every_instance_has_the_key_and_nothing_else_is_found() throws Exception {
    Response first = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", ""));
    String id = first.path("id");
    String former =
        RegisterTables.texts(
                "SELECT encode(applicant_name, 'hex') FROM requests.application WHERE id = '"
                    + id
                    + "'")
            .get(0);
    rotate(first);
    anotherInstanceHasAnotherKey();
    try {
      String order = order();
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> pass(order) > 1);
      assertThat(prefix(id)).isNotEqualTo(former.substring(0, 10));
      RegisterTables.update(
          "UPDATE requests.application SET applicant_name = decode('"
              + former
              + "', 'hex') WHERE id = '"
              + id
              + "'");
      ApplicationsIT.as(TestClient.ADMINISTRATOR)
          .get(order)
          .then()
          .body("finishedAt", nullValue())
          .body("instancesBehind", equalTo(1));
      assertThat(pass(order)).as("the second one waits to begin").isEqualTo(2);

      theOtherInstanceIsGone();
      awaitPresent(order, "finishedAt");
      assertThat(prefix(id)).isNotEqualTo(former.substring(0, 10));
    } finally {
      theOtherInstanceIsGone();
    }
  }

  /** It came up after a pass had begun, and was gone before it ended. */
  @Test
  void an_order_goes_on_while_an_instance_had_another_key_since_the_pass_began() throws Exception {
    rotate(ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")));
    RegisterTables.update(
        "INSERT INTO requests.key_ring_use (instance, primary_key, seen_at)"
            + " VALUES (gen_random_uuid(), 1, now() + interval '1 hour')");
    try {
      String order = order();
      Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> pass(order) > 2);
      ApplicationsIT.as(TestClient.ADMINISTRATOR)
          .get(order)
          .then()
          .body("finishedAt", nullValue())
          .body("instancesBehind", equalTo(0));
      theOtherInstanceIsGone();
      awaitPresent(order, "finishedAt");
    } finally {
      theOtherInstanceIsGone();
    }
  }

  @Test
  void an_order_ends_as_overtaken_when_the_ring_has_gone_on_to_another_key() throws Exception {
    rotate(ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")));
    anotherInstanceHasAnotherKey();
    try {
      String order = order();
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> pass(order) > 1);
      rotate(ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")));
      theOtherInstanceIsGone();
      awaitPresent(order, "overtakenAt");
      ApplicationsIT.as(TestClient.ADMINISTRATOR)
          .get(order)
          .then()
          .body("finishedAt", nullValue())
          .body("cancelledAt", nullValue());
      assertThat(
              ApplicationsIT.as(TestClient.ADMINISTRATOR)
                  .get("/jobs")
                  .jsonPath()
                  .getList("items.id"))
          .doesNotContain(order.replaceFirst(".*/", ""));
      awaitPresent(order(), "finishedAt");
    } finally {
      theOtherInstanceIsGone();
    }
  }

  /** Nobody works on them any more, who could notice. */
  @Test
  void an_order_of_which_only_parked_rows_are_left_is_overtaken_too() throws Exception {
    Response bad = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", ""));
    rotate(bad);
    String row = " WHERE id = '" + bad.path("id") + "'";
    RegisterTables.update(
        "UPDATE requests.application SET applicant_name = '\\x0000000000ff'" + row);
    try {
      String order = order();
      String pieces =
          "SELECT count(*) FROM requests.job_piece WHERE job_id = '"
              + order.replaceFirst(".*/", "")
              + "' AND parked_at IS ";
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () ->
                  RegisterTables.number(pieces + "NOT NULL") == 1
                      && RegisterTables.number(pieces + "NULL") == 0);
      rotate(ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")));
      awaitPresent(order, "overtakenAt");
      ApplicationsIT.as(TestClient.ADMINISTRATOR)
          .get(order)
          .then()
          .body("parked", equalTo(0))
          .body("finishedAt", nullValue());
    } finally {
      RegisterTables.update("UPDATE requests.application SET applicant_name = NULL" + row);
    }
  }

  private static void anotherInstanceHasAnotherKey() {
    RegisterTables.update(
        "INSERT INTO requests.key_ring_report (instance, primary_key, since, seen_at)"
            + " VALUES (gen_random_uuid(), 1, now(), now() + interval '1 hour')");
  }

  private static void theOtherInstanceIsGone() {
    RegisterTables.update("DELETE FROM requests.key_ring_report WHERE primary_key = 1");
    RegisterTables.update("DELETE FROM requests.key_ring_use WHERE primary_key = 1");
  }

  /** Adds a key, and waits until the service encrypts under another one than something before. */
  private void rotate(Response before) throws Exception {
    List<String> old = Files.readAllLines(file);
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    List<String> more = new ArrayList<>(old);
    more.add("late" + System.nanoTime() + " " + Base64.getEncoder().encodeToString(key));
    replace(more);
    awaitNothingUnder(old, before);
  }

  private static String order() {
    return ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .post("/personal-data/reencryptions")
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  private static long pass(String order) {
    return RegisterTables.number(
        "SELECT pass FROM requests.reencryption WHERE id = '"
            + order.replaceFirst(".*/", "")
            + "'");
  }

  private static void awaitPresent(String order, String field) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> ApplicationsIT.as(TestClient.ADMINISTRATOR).get(order).path(field) != null);
  }

  private static void subscribed(String subscription, String command) {
    ApplicationsIT.as(TestClient.RECORDER)
        .post("/subscriptions/" + subscription + "/" + command)
        .then()
        .statusCode(200);
  }

  @Test
  void orders_are_for_administrators_of_everything() {
    for (TestClient client :
        List.of(TestClient.RECORDER, TestClient.ANALYST, TestClient.OFFICE_ADMINISTRATOR)) {
      ApplicationsIT.as(client).post("/personal-data/reencryptions").then().statusCode(403);
    }
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get("/personal-data/reencryptions/018e0f6a-6c1e-7d30-9c55-3f0c9f1f4a01")
        .then()
        .statusCode(404);
  }

  /** Waits until the service encrypts under another key than those it began with. */
  private static void awaitNothingUnder(List<String> old, Response first) {
    String begun = prefix(first.path("id"));
    assertThat(old).isNotEmpty();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              Response next = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", ""));
              return !prefix(next.path("id")).equals(begun);
            });
  }

  private void awaitOnly(String line) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              assertThat(Files.readAllLines(file)).containsExactly(line);
              return RegisterTables.number(
                      "SELECT count(DISTINCT substr(applicant_name, 1, 5))"
                          + " FROM requests.application WHERE applicant_name IS NOT NULL")
                  == 1;
            });
  }

  private static String prefix(String id) {
    return RegisterTables.texts(
            "SELECT encode(substr(applicant_name, 1, 5), 'hex') FROM requests.application"
                + " WHERE id = '"
                + id
                + "'")
        .get(0);
  }

  /** The number of the key under which something stands that begins so. */
  private static int key(String prefix) {
    return Integer.parseInt(prefix.substring(2), 16);
  }

  private void replace(List<String> lines) throws Exception {
    Path next = Files.createTempFile(file.getParent(), "keyring", "");
    Files.write(next, lines);
    Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
