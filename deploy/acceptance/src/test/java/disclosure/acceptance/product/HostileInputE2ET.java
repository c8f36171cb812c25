package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every operation that the services document gets what no proper client sends: none breaks, hangs
 * or tells of its inside, and what is answered is what the documents say. The system properties
 * {@code hostile.requests} and {@code hostile.seed} choose how many and which.
 */
@Tag("soak")
class HostileInputE2ET {

  private static final int REQUESTS = Integer.getInteger("hostile.requests", 20_000);
  private static final long SEED = Long.getLong("hostile.seed", 20_241_231L);
  private static final int CLIENTS = 6;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration SLOW = Duration.ofSeconds(10);

  private static final String ORGAN = "111411240123456713";
  private static final Pattern CAUSE = Pattern.compile("\"cause\":\"[A-Za-z0-9 ,.:$()]*\"");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final List<String> ROLES =
      List.of("administrator", "analyst", "editor", "publisher", "recorder");

  /** With which role an operation was not refused at the door, the last time. */
  private final Map<DocumentedOperation, String> permitted = new ConcurrentHashMap<>();

  private final List<DocumentedOperation> operations = new ArrayList<>();
  private final Map<String, String> wrong = new ConcurrentSkipListMap<>();
  private final Map<String, AtomicInteger> statuses = new ConcurrentSkipListMap<>();

  @Test
  void whatever_is_sent_nothing_breaks() throws Exception {
    Path data = Checkout.folder("hostile");
    try (Launch launch = Launch.of(data, "--sample").up()) {
      Client client = launch.client();
      for (String service : List.of("requests", "statistics", "report")) {
        operations.addAll(
            DocumentedOperation.of(
                service,
                Client.parse(new String(client.document(service), StandardCharsets.UTF_8))));
      }
      assertThat(operations).hasSizeGreaterThan(90);
      List<String> known = known(client);

      ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Random chance = new Random(SEED + i);
        Callable<Void> sending =
            () -> {
              BadInput input = new BadInput(chance, known);
              for (int sent = 0; sent < REQUESTS / CLIENTS; sent++) {
                send(client, operations.get(chance.nextInt(operations.size())), input, chance);
              }
              return null;
            };
        running.add(clients.submit(sending));
      }
      clients.shutdown();
      for (Future<Void> one : running) {
        one.get();
      }

      System.out.printf("%d requests, seed %d: %s%n", REQUESTS, SEED, statuses);
      assertThat(wrong).isEmpty();
      assertThat(launch.logged())
          .filteredOn(line -> line.contains(" ERROR ") || line.contains("OutOfMemory"))
          .isEmpty();
      countsStillAgree(client);
    } finally {
      Checkout.delete(data);
    }
  }

  /** What the register counts is what the statistics show. */
  private static void countsStillAgree(Client client) {
    String question = "?organ=" + ORGAN + "&year=2024";
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        Figures.answered(client.get("analyst", "statistics", "/matrix" + question)))
                    .isEqualTo(
                        Figures.answered(client.get("recorder", "requests", "/tally" + question))));
  }

  private static List<String> known(Client client) {
    List<String> known = new ArrayList<>(List.of(ORGAN, ORGAN, ORGAN, "2024", "2024", "2025"));
    known.addAll(List.of("2024-03-01", "OWN", "SUBTREE", "csv", "json", "1", "TOTAL", "draft"));
    known.addAll(List.of("NEWLY_RECEIVED", "NATURAL_PERSON"));
    client
        .get("recorder", "requests", "/applications?limit=5&organ=" + ORGAN)
        .path("items")
        .forEach(application -> known.add(application.path("id").asText()));
    return known;
  }

  private void send(Client client, DocumentedOperation operation, BadInput input, Random chance) {
    URI address =
        URI.create(client.address(operation.service()) + target(operation, input, chance));
    Map<String, String> headers = new TreeMap<>();
    String role =
        chance.nextInt(5) > 0 && permitted.containsKey(operation)
            ? permitted.get(operation)
            : ROLES.get(chance.nextInt(ROLES.size()));
    if (chance.nextInt(30) > 0) {
      headers.put("Authorization", "Bearer " + client.tokenOf(role));
    }
    if (chance.nextInt(4) == 0) {
      headers.put("If-Match", List.of("\"1\"", "*", "W/\"1\"", "x", "").get(chance.nextInt(5)));
    }
    if (chance.nextInt(5) == 0) {
      headers.put("Idempotency-Key", List.of("k", "x".repeat(300), "\"").get(chance.nextInt(3)));
    }
    byte[] body = {};
    if (!operation.bodies().isEmpty()) {
      List<String> types = List.copyOf(operation.bodies().keySet());
      String type = types.get(chance.nextInt(types.size()));
      JsonNode schema = operation.bodies().get(type);
      body =
          type.equals("application/json")
              ? input.body(operation, schema)
              : input.other(operation, schema);
      headers.put(
          "Content-Type",
          chance.nextInt(20) > 0
              ? type
              : List.of("text/plain", "application/xml", "application/json;charset=utf-16")
                  .get(chance.nextInt(3)));
    }
    String method =
        chance.nextInt(30) > 0
            ? operation.method()
            : List.of("HEAD", "OPTIONS", "DELETE", "PATCH").get(chance.nextInt(4));
    String sent =
        method + " " + address + "\n  " + cut(new String(body, StandardCharsets.UTF_8), 600);
    long begun = System.nanoTime();
    try {
      RawAnswer answer = RawAnswer.to(address, method, headers, body, TIMEOUT);
      if (answer.status() != 401 && answer.status() != 403) {
        permitted.put(operation, role);
      }
      judge(
          answering(operation, address),
          method,
          sent,
          answer,
          Duration.ofNanos(System.nanoTime() - begun));
    } catch (IOException failure) {
      note("no answer", operation, sent, failure.toString());
    }
  }

  /** A path with nothing for a parameter is that without it, where there is one. */
  private DocumentedOperation answering(DocumentedOperation asked, URI address) {
    String[] template = asked.path().split("/", -1);
    String[] given = address.getRawPath().split("/", -1);
    if (template.length != given.length) {
      return asked;
    }
    String taken =
        IntStream.range(0, template.length)
            .filter(place -> place == 0 || !given[place].isEmpty())
            .mapToObj(place -> template[place])
            .collect(Collectors.joining("/"));
    return operations.stream()
        .filter(
            other ->
                other.service().equals(asked.service())
                    && other.method().equals(asked.method())
                    && other.path().equals(taken))
        .findFirst()
        .orElse(asked);
  }

  private void judge(
      DocumentedOperation operation, String method, String sent, RawAnswer answer, Duration taken) {
    int status = answer.status();
    statuses
        .computeIfAbsent(Integer.toString(status), one -> new AtomicInteger())
        .incrementAndGet();
    String text = answer.text();
    if (status >= 500 && (status != 503 || answer.header("retry-after").isEmpty())) {
      note("status " + status, operation, sent, text);
    }
    if (taken.compareTo(SLOW) > 0) {
      note("slow", operation, sent, taken.toString());
    }
    // Whoever runs the services is told which exception parked or stopped work, in a field for it.
    String others = CAUSE.matcher(text).replaceAll("");
    if (others.contains("Exception") || others.contains("\tat ")) {
      note("tells of its inside", operation, sent, text);
    }
    if (method.equals("HEAD")) {
      return;
    }
    if (status >= 400) {
      if (!answer.type().startsWith("application/problem+json") || !isProblem(text, status)) {
        note("no problem", operation, sent, status + " " + answer.type() + " " + text);
      }
    } else if (method.equals(operation.method())
        && answer.type().startsWith("application/json")
        && answer.isWhole()) {
      operation
          .answer(status)
          .flatMap(schema -> broken(schema, text))
          .ifPresent(told -> note("answer breaks its schema: " + told, operation, sent, text));
    }
  }

  private static boolean isProblem(String text, int status) {
    JsonNode problem = Client.parse(text);
    return problem.path("type").isTextual()
        && problem.path("title").isTextual()
        && problem.path("detail").isTextual()
        && problem.path("status").asInt() == status;
  }

  private static Optional<String> broken(JsonSchema schema, String text) {
    try {
      return schema.validate(Client.JSON.readTree(text)).stream()
          .findFirst()
          .map(ValidationMessage::getMessage)
          .map(told -> told.replaceAll("\\[\\d+]|'[^']*'", ""));
    } catch (JsonProcessingException noJson) {
      return Optional.of("no JSON");
    }
  }

  private void note(String what, DocumentedOperation operation, String sent, String answer) {
    wrong.putIfAbsent(what + " | " + operation, sent + "\n  " + cut(answer, 600));
  }

  private static String cut(String text, int length) {
    return text.length() > length ? text.substring(0, length) : text;
  }

  private static String target(DocumentedOperation operation, BadInput input, Random chance) {
    Matcher parameters = PARAMETER.matcher(operation.path());
    String path = parameters.replaceAll(found -> encoded(input.parameter(found.group(1))));
    Map<String, String> query = new TreeMap<>();
    for (String name : operation.query()) {
      if (chance.nextInt(10) < 6) {
        query.put(name, input.parameter(name));
      }
    }
    if (chance.nextInt(50) == 0) {
      query.put("unknown", "1");
    }
    StringBuilder target = new StringBuilder(path);
    query.forEach(
        (name, value) ->
            target
                .append(target.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(encoded(value)));
    return target.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
