package disclosure.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.local.launcher.ServiceProcess;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Topic;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Counts made anew from the topics beside those that are asked: one newest state of each
 * application, as compaction leaves them.
 */
final class Rebuilding implements Scenario {

  private final int applications;

  /**
   * @param applications whose states are in the topic
   */
  Rebuilding(int applications) {
    this.applications = applications;
  }

  @Override
  public String name() {
    return "rebuilding";
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.atMost(60, "rebuild of 1,000,000 applications"));
  }

  @Override
  public void run(Servers servers, Consumer<Figure> figures) throws Exception {
    Nation nation = new Nation(20_000);
    try (Published published = new Published(servers)) {
      for (OrganState organ : nation.organs()) {
        published.send(Topic.ORGANS, organ.organCode().value(), organ.version(), organ);
      }
      nation.newest(
          applications,
          state ->
              published.send(
                  Topic.APPLICATIONS, state.applicationId().toString(), state.version(), state));
    }
    long start = System.nanoTime();
    ServiceProcess service = servers.service("statistics-service", "statistics", 512);
    try (Connection connection = servers.owner("statistics")) {
      Wait.until(Duration.ofMinutes(8), () -> Counting.position(connection) >= applications);
      figures.accept(Figure.of("counted for the first time in", seconds(start), "s"));
      Wait.until(Duration.ofMinutes(8), () -> NationalReads.hasAllSums(connection));
    }
    Http http = new Http(servers.token());
    start = System.nanoTime();
    http.post(service.url() + "/rebuild", "");
    Wait.until(
        Duration.ofMinutes(8),
        () -> http.json(service.url() + "/rebuild").get("state").asText().matches("DONE|FAILED"));
    double seconds = seconds(start);
    JsonNode progress = http.json(service.url() + "/rebuild");
    if (!progress.get("state").asText().equals("DONE")) {
      throw new IllegalStateException(progress.toString());
    }
    figures.accept(
        Figure.atMost(
            120,
            String.format(Locale.ROOT, "rebuild of %,d applications", applications),
            seconds,
            "s"));
    figures.accept(
        Figure.atMost(
            0, "cells that were other ones", progress.get("differingCells").asLong(), "cells"));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
