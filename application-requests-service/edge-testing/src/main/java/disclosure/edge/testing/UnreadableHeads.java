package disclosure.edge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Requests that no resource gets to see, since their heads are none, byte by byte. */
public final class UnreadableHeads {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final String REST = " HTTP/1.1\r\nHost: localhost\r\n";
  private static final String CLOSING = "Connection: close\r\n";

  private static final Map<Integer, String> TYPES =
      Map.of(
          400, "/problems/bad-request",
          404, "/problems/not-found",
          414, "/problems/uri-too-long",
          431, "/problems/headers-too-long");

  private UnreadableHeads() {}

  /** Makes sure that each is answered with a problem in words. */
  public static void assertToldInWords(URL service) {
    Map<String, String> bad = new TreeMap<>();
    bad.put("half a percent sign", "GET /nothing%zz" + REST);
    bad.put("half a percent sign in the query", "GET /nothing?x=%" + REST);
    bad.put("a backslash", "GET /\\evil" + REST);
    bad.put("markup", "GET /nothing?x=<b>" + REST);
    bad.put("no address", "GET" + REST);
    bad.put("a character of no header", "GET /nothing" + REST + "X-A: a\u0000b\r\n");
    bad.put("a blank behind a name", "GET /nothing" + REST + "X-A : a\r\n");
    bad.put("two lengths", "POST /nothing" + REST + "Content-Length: 6\r\nContent-Length: 7\r\n");
    bad.put("a length with a sign", "POST /nothing" + REST + "Content-Length: +2\r\n");
    // Connections are read so from when the server says that it has begun.
    await().untilAsserted(() -> bad.forEach((what, head) -> assertTold(service, what, head, 400)));
    assertTold(service, "long", "GET /" + "x".repeat(70_000) + REST, 414);
    assertTold(service, "long", "GET /nothing" + REST + header(20_000), 431);
    assertTold(service, "no path", "OPTIONS *" + REST + CLOSING, 404);
    assertTold(service, "no path", "CONNECT localhost:80" + REST + CLOSING, 404);
    String english = "GET /nothing%zz" + REST + "Accept-Language: en\r\n";
    assertThat(answer(service, english)).contains("can't be understood");
    assertThat(answer(service, "HEAD /nothing%zz" + REST))
        .matches("(?s)HTTP/1\\.1 400 .*application/problem\\+json.*\r\n\r\n");
  }

  private static void assertTold(URL service, String what, String head, int status) {
    assertThat(answer(service, head))
        .as(what)
        .containsPattern("^HTTP/1\\.[01] " + status + " ")
        .contains(
            "application/problem+json",
            "\"type\":\"" + TYPES.get(status) + "\"",
            "\"status\":" + status,
            "\"detail\":\"");
  }

  private static String header(int length) {
    return String.format(Locale.ROOT, "X-A: %s\r\n", "a".repeat(length));
  }

  /** All that comes until the connection is closed. */
  public static String answer(URL service, String head) {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(head, broken);
    }
  }
}
