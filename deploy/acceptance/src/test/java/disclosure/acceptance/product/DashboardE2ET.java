package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import disclosure.acceptance.product.Instances.Instance;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A page that is none of the product's asks two instances of the statistics from a real browser:
 * one that names the page's origin in its configuration, and one that names none.
 */
class DashboardE2ET {

  private static final String ORGAN = "11141124012345698T";
  private static final Duration SOON = Duration.ofMinutes(2);

  /** Reads a table, and again what has changed of it. */
  private static final String READ =
      """
      async ([service, token, organ]) => {
        const address = `${service}/matrix?year=2024&organ=${organ}`;
        const headers = { Authorization: `Bearer ${token}` };
        const first = await fetch(address, { headers, cache: 'no-store' });
        const tag = first.headers.get('ETag');
        const matrix = await first.json();
        const second = await fetch(address, {
          headers: { ...headers, 'If-None-Match': tag }, cache: 'no-store' });
        return JSON.stringify({
          status: first.status, tag, rows: matrix.rows.length, again: second.status });
      }
      """;

  /** Gets a ticket, and opens a stream with it. */
  private static final String FOLLOW =
      """
      async ([service, token, organ]) => {
        const answer = await fetch(`${service}/live/tickets?year=2024&organ=${organ}`, {
          method: 'POST', headers: { Authorization: `Bearer ${token}` } });
        const { stream } = await answer.json();
        window.totals = [];
        window.source = new EventSource(service + stream);
        window.source.addEventListener('matrix', event =>
          window.totals.push(JSON.parse(event.data).rows[0].total));
        return stream;
      }
      """;

  /** Opens a stream, and says how that ended. */
  private static final String OPEN =
      """
      address => new Promise(resolve => {
        const source = new EventSource(address);
        source.onopen = () => { source.close(); resolve('opened'); };
        source.onerror = () => {
          resolve(source.readyState === EventSource.CLOSED ? 'refused' : 'trying again');
          source.close();
        };
      })
      """;

  private static final String TRY =
      "([address, token]) => fetch(address, { headers: { Authorization: `Bearer ${token}` } })"
          + ".then(answer => 'read ' + answer.status, kept => 'kept away')";

  private static Path data;
  private static Instances instances;
  private static PageServer dashboard;
  private static WebBrowser browser;
  private static Instance open;
  private static Instance closed;

  @BeforeAll
  static void start() throws Exception {
    browser = WebBrowser.start();
    dashboard = PageServer.start();
    data = Checkout.folder("dashboard");
    instances = Instances.start(data);
    open =
        instances.add(
            "open", Map.of("CORS_ORIGINS", dashboard.origin(), "HTTP_ACCESS_LOG", "true"));
    closed = instances.add("closed", Map.of("HTTP_ACCESS_LOG", "true"));
    instances.up();
    open.up();
    closed.up();
    assertThat(
            open.client()
                .put(
                    "administrator",
                    "requests",
                    "/organs/" + ORGAN,
                    "{\"name\": \"某局\", \"kind\": \"DEPARTMENT\"}")
                .statusCode())
        .isEqualTo(201);
    await().atMost(SOON).until(() -> open.status("/matrix?year=2024&organ=" + ORGAN) == 200);
  }

  @AfterAll
  static void stop() throws Exception {
    try {
      browser.close();
      dashboard.close();
    } finally {
      instances.close();
      Checkout.delete(data);
    }
  }

  @Test
  void a_page_of_an_origin_that_is_named_reads_a_table_and_follows_it() throws Exception {
    Page page = browser.open(dashboard.origin());
    Object[] asked = {open.url(), open.client().tokenOf("analyst"), ORGAN};

    JsonNode read = Client.parse((String) page.evaluate(READ, asked));
    assertThat(read.get("status").intValue()).isEqualTo(200);
    assertThat(read.get("rows").intValue()).isEqualTo(25);
    assertThat(read.get("tag").asText()).startsWith("W/\"");
    assertThat(read.get("again").intValue()).isEqualTo(304);

    String stream = (String) page.evaluate(FOLLOW, asked);
    long before = shown(page);
    register("大屏-1");
    await().atMost(SOON).until(() -> shown(page), total -> total == before + 1);

    // Used, it opens nothing any more: a page whose stream ended gets another one.
    assertThat(page.evaluate(OPEN, open.url() + stream)).isEqualTo("refused");
    assertThat(page.evaluate(OPEN, open.url() + ticket(open))).isEqualTo("opened");
    assertThat(open.log()).contains("GET /live?year=2024").doesNotContain("ticket=");
  }

  @Test
  void a_page_of_an_origin_that_is_not_named_is_shown_nothing() throws Exception {
    String token = open.client().tokenOf("analyst");
    try (PageServer other = PageServer.start()) {
      Page stranger = browser.open(other.origin());
      Page page = browser.open(dashboard.origin());
      String table = "/matrix?year=2024&organ=" + ORGAN;
      assertThat(stranger.evaluate(TRY, new Object[] {open.url() + table, token}))
          .isEqualTo("kept away");
      assertThat(page.evaluate(TRY, new Object[] {closed.url() + table, token}))
          .isEqualTo("kept away");
      assertThat(page.evaluate(TRY, new Object[] {open.url() + table, token}))
          .isEqualTo("read 200");
      assertThat(stranger.evaluate(OPEN, open.url() + ticket(open))).isEqualTo("refused");
      assertThat(page.evaluate(OPEN, closed.url() + ticket(open))).isEqualTo("refused");
    }
  }

  @Test
  void one_instance_takes_the_ticket_that_another_gave() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(closed.url() + ticket(open)))
            .timeout(Duration.ofSeconds(20))
            .build();
    HttpClient client = HttpClient.newHttpClient();
    HttpResponse<InputStream> first =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    first.body().close();
    HttpResponse<InputStream> second =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    second.body().close();
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.statusCode()).isEqualTo(401);
    assertThat(closed.log()).contains("GET /live?year=2024").doesNotContain("ticket=");
  }

  private static String ticket(Instance instance) {
    String path = "/live/tickets?year=2024&organ=" + ORGAN;
    return Client.json(instance.client().post("analyst", "statistics", path, ""))
        .get("stream")
        .asText();
  }

  private static void register(String reference) {
    Client.json(
        open.client()
            .post(
                "recorder",
                "requests",
                "/applications",
                """
                {"organCode": "%s", "sourceReference": "%s", "receivedOn": "2024-03-04",
                 "channel": "ONLINE", "applicant": {"type": "NATURAL_PERSON"}}
                """
                    .formatted(ORGAN, reference)));
  }

  /** The number of applications that the page shows, once it shows one. */
  private static long shown(Page page) {
    page.waitForFunction("() => window.totals.length > 0");
    return ((Number) page.evaluate("() => window.totals[window.totals.length - 1]")).longValue();
  }
}
