package disclosure.benchmark;

import disclosure.local.launcher.ServiceProcess;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Topic;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Instances side by side: what one, two and four registers take in, and what as many instances of
 * the statistics count, on one PostgreSQL; and two of each with a PostgreSQL for each. Beside that
 * what the processors did, and what the transactions waited for.
 */
final class Out implements Scenario {

  private static final String REGISTER = "application-requests-service";
  private static final String STATISTICS = "statistics-service";
  private static final List<Integer> INSTANCES = List.of(1, 2, 4);
  private static final int MOST = 4;
  private static final int EACH_ITS_OWN = 2;
  private static final int ROUNDS = 3;
  private static final int HEAP_MEGABYTES = 320;
  private static final int CONNECTIONS = 32;
  private static final Duration ROUND = Duration.ofSeconds(8);

  /**
   * So that an instance is compiled, each alone: of several at once, each would get a part of what
   * is asked and of the processors. Few ask, since the compilers need these too.
   */
  private static final int WARMING_CONNECTIONS = 4;

  private static final Duration WARMING =
      Duration.ofSeconds(Integer.getInteger("disclosure.warm", 100));

  /** New applications that are counted in one round. */
  private static final int WAVE = 300_000;

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** What stands still while events are published is still a member of its group afterwards. */
  private static final Map<String, String> STANDING_STILL =
      Map.of("MP_MESSAGING_INCOMING_REGISTER_SESSION_TIMEOUT_MS", "120000");

  private static final int PARTITIONS =
      Arrays.stream(Topic.values()).mapToInt(Topic::partitions).sum();

  private final Posts posts = new Posts();

  @Override
  public String name() {
    return "out";
  }

  @Override
  public void run(Servers servers, Consumer<Figure> figures) throws Exception {
    registers(servers, figures);
    Nation nation = new Nation(20_000);
    Waves waves = new Waves(servers, nation);
    statisticsOfTheirOwn(servers, waves, figures);
    statistics(servers, waves, figures);
  }

  private void registers(Servers servers, Consumer<Figure> figures) throws Exception {
    String token = servers.token();
    Client client = new Client(token);
    List<ServiceProcess> shared = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      shared.add(servers.service(REGISTER, "requests", HEAP_MEGABYTES));
    }
    List<ServiceProcess> own = new ArrayList<>();
    for (int i = 0; i < EACH_ITS_OWN; i++) {
      Map<String, String> database =
          Map.of("DATABASE_URL", servers.another("register-" + i, REGISTER, "requests"));
      own.add(servers.service(REGISTER, "requests", HEAP_MEGABYTES, database));
      posts.organ(own.get(i).url(), client);
    }
    posts.organ(shared.get(0).url(), client);
    List<ServiceProcess> all = new ArrayList<>(shared);
    all.addAll(own);
    try (Load few = new Load(token, WARMING_CONNECTIONS)) {
      for (ServiceProcess register : all) {
        few.saturate(WARMING, i -> posts.toRegister(register.url()));
      }
    }
    List<List<Double>> rates = new ArrayList<>();
    INSTANCES.forEach(instances -> rates.add(new ArrayList<>()));
    List<Double> apart = new ArrayList<>();
    try (Load load = new Load(token, CONNECTIONS);
        Connection superuser = servers.superuser()) {
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < INSTANCES.size(); i++) {
          List<ServiceProcess> some = shared.subList(0, INSTANCES.get(i));
          boolean last = round == ROUNDS - 1;
          Waits waits = new Waits(superuser, servers.postgresPid(), pids(some));
          rates.get(i).add(posted(load, some));
          waits.end(named("register", some.size()), last ? figures : figure -> {});
        }
        apart.add(posted(load, own));
      }
    }
    compared("single posts, " + named("register", 1), "posts/s", rates, figures);
    double one = Median.of(rates.get(0));
    String each = "single posts, 2 registers with a PostgreSQL each";
    figures.accept(Figure.of(each, Median.of(apart), "posts/s").rounds(apart));
    figures.accept(Figure.of(each + ", by one", Median.of(apart) / one, "ratio"));
    for (ServiceProcess register : all) {
      register.close();
    }
  }

  private double posted(Load load, List<ServiceProcess> registers) throws InterruptedException {
    Load.Result result =
        load.saturate(ROUND, i -> posts.toRegister(registers.get(i % registers.size()).url()));
    if (result.refused() > 0) {
      throw new IllegalStateException(result.refused() + " posts were refused");
    }
    return result.perSecond();
  }

  /** Each counts everything. */
  private static void statisticsOfTheirOwn(Servers servers, Waves waves, Consumer<Figure> figures)
      throws Exception {
    List<ServiceProcess> own = new ArrayList<>();
    List<Connection> databases = new ArrayList<>();
    for (int i = 0; i < EACH_ITS_OWN; i++) {
      String url = servers.another("statistics-" + i, STATISTICS, "statistics");
      databases.add(Servers.owner(url, "statistics"));
      own.add(
          servers.service(
              STATISTICS,
              "statistics",
              HEAP_MEGABYTES,
              Map.of(
                  "DATABASE_URL",
                  url,
                  "KAFKA_GROUP_ID",
                  "statistics-" + i,
                  "MP_MESSAGING_INCOMING_REGISTER_SESSION_TIMEOUT_MS",
                  "120000")));
    }
    List<Double> rates = new ArrayList<>();
    for (int round = -1; round < ROUNDS; round++) {
      double rate = EACH_ITS_OWN * waves.counted(own, databases);
      // The first is for the compilers.
      if (round >= 0) {
        rates.add(rate);
      }
    }
    figures.accept(
        Figure.of(
                "events counted, 2 instances with a PostgreSQL each, both together",
                Median.of(rates),
                "events/s")
            .rounds(rates));
    for (ServiceProcess instance : own) {
      instance.close();
    }
    for (Connection database : databases) {
      database.close();
    }
  }

  /** From four to one, since what was closed would have to be compiled again. */
  private static void statistics(Servers servers, Waves waves, Consumer<Figure> figures)
      throws Exception {
    List<ServiceProcess> instances = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      instances.add(servers.service(STATISTICS, "statistics", HEAP_MEGABYTES, STANDING_STILL));
    }
    Http http = new Http(servers.token());
    List<List<Double>> rates = new ArrayList<>();
    try (Connection database = servers.owner("statistics");
        Connection superuser = servers.superuser()) {
      waves.areCounted(database);
      for (int i = INSTANCES.size() - 1; i >= 0; i--) {
        while (instances.size() > INSTANCES.get(i)) {
          instances.remove(instances.size() - 1).close();
        }
        Wait.until(PATIENCE, () -> areAllRead(http, instances));
        List<Double> own = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          Waits waits = new Waits(superuser, servers.postgresPid(), pids(instances));
          own.add(waves.counted(instances, List.of(database)));
          waits.end(
              named("statistics", instances.size()), round == ROUNDS - 1 ? figures : figure -> {});
        }
        rates.add(0, own);
      }
    }
    compared("events counted, " + named("statistics", 1), "events/s", rates, figures);
  }

  private static boolean areAllRead(Http http, List<ServiceProcess> instances)
      throws IOException, InterruptedException {
    double read = 0;
    for (ServiceProcess instance : instances) {
      read += http.metric(instance, "matrix_partitions_assigned ");
    }
    return read == PARTITIONS;
  }

  /** The median of each number of instances, and as a factor of one. */
  private static void compared(
      String ofOne, String unit, List<List<Double>> rates, Consumer<Figure> figures) {
    double one = Median.of(rates.get(0));
    for (int i = 0; i < INSTANCES.size(); i++) {
      String name = ofOne.replace("1 instance", plural(INSTANCES.get(i)));
      double median = Median.of(rates.get(i));
      figures.accept(Figure.of(name, median, unit).rounds(rates.get(i)));
      if (i > 0) {
        figures.accept(Figure.of(name + ", by one", median / one, "ratio"));
      }
    }
  }

  private static String named(String service, int instances) {
    return plural(instances) + " of the " + service;
  }

  private static String plural(int instances) {
    return instances + (instances == 1 ? " instance" : " instances");
  }

  private static List<Long> pids(List<ServiceProcess> services) {
    return services.stream().map(ServiceProcess::pid).toList();
  }

  /** Applications that come all at once, while nobody who counts them has his turn. */
  private static final class Waves {

    private final Servers servers;
    private final Nation nation;
    private int sent;

    Waves(Servers servers, Nation nation) {
      this.servers = servers;
      this.nation = nation;
      try (Published published = new Published(servers)) {
        for (OrganState organ : nation.organs()) {
          published.send(Topic.ORGANS, organ.organCode().value(), organ.version(), organ);
        }
      }
    }

    /** Events of a wave that were counted a second, in all of the databases. */
    double counted(List<ServiceProcess> instances, List<Connection> databases) throws Exception {
      signal("STOP", instances);
      long end;
      try {
        publish();
        end = Counting.events(servers);
      } finally {
        signal("CONT", instances);
      }
      long begun = System.nanoTime();
      for (Connection database : databases) {
        Wait.until(PATIENCE, () -> Counting.position(database) >= end);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      for (Connection database : databases) {
        areCounted(database);
      }
      return WAVE / seconds;
    }

    private void publish() {
      try (Published published = new Published(servers)) {
        for (int last = sent + WAVE; sent < last; sent++) {
          var state = nation.another(sent);
          published.send(
              Topic.APPLICATIONS, state.applicationId().toString(), state.version(), state);
        }
      }
    }

    /** Nothing is left to do. */
    void areCounted(Connection database) throws Exception {
      long end = Counting.events(servers);
      Wait.until(
          PATIENCE, () -> Counting.position(database) >= end && Counting.isSummedUp(database));
    }

    private static void signal(String name, List<ServiceProcess> instances) throws Exception {
      for (ServiceProcess instance : instances) {
        Process kill =
            new ProcessBuilder("kill", "-s", name, Long.toString(instance.pid())).start();
        if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
          throw new IllegalStateException(
              String.format(Locale.ROOT, "%s was not sent to %d", name, instance.pid()));
        }
      }
    }
  }
}
