package disclosure.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the packaged services on this machine, prints the figures, each beside the bound that it
 * must keep, and writes them to {@code deploy/benchmark/RESULTS.md}. The arguments name scenarios;
 * without any, all are run.
 */
public final class Benchmark {

  private static final List<Scenario> SCENARIOS =
      List.of(
          new Registering(Integer.getInteger("disclosure.lines", 1_000_000)),
          new Counting(),
          new Rebuilding(Integer.getInteger("disclosure.rebuilt", 1_000_000)),
          new Freshness(),
          new Listening(),
          new Partitioning(Integer.getInteger("disclosure.parted", 2_000_000)),
          new NationalReads(Integer.getInteger("disclosure.applications", 10_000_000)),
          new Reporting(Integer.getInteger("disclosure.organs", 3_000)),
          new Starting(),
          new Out(),
          new Soaking(Integer.getInteger("disclosure.soaked", 30)));

  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

  /** Goals of what no scenario measures. */
  private static final List<Goal> UNMEASURED = List.of();

  private Benchmark() {}

  /** Runs the scenarios; the exit status is 1 when a bound is missed. */
  public static void main(String[] names) throws Exception {
    Path root = Path.of(System.getProperty("disclosure.root", "")).toAbsolutePath();
    Results results =
        new Results(root.resolve("deploy/benchmark"), SCENARIOS, UNMEASURED, Machine.text());
    List<Figure> figures = new ArrayList<>();
    for (Scenario scenario : chosen(names)) {
      System.out.println("== " + scenario.name());
      List<Figure> own = new ArrayList<>();
      try (Servers servers = Servers.start(root, scenario.name())) {
        scenario.run(
            servers,
            figure -> {
              System.out.println(figure.line());
              own.add(figure);
            });
      }
      results.write(scenario, own, LocalDate.now(CLOCK));
      figures.addAll(own);
    }
    write(root.resolve("deploy/benchmark/target/figures.json"), figures);
    System.exit(figures.stream().allMatch(Figure::isMet) ? 0 : 1);
  }

  private static List<Scenario> chosen(String[] names) {
    List<String> known = SCENARIOS.stream().map(Scenario::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        System.err.println("There is no scenario " + name + "; there are " + known + ".");
        System.exit(2);
      }
    }
    return SCENARIOS.stream()
        .filter(scenario -> names.length == 0 || Arrays.asList(names).contains(scenario.name()))
        .toList();
  }

  private static void write(Path file, List<Figure> figures) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ArrayNode all = json.createArrayNode();
    for (Figure figure : figures) {
      ObjectNode one = all.addObject();
      one.put("name", figure.name()).put("value", figure.value()).put("unit", figure.unit());
      figure
          .spread()
          .ifPresent(spread -> one.put("least", spread.least()).put("most", spread.most()));
      figure
          .target()
          .ifPresent(
              target ->
                  one.put(target.upper() ? "atMost" : "atLeast", target.bound())
                      .put("met", figure.isMet()));
    }
    Files.createDirectories(file.getParent());
    json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
  }
}
