package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.requests.contract.Topic;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is collected of the services, and what somebody is called for. */
class AlertsTest {

  private static final String FOLDER = "deploy/observability/";
  private static final String RUNBOOKS = "deploy/docs/runbooks/";
  private static final int AT_MOST = 12;
  private static final Set<String> UNFIRED = Set.of("ComparisonOverdue", "ConnectionsExhausted");

  @Test
  void each_service_is_asked_for_its_metrics_where_it_tells_them() {
    Map<String, String> asked = new TreeMap<>();
    for (JsonNode job : Repository.yaml(FOLDER + "prometheus.yaml").path("scrape_configs")) {
      assertThat(job.path("metrics_path").asText()).isEqualTo("/q/metrics");
      asked.put(job.path("job_name").asText(), job.at("/static_configs/0/targets/0").asText());
    }

    assertThat(asked)
        .isEqualTo(
            Arrays.stream(Service.values())
                .collect(
                    Collectors.toMap(
                        Service::folder,
                        service -> service.folder() + ":" + service.managementPort())));
  }

  @Test
  void compose_gives_prometheus_and_alertmanager_the_files_that_name_each_other() {
    JsonNode services = Repository.yaml("deploy/compose/compose.yaml").path("services");
    JsonNode prometheus = Repository.yaml(FOLDER + "prometheus.yaml");

    for (String file : List.of("prometheus.yaml", "alerts.yaml")) {
      assertThat(services.at("/prometheus/volumes").toString())
          .contains("../observability/" + file + ":/etc/prometheus/" + file + ":ro");
    }
    assertThat(services.at("/prometheus/command/0").asText())
        .isEqualTo("--config.file=/etc/prometheus/prometheus.yaml");
    assertThat(prometheus.at("/rule_files/0").asText()).isEqualTo("alerts.yaml");
    assertThat(prometheus.at("/alerting/alertmanagers/0/static_configs/0/targets/0").asText())
        .isEqualTo("alertmanager:9093");
    assertThat(services.at("/alertmanager/ports/0").asText()).isEqualTo("127.0.0.1:9093:9093");
    assertThat(services.at("/prometheus/ports/0").asText()).isEqualTo("127.0.0.1:9090:9090");
  }

  @Test
  void there_are_few_alerts_and_each_has_a_page_that_says_what_to_do() {
    List<JsonNode> alerts = alerts();
    String index = text(RUNBOOKS + "README.md");

    assertThat(alerts).isNotEmpty().hasSizeLessThanOrEqualTo(AT_MOST);
    for (JsonNode alert : alerts) {
      String name = alert.path("alert").asText();
      String page = alert.at("/annotations/runbook").asText();
      assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
      assertThat(alert.at("/annotations/summary").asText()).isNotEmpty();
      assertThat(page).startsWith(RUNBOOKS);
      assertThat(text(page))
          .startsWith("# " + name + "\n")
          .contains("\n## What to do\n", "\n## When it is over\n");
      assertThat(index).contains("[" + name + "](" + page.substring(RUNBOOKS.length()) + ")");
    }
    assertThat(matches("\\]\\(([a-z-]+\\.md)\\)", index).count()).isEqualTo(alerts.size());
  }

  @Test
  void each_alert_is_fired_and_kept_quiet_by_a_test() {
    Map<String, Integer> fired = new TreeMap<>();
    Map<String, Integer> quiet = new TreeMap<>();
    for (JsonNode test : Repository.yaml(FOLDER + "alerts-test.yaml").path("tests")) {
      for (JsonNode evaluation : test.path("alert_rule_test")) {
        (evaluation.path("exp_alerts").isEmpty() ? quiet : fired)
            .merge(evaluation.path("alertname").asText(), 1, Integer::sum);
      }
    }
    List<String> names = alerts().stream().map(alert -> alert.path("alert").asText()).toList();

    assertThat(fired.keySet()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(quiet.keySet()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(Files.isExecutable(Repository.path(FOLDER + "check"))).isTrue();
  }

  @Test
  void each_alert_has_a_fault_that_fires_it_but_one_of_an_hour_and_one_that_clients_cannot_make() {
    String fire = text(FOLDER + "fire");
    Set<String> faults =
        matches("^([A-Z]\\w+)\\(\\) \\{$", fire)
            .map(match -> match.group(1))
            .collect(Collectors.toSet());

    assertThat(alerts().stream().map(alert -> alert.path("alert").asText()))
        .filteredOn(alert -> !UNFIRED.contains(alert))
        .containsExactlyInAnyOrderElementsOf(faults);
    assertThat(faults)
        .allSatisfy(
            name ->
                assertThat(matches("(?s)^" + name + "\\(\\) \\{$(.*?)^}$", fire).findFirst())
                    .get()
                    .satisfies(
                        body ->
                            assertThat(body.group(1))
                                .as("what is made amiss, and well again, until " + name + " fires")
                                .containsPattern("(?m)^  fire " + name + " \\w+ \\w+")));
  }

  @Test
  void the_number_of_partitions_is_that_of_the_contract() {
    int partitions = Arrays.stream(Topic.values()).mapToInt(Topic::partitions).sum();

    assertThat(
            alerts().stream()
                .filter(alert -> alert.path("alert").asText().equals("PartitionsUnassigned"))
                .map(alert -> alert.path("expr").asText()))
        .containsExactly("sum by (job) (matrix_partitions_assigned) != " + partitions);
  }

  @Test
  void alerts_name_jobs_as_the_services_are_called() {
    List<String> folders = Arrays.stream(Service.values()).map(Service::folder).toList();

    assertThat(
            matches("job=~?\"([a-z|-]+)\"", text(FOLDER + "alerts.yaml"))
                .flatMap(match -> Arrays.stream(match.group(1).split("\\|"))))
        .isNotEmpty()
        .isSubsetOf(folders);
  }

  static List<JsonNode> alerts() {
    List<JsonNode> alerts = new ArrayList<>();
    Repository.yaml(FOLDER + "alerts.yaml").at("/groups/0/rules").forEach(alerts::add);
    return alerts;
  }
}
