package disclosure.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.requests.contract.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicCreationTest {

  private static final String SCRIPT = Repository.text("deploy/kubernetes/base/create-topics.sh");

  @Test
  void the_topics_and_their_partitions_are_those_of_the_contract() {
    assertThat(
            Repository.matches("^(disclosure\\.\\w+) (\\d+)$", SCRIPT)
                .collect(Collectors.toMap(m -> m.group(1), m -> Integer.valueOf(m.group(2)))))
        .isEqualTo(
            Arrays.stream(Topic.values())
                .collect(Collectors.toMap(Topic::topicName, Topic::partitions)));
  }

  @ParameterizedTest
  @EnumSource
  void the_settings_are_those_of_the_contract(Topic topic) {
    Map<String, String> settings =
        Arrays.stream(Repository.only("^SETTINGS=(.*)$", SCRIPT).split(","))
            .map(setting -> setting.split("=", 2))
            .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));

    assertThat(settings).isEqualTo(topic.settings());
  }

  @Test
  void the_register_writes_the_statistics_read_and_nobody_does_else() {
    assertThat(
            Repository.matches("^ *allow (\\S.*)$", SCRIPT).map(match -> match.group(1)).toList())
        .containsExactly(
            "application-requests-service --operation Write --operation Describe --topic \"$topic\"",
            "statistics-service --operation Read --operation Describe --topic \"$topic\"",
            "statistics-service --operation Read --group statistics-service");
    assertThat(Service.STATISTICS.variables().get("KAFKA_GROUP_ID")).contains("statistics-service");
  }

  @Test
  void compose_and_kubernetes_give_the_script_what_it_reads() {
    var read =
        Repository.matches("\\$([A-Z][A-Z_]+)", SCRIPT)
            .map(match -> match.group(1))
            .filter(name -> !Set.of("BIN", "SETTINGS", "CONFIG").contains(name))
            .collect(Collectors.toSet());
    JsonNode compose = Repository.yaml("deploy/compose/compose.yaml");
    JsonNode job = Repository.yaml("deploy/kubernetes/base/topics.yaml");

    assertThat(Repository.names(compose.at("/services/topics/environment"))).isEqualTo(read);
    assertThat(
            job.at("/spec/template/spec/containers/0/env").findValuesAsText("name").stream()
                .filter(read::contains)
                .collect(Collectors.toSet()))
        .isEqualTo(read);
  }
}
