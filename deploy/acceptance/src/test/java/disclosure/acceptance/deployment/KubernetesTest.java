package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.names;
import static disclosure.acceptance.deployment.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesTest {

  private static final String BASE = "deploy/kubernetes/base/";
  private static final String OVERLAY = "deploy/kubernetes/example/";
  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "Deployment", Deployment.class,
          "Service", io.fabric8.kubernetes.api.model.Service.class,
          "PodDisruptionBudget", PodDisruptionBudget.class,
          "NetworkPolicy", NetworkPolicy.class,
          "Job", Job.class,
          "Namespace", io.fabric8.kubernetes.api.model.Namespace.class);

  @ParameterizedTest
  @ValueSource(strings = {BASE, OVERLAY})
  void the_kustomization_lists_every_manifest_and_all_exist(String folder) throws IOException {
    JsonNode kustomization = Repository.yaml(folder + "kustomization.yaml");
    Set<String> listed = new HashSet<>();
    kustomization.path("resources").forEach(resource -> listed.add(resource.asText()));
    kustomization
        .path("configMapGenerator")
        .forEach(map -> map.path("files").forEach(file -> listed.add(file.asText())));

    listed.forEach(
        resource -> assertThat(Files.exists(Repository.path(folder + resource))).isTrue());
    try (Stream<Path> files = Files.list(Repository.path(folder))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(file -> !file.equals("kustomization.yaml"))
          .isSubsetOf(listed);
    }
  }

  @Test
  void every_manifest_is_of_its_kind_down_to_the_last_field() throws Exception {
    for (JsonNode manifest : manifests()) {
      String kind = manifest.path("kind").asText();
      assertThat(KINDS).containsKey(kind);

      Object read = Repository.YAML.treeToValue(manifest, KINDS.get(kind));

      assertThat(UnknownFields.in(read)).as(kind).isEmpty();
      assertThat(manifest.at("/metadata/name").asText()).matches("[a-z][a-z0-9-]*");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_service_gets_every_variable_it_needs_and_none_it_does_not_read(Service service)
      throws Exception {
    List<String> set = container(service).getEnv().stream().map(EnvVar::getName).toList();

    assertThat(set).doesNotHaveDuplicates().containsAll(service.required());
    assertThat(set).allMatch(service::reads);
  }

  @ParameterizedTest
  @EnumSource
  void secrets_come_from_secrets_that_the_overlay_names(Service service) throws Exception {
    String overlay = text(OVERLAY + "kustomization.yaml");

    for (EnvVar variable : variables(service)) {
      if (variable.getName().matches(".*(PASSWORD|SECRET)")) {
        var secret = variable.getValueFrom().getSecretKeyRef();
        assertThat(overlay).contains(secret.getName(), "--from-literal=" + secret.getKey() + "=");
      }
    }
    assertThat(manifests()).noneMatch(manifest -> manifest.path("kind").asText().equals("Secret"));
  }

  @ParameterizedTest
  @EnumSource
  void what_is_read_from_the_site_s_configuration_is_in_the_overlay(Service service)
      throws Exception {
    JsonNode generator =
        Repository.yaml(OVERLAY + "kustomization.yaml").at("/configMapGenerator/0");
    Set<String> keys = new HashSet<>();
    generator.path("literals").forEach(literal -> keys.add(literal.asText().split("=", 2)[0]));

    for (EnvVar variable : variables(service)) {
      if (variable.getValueFrom() != null && variable.getValueFrom().getConfigMapKeyRef() != null) {
        var reference = variable.getValueFrom().getConfigMapKeyRef();
        assertThat(reference.getName()).isEqualTo(generator.path("name").asText());
        assertThat(keys).contains(reference.getKey());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_service_links_to_the_address_that_the_overlay_gives_it(Service service) throws Exception {
    var reference =
        container(service).getEnv().stream()
            .filter(variable -> variable.getName().equals("PUBLIC_URL"))
            .map(variable -> variable.getValueFrom().getConfigMapKeyRef())
            .findFirst()
            .orElseThrow();

    assertThat(reference.getKey()).isEqualTo(service.name() + "_PUBLIC_URL");
    assertThat(reference.getOptional()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void a_service_listens_and_is_found_at_its_own_port_and_probed_at_another(Service service)
      throws Exception {
    Container container = container(service);
    JsonNode found = manifest("Service", service.folder());

    assertThat(
            container.getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort)))
        .isEqualTo(Map.of("http", service.port(), "management", service.managementPort()));
    assertThat(value(container, "HTTP_PORT")).isEqualTo(Integer.toString(service.port()));
    assertThat(value(container, "MANAGEMENT_PORT"))
        .isEqualTo(Integer.toString(service.managementPort()));
    assertThat(found.at("/spec/ports")).hasSize(1);
    assertThat(found.at("/spec/ports/0/port").asInt()).isEqualTo(service.port());
    assertThat(found.at("/spec/ports/0/targetPort").asText()).isEqualTo("http");
    assertProbe(container.getStartupProbe(), "/q/health/started");
    assertProbe(container.getLivenessProbe(), "/q/health/live");
    assertProbe(container.getReadinessProbe(), "/q/health/ready");
  }

  @ParameterizedTest
  @EnumSource
  void a_container_that_ends_before_the_service_begins_is_alone_in_knowing_the_owner(
      Service service) throws Exception {
    Container container = container(service);
    Container migration = migration(service);

    assertThat(migration.getImage()).isEqualTo(container.getImage());
    assertThat(migration.getCommand()).endsWith("disclosure.storage.migration.Migrate");
    assertThat(migration.getEnv().stream().map(EnvVar::getName))
        .containsExactlyInAnyOrderElementsOf(Service.MIGRATION);
    assertThat(migration.getSecurityContext()).isEqualTo(container.getSecurityContext());
    assertThat(container.getEnv())
        .allSatisfy(
            variable ->
                assertThat(variable.toString()).as("variable").doesNotContainIgnoringCase("owner"));
    assertThat(container.getEnvFrom()).isEmpty();
  }

  private static List<EnvVar> variables(Service service) throws Exception {
    return Stream.of(container(service), migration(service))
        .flatMap(container -> container.getEnv().stream())
        .toList();
  }

  private static Container migration(Service service) throws Exception {
    List<Container> before =
        deployment(service).getSpec().getTemplate().getSpec().getInitContainers();
    assertThat(before).hasSize(1);
    return before.get(0);
  }

  @ParameterizedTest
  @EnumSource
  void selectors_find_the_pods(Service service) throws Exception {
    Deployment deployment = deployment(service);
    Map<String, String> pods = deployment.getSpec().getTemplate().getMetadata().getLabels();

    assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(pods);
    assertThat(Repository.texts(manifest("Service", service.folder()).at("/spec/selector")))
        .isEqualTo(pods);
    JsonNode budget = manifest("PodDisruptionBudget", service.folder());
    assertThat(Repository.texts(budget.at("/spec/selector/matchLabels"))).isEqualTo(pods);
  }

  @ParameterizedTest
  @EnumSource
  void a_pod_runs_without_rights_and_with_limits(Service service) throws Exception {
    PodSpec pod = deployment(service).getSpec().getTemplate().getSpec();
    Container container = container(service);
    var security = container.getSecurityContext();

    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(service.dockerfile()).contains("USER " + pod.getSecurityContext().getRunAsUser());
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(security.getReadOnlyRootFilesystem()).isTrue();
    assertThat(security.getAllowPrivilegeEscalation()).isFalse();
    assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
    assertThat(container.getResources().getLimits()).containsKey("memory");
    assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(30);
    assertThat(container.getVolumeMounts())
        .allSatisfy(
            mount ->
                assertThat(pod.getVolumes())
                    .anyMatch(volume -> volume.getName().equals(mount.getName())));
    assertThat(container.getVolumeMounts()).anyMatch(mount -> mount.getMountPath().equals("/tmp"));
  }

  @Test
  void the_key_ring_is_mounted_where_the_register_looks_for_it() throws Exception {
    Container container = container(Service.REQUESTS);

    assertThat(value(container, "KEYRING_FILE"))
        .isEqualTo(
            container.getVolumeMounts().stream()
                    .filter(mount -> mount.getName().equals("keyring"))
                    .findFirst()
                    .orElseThrow()
                    .getMountPath()
                + "/keyring");
    assertThat(text(OVERLAY + "kustomization.yaml"))
        .contains("application-requests-service-keyring --from-file=keyring");
  }

  @Test
  void the_report_service_asks_the_others_where_they_are() throws Exception {
    Container container = container(Service.REPORT);

    assertThat(value(container, "REQUESTS_URL"))
        .isEqualTo("http://application-requests-service:" + Service.REQUESTS.port());
    assertThat(value(container, "STATISTICS_URL"))
        .isEqualTo("http://statistics-service:" + Service.STATISTICS.port());
    JsonNode policy = manifest("NetworkPolicy", "report-reaches-the-others");
    assertThat(policy.at("/spec/egress/0/ports").findValues("port").stream().map(JsonNode::asInt))
        .containsExactlyInAnyOrder(Service.REQUESTS.port(), Service.STATISTICS.port());
  }

  @Test
  void the_overlay_gives_every_image_a_version() {
    String version =
        Repository.matches("<version>([^<]+)</version>", text("pom.xml"))
            .findFirst()
            .orElseThrow()
            .group(1);
    JsonNode images = Repository.yaml(OVERLAY + "kustomization.yaml").path("images");

    assertThat(images.findValuesAsText("name"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Service.values()).map(service -> "disclosure/" + service.folder()).toList());
    assertThat(images.findValuesAsText("newTag")).containsOnly(version);
    assertThat(images)
        .allSatisfy(
            image ->
                assertThat(image.path("newName").asText())
                    .matches("[a-z0-9-]+\\.[a-z0-9.-]+/" + image.path("name").asText()));
  }

  @Test
  void nothing_leaves_a_pod_but_to_a_destination_that_is_named() {
    Map<String, JsonNode> policies = new TreeMap<>();
    manifests().stream()
        .filter(manifest -> manifest.path("kind").asText().equals("NetworkPolicy"))
        .forEach(policy -> policies.put(policy.at("/metadata/name").asText(), policy));

    policies
        .values()
        .forEach(
            policy -> {
              for (JsonNode rule : policy.at("/spec/egress")) {
                assertThat(rule.path("to")).as(policy.at("/metadata/name").asText()).isNotEmpty();
                assertThat(rule.path("ports")).isNotEmpty();
                for (JsonNode destination : rule.path("to")) {
                  assertThat(destination.has("podSelector") || destination.has("ipBlock")).isTrue();
                  // Addresses for documentation: the site's are in its overlay.
                  assertThat(destination.at("/ipBlock/cidr").asText("192.0.2.0/32"))
                      .matches("192\\.0\\.2\\.\\d+/32");
                }
              }
            });
    assertThat(policies.get("deny-by-default").at("/spec/policyTypes"))
        .extracting(JsonNode::asText)
        .containsExactly("Ingress", "Egress");
    assertThat(policies.get("to-kafka").at("/spec/podSelector").toString())
        .doesNotContain("report-service");
    Set<String> patched = new HashSet<>();
    Repository.yaml(OVERLAY + "kustomization.yaml")
        .path("patches")
        .forEach(patch -> patched.add(patch.at("/target/name").asText()));
    policies.forEach(
        (name, policy) -> {
          if (policy.at("/spec/egress").toString().contains("ipBlock")) {
            assertThat(patched).contains(name);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"application-requests-service", "statistics-service", "create-topics"})
  void whoever_asks_kafka_shows_a_certificate_of_its_own(String name) throws Exception {
    PodSpec pod =
        name.equals("create-topics")
            ? Repository.YAML
                .treeToValue(manifest("Job", name), Job.class)
                .getSpec()
                .getTemplate()
                .getSpec()
            : Repository.YAML
                .treeToValue(manifest("Deployment", name), Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec();
    Container container = pod.getContainers().get(0);

    assertThat(value(container, "KAFKA_SECURITY_PROTOCOL")).isEqualTo("SSL");
    assertThat(value(container, "KAFKA_SSL_KEYSTORE_LOCATION"))
        .isEqualTo("/etc/disclosure/kafka/client.pem");
    assertThat(value(container, "KAFKA_SSL_TRUSTSTORE_LOCATION"))
        .isEqualTo("/etc/disclosure/kafka/ca.pem");
    String secret =
        pod.getVolumes().stream()
            .filter(volume -> volume.getName().equals("kafka"))
            .findFirst()
            .orElseThrow()
            .getSecret()
            .getSecretName();
    assertThat(secret).isEqualTo(name.equals("create-topics") ? "kafka-operator" : name + "-kafka");
    assertThat(text(OVERLAY + "kustomization.yaml")).contains(secret);
    assertThat(container.getVolumeMounts())
        .anyMatch(mount -> mount.getMountPath().equals("/etc/disclosure/kafka"));
  }

  private static void assertProbe(Probe probe, String path) {
    assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
    assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
  }

  private static String value(Container container, String variable) {
    return container.getEnv().stream()
        .filter(entry -> entry.getName().equals(variable))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static Container container(Service service) throws Exception {
    List<Container> containers =
        deployment(service).getSpec().getTemplate().getSpec().getContainers();
    assertThat(containers).hasSize(1);
    assertThat(containers.get(0).getImage()).isEqualTo("disclosure/" + service.folder());
    return containers.get(0);
  }

  private static Deployment deployment(Service service) throws Exception {
    return Repository.YAML.treeToValue(manifest("Deployment", service.folder()), Deployment.class);
  }

  private static JsonNode manifest(String kind, String name) {
    List<JsonNode> found =
        manifests().stream()
            .filter(manifest -> manifest.path("kind").asText().equals(kind))
            .filter(manifest -> manifest.at("/metadata/name").asText().equals(name))
            .collect(Collectors.toList());
    assertThat(found).as(kind + " " + name).hasSize(1);
    return found.get(0);
  }

  private static List<JsonNode> manifests() {
    return Stream.of(BASE, OVERLAY)
        .flatMap(
            folder ->
                names(Repository.yaml(folder + "kustomization.yaml")).contains("resources")
                    ? resources(folder)
                    : Stream.empty())
        .toList();
  }

  private static Stream<JsonNode> resources(String folder) {
    return Repository.matches("^  - (\\S+\\.yaml)$", text(folder + "kustomization.yaml"))
        .flatMap(match -> Repository.yamls(folder + match.group(1)).stream());
  }
}
