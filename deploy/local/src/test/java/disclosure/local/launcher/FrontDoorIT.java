package disclosure.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import disclosure.local.server.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The front door before a service that tells what it was asked. */
class FrontDoorIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  private record Asked(String line, Headers headers) {}

  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final AtomicBoolean streaming = new AtomicBoolean();
  private HttpServer service;
  private FrontDoor front;
  private int port;

  @BeforeEach
  void open() throws Exception {
    service =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), FreePort.any()), 0);
    service.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work);
              thread.setDaemon(true);
              return thread;
            }));
    service.createContext("/dashboard", this::answer);
    service.createContext("/dashboard/live", this::stream);
    service.start();
    port = FreePort.any();
    front =
        FrontDoor.open(
            port,
            List.of(
                new FrontDoor.Door(
                    "/dashboard", "统计", "Statistics", service.getAddress().getPort()),
                new FrontDoor.Door("/away", "不在", "Away", FreePort.any()),
                new FrontDoor.Door("/dashboard.txt", "", "", service.getAddress().getPort())));
  }

  @AfterEach
  void close() {
    front.close();
    service.stop(0);
  }

  @Test
  void a_request_is_passed_on_as_it_came_but_for_what_it_claims_of_proxies() throws Exception {
    String answer =
        send(
            """
            POST /dashboard/a%2Fb?find=%E4%B8%B4 HTTP/1.1
            Host: front.example:8080
            Forwarded: host=evil.example
            X-Forwarded-Host: evil.example
            X-Forwarded-Proto: https
            X-Forwarded-Prefix: /evil
            X-Real-IP: 6.6.6.6
            Cookie: a=b
            Content-Length: 2
            Connection: close

            ok\
            """);

    assertThat(answer).startsWith("HTTP/1.1 200").endsWith("answered");
    Asked passed = asked.poll(20, TimeUnit.SECONDS);
    assertThat(passed.line()).isEqualTo("POST /dashboard/a%2Fb?find=%E4%B8%B4 ok");
    assertThat(passed.headers().getFirst("Host")).isEqualTo("front.example:8080");
    assertThat(passed.headers().getFirst("Cookie")).isEqualTo("a=b");
    assertThat(passed.headers().keySet())
        .noneMatch(name -> name.matches("(?i)(x-)?forwarded.*|x-real-ip"));
  }

  @Test
  void a_stream_comes_at_once_and_ends_when_the_browser_leaves() throws Exception {
    try (Socket browser = connect()) {
      write(browser, "GET /dashboard/live HTTP/1.1\nHost: localhost\n\n");
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(browser.getInputStream(), StandardCharsets.UTF_8));
      String line = lines.readLine();
      while (!line.equals("data: 1")) {
        line = lines.readLine();
      }
      assertThat(streaming).isTrue();
    }
    await().atMost(SOON).untilFalse(streaming);
  }

  @Test
  void a_service_that_is_away_is_told_of_and_the_next_request_is_answered() throws Exception {
    for (String method : List.of("GET", "POST")) {
      String answer = send(method + " /away/x HTTP/1.1\nHost: localhost\nContent-Length: 2\n\nok");
      assertThat(answer)
          .startsWith("HTTP/1.1 503")
          .containsIgnoringCase("retry-after: 5")
          .contains("服务暂不可用");
    }
    assertThat(send("GET /dashboard HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void its_own_pages_are_in_english_for_who_chose_it_or_prefers_it() throws Exception {
    String asked = "GET / HTTP/1.1\nHost: localhost\nConnection: close\n";
    assertThat(send(asked + "Accept-Language: en-GB,zh;q=0.5\n\n"))
        .contains("<html lang=\"en\">", "<a href=\"/dashboard\">Statistics</a>");
    assertThat(send(asked + "Accept-Language: zh\nCookie: a=b; language=en\n\n"))
        .contains("<html lang=\"en\">");
    assertThat(send(asked + "Accept-Language: en\nCookie: language=zh\n\n"))
        .contains("<html lang=\"zh-CN\">", "统计");
    for (String malformed : List.of(";;=", "-", "en,-")) {
      assertThat(send(asked + "Accept-Language: " + malformed + "\nCookie: language=\n\n"))
          .contains("<html lang=\"zh-CN\">");
    }
    assertThat(send("GET /away/x HTTP/1.1\nHost: localhost\nAccept-Language: en\n\n"))
        .contains("<html lang=\"en\">", "The service is not available just now")
        .doesNotContainPattern("\\p{IsHan}");
  }

  @Test
  void its_own_page_names_the_doors_and_nothing_else_is_there() throws Exception {
    assertThat(send("GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
        .startsWith("HTTP/1.1 200")
        .contains("<a href=\"/dashboard\">统计</a>", "default-src 'none'")
        .doesNotContain("/dashboard.txt");
    assertThat(send("GET /dashboard.txt HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
        .startsWith("HTTP/1.1 200")
        .endsWith("answered");
    assertThat(send("GET /front-door.css HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
        .startsWith("HTTP/1.1 200");
    for (String path :
        List.of(
            "/matrix",
            "/dashboards",
            "/dashboard%2F..%2Fmatrix",
            "/dashboard/../matrix",
            "/dashboard/%2e%2E/matrix",
            "/dashboard/a/../../matrix",
            "/dashboard/..;a=b/matrix",
            "/dashboard/..",
            "/<b>")) {
      assertThat(send("GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
          .startsWith("HTTP/1.1 404")
          .doesNotContain("<b>");
    }
    assertThat(send("DELETE / HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
        .startsWith("HTTP/1.1 405");
  }

  @Test
  void a_request_names_one_host() throws Exception {
    for (String hosts :
        List.of("", "Host: localhost\nHost: evil.example\n", "Host: a\nHost: a\n")) {
      for (String path : List.of("/", "/dashboard")) {
        assertThat(send("GET " + path + " HTTP/1.1\n" + hosts + "Connection: close\n\n"))
            .startsWith("HTTP/1.1 400")
            .doesNotContain("evil");
      }
    }
    assertThat(asked).isEmpty();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body,
            exchange.getRequestHeaders()));
    byte[] answer = "answered".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer);
    }
  }

  /** Goes on until nobody listens. */
  private void stream(HttpExchange exchange) throws IOException {
    streaming.set(true);
    try (OutputStream out = exchange.getResponseBody()) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      while (asked.poll(50, TimeUnit.MILLISECONDS) == null) {
        out.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      streaming.set(false);
    }
  }

  private Socket connect() throws IOException {
    Socket browser = new Socket(InetAddress.getByName("127.0.0.1"), port);
    browser.setSoTimeout((int) SOON.toMillis());
    return browser;
  }

  private String send(String request) throws IOException {
    try (Socket browser = connect()) {
      write(browser, request);
      return new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(Socket browser, String request) throws IOException {
    browser.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    browser.getOutputStream().flush();
  }
}
