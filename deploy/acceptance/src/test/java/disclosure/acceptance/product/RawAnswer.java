package disclosure.acceptance.product;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer over a connection of its own, read also when the server gives it before it has taken
 * the whole request, as it may.
 *
 * @param status the HTTP status
 * @param headers their names in lower case; of several with one name, the last
 * @param body none of a stream of events
 */
record RawAnswer(int status, Map<String, String> headers, byte[] body) {

  private static final int MAX_BODY = 4_000_000;

  /**
   * Sends a request of HTTP/1.0, whose answer ends with the connection.
   *
   * @throws IOException when there is no whole answer in time
   */
  static RawAnswer to(
      URI address, String method, Map<String, String> headers, byte[] body, Duration timeout)
      throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
      StringBuilder head = new StringBuilder();
      head.append(method).append(' ').append(address.getRawPath());
      if (address.getRawQuery() != null) {
        head.append('?').append(address.getRawQuery());
      }
      head.append(" HTTP/1.0\r\nHost: ").append(address.getAuthority()).append("\r\n");
      headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
      head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
      OutputStream out = socket.getOutputStream();
      try {
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
      } catch (IOException refusedMeanwhile) {
        // The answer may be there already.
      }
      return read(method, socket.getInputStream());
    }
  }

  private static RawAnswer read(String method, InputStream in) throws IOException {
    String line = line(in);
    String[] parts = line.split(" ", 3);
    if (parts.length < 2) {
      throw new IOException("no answer: '" + line + "'");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    boolean endless = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
    int length =
        method.equals("HEAD") || endless
            ? 0
            : Integer.parseInt(headers.getOrDefault("content-length", "" + MAX_BODY));
    return new RawAnswer(
        Integer.parseInt(parts[1]), headers, in.readNBytes(Math.min(length, MAX_BODY)));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  String type() {
    return headers.getOrDefault("content-type", "");
  }

  /** Whether all of the body was read. */
  boolean isWhole() {
    return body.length < MAX_BODY;
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
