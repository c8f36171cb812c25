package disclosure.requests.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.openapi.DocumentedItems;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class BatchIT {

  @TestHTTPResource("/applications/batch")
  URI batch;

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void every_line_is_answered_in_its_place_and_a_bad_one_spoils_no_other() throws Exception {
    String good = line();
    String other = line();
    List<JsonNode> answers =
        send(
            good,
            "{\"organCode\":1}",
            "",
            "not json",
            good,
            good.replace("张三", "李四"),
            "\"" + "x".repeat(5 << 20) + "\"",
            other.replace("\"POST\"", "\"PIGEON\""),
            other);
    assertThat(answers.stream().map(answer -> answer.get("line").asInt()))
        .containsExactly(1, 2, 4, 5, 6, 7, 8, 9);
    assertThat(answers.stream().map(answer -> answer.get("status").asInt()))
        .containsExactly(201, 400, 400, 200, 409, 400, 400, 201);
    assertThat(answers.get(3).get("id")).isEqualTo(answers.get(0).get("id"));
    assertThat(fields(answers.get(4))).containsExactly("sourceReference");
    assertThat(fields(answers.get(6))).containsExactly("channel");
    assertThat(answers.get(1).get("problem").get("status").asInt()).isEqualTo(400);
    assertThat(answers.get(0).has("problem")).isFalse();
    assertThat(answers.get(1).has("id")).isFalse();
  }

  @Test
  void a_batch_sent_again_stores_nothing_and_names_the_same_applications() throws Exception {
    String[] lines = IntStream.range(0, 1000).mapToObj(i -> line()).toArray(String[]::new);
    List<JsonNode> first = send(lines);
    var rows = RegisterTables.rows();
    List<JsonNode> second = send(lines);
    assertThat(first).hasSize(1000).allMatch(answer -> answer.get("status").asInt() == 201);
    assertThat(second).hasSize(1000).allMatch(answer -> answer.get("status").asInt() == 200);
    assertThat(ids(second)).isEqualTo(ids(first));
    assertThat(Set.copyOf(ids(first))).hasSize(1000);
    assertThat(RegisterTables.rows()).isEqualTo(rows);
  }

  @Test
  void a_line_posted_in_a_batch_is_the_same_application_when_posted_singly() throws Exception {
    String line = line();
    String id = send(line).get(0).get("id").asText();
    ApplicationsIT.post(line).then().statusCode(200).body("id", org.hamcrest.Matchers.equalTo(id));
  }

  @Test
  void a_line_is_answered_while_the_batch_goes_on() throws Exception {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      BufferedReader in = reader(socket);
      for (int i = 1; i <= 3; i++) {
        writeChunk(out, line() + "\n");
        assertThat(nextAnswer(in).get("line").asInt()).isEqualTo(i);
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  /**
   * As the guide promises clients that can't do both at once; no buffer on the way holds so much.
   */
  @Test
  @Timeout(60)
  void a_client_may_send_200_lines_before_it_reads_any_answer() throws Exception {
    String faulty =
        IntStream.range(0, 60)
            .mapToObj(i -> "\"unknown" + i + "\":\"" + "x".repeat(900) + "\"")
            .collect(Collectors.joining(",", "{", "}\n"));
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4 * 1024);
      begin(socket);
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < 200; i++) {
        writeChunk(out, faulty);
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      List<String> answers = lines(socket.getInputStream());
      assertThat(answers)
          .extracting(
              answer -> DocumentedItems.lineOf("/applications/batch", answer).get("line").asInt())
          .isEqualTo(IntStream.rangeClosed(1, 200).boxed().toList());
    }
  }

  /** Of the answer as a whole, whose chunks end anywhere. */
  private static List<String> lines(InputStream in) throws IOException {
    while (!line(in).isEmpty()) {
      // The head.
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.writeBytes(in.readNBytes(size));
      line(in);
    }
    return body.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      line.append((char) read);
    }
    return line.toString().strip();
  }

  @Test
  void what_was_answered_stays_when_the_client_goes_away_in_the_middle() throws Exception {
    String answered = line();
    String cut = line();
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      writeChunk(out, answered + "\n");
      assertThat(nextAnswer(reader(socket)).get("status").asInt()).isEqualTo(201);
      writeChunk(out, cut.substring(0, cut.length() / 2));
    }
    assertThat(send(answered, cut).stream().map(answer -> answer.get("status").asInt()))
        .containsExactly(200, 201);
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().equals("batch-lines")))
                    .isEmpty());
  }

  @Test
  void two_batches_with_the_same_lines_in_opposite_order_make_each_application_once()
      throws Exception {
    List<String> lines = IntStream.range(0, 600).mapToObj(i -> line()).toList();
    List<String> reversed = new ArrayList<>(lines);
    java.util.Collections.reverse(reversed);
    var there = sendLater(lines);
    var back = sendLater(reversed);
    List<String> first = ids(there.get());
    List<String> second = ids(back.get());
    java.util.Collections.reverse(second);
    assertThat(first).hasSize(600).isEqualTo(second);
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.outbox WHERE key IN ('"
                    + String.join("','", first)
                    + "')"))
        .isEqualTo(600);
  }

  private java.util.concurrent.CompletableFuture<List<JsonNode>> sendLater(List<String> lines) {
    return java.util.concurrent.CompletableFuture.supplyAsync(
        () -> {
          try {
            return send(lines.toArray(String[]::new));
          } catch (Exception failure) {
            throw new IllegalStateException(failure);
          }
        });
  }

  private List<JsonNode> send(String... lines) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(batch)
            .header("Authorization", "Bearer " + TestClient.RECORDER.token())
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines)))
            .build();
    HttpResponse<java.util.stream.Stream<String>> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : response.body().collect(Collectors.toList())) {
      answers.add(DocumentedItems.lineOf(batch.getPath(), line));
    }
    return answers;
  }

  private Socket connect() throws Exception {
    Socket socket = new Socket();
    begin(socket);
    return socket;
  }

  private void begin(Socket socket) throws Exception {
    socket.connect(new InetSocketAddress(batch.getHost(), batch.getPort()));
    socket
        .getOutputStream()
        .write(
            ("POST /applications/batch HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer "
                    + TestClient.RECORDER.token()
                    + "\r\n"
                    + "Content-Type: application/x-ndjson\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    socket.setSoTimeout(10_000);
  }

  private static BufferedReader reader(Socket socket) throws Exception {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void writeChunk(OutputStream out, String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(bytes);
    out.write("\r\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static JsonNode nextAnswer(BufferedReader in) throws Exception {
    String line = in.readLine();
    while (line != null && !line.startsWith("{")) {
      line = in.readLine();
    }
    return DocumentedItems.lineOf("/applications/batch", line);
  }

  private static List<String> ids(List<JsonNode> answers) {
    return answers.stream()
        .map(answer -> answer.get("id").asText())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static List<String> fields(JsonNode answer) {
    List<String> fields = new ArrayList<>();
    answer.get("problem").get("errors").forEach(error -> fields.add(error.get("field").asText()));
    return fields;
  }

  private static String line() {
    return ApplicationsIT.application("2024-03-01", "")
        .replace("\n", "")
        .replaceAll("R-[0-9a-f-]{36}", "B-" + UUID.randomUUID());
  }
}
