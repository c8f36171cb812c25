package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.acceptance.product.Collector.Span;
import disclosure.acceptance.product.Instances.Instance;
import disclosure.local.server.FreePort;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One trace tells the way of a post: through Kafka to the table that counts it, and to whoever
 * watches that. What leaves the services for it holds nothing of whom it is about.
 */
@Tag("soak")
class TracesE2ET {

  /** One whose table is watched, and one that nobody watches. */
  private static final String WATCHED = "11141124012345698T";

  private static final String OTHER = "11100000000013338W";
  private static final String NAME = "金丝雀一九七三";
  private static final String PHONE = "13912345699";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Path data;
  private static int port;
  private static Collector collector;
  private static Instances instances;
  private static Client client;
  private static List<Live> listening;

  @BeforeAll
  static void start() throws Exception {
    data = Checkout.folder("traces");
    port = FreePort.any();
    collector = new Collector(port);
    instances =
        Instances.start(
            data,
            Map.of(
                "OTEL_SDK_DISABLED",
                "false",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + port));
    Instance first = instances.add("first");
    Instance second = instances.add("second");
    instances.up();
    client = first.up().client();
    for (String organ : List.of(OTHER, WATCHED)) {
      assertThat(
              client
                  .put(
                      "administrator",
                      "requests",
                      "/organs/" + organ,
                      "{\"name\":\"机关\",\"kind\":\"DEPARTMENT\"}")
                  .statusCode())
          .isEqualTo(201);
    }
    for (Instance each : List.of(first, second.up())) {
      await()
          .atMost(PATIENCE)
          .until(() -> each.status("/matrix?year=2024&organ=" + WATCHED) == 200);
    }
    listening = List.of(Live.open(first, WATCHED, ""), Live.open(second, WATCHED, ""));
    await().atMost(PATIENCE).until(() -> listening.stream().allMatch(live -> live.events() > 0));
  }

  @AfterAll
  static void stop() throws Exception {
    listening.forEach(Live::close);
    instances.close();
    collector.close();
    Checkout.delete(data);
  }

  /** A span that a client has. */
  private record Caller(String trace, String span) {

    static Caller any() {
      String random = UUID.randomUUID().toString().replace("-", "");
      return new Caller(random, random.substring(16));
    }

    String header(boolean recorded) {
      return "00-" + trace + "-" + span + (recorded ? "-01" : "-00");
    }
  }

  @Test
  void a_post_is_one_trace_up_to_those_who_watch_the_table() {
    Caller caller = Caller.any();
    assertThat(post(caller.header(true), WATCHED, "watched").statusCode()).isEqualTo(201);
    await().atMost(PATIENCE).untilAsserted(() -> complete(caller, 2));

    Span process = only(caller, "process");
    assertThat(process.service()).isEqualTo("statistics-service");
    assertThat(process.attributes())
        .containsEntry("messaging.system", "kafka")
        .containsEntry("messaging.destination.name", "disclosure.applications")
        .containsEntry("cloudevents.event_type", "disclosure.application.state.v1")
        .containsEntry("disclosure.organ.code", WATCHED);
    assertThat(named(caller, "push"))
        .allSatisfy(
            push ->
                assertThat(push.attributes())
                    .containsEntry("disclosure.listeners", "1")
                    .containsEntry("disclosure.table.changed", "1"));
  }

  @Test
  void posts_that_share_a_commit_have_each_their_own_trace() {
    List<Caller> callers = IntStream.range(0, 40).mapToObj(i -> Caller.any()).toList();
    List<CompletableFuture<HttpResponse<String>>> posts = new ArrayList<>();
    for (Caller caller : callers) {
      posts.add(
          HTTP.sendAsync(
              request(caller.header(true), OTHER, "together-" + posts.size()),
              BodyHandlers.ofString()));
    }
    posts.forEach(post -> assertThat(post.join().statusCode()).isEqualTo(201));

    for (Caller caller : callers) {
      await().atMost(PATIENCE).untilAsserted(() -> complete(caller, 0));
    }
  }

  @Test
  void the_lines_of_a_batch_go_on_in_its_trace() throws Exception {
    Caller caller = Caller.any();
    String lines =
        String.join("\n", body(OTHER, "line-1"), body(OTHER, "line-2"), body(OTHER, "line-3"))
            .concat("\n");
    HttpRequest batch =
        builder("/applications/batch", caller.header(true))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines))
            .build();
    assertThat(HTTP.send(batch, BodyHandlers.ofString()).body().lines()).hasSize(3);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              String request = only(caller, "POST /applications/batch").id();
              assertThat(named(caller, "publish"))
                  .hasSize(3)
                  .allSatisfy(publish -> assertThat(publish.parent()).isEqualTo(request));
              assertThat(named(caller, "process")).hasSize(3);
            });
  }

  @Test
  void what_its_client_does_not_record_is_not_recorded() {
    Caller unrecorded = Caller.any();
    Caller after = Caller.any();
    assertThat(post(unrecorded.header(false), "unrecorded").statusCode()).isEqualTo(201);
    assertThat(post(after.header(true), "recorded").statusCode()).isEqualTo(201);

    await().atMost(PATIENCE).untilAsserted(() -> complete(after, 0));
    assertThat(collector.of(unrecorded.trace())).isEmpty();
  }

  @Test
  void nothing_that_leaves_tells_of_a_person() throws Exception {
    Caller caller = Caller.any();
    String typed = URLEncoder.encode(NAME, StandardCharsets.UTF_8);
    for (String path :
        List.of(
            "/applications?organ=" + OTHER + "&sourceReference=" + typed,
            "/applications/" + typed,
            "/" + typed)) {
      HTTP.send(
          builder(path, caller.header(true)).header("User-Agent", PHONE).GET().build(),
          BodyHandlers.discarding());
    }
    assertThat(post(caller.header(true), "canary").statusCode()).isEqualTo(201);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(collector.of(caller.trace()))
                    .hasSizeGreaterThanOrEqualTo(6)
                    .extracting(Span::name)
                    .contains("GET /applications", "POST /applications", "publish", "process"));
    assertThat(collector.everything()).doesNotContain(NAME, typed, PHONE, "材料");
  }

  @Test
  void without_a_collector_posts_go_on() throws Exception {
    collector.goAway();
    try {
      for (int i = 0; i < 60; i++) {
        assertThat(post(Caller.any().header(true), "away-" + i).statusCode()).isEqualTo(201);
      }
    } finally {
      collector.open(port);
    }
    Caller after = Caller.any();
    assertThat(post(after.header(true), "there-again").statusCode()).isEqualTo(201);
    await().atMost(PATIENCE).untilAsserted(() -> complete(after, 0));
  }

  /** From the client's span to those that it led to, each below the one before. */
  private static void complete(Caller caller, int pushes) {
    Span request = only(caller, "POST /applications");
    assertThat(request.parent()).isEqualTo(caller.span());
    assertThat(request.service()).isEqualTo("application-requests-service");
    Span publish = only(caller, "publish");
    assertThat(publish.parent()).isEqualTo(request.id());
    assertThat(publish.service()).isEqualTo("application-requests-service");
    Span process = only(caller, "process");
    assertThat(process.parent()).isEqualTo(publish.id());
    assertThat(named(caller, "push"))
        .hasSizeGreaterThanOrEqualTo(pushes)
        .allSatisfy(push -> assertThat(push.parent()).isEqualTo(process.id()));
  }

  private static Span only(Caller caller, String name) {
    assertThat(named(caller, name)).hasSize(1);
    return named(caller, name).get(0);
  }

  private static List<Span> named(Caller caller, String name) {
    return collector.of(caller.trace()).stream().filter(span -> span.name().equals(name)).toList();
  }

  private static HttpResponse<String> post(String traceparent, String reference) {
    return post(traceparent, OTHER, reference);
  }

  private static HttpResponse<String> post(String traceparent, String organ, String reference) {
    return HTTP.sendAsync(request(traceparent, organ, reference), BodyHandlers.ofString()).join();
  }

  private static HttpRequest request(String traceparent, String organ, String reference) {
    return builder("/applications", traceparent)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body(organ, reference)))
        .build();
  }

  private static HttpRequest.Builder builder(String path, String traceparent) {
    return HttpRequest.newBuilder(URI.create(client.address("requests") + path))
        .header("Authorization", "Bearer " + client.tokenOf("recorder"))
        .header("traceparent", traceparent);
  }

  private static String body(String organ, String reference) {
    return "{\"organCode\":\"ORGAN\",\"sourceReference\":\"REFERENCE\",\"receivedOn\":\"2024-03-04\","
            .replace("ORGAN", organ)
            .replace("REFERENCE", reference)
        + "\"channel\":\"ONLINE\",\"subject\":\"材料\",\"applicant\":{\"type\":\"NATURAL_PERSON\",\"name\":\""
        + NAME
        + "\",\"contact\":\""
        + PHONE
        + "\"}}";
  }
}
