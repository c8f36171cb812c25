package disclosure.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that Grafana shows. */
class DashboardsTest {

  private static final int WIDTH = 24;
  private static final String FOLDER = "deploy/observability/dashboards/";

  static Stream<String> boards() {
    return Repository.files(".json").filter(file -> file.startsWith(FOLDER));
  }

  @Test
  void there_is_one_for_each_service_and_one_for_the_way_of_an_event() {
    assertThat(boards())
        .containsExactly(
            FOLDER + "event.json",
            FOLDER + "register.json",
            FOLDER + "reports.json",
            FOLDER + "statistics.json");
    assertThat(boards().map(board -> Repository.yaml(board).path("uid").asText()))
        .doesNotHaveDuplicates()
        .allMatch(uid -> uid.startsWith("disclosure-"));
  }

  @ParameterizedTest
  @MethodSource("boards")
  void each_panel_says_what_it_shows_and_asks_the_prometheus_that_was_chosen(String board) {
    JsonNode dashboard = Repository.yaml(board);

    assertThat(dashboard.at("/templating/list/0/name").asText()).isEqualTo("datasource");
    assertThat(dashboard.path("panels")).isNotEmpty();
    Set<Integer> ids = new HashSet<>();
    for (JsonNode panel : dashboard.path("panels")) {
      assertThat(ids.add(panel.path("id").asInt())).isTrue();
      assertThat(panel.path("title").asText()).isNotEmpty();
      assertThat(panel.path("description").asText()).isNotEmpty();
      assertThat(panel.path("targets")).isNotEmpty();
      for (JsonNode target : panel.path("targets")) {
        assertThat(target.at("/datasource/uid").asText()).isEqualTo("${datasource}");
        assertThat(target.path("expr").asText()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("boards")
  void panels_stand_beside_each_other_and_not_on_each_other(String board) {
    Set<String> taken = new HashSet<>();
    for (JsonNode panel : Repository.yaml(board).path("panels")) {
      JsonNode place = panel.path("gridPos");
      assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(WIDTH);
      for (int x = place.path("x").asInt();
          x < place.path("x").asInt() + place.path("w").asInt();
          x++) {
        for (int y = place.path("y").asInt();
            y < place.path("y").asInt() + place.path("h").asInt();
            y++) {
          assertThat(taken.add(x + " " + y)).as(panel.path("title").asText()).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("boards")
  void jobs_are_called_as_the_services_are(String board) {
    List<String> jobs = new ArrayList<>();
    for (String question : Repository.yaml(board).findValuesAsText("expr")) {
      Repository.matches("job=\"([^\"]*)\"", question).forEach(match -> jobs.add(match.group(1)));
    }

    assertThat(jobs).isSubsetOf(Arrays.stream(Service.values()).map(Service::folder).toList());
  }
}
