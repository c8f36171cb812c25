package disclosure.statistics.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.CallerScope;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.edge.testing.openapi.DocumentedItems;
import disclosure.edge.trace.Traces;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.OrganTerm;
import disclosure.statistics.Register;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.count.CellIndex;
import disclosure.statistics.matrix.LiveMatrices;
import disclosure.statistics.matrix.LiveMatrices.Watched;
import disclosure.storage.Sql;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveIT {

  @Inject ObjectMapper mapper;
  @Inject Listeners listeners;
  @Inject LiveMatrices matrices;
  @Inject AgroalDataSource database;

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
  void no_connection_of_the_pool_listens() throws Exception {
    int size = database.getConfiguration().connectionPoolConfiguration().maxSize();
    long listening = listening();
    List<Connection> all = new ArrayList<>();
    ChangeFeed feed = new ChangeFeed(database, listeners, new SimpleMeterRegistry());
    feed.start(new StartupEvent());
    try {
      await().untilAsserted(() -> assertThat(listening()).isGreaterThan(listening));
      await()
          .untilAsserted(
              () -> {
                while (all.size() < size) {
                  all.add(database.getConnection());
                }
              });
      for (Connection connection : all) {
        assertThat(Sql.of(connection, "SELECT pg_listening_channels()").exists()).isFalse();
      }
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
      feed.stop(new ShutdownEvent());
    }
  }

  private long listening() throws Exception {
    try (Connection connection = database.getConnection()) {
      return Sql.of(
              connection,
              "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'"
                  + " AND datname = current_database()")
          .one(Long.class);
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
  void a_stream_ends_for_whom_the_organ_was_taken_from() throws Exception {
    String organ = TestOrgans.coded("11141124012346601");
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.of(TestOrgans.COUNTY));
      await().untilAsserted(() -> visible(organ));
      try (Stream<String> lines = open(TestClient.COUNTY_ANALYST, organ, "&year=2024", "");
          Stream<String> others = open(organ, "&year=2024", "")) {
        Watcher watcher = new Watcher(lines);
        List<String> received = collect(others);
        await().untilAsserted(() -> assertThat(newest(watcher.received)).isZero());
        register.organ(moved(organ, TestOrgans.FOREIGN));
        await().untilAsserted(() -> assertThat(watcher.thread.isAlive()).isFalse());

        register.application(received(organ));
        await().untilAsserted(() -> assertThat(newest(received)).isEqualTo(1));
        assertThat(newest(watcher.received)).isZero();
      }
    }
  }

  @Test
  void a_stream_of_another_instance_ends_too() throws Exception {
    String organ = TestOrgans.coded("11141124012346901");
    Listeners others = new Listeners(matrices, mapper, Traces.off(), new SimpleMeterRegistry());
    ChangeFeed feed = new ChangeFeed(database, others, new SimpleMeterRegistry());
    feed.start(new StartupEvent());
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.of(TestOrgans.COUNTY));
      await().untilAsserted(() -> visible(organ));
      Stalled lost = new Stalled();
      Stalled kept = new Stalled();
      watch(others, organ, TestOrgans.COUNTY).subscribe().withSubscriber(lost);
      watch(others, organ, organ).subscribe().withSubscriber(kept);
      register.organ(moved(organ, TestOrgans.FOREIGN));
      await().untilAsserted(() -> assertThat(lost.ended.getCount()).isZero());

      register.application(received(organ));
      kept.subscription.request(10);
      await()
          .untilAsserted(
              () ->
                  assertThat(kept.updates)
                      .filteredOn(update -> !update.isHeartbeat())
                      .anySatisfy(update -> assertThat(newest(update)).isEqualTo(1)));
      assertThat(kept.ended.getCount()).isEqualTo(1);
    } finally {
      feed.stop(new ShutdownEvent());
    }
  }

  @Test
  void who_has_lost_the_right_to_a_table_that_can_not_be_made_is_let_go() throws Exception {
    String broken = TestOrgans.coded("11141124012346951");
    try (Register register = new Register()) {
      register.organ(broken, "某局", Optional.of(TestOrgans.COUNTY));
      await().untilAsserted(() -> visible(broken));
      count(broken, CellIndex.of(FormRow.DISCLOSED, ApplicantType.NATURAL_PERSON), 1);
      Stalled stalled = new Stalled();
      watch(listeners, broken, TestOrgans.COUNTY).subscribe().withSubscriber(stalled);
      register.organ(moved(broken, TestOrgans.FOREIGN));
      await().untilAsserted(() -> assertThat(stalled.ended.getCount()).isZero());
    } finally {
      remove(broken);
    }
  }

  @Test
  void who_was_stalled_gets_the_newest_table_whatever_kept_the_connection_alive() throws Exception {
    String organ = TestOrgans.coded("11141124012346701");
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
      await().untilAsserted(() -> visible(organ));
      Stalled stalled = new Stalled();
      watch(listeners, organ, organ).subscribe().withSubscriber(stalled);
      try (Stream<String> lines = open(organ, "&year=2024", "")) {
        List<String> received = collect(lines);
        await().untilAsserted(() -> assertThat(newest(received)).isZero());
        register.application(received(organ));
        await().untilAsserted(() -> assertThat(newest(received)).isEqualTo(1));
        listeners.heartbeat();
        stalled.subscription.request(10);
        await()
            .untilAsserted(
                () ->
                    assertThat(stalled.updates)
                        .filteredOn(update -> !update.isHeartbeat())
                        .singleElement()
                        .satisfies(update -> assertThat(newest(update)).isEqualTo(1)));
      } finally {
        stalled.subscription.cancel();
      }
    }
  }

  @Test
  void one_client_watches_a_bounded_number_of_tables() throws Exception {
    String organ = TestOrgans.coded("11141124012346801");
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.of(TestOrgans.COUNTY));
    }
    await().untilAsserted(() -> visible(organ));
    HttpClient client = HttpClient.newHttpClient();
    List<InputStream> open = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        HttpResponse<InputStream> answer = listen(client, TestClient.COUNTY_EDITOR, organ);
        open.add(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
      }
      HttpResponse<InputStream> refused = listen(client, TestClient.COUNTY_EDITOR, organ);
      open.add(refused.body());
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      HttpResponse<InputStream> another = listen(client, TestClient.COUNTY_PUBLISHER, organ);
      open.add(another.body());
      assertThat(another.statusCode()).isEqualTo(200);

      open.remove(0).close();
      await()
          .untilAsserted(
              () -> {
                HttpResponse<InputStream> again = listen(client, TestClient.COUNTY_EDITOR, organ);
                open.add(again.body());
                assertThat(again.statusCode()).isEqualTo(200);
              });
    } finally {
      for (InputStream stream : open) {
        stream.close();
      }
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

  private Multi<Update> watch(Listeners instance, String organ, String acting) {
    Watched watched = new Watched(new OrganCode(organ), Period.ofYear(2024), Scope.OWN);
    CallerScope caller = CallerScope.of(List.of(acting));
    return instance.watch(
        watched, Optional.empty(), caller, matrices.requireVisible(watched, caller));
  }

  /** Asks for nothing until it is told to. */
  private static final class Stalled implements MultiSubscriber<Update> {

    private final List<Update> updates = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription begun) {
      subscription = begun;
    }

    @Override
    public void onItem(Update update) {
      updates.add(update);
    }

    @Override
    public void onFailure(Throwable failure) {
      ended.countDown();
    }

    @Override
    public void onCompletion() {
      ended.countDown();
    }
  }

  private static OrganState moved(String organ, String since) {
    return new OrganState(
        new OrganCode(organ),
        2,
        "某局",
        OrganKind.DEPARTMENT,
        Optional.of(new OrganCode(since)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(
            new OrganTerm(
                LocalDate.parse("2023-12-31"),
                "某局",
                OrganKind.DEPARTMENT,
                Optional.of(new OrganCode(TestOrgans.COUNTY)))),
        Instant.EPOCH);
  }

  private HttpResponse<InputStream> listen(HttpClient client, TestClient caller, String organ)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(address.resolve("/live?organ=" + organ))
            .header("Authorization", "Bearer " + caller.token())
            .build(),
        HttpResponse.BodyHandlers.ofInputStream());
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
    return open(TestClient.ANALYST, organ, more, lastEventId);
  }

  private Stream<String> open(TestClient caller, String organ, String more, String lastEventId)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve("/live?organ=" + organ + more))
            .header("Authorization", "Bearer " + caller.token());
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
    return new Watcher(lines).received;
  }

  /** Reads a stream to its end. */
  private static final class Watcher {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Thread thread;

    Watcher(Stream<String> lines) {
      thread = new Thread(() -> read(lines, received), "events");
      thread.setDaemon(true);
      thread.start();
    }
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
    DocumentedItems.eventOf("/live", data.substring(5));
    return newest(new Update("", data.substring(5)));
  }

  private long newest(Update update) throws Exception {
    return mapper.readValue(update.data(), Matrix.class).row(FormRow.NEWLY_RECEIVED).total();
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
