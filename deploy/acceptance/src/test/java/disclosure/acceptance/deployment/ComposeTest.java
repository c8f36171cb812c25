package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.names;
import static disclosure.acceptance.deployment.Repository.only;
import static disclosure.acceptance.deployment.Repository.text;
import static disclosure.acceptance.deployment.Repository.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeTest {

  private static final String FOLDER = "deploy/compose/";
  private static final String SOURCE = text(FOLDER + "compose.yaml");
  private static final JsonNode COMPOSE = Repository.yaml(FOLDER + "compose.yaml");
  private static final Map<String, String> EXAMPLE = example();

  @Test
  void every_variable_is_in_the_example_and_no_other() {
    assertThat(references().map(match -> match.group(1)).collect(Collectors.toSet()))
        .isEqualTo(EXAMPLE.keySet());
  }

  @Test
  void no_secret_has_a_default() {
    assertThat(EXAMPLE.keySet()).anyMatch(ComposeTest::isSecret);
    references()
        .filter(match -> isSecret(match.group(1)))
        .forEach(match -> assertThat(match.group(2)).as(match.group()).startsWith(":?"));
    EXAMPLE.forEach(
        (name, value) -> {
          if (isSecret(name)) {
            assertThat(value).as(name).isEmpty();
          }
        });
  }

  @Test
  void no_secret_is_written_down() {
    for (JsonNode service : COMPOSE.path("services")) {
      texts(service.path("environment"))
          .forEach(
              (name, value) -> {
                if (isSecret(name)) {
                  assertThat(value).as(name).startsWith("${");
                }
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_service_gets_every_variable_it_needs_and_none_it_does_not_read(Service service) {
    TreeSet<String> set = names(compose(service).path("environment"));

    assertThat(set).containsAll(service.required());
    assertThat(service.variables().keySet()).containsAll(set);
  }

  @ParameterizedTest
  @EnumSource
  void a_service_is_published_on_loopback_at_its_own_port(Service service) {
    int port = service.port();

    assertThat(compose(service).at("/environment/HTTP_PORT").asInt()).isEqualTo(port);
    assertThat(compose(service).path("ports")).hasSize(1);
    assertThat(compose(service).at("/ports/0").asText())
        .isEqualTo("127.0.0.1:" + port + ":" + port);
  }

  @ParameterizedTest
  @EnumSource
  void a_service_is_built_from_its_recipe_and_may_not_write_or_gain_rights(Service service) {
    String context = FOLDER + compose(service).path("build").asText();
    JsonNode common = COMPOSE.path("x-service");

    assertThat(Repository.path(context)).isEqualTo(Repository.path(service.folder()));
    assertThat(Repository.path(context).resolve("Dockerfile")).isRegularFile();
    assertThat(compose(service).path("image").asText())
        .isEqualTo("disclosure/" + service.folder() + ":" + projectVersion());
    assertThat(compose(service).has("<<")).isTrue();
    assertThat(common.path("read_only").asBoolean()).isTrue();
    assertThat(common.at("/cap_drop/0").asText()).isEqualTo("ALL");
  }

  @ParameterizedTest
  @EnumSource
  void a_service_s_database_roles_and_passwords_are_those_that_are_created(Service service) {
    String script = text(FOLDER + "postgres/create-databases.sh");
    JsonNode environment = compose(service).path("environment");
    String database =
        only("^jdbc:postgresql://postgres:5432/(\\w+)$", environment.path("DATABASE_URL").asText());
    String owner = only("^create " + database + " \"\\$(\\w+)\"$", script);
    String user = only("^admit " + database + " \"\\$(\\w+)\"$", script);
    Set<String> passed = names(COMPOSE.at("/services/postgres/environment"));

    assertThat(environment.path("DATABASE_USER").asText()).isEqualTo(database + "_service");
    assertThat(environment.path("DATABASE_OWNER_USER").asText()).isEqualTo(database + "_owner");
    assertThat(environment.path("DATABASE_PASSWORD").asText()).startsWith("${" + user + ":?");
    assertThat(environment.path("DATABASE_OWNER_PASSWORD").asText())
        .startsWith("${" + owner + ":?");
    assertThat(passed).contains(owner, user);
  }

  @Test
  void the_report_service_asks_the_others_where_they_are() {
    JsonNode environment = compose(Service.REPORT).path("environment");

    assertThat(environment.path("REQUESTS_URL").asText())
        .isEqualTo("http://application-requests-service:" + Service.REQUESTS.port());
    assertThat(environment.path("STATISTICS_URL").asText())
        .isEqualTo("http://statistics-service:" + Service.STATISTICS.port());
  }

  @Test
  void what_a_service_waits_for_exists_and_can_say_that_it_is_ready() {
    for (JsonNode service : COMPOSE.path("services")) {
      texts(service.path("depends_on"))
          .keySet()
          .forEach(
              name -> {
                JsonNode other = COMPOSE.path("services").path(name);
                String condition = service.at("/depends_on/" + name + "/condition").asText();
                assertThat(other.isObject()).as(name).isTrue();
                if (condition.equals("service_completed_successfully")) {
                  assertThat(other.path("restart").asText()).isEqualTo("no");
                } else {
                  assertThat(condition).isEqualTo("service_healthy");
                  assertThat(other.has("healthcheck") || other.has("build")).as(name).isTrue();
                }
              });
    }
  }

  @Test
  void every_mounted_path_volume_and_secret_exists() {
    for (JsonNode service : COMPOSE.path("services")) {
      for (JsonNode volume : service.path("volumes")) {
        String source = volume.asText().split(":", 2)[0];
        if (source.startsWith(".")) {
          assertThat(Files.exists(Repository.path(FOLDER + source))).as(source).isTrue();
        } else {
          assertThat(names(COMPOSE.path("volumes"))).contains(source);
        }
      }
      for (JsonNode secret : service.path("secrets")) {
        assertThat(names(COMPOSE.path("secrets"))).contains(secret.asText());
        assertThat(service.path("environment"))
            .anyMatch(value -> value.asText().equals("/run/secrets/" + secret.asText()));
      }
    }
  }

  @Test
  void the_servers_have_the_versions_that_the_tests_run_against() {
    String pom = text("pom.xml");
    String postgres = only("<postgres-binaries.version>(\\d+\\.\\d+)\\.\\d+<", pom);
    String kafka = only("<kafka.version>([^<]+)<", pom);

    assertThat(image("postgres")).isEqualTo("postgres:" + postgres + "-bookworm");
    assertThat(image("kafka")).isEqualTo("apache/kafka:" + kafka);
    assertThat(image("topics")).isEqualTo(image("kafka"));
  }

  @Test
  void no_image_moves_under_its_tag() {
    for (JsonNode service : COMPOSE.path("services")) {
      assertThat(service.path("image").asText())
          .matches("[^:]+:\\d+\\.\\d+.*")
          .doesNotContain("latest");
    }
  }

  private static JsonNode compose(Service service) {
    return COMPOSE.path("services").path(service.folder());
  }

  private static String image(String service) {
    return COMPOSE.path("services").path(service).path("image").asText();
  }

  private static boolean isSecret(String name) {
    return name.endsWith("PASSWORD") || name.endsWith("SECRET");
  }

  private static java.util.stream.Stream<MatchResult> references() {
    return Repository.matches("(?<!\\$)\\$\\{([A-Z_]+)([^}]*)}", SOURCE);
  }

  private static String projectVersion() {
    return Repository.matches("<version>([^<]+)</version>", text("pom.xml"))
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static Map<String, String> example() {
    Map<String, String> example = new TreeMap<>();
    Repository.matches("^([A-Z_]+)=(.*)$", text(FOLDER + ".env.example"))
        .forEach(match -> example.put(match.group(1), match.group(2)));
    return example;
  }
}
