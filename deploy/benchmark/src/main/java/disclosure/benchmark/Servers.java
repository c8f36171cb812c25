package disclosure.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.local.launcher.Migration;
import disclosure.local.launcher.Ports;
import disclosure.local.launcher.ServiceProcess;
import disclosure.local.server.FreePort;
import disclosure.local.server.LocalClient;
import disclosure.local.server.LocalIssuer;
import disclosure.local.server.LocalKafka;
import disclosure.local.server.LocalPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A durable PostgreSQL, a Kafka, an issuer, and the services that a scenario starts. */
final class Servers implements AutoCloseable {

  private static final LocalClient CLIENT =
      new LocalClient(
          "benchmark",
          "benchmark",
          List.of("recorder", "analyst", "editor", "publisher", "administrator"),
          List.of("*"));

  /** What one client may watch is bounded, so that many tables are watched by several. */
  private static final List<LocalClient> DASHBOARDS =
      IntStream.range(0, 10)
          .mapToObj(
              number ->
                  new LocalClient(
                      "dashboard-" + number, "dashboard", List.of("analyst"), List.of("*")))
          .toList();

  /** {@code -Ddisclosure.keep=true}: a scenario finds what its last run left. */
  private static final boolean KEEP = Boolean.getBoolean("disclosure.keep");

  /** As a service says it, PostgreSQL, and a JVM or who writes past the log. */
  private static final Pattern WARNING =
      Pattern.compile(
          "^\\S+ +(WARN|ERROR|FATAL) |\\[\\d+] (WARNING|ERROR|FATAL|PANIC): "
              + "|^(WARNING|SEVERE|ERROR)|VM warning");

  private final Path root;
  private final Path directory;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Set<String> migrated = new HashSet<>();
  private final LocalPostgres postgres;
  private final LocalKafka kafka;
  private final LocalIssuer issuer;

  private Servers(Path root, Path directory) throws Exception {
    this.root = root;
    this.directory = directory;
    this.postgres =
        hold(
            LocalPostgres.start(
                root.resolve("deploy/benchmark/target/postgres"),
                directory.resolve("postgres"),
                FreePort.any(),
                true));
    this.kafka = hold(LocalKafka.start(directory.resolve("kafka"), FreePort.any(), FreePort.any()));
    this.issuer =
        hold(
            LocalIssuer.start(
                FreePort.any(), Stream.concat(Stream.of(CLIENT), DASHBOARDS.stream()).toList()));
    kafka.createTopics();
    for (String database : List.of("requests", "statistics", "report", "floor")) {
      postgres.createDatabase(database);
    }
  }

  /** Starts servers, which are empty unless an earlier run's data was to be kept. */
  static Servers start(Path root, String scenario) throws Exception {
    Path directory = root.resolve("deploy/benchmark/target/data").resolve(scenario);
    if (!KEEP) {
      delete(directory);
    }
    Files.createDirectories(directory);
    Servers servers = new Servers(root, directory);
    Runtime.getRuntime().addShutdownHook(new Thread(servers::end));
    return servers;
  }

  String kafka() {
    return kafka.bootstrapServers();
  }

  /** A token with all roles for all organs. */
  String token() throws IOException, InterruptedException {
    return token(CLIENT);
  }

  /** Tokens of ten clients that read all organs. */
  List<String> dashboards() throws IOException, InterruptedException {
    List<String> tokens = new ArrayList<>();
    for (LocalClient dashboard : DASHBOARDS) {
      tokens.add(token(dashboard));
    }
    return tokens;
  }

  private String token(LocalClient client) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer.tokenEndpoint()))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            (client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    return new ObjectMapper()
        .readTree(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body())
        .get("access_token")
        .asText();
  }

  /** A connection as the owner of the database. */
  Connection owner(String database) throws SQLException {
    return owner(postgres.url(database), database);
  }

  /** The same of a PostgreSQL at another URL. */
  static Connection owner(String url, String database) throws SQLException {
    return DriverManager.getConnection(
        url + "?reWriteBatchedInserts=true&currentSchema=" + database, database + "_owner", "");
  }

  /** A connection that is shown what everybody does. */
  Connection superuser() throws SQLException {
    return DriverManager.getConnection(postgres.url("postgres"), "postgres", "");
  }

  /** The process of the PostgreSQL that all share. */
  long postgresPid() {
    return postgres.pid();
  }

  /** One more PostgreSQL, with a database that has all migrations of a service; its URL. */
  String another(String name, String service, String database) throws Exception {
    LocalPostgres other =
        hold(
            LocalPostgres.start(
                root.resolve("deploy/benchmark/target/postgres"),
                directory.resolve(name),
                FreePort.any(),
                true));
    other.createDatabase(database);
    Migration.run(
        service, root, directory.resolve(name + "-migration.log"), other.url(database), database);
    return other.url(database);
  }

  /** The top of the repository. */
  Path root() {
    return root;
  }

  /** A place that goes with the scenario. */
  Path folder(String name) {
    return directory.resolve(name);
  }

  /** Where a process writes its log. */
  Path log(String name) {
    return directory.resolve(name + ".log");
  }

  /** What a service is configured by, whose database then has all migrations. */
  Map<String, String> configured(String name, String database) throws Exception {
    if (!database.equals("floor") && migrated.add(database)) {
      Migration.run(
          name,
          root,
          directory.resolve(database + "-migration.log"),
          postgres.url(database),
          database);
    }
    return settings(database);
  }

  /** Starts a service and waits until it is ready. */
  ServiceProcess service(String name, String database, int heapMegabytes) throws Exception {
    return service(name, database, heapMegabytes, Map.of());
  }

  /**
   * The same with settings of its own.
   *
   * @param more beside those that every service has
   */
  ServiceProcess service(String name, String database, int heapMegabytes, Map<String, String> more)
      throws Exception {
    Map<String, String> settings = configured(name, database);
    settings.putAll(more);
    ServiceProcess service =
        hold(
            ServiceProcess.start(
                name,
                root,
                Ports.any(),
                directory.resolve(Path.of(name).getFileName() + ".log"),
                heapMegabytes,
                List.of(),
                settings));
    Wait.until(Duration.ofMinutes(2), service::isReady);
    return service;
  }

  /** What PostgreSQL, the migrations and the services logged as a warning or worse. */
  List<String> warnings() throws IOException {
    List<String> warnings = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).sorted().toList()) {
        Files.readAllLines(log).stream()
            .filter(line -> WARNING.matcher(line).find())
            .map(line -> log.getFileName() + ": " + line)
            .forEach(warnings::add);
      }
    }
    return warnings;
  }

  @Override
  public synchronized void close() throws IOException {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception failure) {
        System.err.println("while stopping: " + failure.getMessage());
      }
    }
    if (!KEEP) {
      delete(directory);
    }
  }

  /** What is not closed yet ends with this JVM. */
  private void end() {
    try {
      close();
    } catch (IOException failure) {
      System.err.println("while stopping: " + failure.getMessage());
    }
  }

  private Map<String, String> settings(String database) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("DATABASE_URL", postgres.url(database));
    settings.put("DATABASE_USER", database + "_service");
    settings.put("DATABASE_PASSWORD", database + "_service");
    settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    settings.put("OIDC_ISSUER_URL", issuer.url());
    settings.put("OIDC_AUDIENCE", LocalIssuer.AUDIENCE);
    settings.put("OIDC_CLIENT_ID", CLIENT.id());
    settings.put("OIDC_CLIENT_SECRET", CLIENT.secret());
    settings.put("RATE_LIMIT_PER_SECOND", "0");
    settings.put("KEYRING_FILE", keyRing().toString());
    return settings;
  }

  private Path keyRing() throws IOException {
    Path file = directory.resolve("keyring");
    Files.writeString(file, "1 " + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    return file;
  }

  private <T extends AutoCloseable> T hold(T part) {
    running.push(part);
    return part;
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
