package disclosure.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.local.launcher.ServiceProcess;
import disclosure.local.sample.LinxianSample;
import disclosure.requests.contract.OrganCode;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * All three services under the load of a busy day for a long time: what they hold in the later half
 * of it beside what they held in the earlier, and what they log from start to stop.
 */
final class Soaking implements Scenario {

  private static final int ORGANS = 200;
  private static final int HEAP_MEGABYTES = 320;
  private static final int SLICES = 10;

  /** Of heap and memory: some caches are not full in the earlier half. */
  private static final double MOST_PER_CENT = 5;

  /** Of files, threads and connections: pools give back what they don't need, and take it again. */
  private static final double MOST_MORE = 5;

  private final Duration time;

  /**
   * @param minutes how long the load lasts
   */
  Soaking(int minutes) {
    this.time = Duration.ofMinutes(minutes);
  }

  @Override
  public String name() {
    return "soaking";
  }

  @Override
  public void run(Servers servers, Consumer<Figure> figures) throws Exception {
    ServiceProcess register =
        servers.service("application-requests-service", "requests", HEAP_MEGABYTES);
    ServiceProcess statistics =
        servers.service(
            "statistics-service",
            "statistics",
            HEAP_MEGABYTES,
            Map.of("REQUESTS_URL", register.url()));
    ServiceProcess report =
        servers.service(
            "report-service",
            "report",
            HEAP_MEGABYTES,
            Map.of("REQUESTS_URL", register.url(), "STATISTICS_URL", statistics.url()));
    Map<String, ServiceProcess> services = new LinkedHashMap<>();
    services.put("requests", register);
    services.put("statistics", statistics);
    services.put("report", report);
    List<String> organs = prepare(new Client(servers.token()), register, statistics, report);
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    services.keySet().forEach(service -> uses.put(service, new ArrayList<>()));
    try (SteadyLoad load =
        new SteadyLoad(
            servers, new SteadyLoad.Addresses(register, statistics, report), organs, time)) {
      long begun = System.nanoTime();
      for (int slice = 1; slice <= SLICES; slice++) {
        long due = begun + time.toNanos() * slice / SLICES;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        for (Map.Entry<String, ServiceProcess> service : services.entrySet()) {
          try (Connection database = servers.owner(service.getKey())) {
            Use use = Use.of(service.getValue(), service.getKey(), database);
            System.out.println(use.line(slice, service.getKey()));
            uses.get(service.getKey()).add(use);
          }
        }
        load.renew();
      }
      load.figures(time.dividedBy(SLICES)).forEach(figures);
    }
    uses.forEach((service, all) -> compared(service, all, figures));
    // Each before those that it asks.
    for (ServiceProcess service : List.of(report, statistics, register)) {
      service.close();
    }
    List<String> warnings = servers.warnings();
    warnings.stream().limit(50).forEach(System.out::println);
    figures.accept(
        Figure.atMost(
            0, "lines of WARN and ERROR in all logs, start and stop too", warnings.size(), ""));
  }

  private static List<String> prepare(
      Client client, ServiceProcess register, ServiceProcess statistics, ServiceProcess report)
      throws Exception {
    List<String> organs = new ArrayList<>();
    for (int i = 0; i < ORGANS; i++) {
      String first = String.format(Locale.ROOT, "11%015d", i);
      organs.add(first + OrganCode.checkCharacter(first));
    }
    String top = organs.get(0);
    for (String organ : organs) {
      ObjectNode body = Client.JSON.createObjectNode();
      if (organ.equals(top)) {
        body.put("name", "某县人民政府").put("kind", "GOVERNMENT");
      } else {
        body.put("name", "某局").put("kind", "DEPARTMENT").put("parentOrganCode", top);
      }
      client.put(register.url() + "/organs/" + organ, body);
    }
    for (String organ : organs) {
      client.post(
          register.url() + "/disputes",
          "application/json",
          Client.JSON
              .createObjectNode()
              .put("organCode", organ)
              .put("sourceReference", "复议1")
              .put("kind", "RECONSIDERATION")
              .put("acceptedOn", SteadyLoad.YEAR + "-05-06")
              .toString());
    }
    String counted =
        statistics.url() + "/disputes?scope=SUBTREE&year=" + SteadyLoad.YEAR + "&organ=" + top;
    Wait.until(Duration.ofMinutes(2), () -> isCounted(client, counted));
    JsonNode texts;
    try (InputStream file = LinxianSample.class.getResourceAsStream("report.json")) {
      texts = Client.JSON.readTree(file);
    }
    client.put(report.url() + "/reports/" + top + "/" + SteadyLoad.YEAR, texts);
    return organs;
  }

  /** All disputes are there, so all organs before them. */
  private static boolean isCounted(Client client, String disputes) throws Exception {
    try {
      return client.get(disputes).at("/rows/0/pending").asInt() == ORGANS;
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  private static void compared(String service, List<Use> all, Consumer<Figure> figures) {
    growth(service + ": heap after collection", all, Use::heapMegabytes, figures);
    growth(service + ": resident memory", all, Use::residentMegabytes, figures);
    more(service + ": open files", all, Use::files, figures);
    more(service + ": threads", all, Use::threads, figures);
    more(service + ": connections", all, Use::connections, figures);
    more(service + ": connections to the database", all, Use::databaseConnections, figures);
  }

  private static void growth(
      String name, List<Use> all, ToDoubleFunction<Use> value, Consumer<Figure> figures) {
    double earlier = median(all.subList(0, SLICES / 2), value);
    double later = median(all.subList(SLICES / 2, SLICES), value);
    figures.accept(Figure.of(name + ", earlier half", earlier, "MB"));
    figures.accept(
        Figure.atMost(
            MOST_PER_CENT, name + ", more in the later", 100 * (later / earlier - 1), "%"));
  }

  private static void more(
      String name, List<Use> all, ToDoubleFunction<Use> value, Consumer<Figure> figures) {
    double earlier = median(all.subList(0, SLICES / 2), value);
    double later = median(all.subList(SLICES / 2, SLICES), value);
    figures.accept(Figure.of(name + ", earlier half", earlier, ""));
    figures.accept(Figure.atMost(MOST_MORE, name + ", more in the later", later - earlier, ""));
  }

  private static double median(List<Use> uses, ToDoubleFunction<Use> value) {
    return Median.of(uses.stream().mapToDouble(value).boxed().toList());
  }
}
