package disclosure.statistics.live;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.statistics.Register;
import disclosure.storage.Sql;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Live tables that are opened with a ticket, as by a browser's EventSource. */
@QuarkusTest
class StreamTicketIT {

  private static final String ORGAN = TestOrgans.coded("11141124012346971");
  private static final String OTHER = TestOrgans.coded("11141124012346972");
  private static final int TOKEN_SECONDS = 4;
  private static final int MAX_WAITING = 200;

  @TestHTTPResource URI address;
  @Inject DataSource database;

  @BeforeEach
  void there_are_organs() {
    try (Register register = new Register()) {
      register.organ(ORGAN, "某局", Optional.of(TestOrgans.COUNTY));
      register.organ(OTHER, "某办", Optional.of(TestOrgans.COUNTY));
    }
    for (String organ : new String[] {ORGAN, OTHER}) {
      await().until(() -> ask(TestClient.ANALYST.token(), organ).statusCode() == 200);
    }
  }

  @Test
  void a_ticket_opens_its_stream_once() throws Exception {
    Response given = ask(TestClient.OFFICE_ANALYST.token(), TestOrgans.COUNTY);
    assertThat(given.statusCode()).isEqualTo(404);
    given = ask(TestClient.COUNTY_ANALYST.token(), ORGAN);
    assertThat(given.header("Cache-Control")).isEqualTo("no-store");
    String stream = given.path("stream");
    assertThat(stream)
        .isEqualTo("/live?organ=" + ORGAN + "&year=2024&ticket=" + given.path("ticket"));
    try (InputStream events = opened(stream)) {
      assertThat(firstEvent(events)).contains("event:matrix");
    }
    assertThat(status(stream)).isEqualTo(401);
  }

  @Test
  void a_ticket_is_for_no_other_address() throws Exception {
    String stream = ask(TestClient.COUNTY_ANALYST.token(), ORGAN).path("stream");
    for (String other :
        new String[] {
          stream.replace(ORGAN, OTHER),
          stream.replace("2024", "2023"),
          stream + "&scope=SUBTREE",
          stream.replace("/live", "/matrix"),
          stream.replace("/live", "/live/tickets")
        }) {
      assertThat(status(other)).as(other).isIn(401, 405);
    }
    assertThat(status(stream.substring(0, stream.indexOf("ticket=")) + "ticket=abc"))
        .isEqualTo(401);
    given().post(stream.replace("/live", "/live/tickets")).then().statusCode(401);
    opened(stream).close();
  }

  @Test
  @Timeout(60)
  void what_a_ticket_opened_ends_with_the_token_and_so_does_a_ticket() throws Exception {
    String token = TestClient.COUNTY_ANALYST.token(TOKEN_SECONDS);
    String late = ask(token, ORGAN).path("stream");
    try (InputStream events = opened(ask(token, ORGAN).path("stream"))) {
      assertThat(new String(events.readAllBytes(), UTF_8)).contains("event:matrix");
    }
    await().until(() -> ask(token, ORGAN).statusCode() == 401);
    assertThat(status(late)).isEqualTo(401);
  }

  @Test
  void nobody_who_reads_the_database_has_a_ticket() throws Exception {
    String ticket = ask(TestClient.COUNTY_ANALYST.token(), ORGAN).path("ticket");
    try (Connection connection = database.getConnection()) {
      assertThat(
              Sql.of(
                      connection,
                      "SELECT t::text FROM stream_ticket t WHERE client_id = 'county-analyst'")
                  .list(String.class))
          .isNotEmpty()
          .noneMatch(row -> row.contains(ticket));
    }
  }

  @Test
  void the_tickets_of_a_client_that_wait_are_bounded() throws Exception {
    String token = TestClient.COUNTY_RECORDER.token();
    try {
      for (int i = 0; i < MAX_WAITING; i++) {
        assertThat(ask(token, ORGAN).statusCode()).isEqualTo(200);
      }
      Response refused = ask(token, ORGAN);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isEqualTo("30");
      assertThat(ask(TestClient.COUNTY_ANALYST.token(), ORGAN).statusCode()).isEqualTo(200);
    } finally {
      try (Connection connection = database.getConnection()) {
        Sql.of(connection, "DELETE FROM stream_ticket WHERE client_id = 'county-recorder'")
            .update();
      }
    }
  }

  private static Response ask(String token, String organ) {
    return given().auth().oauth2(token).post("/live/tickets?organ=" + organ + "&year=2024");
  }

  private InputStream opened(String stream) throws Exception {
    HttpResponse<InputStream> answer = get(stream);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static String firstEvent(InputStream events) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\n\n") < 0) {
      text.append((char) events.read());
    }
    return text.toString();
  }

  private int status(String stream) throws Exception {
    HttpResponse<InputStream> answer = get(stream);
    answer.body().close();
    return answer.statusCode();
  }

  private HttpResponse<InputStream> get(String stream) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address.resolve(stream)).build(),
            HttpResponse.BodyHandlers.ofInputStream());
  }
}
