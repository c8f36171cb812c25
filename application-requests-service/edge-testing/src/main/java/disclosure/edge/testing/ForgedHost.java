package disclosure.edge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Requests that name the host otherwise than a proper client does, byte by byte. */
public final class ForgedHost {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final String FORGED = "evil.example";
  private static final String HOST = "Host: localhost\r\n";

  private ForgedHost() {}

  /**
   * Makes sure that however the host is named, the answer is the right one or a problem, and holds
   * nothing of that name.
   *
   * @param body JSON, or empty
   */
  public static void assertUnheard(
      URL service, String method, String path, TestClient client, String body) throws IOException {
    Map<String, String> heads = new TreeMap<>();
    heads.put("another host", line(method, path, 1) + "Host: " + FORGED + "\r\n");
    heads.put(
        "a forwarded host",
        line(method, path, 1)
            + HOST
            + ("X-Forwarded-Host: " + FORGED + "\r\nX-Forwarded-Prefix: /" + FORGED + "\r\n")
            + ("X-Forwarded-Proto: " + FORGED + "\r\nForwarded: host=" + FORGED + "\r\n"));
    heads.put("another host in the line", line(method, "http://" + FORGED + path, 1) + HOST);
    heads.put(
        "a path that begins with a host", line(method, "//" + FORGED + "/.." + path, 1) + HOST);
    heads.put("a path with two slashes", line(method, "/" + path, 1) + HOST);
    heads.put("an empty host", line(method, path, 1) + "Host:\r\n");
    heads.put("no host, once usual", line(method, path, 0));
    for (Map.Entry<String, String> head : heads.entrySet()) {
      String answer = answer(service, head.getValue(), client, body);
      assertThat(answer).as(head.getKey()).matches("(?s)HTTP/1\\.\\d (20\\d|40[04]) .*");
      assertHarmless(head.getKey(), answer);
    }
    Map<String, String> faulty = new TreeMap<>();
    faulty.put("no host", line(method, path, 1));
    faulty.put("two hosts", line(method, path, 1) + HOST + "Host: " + FORGED + "\r\n");
    faulty.put("a host that is none", line(method, path, 1) + "Host: a b/c@" + FORGED + ":x\r\n");
    for (Map.Entry<String, String> head : faulty.entrySet()) {
      String answer = answer(service, head.getValue(), client, body);
      assertThat(answer).as(head.getKey()).contains(" 400 ", "application/problem+json");
      assertHarmless(head.getKey(), answer);
    }
  }

  private static void assertHarmless(String head, String answer) {
    assertThat(answer).as(head).doesNotContain(FORGED, "Exception", "\tat ", "<html");
    if (!answer.contains(" 20")) {
      assertThat(answer).as(head).contains("application/problem+json");
    }
  }

  private static String line(String method, String target, int version) {
    return method + " " + target + " HTTP/1." + version + "\r\n";
  }

  private static String answer(URL service, String head, TestClient client, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(
          String.format(
                  Locale.ROOT,
                  "%sConnection: close\r\nAuthorization: Bearer %s\r\n"
                      + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n",
                  head,
                  client.token(),
                  bytes.length)
              .getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
