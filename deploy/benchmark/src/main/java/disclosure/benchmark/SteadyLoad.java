package disclosure.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.benchmark.Load.Result;
import disclosure.local.launcher.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What offices do on a busy day, at a steady rate until it is closed: applications, answers to half
 * of them, tables and lists on dashboards, tables that are watched, now and then a document.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what goes wrong is told and counted
final class SteadyLoad implements AutoCloseable {

  /** The year in which everything is received. */
  static final int YEAR = 2024;

  private static final int POSTS_A_SECOND = 50;
  private static final int READS_A_SECOND = 10;
  private static final int LISTENERS = 50;
  private static final Duration BETWEEN_DOCUMENTS = Duration.ofSeconds(30);
  private static final List<String> FORMATS = List.of("html", "docx", "pdf", "ofd", "xlsx");

  /** More would only measure how a machine that is too small gets on. */
  private static final int MOST_UNDER_WAY = 500;

  private static final int MOST_TOLD = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Where the services are. */
  record Addresses(ServiceProcess register, ServiceProcess statistics, ServiceProcess report) {}

  private final Servers servers;
  private final String register;
  private final String statistics;
  private final String report;
  private final List<String> organs;
  private final long half;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "steady-load");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Listener> listeners = new ArrayList<>();
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger documents = new AtomicInteger();
  private final AtomicInteger concluded = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final Queue<Long> earlier = new ConcurrentLinkedQueue<>();
  private final Queue<Long> later = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile String token;
  private volatile List<String> dashboards;
  private volatile boolean closing;

  /**
   * Begins.
   *
   * @param organs the first is above all others
   * @param time how long it will be measured
   */
  SteadyLoad(Servers servers, Addresses addresses, List<String> organs, Duration time)
      throws IOException, InterruptedException {
    this.servers = servers;
    this.register = addresses.register().url();
    this.statistics = addresses.statistics().url();
    this.report = addresses.report().url();
    this.organs = organs;
    this.half = System.nanoTime() + time.toNanos() / 2;
    renew();
    for (int i = 0; i < LISTENERS; i++) {
      Listener listener = new Listener(i);
      listeners.add(listener);
      listener.open();
    }
    every(1_000_000_000L / POSTS_A_SECOND, this::post);
    every(1_000_000_000L / READS_A_SECOND, this::read);
    every(BETWEEN_DOCUMENTS.toNanos(), this::document);
  }

  /** Takes new tokens, since they end. */
  void renew() throws IOException, InterruptedException {
    token = servers.token();
    dashboards = servers.dashboards();
  }

  /**
   * What came of it so far.
   *
   * @param last who was told nothing for so long is told nothing any more
   */
  Stream<Figure> figures(Duration last) {
    long since = System.nanoTime() - last.toNanos();
    return Stream.of(
        Figure.of("applications posted", posts.get(), "posts"),
        Figure.of("of them answered", concluded.get(), "steps"),
        Figure.of("answer to a post, p99, earlier half", result(earlier).percentile(0.99), "ms"),
        Figure.of("answer to a post, p99, later half", result(later).percentile(0.99), "ms"),
        Figure.of("documents", documents.get(), "documents"),
        Figure.atMost(0, "requests refused or broken off", refused.get(), "requests"),
        Figure.atLeast(
            LISTENERS,
            "listeners that are still told",
            listeners.stream().filter(listener -> listener.told - since > 0).count(),
            "listeners"));
  }

  /** Ends it, and lets what is under way be answered. */
  @Override
  public void close() {
    closing = true;
    clock.shutdownNow();
    listeners.forEach(Listener::close);
    try {
      Wait.until(PATIENCE.plusSeconds(5), () -> underWay.get() == 0);
    } catch (Exception never) {
      throw new IllegalStateException("something is never answered", never);
    }
  }

  private static Result result(Queue<Long> nanos) {
    return new Result(0, nanos.stream().mapToLong(Long::longValue).sorted().toArray(), 0);
  }

  private void every(long nanos, Runnable task) {
    clock.scheduleAtFixedRate(
        () -> {
          try {
            if (underWay.get() < MOST_UNDER_WAY) {
              task.run();
            } else {
              refuse("not even sent, since " + MOST_UNDER_WAY + " wait for their answers");
            }
          } catch (RuntimeException failure) {
            refuse(failure.toString());
          }
        },
        nanos,
        nanos,
        TimeUnit.NANOSECONDS);
  }

  private void post() {
    int number = posts.incrementAndGet();
    ObjectNode application =
        Client.JSON
            .createObjectNode()
            .put("organCode", organs.get(number % organs.size()))
            .put("sourceReference", YEAR + "-" + number)
            .put("receivedOn", YEAR + "-03-03")
            .put("channel", "ONLINE")
            .put("subject", "某乡第" + number + "村土地征收补偿安置方案及批复");
    application
        .putObject("applicant")
        .put("type", "NATURAL_PERSON")
        .put("name", "张三")
        .put("contact", Long.toString(13_800_000_000L + number));
    long begun = System.nanoTime();
    send(posted(register + "/applications", application))
        .thenAccept(
            answer -> {
              long now = System.nanoTime();
              (now - half < 0 ? earlier : later).add(now - begun);
              if (number % 2 == 0 && isGood(answer)) {
                conclude(answer);
              }
            });
  }

  private void conclude(HttpResponse<byte[]> posted) {
    String id;
    try {
      id = Client.JSON.readTree(posted.body()).path("id").asText();
    } catch (IOException noJson) {
      refuse(noJson.toString());
      return;
    }
    ObjectNode step =
        Client.JSON
            .createObjectNode()
            .put("type", "CONCLUDED")
            .put("on", YEAR + "-03-20")
            .put("outcome", "DISCLOSED");
    send(posted(register + "/applications/" + id + "/steps", step))
        .thenAccept(answer -> concluded.addAndGet(isGood(answer) ? 1 : 0));
  }

  private void read() {
    int number = reads.incrementAndGet();
    String organ = "organ=" + organs.get(number / 8 % organs.size());
    String top = "organ=" + organs.get(0) + "&scope=SUBTREE";
    String year = "&year=" + YEAR;
    String dashboard = dashboards.get(number % dashboards.size());
    HttpRequest.Builder request =
        switch (number % 8) {
          case 0, 1 -> get(statistics + "/matrix?" + organ + year, dashboard);
          case 2 -> get(statistics + "/matrix?" + top + year, dashboard);
          case 3 -> get(statistics + "/disputes?" + top + year, dashboard);
          case 4 -> get(statistics + "/timeliness?" + organ + year, dashboard);
          case 5 -> get(register + "/applications?limit=50&" + organ, token);
          case 6 -> get(register + "/disputes?limit=50&" + organ, token);
          default -> get(register + "/worklists/overdue?limit=50&" + organ, token);
        };
    send(request);
  }

  private void document() {
    int number = documents.getAndIncrement();
    send(
        get(
            report
                + "/reports/"
                + organs.get(0)
                + "/"
                + YEAR
                + "/document?format="
                + FORMATS.get(number % FORMATS.size()),
            token));
  }

  private HttpRequest.Builder posted(String url, ObjectNode body) {
    return request(url, token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  private static HttpRequest.Builder get(String url, String token) {
    return request(url, token).GET();
  }

  private static HttpRequest.Builder request(String url, String token) {
    return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
  }

  private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(PATIENCE).build();
    underWay.incrementAndGet();
    return http.sendAsync(request, BodyHandlers.ofByteArray())
        .whenComplete(
            (answer, failure) -> {
              underWay.decrementAndGet();
              if (failure != null) {
                refuse(request.uri() + " " + failure);
              } else if (!isGood(answer)) {
                refuse(
                    request.uri()
                        + " "
                        + answer.statusCode()
                        + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
              }
            });
  }

  private void refuse(String told) {
    if (refused.incrementAndGet() <= MOST_TOLD) {
      System.out.println("refused: " + told);
    }
  }

  private static boolean isGood(HttpResponse<?> answer) {
    return answer.statusCode() / 100 == 2;
  }

  /** Watches one table, and opens the stream again when its token has ended. */
  private final class Listener implements Flow.Subscriber<String> {

    private final int number;
    private volatile long told = System.nanoTime();
    private volatile Optional<Flow.Subscription> subscription = Optional.empty();

    Listener(int number) {
      this.number = number;
    }

    void open() {
      String table =
          number % 5 == 0
              ? "&scope=SUBTREE&organ=" + organs.get(0)
              : "&organ=" + organs.get(number);
      HttpRequest request =
          get(statistics + "/live?year=" + YEAR + table, dashboards.get(number % dashboards.size()))
              .build();
      http.sendAsync(request, BodyHandlers.fromLineSubscriber(this))
          .whenComplete(
              (answer, failure) -> {
                if (closing) {
                  return;
                }
                if (failure != null || !isGood(answer)) {
                  refuse(request.uri() + " " + (failure == null ? answer : failure));
                }
                clock.schedule(this::open, 1, TimeUnit.SECONDS);
              });
    }

    void close() {
      subscription.ifPresent(Flow.Subscription::cancel);
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
      subscription = Optional.of(begun);
      begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      if (line.startsWith("data:")) {
        told = System.nanoTime();
      }
    }

    @Override
    public void onError(Throwable broken) {
      // The answer as a whole fails too, and that is noted.
    }

    @Override
    public void onComplete() {
      // The answer as a whole ends too.
    }
  }
}
