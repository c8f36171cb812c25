package disclosure.requests.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.Management;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever one client has under way, the others are answered. */
@Tag("slow")
@QuarkusTest
@TestProfile(ConcurrencyIT.Few.class)
class ConcurrencyIT {

  /** Little patience, so that the test needs none. */
  public static class Few implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("edge.body-timeout", "2s", "edge.body-long-timeout", "4s");
    }
  }

  /** More than the threads that there are. */
  private static final int MANY = 210;

  private static final int TIMEOUT_MILLIS = 10_000;

  private static final String BATCH = "POST /applications/batch";
  private static final String LEDGER = "POST /ledger/imports?organ=" + TestOrgans.COUNTY;

  @TestHTTPResource("/")
  URL url;

  @Inject DataSource database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int poolSize;

  @Inject ExecutorService threads;

  private final List<Socket> open = new ArrayList<>();
  private final List<Future<?>> trickles = new ArrayList<>();
  private final ScheduledExecutorService trickling = Executors.newScheduledThreadPool(1);

  @AfterEach
  void close() throws IOException {
    trickles.forEach(trickle -> trickle.cancel(true));
    trickling.shutdownNow();
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Test
  void bodies_that_do_not_come_keep_nobody_waiting_and_are_given_up() throws IOException {
    for (int i = 0; i < MANY; i++) {
      send("POST /disputes", "application/json", "{");
    }

    Management.get("/q/health/ready").then().statusCode(200);
    answersAtOnce("/applications?limit=1", 200);
    for (Socket socket : open) {
      assertThat(head(socket)).contains("HTTP/1.1 408 Request Timeout", "connection: close");
    }
  }

  @Test
  void batches_and_ledgers_that_do_not_come_take_no_place_and_are_given_up() throws IOException {
    for (int i = 0; i < MANY; i++) {
      boolean batch = i % 2 == 0;
      send(batch ? BATCH : LEDGER, batch ? "application/x-ndjson" : "text/csv", "");
    }

    answersAtOnce("/applications?limit=1", 200);
    assertThat(head(send(BATCH, "application/x-ndjson", "{}\n"))).contains("HTTP/1.1 200 OK");
    for (Socket socket : open.subList(0, MANY)) {
      assertThat(head(socket)).contains("HTTP/1.1 408 Request Timeout", "connection: close");
    }
  }

  @Test
  void a_ledger_that_trickles_is_cut_off() throws IOException {
    Socket socket = send(LEDGER, "text/csv", "a");
    trickle(socket);

    assertThat(head(socket))
        .contains("HTTP/1.1 408 Request Timeout", "connection: close", "application/problem+json");
    await().until(() -> isOver(socket));
  }

  @Test
  void a_batch_that_trickles_is_told_so_in_its_last_answer() throws IOException {
    Socket socket = send(BATCH, "application/x-ndjson", "{}\n");
    trickle(socket);

    assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("HTTP/1.1 200 OK", "{\"line\":1,\"status\":400", "{\"line\":2,\"status\":408")
        .contains("/problems/request-timeout");
  }

  @Test
  void a_batch_that_keeps_just_above_the_least_has_its_place_for_a_while_only() throws IOException {
    Socket socket = connect(BATCH, "application/x-ndjson");
    write(socket, "Content-Length: 100000000\r\n\r\n{}\n");
    long begun = System.nanoTime();
    trickle(socket, " ".repeat(1_000));

    assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("HTTP/1.1 200 OK", "{\"line\":1,\"status\":400", "{\"line\":2,\"status\":408");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(3));
  }

  @Test
  void health_and_metrics_are_told_while_all_threads_are_at_work() {
    CountDownLatch told = new CountDownLatch(1);
    try {
      for (int i = 0; i < MANY; i++) {
        threads.execute(
            () -> {
              try {
                told.await();
              } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
              }
            });
      }
      assertThat(Management.metric("jvm_threads_live_threads")).isGreaterThan(100);
      Management.get("/q/health/ready").then().statusCode(200);
    } finally {
      told.countDown();
    }
  }

  @Test
  void a_service_whose_connections_are_all_taken_is_ready_and_tells_its_metrics() throws Exception {
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < poolSize; i++) {
        taken.add(database.getConnection());
      }
      Management.get("/q/health/ready").then().statusCode(200);
      assertThat(Management.metric("agroal_active_count")).isEqualTo(poolSize);
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
  }

  @Test
  void a_body_without_a_length_is_read_no_further_than_it_may_be_long() throws IOException {
    Socket socket = connect("POST /disputes", "application/json");
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    write(socket, "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5));

    assertThat(head(socket)).contains("HTTP/1.1 413", "connection: close");
  }

  @Test
  void a_client_is_told_when_it_may_send_a_body_that_it_announces() throws IOException {
    Socket socket = connect("POST /disputes", "application/json");
    write(socket, "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");

    assertThat(head(socket)).contains("HTTP/1.1 100 Continue");
    write(socket, "{}");
    assertThat(head(socket)).contains("HTTP/1.1 400 Bad Request");
  }

  @Test
  void one_client_has_only_so_many_batches_under_way() throws IOException {
    List<Socket> refused = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Socket socket = send("POST /applications/batch", "application/x-ndjson", "{}\n");
      if (i < 16) {
        assertThat(head(socket)).contains("HTTP/1.1 200 OK");
      } else {
        refused.add(socket);
      }
    }

    for (Socket socket : refused) {
      assertThat(head(socket)).contains("HTTP/1.1 429", "retry-after:");
    }
    answersAtOnce("/applications?limit=1", 200);
    close();
    await()
        .untilAsserted(
            () ->
                assertThat(head(send("POST /applications/batch", "application/x-ndjson", "{}\n")))
                    .contains("HTTP/1.1 200 OK"));
  }

  @Test
  void who_hangs_up_has_his_place_back_when_the_work_is_done() throws Exception {
    Socket hungUp = get("/probe/held");
    assertThat(HeldResource.BEGUN.await(10, TimeUnit.SECONDS)).isTrue();
    hungUp.close();

    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(10))
        .until(() -> head(get("/probe/held")).contains("HTTP/1.1 429"));
    HeldResource.END.countDown();
    await().until(() -> head(get("/probe/held")).contains("HTTP/1.1 200 OK"));
  }

  private Socket get(String path) throws IOException {
    Socket socket = connect("GET " + path, "text/plain");
    write(socket, "\r\n");
    return socket;
  }

  /** A byte now and then, until the connection is closed. */
  private void trickle(Socket socket) {
    trickle(socket, " ");
  }

  private void trickle(Socket socket, String some) {
    trickles.add(
        trickling.scheduleAtFixedRate(
            () -> {
              try {
                write(socket, some);
              } catch (IOException closed) {
                throw new UncheckedIOException(closed);
              }
            },
            0,
            200,
            TimeUnit.MILLISECONDS));
  }

  private static boolean isOver(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  private void answersAtOnce(String path, int status) {
    given()
        .auth()
        .oauth2(TestClient.COUNTY_RECORDER.token())
        .config(
            io.restassured.RestAssured.config()
                .httpClient(
                    io.restassured.config.HttpClientConfig.httpClientConfig()
                        .setParam("http.socket.timeout", 1_500)))
        .get(path)
        .then()
        .statusCode(status);
  }

  /** A request of which only the beginning of the body is sent. */
  private Socket send(String line, String type, String beginning) throws IOException {
    Socket socket = connect(line, type);
    write(socket, "Content-Length: 1000\r\n\r\n" + beginning);
    return socket;
  }

  private Socket connect(String line, String type) throws IOException {
    Socket socket = new Socket(url.getHost(), url.getPort());
    open.add(socket);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    write(
        socket,
        line
            + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + TestClient.RECORDER.token()
            + "\r\nContent-Type: "
            + type
            + "\r\n");
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Status line and headers of the answer; names of headers as they are sent, in lower case. */
  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 1);
    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
      int name = line.indexOf(':');
      head.append(
          name < 0
              ? line
              : line.substring(0, name).toLowerCase(Locale.ROOT) + line.substring(name));
      head.append('\n');
    }
    return head.toString();
  }
}
