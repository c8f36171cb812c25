package disclosure.requests.registration;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.edge.StrictJson;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.edge.trace.Traces;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.security.OrganScopes;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts that arrive several times at once. */
@QuarkusTest
class RepetitionIT {

  private static final int THREADS = 40;

  @TestHTTPResource("/")
  URL url;

  @Inject RegisterApplications register;
  @Inject OrganScopes scopes;
  @Inject Traces traces;
  @Inject StrictJson reader;
  @Inject Clock clock;

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void a_thousand_posts_of_one_key_make_one_application_and_one_event() throws Exception {
    String body = ApplicationsIT.application("2024-03-01", "");
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest post =
        HttpRequest.newBuilder(url.toURI().resolve("/applications"))
            .header("Authorization", "Bearer " + TestClient.RECORDER.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    List<CompletableFuture<HttpResponse<String>>> posts =
        Stream.generate(() -> client.sendAsync(post, HttpResponse.BodyHandlers.ofString()))
            .limit(1000)
            .toList();
    List<HttpResponse<String>> answers = posts.stream().map(CompletableFuture::join).toList();
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 200)).hasSize(999);
    assertThat(answers.stream().map(HttpResponse::body).collect(Collectors.toSet())).hasSize(1);
    JsonPath answer = new JsonPath(answers.get(0).body());
    String id = answer.getString("id");
    assertThat(count("application", "id", id)).isOne();
    assertThat(count("outbox", "key", id)).isOne();
    assertThat(count("audit_entry", "subject_id", id)).isOne();
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.application WHERE source_reference = '"
                    + answer.getString("sourceReference")
                    + "'"))
        .isOne();
  }

  /**
   * Each instance puts together what it is sent at the same time, and knows nothing of the other.
   */
  @Test
  void posts_of_one_key_at_two_instances_make_one_application() {
    List<SinglePosts> instances =
        List.of(
            new SinglePosts(register, scopes, traces), new SinglePosts(register, scopes, traces));
    ApplicationRequest request =
        reader.read(
            ApplicationsIT.application("2024-03-01", "").getBytes(StandardCharsets.UTF_8),
            ApplicationRequest.class);
    Caller caller = new Caller("recorder", new CallerScope(true, Set.of()));
    List<CompletableFuture<Registration>> posts =
        IntStream.range(0, 400)
            .mapToObj(
                i ->
                    instances
                        .get(i % 2)
                        .register(request, caller, clock.instant(), Optional.empty())
                        .toCompletableFuture())
            .toList();
    List<Registration.Recorded> answers =
        posts.stream().map(CompletableFuture::join).map(Registration.Recorded.class::cast).toList();
    assertThat(answers).filteredOn(Registration.Recorded::created).hasSize(1);
    assertThat(answers).extracting(Registration.Recorded::id).containsOnly(answers.get(0).id());
    assertThat(count("outbox", "key", answers.get(0).id().toString())).isOne();
  }

  @Test
  void a_repeated_post_is_answered_also_when_the_organ_has_ended_since() {
    String organ = TestOrgans.fresh();
    TestDirectory.put(organ, "某局", "OTHER", "");
    String body = ApplicationsIT.application("2024-03-01", "").replace(TestOrgans.OFFICE, organ);
    Response first = ApplicationsIT.post(body);
    assertThat(first.statusCode()).isEqualTo(201);
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .body("{\"name\":\"某局\",\"kind\":\"OTHER\",\"validTo\":\"2020-12-31\"}")
        .put("/organs/" + organ)
        .then()
        .statusCode(200);
    Response again = ApplicationsIT.post(body);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(ApplicationsIT.post(body.replace("2024-03-01", "2024-03-04")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void of_two_contents_under_one_key_the_first_wins_and_the_other_conflicts() throws Exception {
    String one = ApplicationsIT.application("2024-03-01", "");
    String other = one.replace("张三", "李四");
    List<Response> answers = atOnce(200, i -> ApplicationsIT.post(i % 2 == 0 ? one : other));
    int winner = answers.get(0).statusCode() == 409 ? 1 : 0;
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).statusCode())
          .isIn(i % 2 == winner ? List.of(200, 201) : List.of(409));
    }
  }

  @Test
  void a_step_sent_many_times_with_one_key_is_appended_once() throws Exception {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    String step = "{\"type\":\"OTHER_ORGAN_CONSULTED\",\"on\":\"2024-03-05\"}";
    List<Response> answers =
        atOnce(
            200,
            i ->
                ApplicationsIT.as(TestClient.RECORDER)
                    .header("Idempotency-Key", "the-same")
                    .body(step)
                    .post("/applications/" + id + "/steps"));
    assertThat(answers).extracting(Response::statusCode).containsOnly(200);
    assertThat(answers.stream().map(Response::asString).collect(Collectors.toSet())).hasSize(1);
    assertThat(count("application_step", "application_id", id)).isOne();
    assertThat(count("outbox", "key", id)).isEqualTo(2);
  }

  @Test
  void different_steps_at_once_are_numbered_without_gaps_and_leave_an_event_each()
      throws Exception {
    String id = ApplicationsIT.post(ApplicationsIT.application("2024-03-01", "")).path("id");
    List<Response> answers =
        atOnce(
            60,
            i ->
                ApplicationsIT.as(TestClient.RECORDER)
                    .header("Idempotency-Key", "k" + i)
                    .body("{\"type\":\"OTHER_ORGAN_CONSULTED\",\"on\":\"2024-03-05\"}")
                    .post("/applications/" + id + "/steps"));
    assertThat(answers).extracting(Response::statusCode).containsOnly(200);
    assertThat(
            RegisterTables.texts(
                "SELECT version FROM requests.outbox WHERE key = '" + id + "' ORDER BY id"))
        .isEqualTo(IntStream.rangeClosed(1, 61).mapToObj(String::valueOf).toList());
  }

  private static long count(String table, String column, String id) {
    return RegisterTables.number(
        "SELECT count(*) FROM requests." + table + " WHERE " + column + "::text = '" + id + "'");
  }

  private static List<Response> atOnce(int times, IntFunction<Response> request) throws Exception {
    TestClient.RECORDER.token();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Response>> answers = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        Callable<Response> task =
            () -> {
              start.await();
              return request.apply(number);
            };
        answers.add(threads.submit(task));
      }
      start.countDown();
      List<Response> all = new ArrayList<>();
      for (Future<Response> answer : answers) {
        all.add(answer.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }
}
