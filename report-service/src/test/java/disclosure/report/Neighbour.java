package disclosure.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statistics service and the register as this service meets them: over HTTP, answering the
 * contract's own examples to those whose token reaches the organ, and having every {@link Trouble}
 * with the organ that it befalls.
 */
final class Neighbour implements AutoCloseable {

  private static final TestCounties.Organ WRITTEN_FOR =
      new TestCounties.Organ(SignedIn.WRITTEN_FOR, "临县某局", "DEPARTMENT", TestOrgans.COUNTY, 0, 0);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Trouble> TROUBLES =
      Arrays.stream(Trouble.values()).collect(Collectors.toMap(Trouble::organ, trouble -> trouble));

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Absence.Of who;

  private Neighbour(HttpServer server, Absence.Of who) {
    this.server = server;
    this.who = who;
  }

  static Neighbour start(Absence.Of who) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    Neighbour neighbour = new Neighbour(server, who);
    server.setExecutor(neighbour.threads);
    server.createContext("/", neighbour::handle);
    server.start();
    return neighbour;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> query = query(exchange);
      String path = exchange.getRequestURI().getPath();
      if (path.equals(NeighbourLog.PATH)) {
        answer(exchange, 200, "text/plain", String.join("\n", asked));
        asked.clear();
        return;
      }
      asked.add(exchange.getRequestURI().toString());
      Optional<Absence.How> absence = Absence.of(who);
      if (absence.isPresent()) {
        absent(exchange, absence.get());
        return;
      }
      if (path.startsWith("/organs")) {
        directory(exchange, path, query);
        return;
      }
      String organ = query.get("organ");
      JsonNode claims = claims(exchange);
      boolean tally = path.equals("/tally");
      boolean handling = path.equals("/handling");
      if ((tally || handling)
          && !claims.path("azp").asText().equals(TestClient.REPORT_SERVICE.id())) {
        answer(exchange, 401, "application/problem+json", "{}");
      } else if (path.equals("/visibility")) {
        visibility(exchange, query, reaches(claims.path("organs"), organ), claims.path("organs"));
      } else if (!reaches(claims.path("organs"), organ)) {
        answer(exchange, 404, "application/problem+json", "{\"type\":\"/problems/not-found\"}");
      } else if (path.equals("/matrix/organs")) {
        organs(exchange, organ, query);
      } else if (handling) {
        handling(exchange, organ, query);
      } else {
        answer(exchange, tally, query, organ);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void absent(HttpExchange exchange, Absence.How how)
      throws IOException, InterruptedException {
    switch (how) {
      case REFUSING -> answer(exchange, 503, "application/problem+json", "{}");
      case HANGING_UP -> {
        // Closed without an answer.
      }
      case SILENT -> {
        while (Absence.of(who).isPresent() && !closing.await(50, TimeUnit.MILLISECONDS)) {
          // Somebody else begins and ends it.
        }
      }
    }
  }

  private void visibility(
      HttpExchange exchange, Map<String, String> query, boolean visible, JsonNode organs)
      throws IOException, InterruptedException {
    String organ = query.get("organ");
    ObjectNode answer =
        JSON.createObjectNode()
            .put("organ", organ)
            .put("visible", visible)
            .put("writable", mayWrite(organs, organ));
    if ("SUBTREE".equals(query.get("scope"))) {
      ArrayNode readable = answer.putArray("readable");
      Stream.concat(Stream.of(organ), below(organ, query.get("year")))
          .filter(code -> reaches(organs, code))
          .forEach(readable::add);
    }
    Optional<Trouble> trouble =
        Optional.ofNullable(TROUBLES.get(organ)).filter(Trouble::befallsEveryAnswer);
    if (trouble.isPresent()) {
      troubled(exchange, trouble.get(), false, false, answer);
    } else {
      answer(exchange, 200, "application/json", answer.toString());
    }
  }

  /** Nothing amiss, with as many conclusions as the matrix has; two late ones for one trouble. */
  private void handling(HttpExchange exchange, String organ, Map<String, String> query)
      throws IOException, InterruptedException {
    int year = Integer.parseInt(query.get("year"));
    Optional<Trouble> trouble = Optional.ofNullable(TROUBLES.get(organ));
    if (trouble.filter(Trouble.REGISTER_SILENT::equals).isPresent()) {
      closing.await();
    }
    if (trouble.filter(Trouble.REGISTER_FAILING::equals).isPresent()) {
      answer(exchange, 500, "text/html", "<html>failed</html>");
      return;
    }
    boolean linxian = trouble.isPresent() || ReportOrgans.isOffice(organ) && year == 2024;
    long ofCounty =
        TestCounties.find(organ) == null
            ? 0
            : TestCounties.counted(organ, "OWN").stream()
                .filter(one -> !isLeftOut(one, query))
                .mapToLong(TestCounties.Organ::disclosed)
                .sum();
    long concluded = (linxian ? 26 : 0) + ofCounty + more(organ, year)[1];
    String late = "\"00000000-0000-0000-0000-000000000001\"";
    answer(
        exchange,
        200,
        "application/json",
        String.format(
            Locale.ROOT,
            """
            {"organ": "%s", "year": %d, "asOf": "2025-01-20T01:00:00Z", "concluded": %d,
             "severalConclusions": [], "late": [%s], "overdue": [],
             "fees": {"notices": 2, "noticedYuan": 480.00, "paidYuan": 380.00},
             "overpaid": [], "gaps": [], "directLitigation": []}
            """,
            organ,
            year,
            concluded,
            trouble.filter(Trouble.ANSWERED_LATE::equals).isPresent() ? late : ""));
  }

  /** The directory: the counties of the tests, and an office and a township below the county. */
  private void directory(HttpExchange exchange, String path, Map<String, String> query)
      throws IOException, InterruptedException {
    if (path.endsWith(Trouble.DIRECTORY_SILENT.organ())) {
      closing.await();
    }
    if (path.equals("/organs")) {
      ObjectNode page = JSON.createObjectNode();
      ArrayNode items = page.putArray("items");
      LocalDate day = LocalDate.parse(query.get("asOf"));
      List<TestCounties.Organ> found =
          query.containsKey("under")
              ? TestCounties.under(query.get("under"), day)
              : TestCounties.below(query.get("parent"), day);
      found.forEach(organ -> items.add(entry(organ)));
      page.putNull("next");
      answer(exchange, 200, "application/json", page.toString());
      return;
    }
    String code = path.substring("/organs/".length());
    TestCounties.Organ organ =
        code.equals(WRITTEN_FOR.code()) ? WRITTEN_FOR : TestCounties.find(code);
    boolean gone =
        TestCounties.ENDED.equals(organ)
            && query.containsKey("asOf")
            && LocalDate.parse(query.get("asOf")).isAfter(TestCounties.ENDED_ON);
    if (organ == null || gone) {
      answer(exchange, 404, "application/problem+json", "{}");
    } else {
      answer(exchange, 200, "application/json", entry(organ).toString());
    }
  }

  private static ObjectNode entry(TestCounties.Organ organ) {
    ObjectNode entry =
        JSON.createObjectNode()
            .put("organCode", organ.code())
            .put("version", 1)
            .put("name", organ.name())
            .put("kind", organ.kind());
    if (!organ.parent().isEmpty()) {
      entry.put("parentOrganCode", organ.parent());
    }
    TestCounties.Ending ending = TestCounties.ending(organ.code());
    if (ending != null) {
      entry.put("validTo", ending.until().toString());
      if (!ending.successor().isEmpty()) {
        entry.put("successorOrganCode", ending.successor());
      }
    }
    if (organ.equals(TestCounties.RENAMED)) {
      entry
          .putArray("formerly")
          .addObject()
          .put("until", "2024-12-31")
          .put("name", "临县人民政府办公室")
          .put("kind", "OTHER");
    }
    if (organ.equals(TestCounties.ENDED)) {
      entry.put("validTo", TestCounties.ENDED_ON.toString());
    }
    return entry;
  }

  /** Which organs a sum is made of, with those that ended. */
  private void organs(HttpExchange exchange, String top, Map<String, String> query)
      throws IOException {
    int year = Integer.parseInt(query.get("year"));
    ObjectNode page = JSON.createObjectNode();
    ArrayNode items = page.putArray("items");
    List<TestCounties.Organ> organs =
        TestCounties.find(top) == null ? List.of() : TestCounties.everCounted(top);
    for (TestCounties.Organ organ : organs) {
      TestCounties.Ending ending = TestCounties.ending(organ.code());
      boolean ended = ending != null && ending.until().getYear() <= year;
      boolean elsewhere = query.get("scope").equals("LEVEL") && !organ.kind().equals("DEPARTMENT");
      if (elsewhere && !organ.code().equals(top) || "true".equals(query.get("ended")) && !ended) {
        continue;
      }
      ObjectNode item =
          items
              .addObject()
              .put("organCode", organ.code())
              .put("name", organ.name())
              .put("kind", organ.kind())
              .put("newlyReceived", organ.received() + more(organ.code(), year)[0])
              .put("carriedIn", 0);
      if (!ended) {
        item.put("countedWith", organ.code());
      } else {
        item.put("validTo", ending.until().toString());
        if (!ending.successor().isEmpty()) {
          item.put("countedWith", ending.successor());
        }
      }
      ArrayNode above = item.putArray("above");
      for (String next = organ.parent(); !next.isEmpty(); next = TestCounties.find(next).parent()) {
        above.add(next);
      }
    }
    page.putNull("next");
    answer(exchange, 200, "application/json", page.toString());
  }

  private static boolean isLeftOut(TestCounties.Organ organ, Map<String, String> query) {
    return List.of(query.getOrDefault("without", "").split(",")).contains(organ.code());
  }

  private static void addMerged(ObjectNode table, String organ, Map<String, String> query) {
    ArrayNode merged = table.putArray("merged");
    TestCounties.merged(organ).stream()
        .filter(one -> !isLeftOut(one, query))
        .forEach(
            one ->
                merged
                    .addObject()
                    .put("organCode", one.code())
                    .put("name", one.name())
                    .put("until", TestCounties.ending(one.code()).until().toString())
                    .put("newlyReceived", one.received())
                    .put("carriedIn", 0)
                    .put("concluded", one.disclosed())
                    .put("carriedOut", one.received() - one.disclosed()));
  }

  /** What a test says that came in and was disclosed since. */
  private static long[] more(String organ, int year) {
    String text = System.getProperty(StoredDrafts.MORE + organ + "." + year, "0 0");
    return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
  }

  private void answer(HttpExchange exchange, boolean tally, Map<String, String> query, String organ)
      throws IOException, InterruptedException {
    int year = Integer.parseInt(query.get("year"));
    String scope = Optional.ofNullable(query.get("scope")).orElse("OWN");
    boolean cell = exchange.getRequestURI().getPath().equals("/matrix/cell");
    Optional<Trouble> trouble = Optional.ofNullable(TROUBLES.get(organ));
    boolean disputes = exchange.getRequestURI().getPath().equals("/disputes");
    ObjectNode table = disputes ? example("dispute-table") : example("matrix");
    if (!organ.equals(TestOrgans.OFFICE) || year != 2024) {
      table.put("organName", name(organ));
      table.put("organ", organ).put("from", year + "-01-01").put("to", year + "-12-31");
    }
    if (!ReportOrgans.isOffice(organ) && !disputes && trouble.isEmpty()) {
      zero(table);
    }
    table.put("scope", scope);
    if (!disputes) {
      if (TestCounties.find(organ) != null) {
        if (scope.equals("OWN") && !tally) {
          addMerged(table, organ, query);
        }
        TestCounties.counted(organ, scope).stream()
            .filter(one -> !isLeftOut(one, query))
            .forEach(
                one -> {
                  long[] more = more(one.code(), year);
                  TestFigures.add(table, one.received() + more[0], one.disclosed() + more[1]);
                });
      } else {
        long[] more = more(organ, year);
        TestFigures.add(table, more[0], more[1]);
      }
    }
    if (cell) {
      boolean moving = trouble.filter(Trouble.MOVING::equals).isPresent();
      FormRow row = FormRow.valueOf(query.get("row"));
      if (moving) {
        TestFigures.add(table, 1, 0);
      }
      answer(exchange, 200, "application/json", TestFigures.cell(table, row, year).toString());
      return;
    }
    if (tally) {
      table.remove(List.of("organName", "appliedThrough"));
    }
    if (trouble.isPresent()) {
      troubled(exchange, trouble.get(), tally, disputes, table);
    } else {
      answer(exchange, 200, "application/json", table.toString());
    }
  }

  private static Stream<String> below(String organ, String year) {
    return TestCounties.under(organ, LocalDate.parse(year + "-01-01")).stream()
        .map(TestCounties.Organ::code);
  }

  private void troubled(
      HttpExchange exchange, Trouble trouble, boolean tally, boolean disputes, ObjectNode table)
      throws IOException, InterruptedException {
    ObjectNode row =
        table.path("rows").get(0) instanceof ObjectNode first ? first : JSON.createObjectNode();
    ObjectNode figures = disputes ? row : row.withObject("/counts");
    String figure = disputes ? "upheld" : "NATURAL_PERSON";
    switch (trouble) {
      case SILENT -> closing.await();
      case TRICKLING -> trickle(exchange);
      case FAILING -> answer(exchange, 500, "text/html", "<html>failed</html>");
      case GARBAGE -> answer(exchange, 200, "application/json", "<html>fine</html>");
      case BROKEN_OFF -> {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 10_000);
        exchange.getResponseBody().write('{');
        throw new IOException("broken off");
      }
      case OTHER_ORGAN -> table.put("organ", TestOrgans.FOREIGN);
      case OTHER_YEAR -> table.put("from", "2019-01-01");
      case OTHER_SCOPE -> table.put("scope", "SUBTREE");
      case ROW_MISSING -> ((ArrayNode) table.path("rows")).remove(0);
      case FIGURE_MISSING -> figures.remove(figure);
      case FIGURE_NULL -> figures.putNull(figure);
      case FIGURE_TEXT -> figures.put(figure, "26");
      case FIGURE_FRACTION -> figures.put(figure, 26.4);
      case DISPUTES_FAILING -> {
        if (disputes) {
          answer(exchange, 503, "application/problem+json", "{}");
          return;
        }
      }
      case REGISTER_FAILING -> {
        if (tally) {
          answer(exchange, 500, "text/html", "<html>failed</html>");
          return;
        }
      }
      case REGISTER_SILENT -> {
        if (tally) {
          closing.await();
        }
      }
      case REGISTER_DISAGREES -> {
        if (tally) {
          figures.put(figure, figures.path(figure).asLong() + 1);
        }
      }
      case DIRECTORY_SILENT -> {
        // Nothing is amiss with the figures.
      }
      case MOVING -> {
        // The tables are fine; the list of applications is always one ahead.
      }
      case ANSWERED_LATE -> {
        // The register tells of it, the tables don't.
      }
      case UNBALANCED -> {
        if (!disputes) {
          figures.put(figure, figures.path(figure).asLong() + 1);
          row.put("total", row.path("total").asLong() + 1);
        }
      }
    }
    if (exchange.getResponseCode() == -1) {
      answer(exchange, 200, "application/json", table.toString());
    }
  }

  private void trickle(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    while (!closing.await(200, TimeUnit.MILLISECONDS)) {
      body.write(' ');
      body.flush();
    }
  }

  private static void zero(ObjectNode matrix) {
    for (JsonNode row : matrix.path("rows")) {
      ObjectNode counts = (ObjectNode) row.path("counts");
      counts.fieldNames().forEachRemaining(type -> counts.put(type, 0));
      ((ObjectNode) row).put("total", 0);
    }
  }

  private static String name(String organ) {
    if (organ.equals(TestOrgans.COUNTY)) {
      return "临县人民政府";
    }
    if (TestCounties.find(organ) != null) {
      return TestCounties.find(organ).name();
    }
    return ReportOrgans.isOffice(organ) ? "临县人民政府办公室" : "临县某局";
  }

  private static boolean reaches(JsonNode organs, String organ) {
    if (organ.equals(ReportOrgans.UNKNOWN)) {
      return false;
    }
    boolean inCounty = !organ.equals(TestOrgans.FOREIGN) && !organ.equals(ReportOrgans.BELOW_LEFT);
    for (JsonNode root : organs) {
      String code = root.asText();
      if (code.equals("*") || code.equals(organ) || inCounty && code.equals(TestOrgans.COUNTY)) {
        return true;
      }
    }
    return false;
  }

  /** The county is no longer above the organ that left it. */
  private static boolean mayWrite(JsonNode organs, String organ) {
    boolean left = organ.equals(ReportOrgans.LEFT_COUNTY);
    for (JsonNode root : organs) {
      if (left && (root.asText().equals("*") || root.asText().equals(organ))) {
        return true;
      }
    }
    return !left && reaches(organs, organ);
  }

  private static JsonNode claims(HttpExchange exchange) throws IOException {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header == null
        ? JSON.createObjectNode()
        : JSON.readTree(Base64.getUrlDecoder().decode(header.split("\\.")[1]));
  }

  /** The parameters, of which but one may be there several times, as at the services themselves. */
  private static Map<String, String> query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    if (query == null) {
      return Map.of();
    }
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], Neighbour::several));
  }

  private static String several(String one, String other) {
    if (!OrganCode.isValid(other)) {
      throw new IllegalArgumentException("given more than once: " + other);
    }
    return one + "," + other;
  }

  private static ObjectNode example(String name) throws IOException {
    try (InputStream file = Matrix.class.getResourceAsStream("examples/" + name + ".json")) {
      return (ObjectNode) JSON.readTree(file);
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
