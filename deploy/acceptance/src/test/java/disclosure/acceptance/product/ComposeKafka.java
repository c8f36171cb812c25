package disclosure.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import disclosure.local.server.FreePort;
import disclosure.local.server.LocalKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Kafka as {@code deploy/compose} sets it up: the settings of security of the broker and of those
 * who ask it, the rights that {@code create-topics.sh} gives, and certificates that its script
 * makes.
 */
final class ComposeKafka {

  private static final List<String> OF_THE_NODE =
      List.of(
          "ssl.",
          "authorizer.class.name",
          "allow.everyone.if.no.acl.found",
          "super.users",
          "listener.security.protocol.map",
          "inter.broker.listener.name");

  private static final Pattern ALLOW =
      Pattern.compile("(?m)^ *allow (\\S+) ((?:--operation \\w+ )+)--(topic|group) (\\S+)$");

  private static final Pattern OPERATION = Pattern.compile("--operation (\\w+)");

  private final JsonNode compose;
  private final Path certificates;

  private ComposeKafka(JsonNode compose, Path certificates) {
    this.compose = compose;
    this.certificates = certificates;
  }

  /** Makes the certificates in a folder. */
  static ComposeKafka of(Path certificates) throws Exception {
    Path folder = Checkout.ROOT.resolve("deploy/compose");
    Process script =
        new ProcessBuilder(
                "sh",
                folder.resolve("kafka/make-certificates.sh").toString(),
                certificates.toString())
            .inheritIO()
            .start();
    if (script.waitFor() != 0) {
      throw new IllegalStateException("the certificates can't be made");
    }
    return new ComposeKafka(
        new YAMLMapper().readTree(folder.resolve("compose.yaml").toFile()), certificates);
  }

  /** A node with the rights of the three services on the contract's topics. */
  LocalKafka start(Path directory) throws Exception {
    Map<String, String> node = new HashMap<>(client("kafka"));
    node.keySet().removeIf(setting -> OF_THE_NODE.stream().noneMatch(setting::startsWith));
    LocalKafka kafka =
        LocalKafka.start(
            directory, FreePort.any(), FreePort.any(), node, completed(client("topics")));
    kafka.createTopics();
    try (Admin operator = kafka.admin()) {
      operator.createAcls(rights()).all().get();
    }
    return kafka;
  }

  /** The settings of Kafka's clients in the environment of a service of compose. */
  Map<String, String> client(String service) {
    Map<String, String> client = new HashMap<>();
    variables(service)
        .forEach(
            (name, value) ->
                client.put(
                    name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'),
                    value));
    return client;
  }

  /** Adds the variables of security to the environment of the service of a database. */
  Map<String, String> securing(Map<String, String> settings) {
    String service =
        settings.get("DATABASE_USER").equals("requests_service")
            ? "application-requests-service"
            : "statistics-service";
    Map<String, String> secured = new HashMap<>(variables(service));
    secured.putAll(settings);
    return secured;
  }

  /** {@code create-topics.sh} writes these itself. */
  private static Map<String, String> completed(Map<String, String> operator) {
    operator.put("ssl.keystore.type", "PEM");
    operator.put("ssl.truststore.type", "PEM");
    operator.remove("bootstrap.servers");
    return operator;
  }

  private Map<String, String> variables(String service) {
    Map<String, String> variables = new HashMap<>();
    compose
        .at("/services/" + service + "/environment")
        .properties()
        .forEach(
            variable -> {
              if (variable.getKey().startsWith("KAFKA_")) {
                variables.put(variable.getKey(), located(variable.getValue().asText()));
              }
            });
    return variables;
  }

  private String located(String value) {
    if (!value.startsWith("/run/secrets/")) {
      return value;
    }
    String secret = value.substring("/run/secrets/".length());
    String file = compose.at("/secrets/" + secret + "/file").asText();
    return certificates.resolve(file.substring(file.lastIndexOf('/') + 1)).toString();
  }

  private static List<AclBinding> rights() throws IOException {
    String script =
        Files.readString(Checkout.ROOT.resolve("deploy/kubernetes/base/create-topics.sh"));
    List<AclBinding> rights = new ArrayList<>();
    for (MatchResult allow : ALLOW.matcher(script).results().toList()) {
      List<String> names =
          allow.group(4).equals("\"$topic\"")
              ? java.util.Arrays.stream(disclosure.requests.contract.Topic.values())
                  .map(disclosure.requests.contract.Topic::topicName)
                  .toList()
              : List.of(allow.group(4));
      for (String name : names) {
        for (MatchResult operation : OPERATION.matcher(allow.group(2)).results().toList()) {
          rights.add(
              new AclBinding(
                  new ResourcePattern(
                      ResourceType.fromString(allow.group(3)), name, PatternType.LITERAL),
                  new AccessControlEntry(
                      "User:CN=" + allow.group(1),
                      "*",
                      AclOperation.fromString(operation.group(1)),
                      AclPermissionType.ALLOW)));
        }
      }
    }
    return rights;
  }
}
