package disclosure.statistics.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.Register;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.count.CellIndex;
import disclosure.storage.Sql;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveIT {

  @Inject ObjectMapper mapper;
  @Inject Listeners listeners;
  @Inject DataSource database;

  @TestHTTPResource URI address;

  @Test
  void every_change_of_an_organ_or_below_it_is_pushed_and_a_known_state_is_not_sent_again()
      throws Exception {
    String government = TestOrgans.coded("11141124012346101");
    String office = TestOrgans.coded("11141124012346102");
    try (Register register = new Register()) {
      register.organ(government, "某县人民政府", Optional.empty());
      register.organ(office, "某县人民政府办公室", Optional.of(government));
      await().untilAsserted(() -> visible(office));
      await().untilAsserted(() -> visible(government));

      try (Stream<String> lines = open(government, "&year=2024&scope=SUBTREE", "")) {
        List<String> received = collect(lines);
        await().untilAsserted(() -> assertThat(newest(received)).isZero());
        register.application(received(office));
        await().untilAsserted(() -> assertThat(newest(received)).isEqualTo(1));
        register.application(received(government));
        await().untilAsserted(() -> assertThat(newest(received)).isEqualTo(2));
        String lastId =
            received.stream().filter(line -> line.startsWith("id:")).reduce((a, b) -> b).get();

        try (Stream<String> resumed =
            open(government, "&year=2024&scope=SUBTREE", lastId.substring(3).strip())) {
          List<String> after = collect(resumed);
          register.application(received(office));
          await().untilAsserted(() -> assertThat(newest(after)).isEqualTo(3));
          assertThat(after.stream().filter(line -> line.startsWith("data:"))).hasSize(1);
        }
      }
    }
  }

  @Test
  void a_change_is_pushed_to_who_watches_just_that_organ() throws Exception {
    String organ = TestOrgans.coded("11141124012346401");
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
      await().untilAsserted(() -> visible(organ));
      try (Stream<String> lines = open(organ, "&year=2024", "")) {
        List<String> received = collect(lines);
        await().untilAsserted(() -> assertThat(newest(received)).isZero());
        register.application(received(organ));
        await().untilAsserted(() -> assertThat(newest(received)).isEqualTo(1));
      }
    }
  }

  @Test
  void a_table_that_can_not_be_made_is_in_nobody_elses_way() throws Exception {
    String broken = TestOrgans.coded("11141124012346501");
    String sound = TestOrgans.coded("11141124012346502");
    try (Register register = new Register()) {
      register.organ(broken, "某局", Optional.empty());
      register.organ(sound, "某办", Optional.empty());
      await().untilAsserted(() -> visible(broken));
      await().untilAsserted(() -> visible(sound));
      // More concluded than received.
      int place = CellIndex.of(FormRow.DISCLOSED, ApplicantType.NATURAL_PERSON);
      count(broken, place, 1);
      try (Stream<String> none = open(broken, "&year=2024", "");
          Stream<String> lines = open(sound, "&year=2024", "")) {
        List<String> missing = collect(none);
        List<String> received = collect(lines);
        await().untilAsserted(() -> assertThat(newest(received)).isZero());
        register.application(received(sound));
        await().untilAsserted(() -> assertThat(newest(received)).isEqualTo(1));
        assertThat(missing).noneMatch(line -> line.startsWith("data:"));

        count(broken, place, -1);
        listeners.heartbeat();
        await().untilAsserted(() -> assertThat(newest(missing)).isZero());
      }
    } finally {
      remove(broken);
    }
  }

  @Test
  void a_heartbeat_is_a_comment() throws Exception {
    String organ = TestOrgans.coded("11141124012346201");
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
    }
    await().untilAsserted(() -> visible(organ));
    try (Stream<String> lines = open(organ, "", "")) {
      List<String> received = collect(lines);
      await().untilAsserted(() -> assertThat(newest(received)).isZero());
      listeners.heartbeat();
      await().untilAsserted(() -> assertThat(received).anyMatch(line -> line.startsWith(":")));
    }
  }

  @Test
  void another_organs_table_can_not_be_watched() {
    String organ = TestOrgans.coded("11141124012346301");
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
    }
    await().untilAsserted(() -> visible(organ));
    given()
        .auth()
        .oauth2(TestClient.FOREIGN_RECORDER.token())
        .get("/live?organ=" + organ)
        .then()
        .statusCode(404);
    given().get("/live?organ=" + organ).then().statusCode(401);
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/live?organ=x&scope=ALL")
        .then()
        .statusCode(400)
        .body("errors.field", contains("organ", "scope"));
  }

  private void count(String organ, int place, int n) throws Exception {
    try (Connection connection = database.getConnection()) {
      Sql.of(connection, "INSERT INTO daily_count VALUES (:organ, '2024-05-06', :place, :n)")
          .with("organ", organ)
          .with("place", place)
          .with("n", n)
          .update();
    }
  }

  private void remove(String organ) throws Exception {
    try (Connection connection = database.getConnection()) {
      Sql.of(connection, "DELETE FROM daily_count WHERE organ_code = :organ")
          .with("organ", organ)
          .update();
    }
  }

  private static void visible(String organ) {
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/matrix?year=2024&organ=" + organ)
        .then()
        .statusCode(200);
  }

  private Stream<String> open(String organ, String more, String lastEventId) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve("/live?organ=" + organ + more))
            .header("Authorization", "Bearer " + TestClient.ANALYST.token());
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<Stream<String>> response =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    return response.body();
  }

  private static List<String> collect(Stream<String> lines) {
    List<String> received = new CopyOnWriteArrayList<>();
    Thread reader = new Thread(() -> read(lines, received), "events");
    reader.setDaemon(true);
    reader.start();
    return received;
  }

  private static void read(Stream<String> lines, List<String> received) {
    try {
      lines.forEach(received::add);
    } catch (UncheckedIOException closed) {
      // The test is done with it.
    }
  }

  private long newest(List<String> received) throws Exception {
    String data =
        received.stream()
            .filter(line -> line.startsWith("data:"))
            .reduce((earlier, later) -> later)
            .orElseThrow(() -> new AssertionError("no event yet"));
    return mapper.readValue(data.substring(5), Matrix.class).row(FormRow.NEWLY_RECEIVED).total();
  }

  private static ApplicationState received(String organ) {
    return Register.application(
        UUID.randomUUID(),
        1,
        organ,
        ApplicantType.NATURAL_PERSON,
        "2024-03-01",
        Optional.empty(),
        Optional.empty());
  }
}
