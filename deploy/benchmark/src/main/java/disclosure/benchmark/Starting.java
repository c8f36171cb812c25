package disclosure.benchmark;

import disclosure.benchmark.Load.Call;
import disclosure.benchmark.Load.Result;
import disclosure.local.server.FreePort;
import disclosure.local.server.Watchdog;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How long what is started takes until it is ready, and what it does in its first seconds, while
 * nothing is compiled yet: the whole local stack, each service as its image starts it, and single
 * posts beside a bare endpoint that has been compiled.
 */
final class Starting implements Scenario {

  private static final String STACK = "whole local stack, started the second time, ready after";
  private static final String REGISTER = "application-requests-service";
  private static final List<String> SERVICES =
      List.of(REGISTER, "statistics-service", "report-service");
  private static final String SHARE =
      "single posts 20 s after the start, as a share of the bare endpoint";
  private static final String FIRST = "first 1,000 requests after the start, 4 at a time, p99";

  private static final String WHY_NOT_COMPILED =
      "what a post runs through has to be compiled, and 32 who ask leave the compilers little of two"
          + " processors: 0.6 comes after some 50 s. It would take profiles or compiled methods that"
          + " come with the build, which a JVM of 25 and later keeps in its ahead-of-time cache and"
          + " one of 17 doesn't";

  private static final int ROUNDS = 3;
  private static final int REQUESTS = 1_000;
  private static final int FEW = 4;
  private static final int CONNECTIONS = 32;
  private static final double WANTED_SHARE = 0.6;
  private static final Duration SLICE = Duration.ofSeconds(5);

  /** The last of them ends 20 seconds after the start. */
  private static final int SLICES = 4;

  private static final int MOST_SLICES = 60;

  /** As long as the compilers need for the bare endpoint. */
  private static final Duration COMPILING =
      Duration.ofSeconds(Integer.getInteger("disclosure.warming", 100));

  private static final Duration STOP = Duration.ofMinutes(2);
  private static final List<Integer> PORTS =
      List.of(8080, 8081, 8082, 8083, 8084, 9081, 9082, 9083, 15432, 19092, 19093);

  @Override
  public String name() {
    return "starting";
  }

  @Override
  public List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    goals.add(Goal.atMost(12, STACK));
    SERVICES.forEach(service -> goals.add(Goal.atMost(6, ready(service))));
    goals.add(Goal.atLeast(WANTED_SHARE, SHARE).because(WHY_NOT_COMPILED));
    goals.add(Goal.atMost(150, FIRST));
    return goals;
  }

  @Override
  public void run(Servers servers, Consumer<Figure> figures) throws Exception {
    stack(servers, figures);
    Posts posts = new Posts();
    try (Connection floor = servers.owner("floor");
        Statement statement = floor.createStatement()) {
      Posts.table(statement);
    }
    services(servers, figures);
    Map<String, String> settings = servers.configured(REGISTER, "requests");
    String token = servers.token();
    Path dockerfile = servers.root().resolve(REGISTER).resolve("Dockerfile");
    Image bare =
        Image.build(
            dockerfile, servers.root().resolve("deploy/floor"), servers.folder("image-floor"));
    Figure floor =
        floor(bare, servers.configured("deploy/floor", "floor"), servers, posts, figures);
    Image register =
        Image.build(dockerfile, servers.root().resolve(REGISTER), servers.folder("image-register"));
    first(register, settings, servers, posts, figures);
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (Image.Running started = register.start(settings, servers.log("register"));
          Load load = new Load(token, CONNECTIONS)) {
        String url = started.url();
        rates.add(slices(load, i -> posts.toRegister(url), SLICES));
        if (round == ROUNDS - 1) {
          untilShare(load, url, posts, rates.get(round), floor, figures);
        }
      }
    }
    double median = Median.of(rates);
    figures.accept(
        Figure.of("single posts 20 s after the start", median, "posts/s")
            .rounds(rates)
            .beside(floor));
    figures.accept(Figure.of(SHARE, median / floor.value(), "ratio"));
  }

  /** The whole product, by its own command, on ports and data of its own. */
  private static void stack(Servers servers, Consumer<Figure> figures) throws Exception {
    Path data = servers.folder("stack");
    int offset = freeOffset();
    figures.accept(
        Figure.of(
            "whole local stack, started on no data, ready after",
            stackReady(servers.root(), data, offset),
            "s"));
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      seconds.add(stackReady(servers.root(), data, offset));
    }
    figures.accept(Figure.of(STACK, Median.of(seconds), "s").rounds(seconds));
  }

  /** Starts it, waits until it keeps nothing for later starts any more, and stops it. */
  private static double stackReady(Path root, Path data, int offset) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                root.resolve("deploy/start").toString(),
                "--data",
                data.toString(),
                "--port-offset",
                Integer.toString(offset))
            .redirectErrorStream(true);
    long begun = System.nanoTime();
    Process process = builder.start();
    Watchdog.watch(process.toHandle());
    double seconds = Double.NaN;
    List<String> said = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.endsWith("the stack is ready")) {
          seconds = (System.nanoTime() - begun) / 1e9;
        } else if (line.startsWith("Stop with Ctrl-C")) {
          // By its handle, since the process itself would close what is read here.
          process.toHandle().destroy();
        }
      }
    } finally {
      process.destroy();
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
    if (Double.isNaN(seconds)) {
      throw new IllegalStateException("the stack did not start: " + said);
    }
    return seconds;
  }

  private static int freeOffset() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(1_000, 12_000))
        .limit(1_000)
        .filter(offset -> PORTS.stream().allMatch(port -> FreePort.isFree(port + offset)))
        .findFirst()
        .orElseThrow();
  }

  private static void services(Servers servers, Consumer<Figure> figures) throws Exception {
    for (String service : SERVICES) {
      String database = service.startsWith("application") ? "requests" : service.split("-")[0];
      Map<String, String> settings = new HashMap<>(servers.configured(service, database));
      // Nobody is there, and nobody is asked before the first report is written.
      settings.put("REQUESTS_URL", "http://127.0.0.1:1");
      settings.put("STATISTICS_URL", "http://127.0.0.1:1");
      Path root = servers.root().resolve(service);
      Image image =
          Image.build(root.resolve("Dockerfile"), root, servers.folder("image-" + database));
      List<Double> seconds = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        try (Image.Running started = image.start(settings, servers.log(database))) {
          seconds.add(started.seconds());
        }
      }
      figures.accept(Figure.of(ready(service), Median.of(seconds), "s").rounds(seconds));
    }
  }

  /** The bare endpoint in its first seconds, and when it is compiled, which is what it gives. */
  private static Figure floor(
      Image bare,
      Map<String, String> settings,
      Servers servers,
      Posts posts,
      Consumer<Figure> figures)
      throws Exception {
    List<Double> rates = new ArrayList<>();
    try (Image.Running started = bare.start(settings, servers.log("floor"));
        Load load = new Load(servers.token(), CONNECTIONS);
        Load few = new Load(servers.token(), FEW)) {
      String url = started.url();
      figures.accept(Figure.of("bare endpoint, ready after", started.seconds(), "s"));
      figures.accept(
          Figure.of(
              "bare endpoint 20 s after its own start",
              slices(load, i -> posts.toFloor(url), SLICES),
              "posts/s"));
      few.saturate(COMPILING, i -> posts.toFloor(url));
      for (int round = 0; round < ROUNDS; round++) {
        rates.add(slices(load, i -> posts.toFloor(url), 1));
      }
    }
    Figure floor =
        Figure.of("bare endpoint with one INSERT, compiled", Median.of(rates), "posts/s")
            .rounds(rates);
    figures.accept(floor);
    return floor;
  }

  private static void first(
      Image register,
      Map<String, String> settings,
      Servers servers,
      Posts posts,
      Consumer<Figure> figures)
      throws Exception {
    List<Double> percentiles = new ArrayList<>();
    List<Double> medians = new ArrayList<>();
    List<Double> most = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (Image.Running started = register.start(settings, servers.log("register"));
          Load few = new Load(servers.token(), FEW)) {
        if (round == 0) {
          posts.organ(started.url(), new Client(servers.token()));
        }
        Result result = sound(few.first(REQUESTS, i -> posts.toRegister(started.url())));
        percentiles.add(result.percentile(0.99));
        medians.add(result.percentile(0.5));
        most.add(result.percentile(1));
      }
    }
    figures.accept(
        Figure.of("first 1,000 requests after the start, median", Median.of(medians), "ms")
            .rounds(medians));
    figures.accept(Figure.of(FIRST, Median.of(percentiles), "ms").rounds(percentiles));
    figures.accept(
        Figure.of("the slowest of the first 1,000 requests", Median.of(most), "ms").rounds(most));
  }

  /** When posts come to the share of the bare endpoint that is wanted within 20 seconds. */
  private static void untilShare(
      Load load, String url, Posts posts, double reached, Figure floor, Consumer<Figure> figures)
      throws InterruptedException {
    double rate = reached;
    int slices = SLICES;
    while (rate < WANTED_SHARE * floor.value() && slices < MOST_SLICES) {
      rate = slices(load, i -> posts.toRegister(url), 1);
      slices++;
    }
    String name =
        rate < WANTED_SHARE * floor.value()
            ? "seconds after the start when posts were still below 0.6 of the bare endpoint"
            : "seconds after the start until posts came to 0.6 of the bare endpoint";
    figures.accept(Figure.of(name, slices * SLICE.toSeconds(), "s"));
  }

  /** Answers a second in the last of so many slices of time. */
  private static double slices(Load load, IntFunction<Call> calls, int slices)
      throws InterruptedException {
    double rate = 0;
    for (int slice = 0; slice < slices; slice++) {
      rate = sound(load.saturate(SLICE, calls)).perSecond();
    }
    return rate;
  }

  private static Result sound(Result result) {
    if (result.refused() > 0) {
      throw new IllegalStateException(result.refused() + " requests were refused");
    }
    return result;
  }

  private static String ready(String service) {
    return service + ", as its image starts it, ready after";
  }
}
