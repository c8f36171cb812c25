package disclosure.benchmark;

import disclosure.benchmark.Load.Result;
import disclosure.local.launcher.ServiceProcess;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Topic;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Two thousand who watch tables of one instance: a quarter the whole nation's, the others each that
 * of an organ of its own. Changes come one by one, then some times one for every organ at once.
 */
final class Listening implements Scenario {

  private static final int LISTENERS = 2_000;
  private static final int ON_THE_NATION = 500;
  private static final int HEAP_MEGABYTES = 512;
  private static final int CHANGES = 600;
  private static final int CHANGES_A_SECOND = 20;
  private static final int TIMES = 25;

  /** What comes while a service that has just started still compiles is told of by itself. */
  private static final int EARLY_CHANGES = 200;

  private static final int EARLY_TIMES = 5;

  @Override
  public String name() {
    return "listening";
  }

  @Override
  public void run(Servers servers, Consumer<Figure> figures) throws Exception {
    Nation nation = new Nation(20_000);
    String top = nation.organs().get(0).organCode().value();
    List<OrganState> watched =
        nation
            .organs()
            .subList(nation.organs().size() - LISTENERS + ON_THE_NATION, nation.organs().size());
    try (Published published = new Published(servers)) {
      for (OrganState organ : nation.organs()) {
        published.send(Topic.ORGANS, organ.organCode().value(), organ.version(), organ);
      }
      ServiceProcess service = servers.service("statistics-service", "statistics", HEAP_MEGABYTES);
      String token = servers.token();
      Http http = new Http(token);
      for (String organ : List.of(top, watched.get(watched.size() - 1).organCode().value())) {
        Wait.until(Duration.ofMinutes(2), () -> isKnown(http, service, organ));
      }
      try (Clients clients = new Clients(servers.dashboards())) {
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < ON_THE_NATION; i++) {
          listeners.add(clients.open(service.url() + "/live?year=2024&scope=SUBTREE&organ=" + top));
        }
        for (OrganState organ : watched) {
          listeners.add(clients.open(service.url() + "/live?year=2024&organ=" + organ.organCode()));
        }
        Wait.until(Duration.ofMinutes(2), () -> listeners.stream().allMatch(one -> one.total == 0));
        oneByOne(published, watched, listeners, figures);
        atOnce(published, watched, listeners, figures);
        figures.accept(
            Figure.atLeast(
                LISTENERS,
                "listeners that are still told",
                listeners.stream().filter(one -> !one.ended).count(),
                "listeners"));
        figures.accept(
            Figure.atMost(HEAP_MEGABYTES, "heap in use by the service", http.heap(service), "MB"));
      }
    }
  }

  /** Each listener of an organ of its own, and all of the nation's, are told of each change. */
  private static void oneByOne(
      Published published,
      List<OrganState> watched,
      List<Listener> listeners,
      Consumer<Figure> figures)
      throws Exception {
    long[] sent = new long[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
      sent[i] = System.nanoTime();
      publish(published, watched.get(i).organCode());
      TimeUnit.NANOSECONDS.sleep(1_000_000_000L / CHANGES_A_SECOND);
    }
    Wait.until(Duration.ofMinutes(1), () -> all(listeners.subList(0, ON_THE_NATION), CHANGES));
    Wait.until(
        Duration.ofMinutes(1),
        () -> all(listeners.subList(ON_THE_NATION, ON_THE_NATION + CHANGES), 1));
    List<Long> early = new ArrayList<>();
    List<Long> later = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      List<Long> nanos = i < EARLY_CHANGES ? early : later;
      nanos.add(listeners.get(ON_THE_NATION + i).told(1) - sent[i]);
      for (Listener listener : listeners.subList(0, ON_THE_NATION)) {
        nanos.add(listener.told(i + 1) - sent[i]);
      }
    }
    figures.accept(
        Figure.of("change to listener, p99, just started", result(early).percentile(0.99), "ms"));
    Result told = result(later);
    figures.accept(Figure.of("change to listener, median", told.percentile(0.5), "ms"));
    figures.accept(Figure.atMost(1000, "change to listener, p99", told.percentile(0.99), "ms"));
  }

  private static void atOnce(
      Published published,
      List<OrganState> watched,
      List<Listener> listeners,
      Consumer<Figure> figures)
      throws Exception {
    List<Long> early = new ArrayList<>();
    List<Long> later = new ArrayList<>();
    for (int time = 1; time <= TIMES; time++) {
      (time <= EARLY_TIMES ? early : later).addAll(told(published, watched, listeners, time));
    }
    String name = "1,500 tables changed at once to all 2,000 listeners, p99";
    figures.accept(Figure.of(name + ", just started", result(early).percentile(0.99), "ms"));
    figures.accept(Figure.atMost(1000, name, result(later).percentile(0.99), "ms"));
  }

  /** How long it takes until each listener is told of a change of every watched organ. */
  private static List<Long> told(
      Published published, List<OrganState> watched, List<Listener> listeners, int time)
      throws Exception {
    long sent = System.nanoTime();
    for (OrganState organ : watched) {
      publish(published, organ.organCode());
    }
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < listeners.size(); i++) {
      Listener listener = listeners.get(i);
      int onesOwn = i - ON_THE_NATION;
      int total =
          onesOwn < 0 ? CHANGES + time * watched.size() : time + (onesOwn < CHANGES ? 1 : 0);
      Wait.until(Duration.ofMinutes(1), () -> listener.total >= total);
      nanos.add(listener.told(total) - sent);
    }
    return nanos;
  }

  private static boolean all(List<Listener> listeners, long total) {
    return listeners.stream().allMatch(listener -> listener.total >= total);
  }

  private static Result result(List<Long> nanos) {
    return new Result(0, nanos.stream().mapToLong(Long::longValue).sorted().toArray(), 0);
  }

  private static boolean isKnown(Http http, ServiceProcess service, String organ)
      throws InterruptedException {
    try {
      return http.get(service.url() + "/matrix?year=2024&organ=" + organ).length > 0;
    } catch (java.io.IOException | IllegalStateException notYet) {
      return false;
    }
  }

  private static void publish(Published published, OrganCode organ) {
    UUID id = UUID.randomUUID();
    published.send(
        Topic.APPLICATIONS,
        id.toString(),
        1,
        new ApplicationState(
            id,
            1,
            organ,
            ApplicantType.NATURAL_PERSON,
            Channel.ONLINE,
            LocalDate.of(2024, 3, 1),
            ApplicationStatus.IN_PROGRESS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false,
            Instant.EPOCH));
  }

  /** One open connection: what it was told, and when. */
  private static final class Listener {

    private record Told(long total, long at) {}

    private static final String NEWLY_RECEIVED = "\"code\":\"NEWLY_RECEIVED\"";
    private static final String TOTAL = "\"total\":";

    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private final StringBuilder open = new StringBuilder();
    private volatile long total = -1;
    private volatile boolean ended;

    void receive(Buffer buffer) {
      open.append(buffer.toString(StandardCharsets.UTF_8));
      for (int end = open.indexOf("\n\n"); end >= 0; end = open.indexOf("\n\n")) {
        String event = open.substring(0, end);
        open.delete(0, end + 2);
        if (event.contains("data:")) {
          int row = event.indexOf(NEWLY_RECEIVED);
          int from = event.indexOf(TOTAL, row) + TOTAL.length();
          int to = from;
          while (Character.isDigit(event.charAt(to))) {
            to++;
          }
          total = Long.parseLong(event.substring(from, to));
          told.add(new Told(total, System.nanoTime()));
        }
      }
    }

    /** When a state with so many applications, or more, was told first. */
    long told(long wanted) {
      return told.stream().filter(state -> state.total() >= wanted).findFirst().orElseThrow().at();
    }
  }

  /** Connections that stay open. */
  private static final class Clients implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private final List<String> tokens;
    private int opened;

    Clients(List<String> tokens) {
      this.tokens = tokens;
      this.client =
          vertx.createHttpClient(
              new HttpClientOptions().setKeepAlive(true),
              new PoolOptions().setHttp1MaxSize(LISTENERS));
    }

    /** Opens one, for one client after the other, and waits for the answer's head. */
    Listener open(String url) {
      Listener listener = new Listener();
      client
          .request(
              new RequestOptions()
                  .setAbsoluteURI(url)
                  .setMethod(HttpMethod.GET)
                  .putHeader("Authorization", "Bearer " + tokens.get(opened++ % tokens.size())))
          .compose(HttpClientRequest::send)
          .map(
              answer -> {
                if (answer.statusCode() != 200) {
                  throw new IllegalStateException("answered " + answer.statusCode());
                }
                answer.endHandler(end -> listener.ended = true);
                answer.exceptionHandler(broken -> listener.ended = true);
                answer.handler(listener::receive);
                return answer;
              })
          .toCompletionStage()
          .toCompletableFuture()
          .join();
      return listener;
    }

    @Override
    public void close() {
      client.close().toCompletionStage().toCompletableFuture().join();
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
