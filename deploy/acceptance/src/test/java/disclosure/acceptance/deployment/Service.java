package disclosure.acceptance.deployment;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A deployed service and the environment variables that its configuration reads. */
enum Service {
  REQUESTS("application-requests-service"),
  STATISTICS("statistics-service"),
  REPORT("report-service");

  /** What the migration of any of them reads. */
  static final Set<String> MIGRATION =
      Set.of("DATABASE_URL", "DATABASE_USER", "DATABASE_OWNER_USER", "DATABASE_OWNER_PASSWORD");

  private final String folder;

  Service(String folder) {
    this.folder = folder;
  }

  /** Its folder, which is also its name in compose and Kubernetes and that of its image. */
  String folder() {
    return folder;
  }

  /** What the documentation calls it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the paths of its pages begin with. */
  Set<String> prefixes() {
    return Repository.matches("^pages\\.(?:prefix|public-prefix)=(/\\w+)$", properties())
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  /** Who shows pages to everybody says for the whole site what search engines may look at. */
  Set<String> robots() {
    return properties().contains("pages.public-prefix=") ? Set.of("/robots.txt") : Set.of();
  }

  /** Every variable that it reads, with its default; without one, it must be set. */
  Map<String, Optional<String>> variables() {
    Map<String, Optional<String>> variables = new TreeMap<>();
    Repository.matches("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}", properties())
        .forEach(match -> variables.put(match.group(1), Optional.ofNullable(match.group(2))));
    return variables;
  }

  /** Whether it reads the variable; those of Kafka's clients go to them whatever they are. */
  boolean reads(String variable) {
    Set<String> variables = variables().keySet();
    return variables.contains(variable)
        || variables.contains("KAFKA_BOOTSTRAP_SERVERS")
            && variable.matches("KAFKA_(SECURITY|SSL|SASL)_.*");
  }

  String properties() {
    return Repository.text(folder + "/src/main/resources/application.properties");
  }

  Set<String> required() {
    return variables().entrySet().stream()
        .filter(variable -> variable.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  int port() {
    return Integer.parseInt(variables().get("HTTP_PORT").orElseThrow());
  }

  /** Where it says how it is. */
  int managementPort() {
    return Integer.parseInt(variables().get("MANAGEMENT_PORT").orElseThrow());
  }

  String dockerfile() {
    return Repository.text(folder + "/Dockerfile");
  }
}
