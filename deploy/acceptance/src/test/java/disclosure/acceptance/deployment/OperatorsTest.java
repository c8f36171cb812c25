package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.only;
import static disclosure.acceptance.deployment.Repository.text;
import static disclosure.acceptance.deployment.Repository.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.requests.contract.Topic;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A county, a province and the nation on Kubernetes, with operators for what they stand on. */
class OperatorsTest {

  private static final String KUBERNETES = "deploy/kubernetes/";
  private static final String BASE = KUBERNETES + "base/";
  private static final String OPERATORS = KUBERNETES + "operators/";
  private static final String SIGNING = KUBERNETES + "signing/";
  private static final List<String> OVERLAYS = List.of("county", "province", "nation");
  private static final Set<String> PATCHES =
      Set.of("postgres-authority.yaml", "reached.yaml", "size.yaml");
  private static final Map<String, Class<?>> KINDS =
      Map.ofEntries(
          Map.entry("Kafka", Kafka.class),
          Map.entry("KafkaNodePool", KafkaNodePool.class),
          Map.entry("KafkaTopic", KafkaTopic.class),
          Map.entry("KafkaUser", KafkaUser.class),
          Map.entry("Gateway", Gateway.class),
          Map.entry("HTTPRoute", HTTPRoute.class),
          Map.entry("NetworkPolicy", NetworkPolicy.class),
          Map.entry("Deployment", Deployment.class),
          Map.entry("ServiceAccount", ServiceAccount.class),
          Map.entry("Role", Role.class),
          Map.entry("RoleBinding", RoleBinding.class),
          Map.entry("Namespace", Namespace.class));
  private static final Set<String> FIELDS =
      text("deploy/acceptance/src/test/resources/operators/fields.txt")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toSet());

  /** Beside its pool: the watch of the database, and who listens to changes. */
  private static final int CONNECTIONS_BESIDE = 2;

  /** What PostgreSQL keeps for whoever looks after it, and an instance that migrates. */
  private static final int CONNECTIONS_KEPT = 5;

  @ParameterizedTest
  @ValueSource(strings = {"operators", "signing", "county", "province", "nation"})
  void every_file_is_listed_and_all_exist(String folder) throws IOException {
    JsonNode kustomization = Repository.yaml(KUBERNETES + folder + "/kustomization.yaml");
    Set<String> listed = new HashSet<>();
    kustomization.path("resources").forEach(resource -> listed.add(resource.asText()));
    kustomization.path("components").forEach(resource -> listed.add(resource.asText()));
    kustomization.path("patches").forEach(patch -> listed.add(patch.path("path").asText("")));
    listed.remove("");

    listed.forEach(
        file -> assertThat(Repository.path(KUBERNETES + folder + "/" + file)).as(file).exists());
    try (Stream<Path> files = Files.list(Repository.path(KUBERNETES + folder))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(file -> !file.equals("kustomization.yaml"))
          .isSubsetOf(listed);
    }
  }

  @Test
  void every_document_is_of_its_kind_down_to_the_last_field() throws Exception {
    assertThat(all()).hasSizeGreaterThan(50);
    for (JsonNode document : all()) {
      String kind = document.path("kind").asText();
      String name = kind + " " + document.at("/metadata/name").asText();
      if (KINDS.containsKey(kind)) {
        Object read = Repository.YAML.treeToValue(document, KINDS.get(kind));
        assertThat(UnknownFields.in(read)).as(name).isEmpty();
      } else {
        assertThat(FIELDS)
            .as(name)
            .contains(kind + " apiVersion=" + document.path("apiVersion").asText());
        assertKnown(kind, document.path("spec"), "spec");
      }
    }
  }

  private static void assertKnown(String kind, JsonNode value, String path) {
    if (FIELDS.contains(kind + " " + path + ".*")) {
      assertThat(value.isObject()).as(path).isTrue();
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(field -> assertKnown(kind, field.getValue(), path + "." + field.getKey()));
    } else if (value.isArray()) {
      value.forEach(item -> assertKnown(kind, item, path + "[]"));
    } else {
      assertThat(FIELDS).contains(kind + " " + path);
    }
  }

  @Test
  void what_is_patched_is_there() {
    Set<String> there =
        Stream.concat(Stream.of(BASE), Stream.of(OPERATORS))
            .flatMap(folder -> documents(folder, false))
            .map(OperatorsTest::id)
            .collect(Collectors.toSet());
    for (String folder : folders()) {
      documents(folder, true).forEach(patch -> assertThat(there).as(folder).contains(id(patch)));
      for (JsonNode patch : Repository.yaml(folder + "kustomization.yaml").path("patches")) {
        JsonNode target = patch.path("target");
        if (target.has("name")) {
          assertThat(there)
              .contains(target.path("kind").asText() + " " + target.path("name").asText());
        }
      }
    }
  }

  @Test
  void a_patched_container_is_one_of_the_pod_s() {
    for (String folder : folders()) {
      documents(folder, true)
          .filter(patch -> patch.path("kind").asText().equals("Deployment"))
          .forEach(
              patch -> {
                JsonNode base = one(BASE, id(patch));
                for (String list : List.of("containers", "initContainers")) {
                  String path = "/spec/template/spec/" + list;
                  assertThat(base.at(path).findValuesAsText("name"))
                      .as(id(patch))
                      .containsAll(names(patch.at(path)));
                }
              });
    }
  }

  @Test
  void topics_are_those_of_the_contract() {
    Map<String, Integer> partitions = new TreeMap<>();
    documents(OPERATORS, false)
        .filter(document -> document.path("kind").asText().equals("KafkaTopic"))
        .forEach(
            topic -> {
              partitions.put(
                  topic.at("/metadata/name").asText(), topic.at("/spec/partitions").asInt());
              Map<String, String> config = texts(topic.at("/spec/config"));
              assertThat(config.remove("min.insync.replicas")).isEqualTo("2");
              assertThat(config).isEqualTo(Topic.APPLICATIONS.settings());
              assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(3);
            });

    assertThat(partitions)
        .isEqualTo(
            Arrays.stream(Topic.values())
                .collect(Collectors.toMap(Topic::topicName, Topic::partitions)));
  }

  @Test
  void the_register_writes_the_statistics_read_and_nobody_does_else() {
    Map<String, Set<String>> rights = new TreeMap<>();
    documents(OPERATORS, false)
        .filter(document -> document.path("kind").asText().equals("KafkaUser"))
        .forEach(
            user -> {
              Set<String> may = new TreeSet<>();
              for (JsonNode right : user.at("/spec/authorization/acls")) {
                right
                    .path("operations")
                    .forEach(
                        operation ->
                            may.add(
                                operation.asText() + " " + right.at("/resource/name").asText()));
              }
              assertThat(user.at("/spec/authentication/type").asText()).isEqualTo("tls");
              rights.put(user.at("/metadata/name").asText(), may);
            });
    Set<String> writes = new TreeSet<>();
    Set<String> reads = new TreeSet<>(Set.of("Read statistics-service"));
    for (Topic topic : Topic.values()) {
      writes.addAll(Set.of("Write " + topic.topicName(), "Describe " + topic.topicName()));
      reads.addAll(Set.of("Read " + topic.topicName(), "Describe " + topic.topicName()));
    }

    assertThat(rights)
        .isEqualTo(Map.of(Service.REQUESTS.folder(), writes, Service.STATISTICS.folder(), reads));
    JsonNode kafka = one(OPERATORS, "Kafka disclosure");
    assertThat(kafka.at("/spec/kafka/authorization/type").asText()).isEqualTo("simple");
    assertThat(kafka.at("/spec/kafka/listeners")).hasSize(1);
    assertThat(kafka.at("/spec/kafka/listeners/0/authentication/type").asText()).isEqualTo("tls");
    assertThat(kafka.at("/spec/kafka/version").asText())
        .isEqualTo(only("<kafka.version>([^<]+)<", text("pom.xml")));
  }

  @ParameterizedTest
  @EnumSource
  void a_service_finds_its_database_and_knows_it_by_its_authority(Service service) {
    String word = service.word();
    JsonNode cluster = one(OPERATORS, "Cluster " + word + "-postgres");
    JsonNode created = cluster.at("/spec/bootstrap/initdb");
    JsonNode role = cluster.at("/spec/managed/roles/0");
    JsonNode patch =
        documents(OPERATORS, true)
            .filter(document -> id(document).equals("Deployment " + service.folder()))
            .findFirst()
            .orElseThrow();
    JsonNode authority = patch.at("/spec/template/spec/volumes/0");
    String mounted = patch.at("/spec/template/spec/containers/0/volumeMounts/0/mountPath").asText();

    assertThat(configuration("county").get(service.name() + "_DATABASE_URL"))
        .isEqualTo(
            "jdbc:postgresql://"
                + word
                + "-postgres-rw:5432/"
                + created.path("database").asText()
                + "?sslmode=verify-full&sslrootcert="
                + mounted
                + "/ca.crt");
    assertThat(authority.at("/secret/secretName").asText()).isEqualTo(word + "-postgres-ca");
    assertThat(patch.at("/spec/template/spec/initContainers/0/volumeMounts"))
        .isEqualTo(patch.at("/spec/template/spec/containers/0/volumeMounts"));
    assertThat(created.path("owner").asText()).isEqualTo(word + "_owner");
    assertThat(created.path("dataChecksums").asBoolean()).isTrue();
    assertThat(role.path("name").asText()).isEqualTo(word + "_service");
    assertThat(created.path("postInitApplicationSQL").toString())
        .contains(
            "REVOKE ALL ON DATABASE " + word + " FROM PUBLIC",
            "GRANT CONNECT ON DATABASE " + word + " TO " + word + "_service");
    // What the secrets of both roles say is what the database has.
    assertThat(made(created.at("/secret/name").asText()).path("username").asText())
        .isEqualTo(word + "_owner");
    assertThat(made(role.at("/passwordSecret/name").asText()).path("username").asText())
        .isEqualTo(word + "_service");
    assertThat(made(role.at("/passwordSecret/name").asText()).path("user").asText())
        .isEqualTo(word + "_service");
  }

  @Test
  void who_rebuilds_the_counts_is_as_in_compose() {
    String created =
        one(OPERATORS, "Cluster statistics-postgres")
            .at("/spec/bootstrap/initdb/postInitApplicationSQL")
            .toString();

    matches(
            "^(?:CREATE ROLE|GRANT) .*statistics_rebuild.*;$",
            text("deploy/compose/postgres/create-databases.sh"))
        .forEach(
            statement ->
                assertThat(created)
                    .contains(statement.group().substring(0, statement.group().length() - 1)));
  }

  @Test
  void what_can_not_be_made_anew_is_backed_up() {
    String store = "disclosure-backups";
    assertThat(one(OPERATORS, "ObjectStore " + store).isObject()).isTrue();
    for (String word : List.of("requests", "report")) {
      JsonNode plugin = one(OPERATORS, "Cluster " + word + "-postgres").at("/spec/plugins/0");
      JsonNode backup = one(OPERATORS, "ScheduledBackup " + word + "-postgres").path("spec");

      assertThat(plugin.path("isWALArchiver").asBoolean()).isTrue();
      assertThat(plugin.at("/parameters/barmanObjectName").asText()).isEqualTo(store);
      assertThat(backup.at("/cluster/name").asText()).isEqualTo(word + "-postgres");
      assertThat(backup.at("/pluginConfiguration/name")).isEqualTo(plugin.path("name"));
      // Six fields, the first of which are seconds.
      assertThat(backup.path("schedule").asText().split(" ")).hasSize(6);
    }
  }

  @Test
  void kafka_is_found_at_its_listener_which_the_policy_lets_through() {
    JsonNode kafka = one(OPERATORS, "Kafka disclosure");
    String port = kafka.at("/spec/kafka/listeners/0/port").asText();
    JsonNode policy =
        documents(OPERATORS, true)
            .filter(document -> id(document).equals("NetworkPolicy to-kafka"))
            .findFirst()
            .orElseThrow();

    assertThat(configuration("county").get("KAFKA_BOOTSTRAP_SERVERS"))
        .isEqualTo(kafka.at("/metadata/name").asText() + "-kafka-bootstrap:" + port);
    assertThat(policy.at("/spec/egress/0/ports/0/port").asText()).isEqualTo(port);
    assertThat(
            policy.at("/spec/egress/0/to/0/podSelector/matchLabels/strimzi.io~1cluster").asText())
        .isEqualTo(kafka.at("/metadata/name").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"county", "province", "nation"})
  void every_secret_and_setting_that_a_pod_reads_is_made(String overlay) {
    Map<String, String> settings = configuration(overlay);
    documents(BASE, false)
        .filter(document -> document.path("kind").asText().equals("Deployment"))
        .forEach(
            deployment -> {
              for (JsonNode reference : deployment.findValues("secretKeyRef")) {
                assertThat(Repository.names(made(reference.path("name").asText())))
                    .as(reference.toString())
                    .contains(reference.path("key").asText());
              }
              for (JsonNode secret : deployment.findValues("secretName")) {
                assertThat(made(secret.asText()).isEmpty()).as(secret.asText()).isFalse();
              }
              for (JsonNode reference : deployment.findValues("configMapKeyRef")) {
                assertThat(settings).containsKey(reference.path("key").asText());
              }
            });
    JsonNode store = one(OPERATORS, "ObjectStore disclosure-backups");
    for (String key : List.of("accessKeyId", "secretAccessKey")) {
      JsonNode reference = store.at("/spec/configuration/s3Credentials/" + key);
      assertThat(Repository.names(made(reference.path("name").asText())))
          .contains(reference.path("key").asText());
    }
  }

  @Test
  void the_component_for_signing_fits_the_service_and_says_what_it_needs() throws Exception {
    String head = text(SIGNING + "kustomization.yaml");
    JsonNode patch = Repository.yaml(SIGNING + "report-service.yaml");
    JsonNode policy = Repository.yaml(SIGNING + "network-policies.yaml");
    JsonNode base = one(BASE, "Deployment " + Service.REPORT.folder());
    JsonNode pod = patch.at("/spec/template/spec");
    JsonNode container = pod.at("/containers/0");
    String mounted = container.at("/volumeMounts/0/mountPath").asText();

    assertThat(UnknownFields.in(Repository.YAML.treeToValue(patch, Deployment.class))).isEmpty();
    assertThat(UnknownFields.in(Repository.YAML.treeToValue(policy, NetworkPolicy.class)))
        .isEmpty();
    assertThat(id(patch)).isEqualTo(id(base));
    assertThat(names(base.at("/spec/template/spec/containers")))
        .contains(container.path("name").asText());
    for (JsonNode variable : container.path("env")) {
      assertThat(Service.REPORT.variables()).containsKey(variable.path("name").asText());
      String value = variable.path("value").asText();
      if (value.isEmpty()) {
        assertThat(head).contains(variable.at("/valueFrom/configMapKeyRef/key").asText());
      } else {
        assertThat(value).startsWith(mounted + "/");
        assertThat(head).contains("--from-file=" + value.substring(mounted.length() + 1));
      }
    }
    assertThat(pod.at("/volumes/0/name")).isEqualTo(container.at("/volumeMounts/0/name"));
    assertThat(head).contains("generic " + pod.at("/volumes/0/secret/secretName").asText() + " ");
    assertThat(policy.at("/spec/podSelector/matchLabels"))
        .isEqualTo(base.at("/spec/selector/matchLabels"));
    assertThat(head).contains("policy " + policy.at("/metadata/name").asText());
    assertThat(policy.at("/spec/egress/0/to/0/ipBlock/cidr").asText())
        .matches("192\\.0\\.2\\.\\d+/32");
  }

  @Test
  void the_services_certificates_are_put_together_of_what_strimzi_makes_and_nothing_else_is_read() {
    JsonNode may = one(OPERATORS, "Role of-strimzi").at("/rules/0");
    Set<String> read = new TreeSet<>();
    for (String name : List.of(Service.REQUESTS.folder(), Service.STATISTICS.folder())) {
      JsonNode secret = one(OPERATORS, "ExternalSecret " + name + "-kafka");
      assertThat(secret.at("/spec/secretStoreRef/name").asText()).isEqualTo("of-strimzi");
      secret.at("/spec/data").forEach(part -> read.add(part.at("/remoteRef/key").asText()));
      assertThat(one(OPERATORS, "KafkaUser " + name).isObject()).isTrue();
      assertThat(Repository.names(made(name + "-kafka"))).containsExactly("ca.pem", "client.pem");
    }
    Set<String> allowed = new TreeSet<>();
    may.path("resourceNames").forEach(name -> allowed.add(name.asText()));

    assertThat(allowed).isEqualTo(read);
    assertThat(may.path("verbs")).extracting(JsonNode::asText).containsExactly("get");
  }

  @ParameterizedTest
  @EnumSource
  void pages_and_api_of_a_service_are_led_to_it(Service service) {
    Set<String> led = new TreeSet<>();
    for (JsonNode rule : one(OPERATORS, "HTTPRoute pages").at("/spec/rules")) {
      JsonNode backend = rule.at("/backendRefs/0");
      if (backend.path("name").asText().equals(service.folder())) {
        assertThat(backend.path("port").asInt()).isEqualTo(service.port());
        rule.path("matches").forEach(match -> led.add(match.at("/path/value").asText()));
      }
    }
    JsonNode api = one(OPERATORS, "HTTPRoute " + service.folder()).path("spec");

    assertThat(led)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(service.prefixes().stream(), service.robots().stream()).toList());
    assertThat(api.at("/rules/0/backendRefs/0/port").asInt()).isEqualTo(service.port());
    for (String overlay : OVERLAYS) {
      assertThat(configuration(overlay).get(service.name() + "_PUBLIC_URL"))
          .isEqualTo("https://" + api.at("/hostnames/0").asText());
      assertThat(configuration(overlay).get("PAGES_URL"))
          .isEqualTo(
              "https://" + one(OPERATORS, "HTTPRoute pages").at("/spec/hostnames/0").asText());
    }
  }

  @Test
  void more_instances_than_partitions_are_not_started_to_count() {
    for (String overlay : OVERLAYS) {
      assertThat(sized(overlay, "ScaledObject statistics-service", "/spec/maxReplicaCount").asInt())
          .isLessThanOrEqualTo(Topic.APPLICATIONS.partitions());
    }
    for (Service service : Service.values()) {
      assertThat(
              one(OPERATORS, "ScaledObject " + service.folder())
                  .at("/spec/scaleTargetRef/name")
                  .asText())
          .isEqualTo(service.folder());
    }
    assertThat(Repository.yaml(OPERATORS + "kustomization.yaml").path("patches").toString())
        .contains("{op: remove, path: /spec/replicas}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"county", "province", "nation"})
  void postgres_has_connections_for_as_many_instances_as_there_may_be(String overlay) {
    for (Service service : Service.values()) {
      int most =
          sized(overlay, "ScaledObject " + service.folder(), "/spec/maxReplicaCount").asInt();
      int each =
          Integer.parseInt(service.variables().get("DATABASE_POOL_SIZE").orElseThrow())
              + CONNECTIONS_BESIDE;
      int admitted =
          sized(
                  overlay,
                  "Cluster " + service.word() + "-postgres",
                  "/spec/postgresql/parameters/max_connections")
              .asInt();

      // One more instance than usual is there while a release is rolled out.
      assertThat((most + 1) * each + CONNECTIONS_KEPT)
          .as(service.word())
          .isLessThanOrEqualTo(admitted);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"county", "province", "nation"})
  void an_overlay_admits_no_rights_and_gives_every_image_a_version(String overlay) {
    String folder = KUBERNETES + overlay + "/";
    JsonNode images = Repository.yaml(folder + "kustomization.yaml").path("images");

    assertThat(
            Repository.yaml(folder + "namespace.yaml")
                .at("/metadata/labels")
                .path("pod-security.kubernetes.io/enforce")
                .asText())
        .isEqualTo("restricted");
    assertThat(images)
        .isEqualTo(Repository.yaml(KUBERNETES + "example/kustomization.yaml").path("images"));
    assertThat(Repository.yaml(folder + "kustomization.yaml").path("components"))
        .extracting(JsonNode::asText)
        .containsExactly("../operators");
  }

  /** Of the county, the operators' own; else what the overlay says, if it says something. */
  private static JsonNode sized(String overlay, String id, String path) {
    return documents(KUBERNETES + overlay + "/", true)
        .filter(document -> id(document).equals(id))
        .map(document -> document.at(path))
        .filter(value -> !value.isMissingNode())
        .findFirst()
        .orElseGet(() -> one(OPERATORS, id).at(path));
  }

  /** What the secret of the name is made of; nothing if nobody makes it. */
  private static JsonNode made(String secret) {
    Optional<JsonNode> external =
        documents(OPERATORS, false)
            .filter(document -> id(document).equals("ExternalSecret " + secret))
            .findFirst();
    if (external.isEmpty()) {
      return Repository.YAML.createObjectNode();
    }
    JsonNode spec = external.get().path("spec");
    assertThat(spec.at("/target/name").asText()).isEqualTo(secret);
    if (spec.at("/target/template/data").isObject()) {
      return spec.at("/target/template/data");
    }
    var keys = Repository.YAML.createObjectNode();
    spec.path("data").forEach(part -> keys.put(part.path("secretKey").asText(), ""));
    return keys;
  }

  /** What the services are told of the site, by the operators and by the overlay. */
  private static Map<String, String> configuration(String overlay) {
    Map<String, String> settings = new TreeMap<>();
    for (String folder : List.of(OPERATORS, KUBERNETES + overlay + "/")) {
      JsonNode generator =
          Repository.yaml(folder + "kustomization.yaml").at("/configMapGenerator/0");
      assertThat(generator.path("name").asText()).isEqualTo("disclosure");
      generator
          .path("literals")
          .forEach(
              literal ->
                  settings.put(
                      literal.asText().split("=", 2)[0], literal.asText().split("=", 2)[1]));
    }
    return settings;
  }

  private static List<String> folders() {
    return Stream.concat(
            Stream.of(OPERATORS), OVERLAYS.stream().map(name -> KUBERNETES + name + "/"))
        .toList();
  }

  private static List<JsonNode> all() {
    return folders().stream()
        .flatMap(folder -> Stream.concat(documents(folder, false), documents(folder, true)))
        .toList();
  }

  private static JsonNode one(String folder, String id) {
    List<JsonNode> found =
        documents(folder, false).filter(document -> id(document).equals(id)).toList();
    assertThat(found).as(id).hasSize(1);
    return found.get(0);
  }

  private static String id(JsonNode document) {
    return document.path("kind").asText() + " " + document.at("/metadata/name").asText();
  }

  private static List<String> names(JsonNode containers) {
    return StreamSupport.stream(containers.spliterator(), false)
        .map(container -> container.path("name").asText())
        .toList();
  }

  /** The documents of a folder: its resources, or what it changes of others'. */
  private static Stream<JsonNode> documents(String folder, boolean patches) {
    return Repository.files(".yaml")
        .filter(file -> file.startsWith(folder) && !file.endsWith("/kustomization.yaml"))
        .filter(file -> PATCHES.contains(file.substring(folder.length())) == patches)
        .flatMap(file -> Repository.yamls(file).stream());
  }
}
