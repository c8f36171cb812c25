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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    assertThat(EXAMPLE.get(service.name() + "_PUBLIC_URL"))
        .isEqualTo("https://" + EXAMPLE.get("GATEWAY_HOST") + ":" + GatewayTest.apiPort(service));
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
    String context = FOLDER + compose(service).at("/build/context").asText();
    JsonNode common = COMPOSE.path("x-service");

    assertThat(Repository.path(context)).isEqualTo(Repository.path(service.folder()));
    assertThat(Repository.path(context).resolve("Dockerfile")).isRegularFile();
    assertThat(image(service.folder()))
        .isEqualTo("localhost/disclosure/" + service.folder() + ":" + projectVersion());
    assertThat(compose(service).at("/build/args/JAVA_IMAGE").asText()).startsWith("${JAVA_IMAGE:?");
    assertThat(EXAMPLE.get("JAVA_IMAGE"))
        .isEqualTo(Repository.only("^ARG JAVA_IMAGE=(.*)$", service.dockerfile()));
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
        String source = resolved(volume.asText()).split(":", 2)[0];
        if (source.startsWith(".")) {
          assertThat(Files.exists(Repository.path(FOLDER + source))).as(source).isTrue();
        } else {
          assertThat(names(COMPOSE.path("volumes"))).contains(source);
        }
      }
      for (JsonNode secret : service.path("secrets")) {
        assertThat(names(COMPOSE.path("secrets"))).contains(secret.asText());
        assertThat(readFrom(service))
            .as(secret.asText())
            .contains("/run/secrets/" + secret.asText());
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
          .matches("([a-z0-9-]+\\.[a-z0-9.-]+|localhost)(/[a-z0-9-]+)+:v?\\d+\\.\\d+.*")
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
            Repository.matches("KAFKA_CERTIFICATES[^}]*}/([a-z-]+)\\.pem$", SOURCE)
                .map(match -> match.group(1))
                .filter(name -> !name.equals("ca")))
        .containsExactlyInAnyOrderElementsOf(made);
    assertThat(script).contains("umask 077");
  }

  @Test
  void nobody_takes_more_memory_than_is_meant_for_it() {
    assertThat(COMPOSE.at("/x-service/mem_limit").asText()).isEqualTo("1g");
    assertThat(COMPOSE.at("/x-migration/mem_limit").asText()).isEqualTo("512m");
    for (String name : names(COMPOSE.path("services"))) {
      JsonNode service = COMPOSE.path("services").path(name);
      assertThat(service.has("<<") || service.has("mem_limit")).as(name).isTrue();
    }
    // What the heap leaves is for threads, compiled code, what lies in /tmp, and the libraries'
    // own.
    for (String kind : List.of("/x-service", "/x-migration")) {
      JsonNode tmp = COMPOSE.at(kind + "/tmpfs");
      assertThat(tmp).hasSize(1);
      assertThat(tmp.get(0).asText()).matches("/tmp:size=\\d+m,mode=1777");
      long limit = megabytes(COMPOSE.at(kind + "/mem_limit").asText());
      long share = megabytes(Repository.only("size=(\\d+m)", tmp.get(0).asText()));
      assertThat(share * 10).as(kind).isLessThan(limit * 2);
    }
    assertThat(COMPOSE.at("/services/kafka/environment/KAFKA_HEAP_OPTS").asText())
        .contains("-Xmx768m");
  }

  @Test
  void the_documentation_says_how_much_memory_all_take_together() {
    long all = 0;
    for (JsonNode service : COMPOSE.path("services")) {
      // What has an end doesn't count.
      if (!service.path("restart").asText().equals("no")) {
        all +=
            megabytes(
                service.path("mem_limit").asText(COMPOSE.at("/x-service/mem_limit").asText()));
      }
    }

    assertThat(text("deploy/docs/operations.md"))
        .contains(String.format(Locale.ROOT, "may take %.1f GB of memory", all / 1024.0));
  }

  @Test
  void postgres_checks_what_it_reads_and_has_time_to_end() {
    JsonNode postgres = COMPOSE.at("/services/postgres");

    assertThat(postgres.at("/environment/POSTGRES_INITDB_ARGS").asText())
        .contains("--data-checksums");
    assertThat(postgres.path("stop_grace_period").asText()).isEqualTo("60s");
    assertThat(postgres.path("stop_signal").asText()).isEqualTo("SIGINT");
    assertThat(COMPOSE.at("/services/kafka/stop_grace_period").asText()).isEqualTo("60s");
    assertThat(text(FOLDER + "postgres/create-databases.sh"))
        .contains("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC;");
  }

  @Test
  void postgres_has_a_connection_for_everybody_at_once() {
    int connections = COMPOSE.at("/services/keycloak/environment/KC_DB_POOL_MAX_SIZE").asInt();
    for (Service service : Service.values()) {
      // Beside its pool, the watch of the database and, in the statistics, who listens to changes.
      connections +=
          Integer.parseInt(service.variables().get("DATABASE_POOL_SIZE").orElseThrow()) + 2;
    }

    // Of PostgreSQL's 100, three are kept for whoever looks after it.
    assertThat(COMPOSE.at("/services/postgres/command").toString())
        .doesNotContain("max_connections");
    assertThat(connections).isBetween(50, 97);
  }

  @ParameterizedTest
  @EnumSource
  void a_service_is_started_anew_when_the_issuer_s_address_changes_and_shows_its_pages(
      Service service) {
    JsonNode environment = compose(service).path("environment");

    assertThat(COMPOSE.at("/x-service/labels/disclosure.issuer").asText())
        .startsWith("${OIDC_PUBLIC_URL:?");
    assertThat(environment.path("PAGES_CLIENT_ID").asText()).isEqualTo("pages");
    assertThat(environment.path("PAGES_CLIENT_SECRET"))
        .isEqualTo(COMPOSE.at("/services/keycloak/environment/PAGES_CLIENT_SECRET"));
    assertThat(environment.path("PAGES_SESSION_SECRET").asText())
        .isEqualTo("${PAGES_SESSION_SECRET:?is missing in .env}");
  }

  @Test
  void a_digest_may_stand_in_for_any_tag() {
    // One variable holds the whole name of each image, so that "NAME:TAG@sha256:…" can be put
    // there.
    Repository.matches("^    image: (.*)$", SOURCE)
        .map(match -> match.group(1))
        .filter(image -> !image.contains("/disclosure/"))
        .forEach(image -> assertThat(image).matches("\\$\\{[A-Z]+_IMAGE:\\?is missing in \\.env}"));
    assertThat(text(FOLDER + ".env.example")).contains("NAME:TAG@sha256:…");
  }

  private static JsonNode compose(Service service) {
    return COMPOSE.path("services").path(service.folder());
  }

  private static String image(String service) {
    return resolved(COMPOSE.path("services").path(service).path("image").asText());
  }

  /** With what the example says in place of variables. */
  private static String resolved(String text) {
    return Pattern.compile("\\$\\{([A-Z_]+)[^}]*}")
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(EXAMPLE.get(match.group(1))));
  }

  /** Its environment, and what it reads of ours besides. */
  private static String readFrom(JsonNode service) {
    return service.path("environment")
        + (service.path("image").asText().contains("GATEWAY_IMAGE") ? GatewayTest.CADDYFILE : "");
  }

  private static long megabytes(String size) {
    long number = Long.parseLong(size.replaceAll("\\D", ""));
    return size.endsWith("g") ? number * 1024 : number;
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
