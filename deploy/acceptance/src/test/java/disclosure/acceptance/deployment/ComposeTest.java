package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.names;
import static disclosure.acceptance.deployment.Repository.only;
import static disclosure.acceptance.deployment.Repository.text;
import static disclosure.acceptance.deployment.Repository.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
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
  private static final String MIGRATION = "disclosure.storage.migration.Migrate";
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
    assertThat(set).allMatch(service::reads);
  }

  @ParameterizedTest
  @EnumSource
  void a_service_links_to_the_address_at_which_its_clients_reach_it(Service service) {
    assertThat(compose(service).at("/environment/PUBLIC_URL").asText())
        .isEqualTo("${" + service.name() + "_PUBLIC_URL:?is missing in .env}");
    assertThat(text(FOLDER + ".env.example"))
        .contains(service.name() + "_PUBLIC_URL=http://localhost:" + service.port() + "\n");
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
    assertThat(image(service.folder()))
        .isEqualTo("localhost/disclosure/" + service.folder() + ":" + projectVersion());
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
    assertThat(environment.path("DATABASE_PASSWORD").asText()).startsWith("${" + user + ":?");
    assertThat(passed).contains(owner, user);
  }

  @ParameterizedTest
  @EnumSource
  void a_job_that_ends_before_the_service_begins_is_alone_in_knowing_the_owner(Service service) {
    String job = "migrate-" + service.word();
    JsonNode migration = COMPOSE.path("services").path(job);
    JsonNode owner = migration.path("environment");

    assertThat(compose(service).at("/depends_on/" + job + "/condition").asText())
        .isEqualTo("service_completed_successfully");
    assertThat(migration.path("image")).isEqualTo(compose(service).path("image"));
    assertThat(migration.path("build")).isEqualTo(compose(service).path("build"));
    assertThat(COMPOSE.at("/x-migration/entrypoint")).last().asString().contains(MIGRATION);
    assertThat(migration.has("entrypoint")).isFalse();
    assertThat(names(owner)).containsExactlyInAnyOrderElementsOf(Service.MIGRATION);
    assertThat(owner.path("DATABASE_URL"))
        .isEqualTo(compose(service).at("/environment/DATABASE_URL"));
    assertThat(owner.path("DATABASE_USER"))
        .isEqualTo(compose(service).at("/environment/DATABASE_USER"));
    assertThat(owner.path("DATABASE_OWNER_USER").asText()).isEqualTo(service.word() + "_owner");
    assertThat(owner.path("DATABASE_OWNER_PASSWORD").asText())
        .startsWith("${" + service.word().toUpperCase(Locale.ROOT) + "_OWNER_PASSWORD:?");
    assertThat(compose(service).path("environment").toString()).doesNotContainIgnoringCase("owner");
  }

  @Test
  void whoever_rebuilds_the_counts_has_no_password_and_gives_no_rights_to_whoever_works() {
    assertThat(text(FOLDER + "postgres/create-databases.sh"))
        .contains(
            "CREATE ROLE statistics_rebuild NOLOGIN;",
            "GRANT statistics_rebuild TO statistics_service WITH INHERIT FALSE, SET TRUE;");
    assertThat(Service.STATISTICS.variables().get("DATABASE_REBUILD_ROLE"))
        .contains("statistics_rebuild");
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

    assertThat(image("postgres")).isEqualTo("docker.io/library/postgres:" + postgres + "-bookworm");
    assertThat(image("kafka")).isEqualTo("docker.io/apache/kafka:" + kafka);
    assertThat(image("topics")).isEqualTo(image("kafka"));
  }

  @Test
  void an_image_is_named_with_its_registry_and_does_not_move_under_its_tag() {
    for (String service : names(COMPOSE.path("services"))) {
      assertThat(image(service))
          .matches("([a-z0-9-]+\\.[a-z0-9.-]+|localhost)(/[a-z0-9-]+)+:\\d+\\.\\d+.*")
          .doesNotContain("latest");
    }
  }

  @Test
  void kafka_admits_nobody_without_a_certificate_and_lets_nobody_do_what_no_rule_allows() {
    JsonNode kafka = COMPOSE.at("/services/kafka/environment");

    assertThat(kafka.path("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP").asText().split(","))
        .allMatch(listener -> listener.endsWith(":SSL"));
    assertThat(kafka.path("KAFKA_SSL_CLIENT_AUTH").asText()).isEqualTo("required");
    assertThat(kafka.path("KAFKA_AUTHORIZER_CLASS_NAME").asText()).endsWith("StandardAuthorizer");
    assertThat(kafka.path("KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND").asText()).isEqualTo("false");
    assertThat(kafka.path("KAFKA_SUPER_USERS").asText())
        .isEqualTo("User:CN=kafka;User:CN=operator");
    assertThat(COMPOSE.at("/services/kafka").has("ports")).isFalse();
  }

  @Test
  void whoever_asks_kafka_shows_a_certificate_of_its_own() {
    Set<String> shown = new TreeSet<>();
    for (JsonNode service : COMPOSE.path("services")) {
      JsonNode environment = service.path("environment");
      if (environment.has("KAFKA_BOOTSTRAP_SERVERS")) {
        assertThat(environment.path("KAFKA_SECURITY_PROTOCOL").asText()).isEqualTo("SSL");
        assertThat(environment.path("KAFKA_SSL_TRUSTSTORE_LOCATION").asText())
            .isEqualTo("/run/secrets/kafka-authority");
        assertThat(shown.add(environment.path("KAFKA_SSL_KEYSTORE_LOCATION").asText())).isTrue();
      }
    }
    assertThat(shown).hasSize(3);
  }

  @Test
  void the_certificates_are_made_for_those_who_show_them() {
    String script = text(FOLDER + "kafka/make-certificates.sh");
    List<String> made = List.of(Repository.only("^for name in (.*); do$", script).split(" "));

    assertThat(
            Repository.matches("/([a-z-]+)\\.pem$", SOURCE)
                .map(match -> match.group(1))
                .filter(name -> !name.equals("ca")))
        .containsExactlyInAnyOrderElementsOf(made);
    assertThat(script).contains("umask 077");
  }

  private static JsonNode compose(Service service) {
    return COMPOSE.path("services").path(service.folder());
  }

  private static String image(String service) {
    String image = COMPOSE.path("services").path(service).path("image").asText();
    return Repository.matches("\\$\\{([A-Z_]+)[^}]*}(.*)", image)
        .map(match -> EXAMPLE.get(match.group(1)) + match.group(2))
        .findFirst()
        .orElse(image);
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
