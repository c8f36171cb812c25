package disclosure.benchmark;

import disclosure.benchmark.Load.Call;
import disclosure.benchmark.Load.Result;
import disclosure.local.launcher.ServiceProcess;
import disclosure.requests.contract.OrganCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How soon an application that is posted to the register is seen in the statistics. Applications
 * come in at a rate; some are for organs of their own, whose tables are asked for until they show
 * them.
 */
final class Freshness implements Scenario {

  private static final int RATE = 200;
  private static final int SECONDS = 120;

  private static final int HIGH_RATE = 1_000;
  private static final int HIGH_RATE_SECONDS = 30;

  /** Fewer than one client may have under way. */
  private static final int HIGH_RATE_CONNECTIONS = 48;

  private static final String AT_HIGH_RATE = "post to visible, p99, at 1,000/s";
  private static final int PROBED = 20;

  /** More looking would take the cores from those who are looked at. */
  private static final int EACH = 40;

  /** As long as the compilers need, with a few posts at a time. */
  private static final Duration COMPILING =
      Duration.ofSeconds(Integer.getInteger("disclosure.warming", 120));

  @Override
  public String name() {
    return "freshness";
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.atMost(100, AT_HIGH_RATE));
  }

  @Override
  public void run(Servers servers, Consumer<Figure> figures) throws Exception {
    ServiceProcess register = servers.service("application-requests-service", "requests", 512);
    ServiceProcess statistics = servers.service("statistics-service", "statistics", 512);
    String token = servers.token();
    Http http = new Http(token);
    List<Probe> probes = new ArrayList<>();
    for (int i = 0; i <= PROBED; i++) {
      String first = String.format(Locale.ROOT, "11%015d", i);
      String organ = first + OrganCode.checkCharacter(first);
      probes.add(new Probe(organ));
      http.put(
          register.url() + "/organs/" + organ,
          "{\"name\":\"某机关\",\"kind\":\"DEPARTMENT\"}".getBytes(StandardCharsets.UTF_8));
    }
    for (Probe probe : probes) {
      Wait.until(Duration.ofMinutes(1), () -> isKnown(http, probe.url(statistics)));
    }
    try (Load load = new Load(token, 64);
        Load few = new Load(token, 4)) {
      Watch warming = new Watch(new Http(token), statistics, probes);
      warming.start();
      few.saturate(COMPILING, i -> call(i, register, probes));
      load.atRate(RATE, 20 * RATE, i -> call(i, register, probes));
      warming.end();
      Watch watch = new Watch(new Http(token), statistics, probes);
      watch.start();
      Result posted = load.atRate(RATE, SECONDS * RATE, i -> call(i, register, probes));
      long[] nanos = watch.end();
      figures.accept(Figure.atMost(0, "posts not taken", posted.refused(), "posts"));
      figures.accept(Figure.of("answer to a post, median", posted.percentile(0.5), "ms"));
      figures.accept(Figure.of("answer to a post, p99", posted.percentile(0.99), "ms"));
      Result seen = new Result(0, nanos, 0);
      figures.accept(Figure.of("posts that were looked for", nanos.length, "posts"));
      figures.accept(
          Figure.atMost(200, "post to visible, median, at 200/s", seen.percentile(0.5), "ms"));
      figures.accept(
          Figure.atMost(1000, "post to visible, p99, at 200/s", seen.percentile(0.99), "ms"));
    }
    atHighRate(token, register, statistics, probes, figures);
  }

  /** What the register doesn't take at this rate waits here, so that none is refused. */
  private static void atHighRate(
      String token,
      ServiceProcess register,
      ServiceProcess statistics,
      List<Probe> probes,
      Consumer<Figure> figures)
      throws Exception {
    try (Load load = new Load(token, HIGH_RATE_CONNECTIONS)) {
      load.atRate(HIGH_RATE, 10 * HIGH_RATE, i -> probes.get(0).call(register));
      Watch watch = new Watch(new Http(token), statistics, probes);
      watch.start();
      Result posted =
          load.atRate(HIGH_RATE, HIGH_RATE_SECONDS * HIGH_RATE, i -> call(i, register, probes));
      long[] nanos = watch.end();
      figures.accept(Figure.of("posts not taken, at 1,000/s", posted.refused(), "posts"));
      figures.accept(Figure.of("taken, at 1,000/s", posted.perSecond(), "posts/s"));
      figures.accept(Figure.of("answer to a post, p99, at 1,000/s", posted.percentile(0.99), "ms"));
      Result seen = new Result(0, nanos, 0);
      figures.accept(Figure.of("post to visible, median, at 1,000/s", seen.percentile(0.5), "ms"));
      figures.accept(Figure.of(AT_HIGH_RATE, seen.percentile(0.99), "ms"));
    }
  }

  private static Call call(int number, ServiceProcess register, List<Probe> probes) {
    Probe probe = probes.get(number % EACH == 0 ? 1 + number / EACH % PROBED : 0);
    probe.sent.add(System.nanoTime());
    return probe.call(register);
  }

  private static boolean isKnown(Http http, String url) throws InterruptedException {
    try {
      return http.get(url).length > 0;
    } catch (java.io.IOException | IllegalStateException notYet) {
      return false;
    }
  }

  /** An organ, and when the posts for it were sent that are not seen yet. */
  private static final class Probe {

    private final String organ;
    private final Deque<Long> sent = new ConcurrentLinkedDeque<>();
    private long seen;

    Probe(String organ) {
      this.organ = organ;
    }

    String url(ServiceProcess statistics) {
      return statistics.url() + "/matrix?year=2026&organ=" + organ;
    }

    Call call(ServiceProcess register) {
      return new Call(register.url() + "/applications", Optional.of(line()));
    }

    private String line() {
      return String.format(
          Locale.ROOT,
          "{\"organCode\":\"%s\",\"sourceReference\":\"%s\",\"receivedOn\":\"2026-03-02\","
              + "\"channel\":\"ONLINE\",\"applicant\":{\"type\":\"NATURAL_PERSON\","
              + "\"name\":\"张三\",\"contact\":\"13800000000\"},"
              + "\"subject\":\"某乡某村土地征收补偿安置方案及批复\"}",
          organ,
          UUID.randomUUID());
    }
  }

  /** Asks for the tables of organs that something was sent for, until they show it. */
  private static final class Watch extends Thread {

    private final Http http;
    private final ServiceProcess statistics;
    private final List<Probe> probes;
    private final List<Long> nanos = new ArrayList<>();
    private volatile boolean ending;

    Watch(Http http, ServiceProcess statistics, List<Probe> probes) {
      super("watch");
      this.http = http;
      this.statistics = statistics;
      this.probes = probes.subList(1, probes.size());
    }

    @Override
    public void run() {
      try {
        while (!ending || probes.stream().anyMatch(probe -> !probe.sent.isEmpty())) {
          for (Probe probe : probes) {
            if (!probe.sent.isEmpty()) {
              look(probe);
            }
          }
          TimeUnit.MILLISECONDS.sleep(2);
        }
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }

    private void look(Probe probe) throws Exception {
      long total = total(probe);
      long now = System.nanoTime();
      for (; probe.seen < total; probe.seen++) {
        nanos.add(now - probe.sent.remove());
      }
    }

    private long total(Probe probe) throws Exception {
      return http.json(probe.url(statistics)).get("rows").get(0).get("total").asLong();
    }

    /** How long each took, ascending. */
    long[] end() throws InterruptedException {
      ending = true;
      join(TimeUnit.MINUTES.toMillis(3));
      if (isAlive() || probes.stream().anyMatch(probe -> !probe.sent.isEmpty())) {
        throw new IllegalStateException("not everything that was posted is seen");
      }
      long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
