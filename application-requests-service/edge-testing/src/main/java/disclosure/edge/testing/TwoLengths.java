package disclosure.edge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Requests behind which another server on the way may see a second one, byte by byte. */
public final class TwoLengths {

  private static final int TIMEOUT_MILLIS = 10_000;

  private TwoLengths() {}

  /** Makes sure that each is refused, and that nothing behind it is taken for a request. */
  public static void assertRefused(URL service) throws IOException {
    Map<String, String> heads = new TreeMap<>();
    String post = "POST /nothing HTTP/1.1\r\nHost: localhost\r\n";
    String length = "Content-Length: 6\r\n";
    heads.put("length first", post + length + "Transfer-Encoding: chunked\r\n");
    heads.put("length last", post + "Transfer-Encoding: Chunked\r\n" + length);
    heads.put("two codings", post + "Transfer-Encoding: chunked, identity\r\n");
    heads.put("a coding before", post + "Transfer-Encoding: identity, chunked\r\n");
    heads.put(
        "chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
    heads.put("another coding", post + "Transfer-Encoding: xchunked\r\n" + length);
    heads.put(
        "once usual",
        "POST /nothing HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n"
            + "Transfer-Encoding: chunked\r\n"
            + length);
    heads.put("another version", "POST /nothing HTTP/9.9\r\nHost: localhost\r\n" + length);
    heads.put("a header without a name", post + ": a\r\n" + length);
    // Connections are read so from when the server says that it has begun.
    await().untilAsserted(() -> assertRefused(service, heads));
    String once = answers(service, post + "Transfer-Encoding: chunked\r\n");
    assertThat(once.indexOf("HTTP/1.", 1)).as(once).isPositive();
  }

  private static void assertRefused(URL service, Map<String, String> heads) throws IOException {
    for (Map.Entry<String, String> head : heads.entrySet()) {
      String answers = answers(service, head.getValue());
      assertThat(answers).as(head.getKey()).containsPattern("^HTTP/1\\.\\d 400 ");
      assertThat(answers).as(head.getKey()).contains("application/problem+json");
      assertThat(answers.indexOf("HTTP/1.", 1)).as(answers).isNegative();
    }
  }

  /** All answers to the request and to what stands behind it. */
  private static String answers(URL service, String head) throws IOException {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(
          (head
                  + "\r\n0\r\n\r\n"
                  + "GET /behind HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
