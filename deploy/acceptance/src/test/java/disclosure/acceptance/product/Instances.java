package disclosure.acceptance.product;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.local.launcher.Migration;
import disclosure.local.launcher.Ports;
import disclosure.local.launcher.ServiceProcess;
import disclosure.local.server.FreePort;
import disclosure.local.server.LocalClient;
import disclosure.local.server.LocalIssuer;
import disclosure.local.server.LocalKafka;
import disclosure.local.server.LocalPostgres;
import disclosure.requests.contract.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;

/** Registers and any number of statistics instances beside the same servers. */
final class Instances implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(4);

  private static final String SECRET = "secret";

  private static final String BACKUP = "requests_backup";

  /** As which the instances of the statistics read the topics. */
  private static final String GROUP = "statistics-service";

  /** What connections are called that somebody else has. */
  private static final String TAKEN = "taken";

  private final Path data;
  private final Path postgresDisk;
  private final UnaryOperator<Map<String, String>> secured;
  private final Set<String> migrated = new HashSet<>();
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final int postgresPort;
  private final Callable<Broker> broker;
  private final boolean durable;
  private LocalPostgres postgres;
  private Broker kafka;
  private final int issuerPort = FreePort.any();
  private final String issuerKey = LocalIssuer.newKey();
  private LocalIssuer issuer;
  private final ServiceProcess register;

  /** One instance of a service. */
  final class Instance implements AutoCloseable {

    private final String name;
    private final ServiceProcess process;
    private final Path log;

    private Instance(String name, ServiceProcess process, Path log) {
      this.name = name;
      this.process = process;
      this.log = log;
    }

    Instance up() {
      await().atMost(START).pollInterval(Duration.ofMillis(200)).until(process::isReady);
      return this;
    }

    /** What it was called, and how its connections to the database are called. */
    String name() {
      return name;
    }

    String url() {
      return process.url();
    }

    ProcessHandle handle() {
      return ProcessHandle.of(process.pid()).orElseThrow();
    }

    /** Sends a signal, such as {@code STOP}. */
    void signal(String name) {
      Instances.signal(name, process.pid());
    }

    /** How many partitions it reads now. */
    int partitions() {
      return (int) metric("matrix_partitions_assigned");
    }

    /** How many events ended so, as the instance says: applied, stale, rejected or repeated. */
    double events(String result) {
      return metric("matrix_events_total{result=\"" + result + "\"}");
    }

    /** Whoever asks this instance. */
    Client client() {
      return Instances.this.client(register.url(), url());
    }

    /** Whoever asks this instance of the register, and those statistics. */
    Client client(Instance statistics) {
      return Instances.this.client(url(), statistics.url());
    }

    /** The status of an answer to an analyst. */
    int status(String path) {
      return send(url() + path, client().tokenOf("analyst")).statusCode();
    }

    /** The status of an answer to whoever asks. */
    int statusForAll(String path) {
      return send(url() + path, "").statusCode();
    }

    /** Whether it answers that it lives, in a second. */
    boolean answers() {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(process.managementUrl() + "/q/health/live"))
              .timeout(Duration.ofSeconds(1))
              .build();
      try {
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
            == 200;
      } catch (IOException none) {
        return false;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }

    /** What it says of being ready. */
    String readiness() {
      return send(process.managementUrl() + "/q/health/ready", "").body();
    }

    String log() {
      try {
        return Files.readString(log);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void close() {
      ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    private double metric(String name) {
      return send(process.managementUrl() + "/q/metrics", "")
          .body()
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    }

    private HttpResponse<String> send(String address, String token) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      try {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private Instances(Path data, Path release) throws Exception {
    this(
        data,
        release,
        data,
        FreePort.any(),
        false,
        () ->
            Broker.inside(LocalKafka.start(data.resolve("kafka"), FreePort.any(), FreePort.any())),
        settings -> settings);
  }

  private Instances(
      Path data,
      Path release,
      Path postgresDisk,
      int postgresPort,
      boolean durable,
      Callable<Broker> broker,
      UnaryOperator<Map<String, String>> secured)
      throws Exception {
    this.data = data;
    this.postgresDisk = postgresDisk;
    this.postgresPort = postgresPort;
    this.durable = durable;
    this.broker = broker;
    this.secured = secured;
    this.kafka = broker.call();
    hold(() -> kafka.close());
    this.postgres = startPostgres();
    hold(() -> postgres.close());
    this.issuer = startIssuer();
    hold(() -> issuer.close());
    kafka.createTopics();
    for (String database : List.of("requests", "statistics", "report")) {
      postgres.createDatabase(database);
    }
    Files.writeString(
        data.resolve("keyring"), "1 " + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    this.register = startRegister("register", release, Map.of());
  }

  static Instances start(Path data) throws Exception {
    return new Instances(data, Checkout.ROOT);
  }

  /**
   * The same.
   *
   * @param more variables that every instance is configured by
   */
  static Instances start(Path data, Map<String, String> more) throws Exception {
    return new Instances(
        data,
        Checkout.ROOT,
        data,
        FreePort.any(),
        false,
        () ->
            Broker.inside(LocalKafka.start(data.resolve("kafka"), FreePort.any(), FreePort.any())),
        settings -> {
          settings.putAll(more);
          return settings;
        });
  }

  /** Beside a Kafka that knows who asks. */
  static Instances start(Path data, ComposeKafka kafka) throws Exception {
    return new Instances(
        data,
        Checkout.ROOT,
        data,
        FreePort.any(),
        false,
        () -> Broker.inside(kafka.start(data.resolve("kafka"))),
        settings -> kafka.securing(settings));
  }

  /**
   * The same with networks before both servers, which fail when they are told to. Here servers die,
   * so that a commit is only one when it is written.
   *
   * @param postgresDisk where the database keeps what it has
   * @param kafkaDisk where the broker does
   */
  static Instances start(Path data, Networks networks, Path postgresDisk, Path kafkaDisk)
      throws Exception {
    return new Instances(
        data,
        Checkout.ROOT,
        postgresDisk,
        networks.postgresPort(),
        true,
        () -> networks.startKafka(kafkaDisk.resolve("kafka"), data.resolve("kafka.log")),
        networks::through);
  }

  /** The same with the register of a release, whose packaged sources lie in the folder. */
  static Instances start(Path data, Path release) throws Exception {
    return new Instances(data, release);
  }

  Instances up() {
    await().atMost(START).pollInterval(Duration.ofMillis(200)).until(register::isReady);
    return this;
  }

  /** The register that was started first. */
  Instance register() {
    return new Instance("register", register, data.resolve("register.log"));
  }

  /**
   * Starts one more register, of a release whose packaged sources lie in the folder.
   *
   * @param name how its connections to the database are called
   * @param more variables that it is configured by
   */
  Instance addRegister(String name, Path release, Map<String, String> more) throws IOException {
    return new Instance(name, startRegister(name, release, more), data.resolve(name + ".log"));
  }

  private ServiceProcess startRegister(String name, Path release, Map<String, String> more)
      throws IOException {
    Map<String, String> settings = settings("requests");
    if (release.equals(Checkout.ROOT)) {
      migrate("application-requests-service", "requests");
    } else {
      // The release before migrates at its start, as the owner.
      settings.put("DATABASE_OWNER_USER", "requests_owner");
      settings.put("DATABASE_OWNER_PASSWORD", "requests_owner");
    }
    settings.putAll(more);
    settings.merge("JAVA_TOOL_OPTIONS", calling(name), (given, own) -> given + " " + own);
    settings.put("KEYRING_FILE", data.resolve("keyring").toString());
    settings.put("RATE_LIMIT_PER_SECOND", "0");
    return hold(
        ServiceProcess.start(
            "application-requests-service",
            release,
            Ports.any(),
            data.resolve(name + ".log"),
            384,
            ServiceProcess.QUICK_START,
            settings));
  }

  /** Has the connections of a service to its database called so. */
  private static String calling(String name) {
    return "-Dquarkus.datasource.jdbc.additional-jdbc-properties.ApplicationName=" + name;
  }

  private Client client(String requests, String statistics) {
    ObjectNode stack = Client.JSON.createObjectNode();
    stack.put("requests", requests);
    stack.put("statistics", statistics);
    stack.put("tokenEndpoint", issuer.tokenEndpoint());
    ObjectNode clients = stack.putObject("clients");
    for (String role : List.of("recorder", "analyst", "administrator")) {
      clients.putObject(role).put("id", role).put("secret", SECRET);
    }
    try {
      Path file = Files.createTempFile(data, "stack-", ".json");
      Files.writeString(file, stack.toString());
      return Client.of(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Starts one more instance of the statistics service, and doesn't wait for it.
   *
   * @param name how its connections to the database are called
   */
  Instance add(String name) throws IOException {
    return add(name, Map.of());
  }

  /**
   * The same.
   *
   * @param more variables that it is configured by
   */
  Instance add(String name, Map<String, String> more) throws IOException {
    migrate("statistics-service", "statistics");
    Map<String, String> settings = settings("statistics");
    settings.putAll(more);
    settings.put("JAVA_TOOL_OPTIONS", calling(name));
    Path log = data.resolve(name + ".log");
    return hold(
        new Instance(
            name,
            ServiceProcess.start(
                "statistics-service",
                Checkout.ROOT,
                Ports.any(),
                log,
                256,
                ServiceProcess.QUICK_START,
                settings),
            log));
  }

  /** Starts a report service that asks these statistics, and doesn't wait for it. */
  Instance report(Instance statistics) throws IOException {
    return report("report", statistics);
  }

  /** The same, beside others of other names. */
  Instance report(String name, Instance statistics) throws IOException {
    migrate("report-service", "report");
    Map<String, String> settings = settings("report");
    settings.put("REQUESTS_URL", register.url());
    settings.put("STATISTICS_URL", statistics.url());
    settings.put("OIDC_CLIENT_ID", "analyst");
    settings.put("OIDC_CLIENT_SECRET", SECRET);
    Path log = data.resolve(name + ".log");
    return hold(
        new Instance(
            name,
            ServiceProcess.start(
                "report-service",
                Checkout.ROOT,
                Ports.any(),
                log,
                320,
                ServiceProcess.QUICK_START,
                settings),
            log));
  }

  Broker kafka() {
    return kafka;
  }

  void takeKafkaAway() {
    kafka.close();
  }

  /** The broker's process dies, and writes nothing more. */
  void killKafka() {
    ProcessHandle process = kafka.process().orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  /** The broker's process does nothing any more, and its connections stay open. */
  void pauseKafka() {
    signal("STOP", kafka.process().orElseThrow().pid());
  }

  void resumeKafka() {
    signal("CONT", kafka.process().orElseThrow().pid());
  }

  /** Whether the broker's process ends by itself within the time; afterwards it has ended. */
  boolean kafkaGivesUp(Duration within) throws Exception {
    CompletableFuture<ProcessHandle> end = kafka.process().orElseThrow().onExit();
    try {
      end.get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException goesOn) {
      killKafka();
      return false;
    }
  }

  /** On its ports and its log, as it was left. */
  void giveKafkaBack() throws Exception {
    kafka = broker.call();
  }

  /** The database's processes end at once, writing nothing more; they recover when given back. */
  void crashDatabase() throws Exception {
    signal("QUIT", postgres.pid());
    ProcessHandle.of(postgres.pid()).ifPresent(process -> process.onExit().join());
    postgres.close();
  }

  void giveCrashedDatabaseBack() throws Exception {
    postgres = startPostgres();
  }

  /** As whoever watches the database does: it is started again where it has ended by itself. */
  void giveDatabaseBackWhereItEnded() {
    await().atMost(START).until(this::databaseAnswersOrIsStarted);
  }

  private boolean databaseAnswersOrIsStarted() throws Exception {
    if (!postgres.isAlive()) {
      postgres.close();
      giveCrashedDatabaseBack();
    }
    try (Connection connection = superuser("requests")) {
      return connection.isValid(5);
    } catch (SQLException recovering) {
      return false;
    }
  }

  private LocalPostgres startPostgres() throws Exception {
    return LocalPostgres.start(
        Checkout.scratch().resolve("postgres-binaries"),
        postgresDisk.resolve("postgres"),
        postgresPort,
        durable,
        data.resolve("postgres.log"));
  }

  void takeIssuerAway() {
    issuer.close();
  }

  /** Somebody in the issuer's place who takes connections and says nothing. */
  SilentServer silentIssuer() throws IOException {
    return hold(SilentServer.on(issuerPort));
  }

  /** At its address and with its key, as it was. */
  void giveIssuerBack() throws Exception {
    issuer = startIssuer();
  }

  private LocalIssuer startIssuer() throws Exception {
    return LocalIssuer.start(
        issuerPort,
        List.of("recorder", "analyst", "administrator").stream()
            .map(role -> new LocalClient(role, SECRET, List.of(role), List.of("*")))
            .toList(),
        issuerKey);
  }

  /** The database's processes do nothing any more, and their connections stay open. */
  void pauseDatabase() {
    hold(this::resumeDatabase);
    signalDatabase("STOP");
  }

  void resumeDatabase() {
    signalDatabase("CONT");
  }

  private void signalDatabase(String name) {
    ProcessHandle main = ProcessHandle.of(postgres.pid()).orElseThrow();
    // A backend may have ended since it was listed.
    Stream.concat(Stream.of(main), main.descendants())
        .forEach(process -> signalIfAlive(name, process));
  }

  /** A connection to the statistics database, as its owner. */
  Connection database() throws SQLException {
    return DriverManager.getConnection(
        postgres.url("statistics") + "?currentSchema=statistics", "statistics_owner", "");
  }

  /** Changes rows of a service's database, for which row security doesn't hold. */
  int change(String database, String statement) throws SQLException {
    try (Connection connection = superuser(database);
        Statement changing = connection.createStatement()) {
      return changing.executeUpdate(statement);
    }
  }

  /** Ends all connections of the services, which may connect again at once; says how many. */
  int endConnections() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.url("postgres"), "postgres", "");
        Statement ending = connection.createStatement();
        ResultSet row =
            ending.executeQuery(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE usename LIKE '%\\_service' AND application_name <> '"
                    + TAKEN
                    + "'")) {
      row.next();
      return row.getInt(1);
    }
  }

  /**
   * Takes all connections that the server has, but for those that it keeps for its administrator,
   * until they are closed.
   */
  List<Connection> takeConnections() throws SQLException {
    List<Connection> taken = new ArrayList<>();
    boolean left = true;
    while (left) {
      try {
        taken.add(
            DriverManager.getConnection(
                postgres.url("requests") + "?ApplicationName=" + TAKEN, "requests_service", ""));
      } catch (SQLException none) {
        // What the services have comes free, and they are not always the first to take it again.
        left = endConnections() > 0;
      }
    }
    return taken;
  }

  /** How many events of the register's wait for the broker. */
  long unpublished() throws SQLException {
    try (Connection connection = superuser("requests");
        Statement counting = connection.createStatement();
        ResultSet row =
            counting.executeQuery("SELECT count(*) FROM outbox WHERE published_at IS NULL")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** How many applications the register has. */
  long applications() throws SQLException {
    try (Connection connection = superuser("requests");
        Statement counting = connection.createStatement();
        ResultSet row = counting.executeQuery("SELECT count(*) FROM application")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Why the database doesn't take some megabytes (SQLSTATE); nothing when it does. */
  Optional<String> refusesMegabytes() {
    try {
      administer(
          "CREATE TABLE megabytes AS SELECT repeat(md5(n::text), 60) AS text"
              + " FROM generate_series(1, 5000) AS numbers (n)");
      administer("DROP TABLE megabytes");
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.of(String.valueOf(refused.getSQLState()));
    }
  }

  /** A connection to a service's database, for which row security doesn't hold. */
  Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(
        postgres.url(database) + "?currentSchema=" + database, "postgres", "");
  }

  /** Ends all connections to the statistics database, and lets nobody connect. */
  void takeDatabaseAway() throws SQLException {
    administer("ALTER DATABASE statistics ALLOW_CONNECTIONS false");
    administer(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'statistics'");
  }

  void giveDatabaseBack() throws SQLException {
    administer("ALTER DATABASE statistics ALLOW_CONNECTIONS true");
  }

  /** Keeps the register's database as it is now; nobody is connected to it meanwhile. */
  void backUpRegister() throws SQLException {
    administer("ALTER DATABASE requests ALLOW_CONNECTIONS false");
    try {
      administer(
          "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = 'requests'");
      administer("CREATE DATABASE " + BACKUP + " TEMPLATE requests OWNER requests_owner");
    } finally {
      administer("ALTER DATABASE requests ALLOW_CONNECTIONS true");
    }
  }

  /** Puts what was kept in the place of the register's database. */
  void setRegisterBack() throws SQLException {
    administer("DROP DATABASE requests WITH (FORCE)");
    administer("ALTER DATABASE " + BACKUP + " RENAME TO requests");
  }

  /** Drops the database of the statistics and makes it again, without tables. */
  void emptyStatistics() throws SQLException {
    administer("DROP DATABASE statistics WITH (FORCE)");
    postgres.createDatabase("statistics");
    administer("GRANT CREATE ON DATABASE statistics TO statistics_rebuild");
    migrated.remove("statistics");
  }

  /** Deletes a topic and at once creates another one of its name. */
  void createAnew(Topic topic) throws Exception {
    delete(topic);
    kafka.createTopics();
  }

  /** The ids of those who read the topics, which are new whenever they have joined again. */
  Set<String> members() throws Exception {
    try (Admin admin = admin()) {
      return admin
          .describeConsumerGroups(List.of(GROUP))
          .describedGroups()
          .get(GROUP)
          .get(30, TimeUnit.SECONDS)
          .members()
          .stream()
          .map(MemberDescription::consumerId)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** Sends away all who read the topics; they may come back at once. */
  void dismissMembers() throws Exception {
    try (Admin admin = admin()) {
      admin
          .removeMembersFromConsumerGroup(GROUP, new RemoveMembersFromConsumerGroupOptions())
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  void delete(Topic topic) throws Exception {
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of(topic.topicName())).all().get(30, TimeUnit.SECONDS);
      await()
          .until(
              () ->
                  !admin
                      .listTopics()
                      .names()
                      .get(30, TimeUnit.SECONDS)
                      .contains(topic.topicName()));
    }
  }

  /** How many of an instance's transactions wait for a lock; only a superuser is shown that. */
  long waiting(String instance) throws SQLException {
    return waiting(instance, "%");
  }

  /**
   * The same of those that wait in a statement of a kind.
   *
   * @param statement a pattern of SQL's
   */
  long waiting(String instance, String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.url("postgres"), "postgres", "");
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_stat_activity"
                    + " WHERE wait_event_type = 'Lock' AND application_name = ? AND query LIKE ?")) {
      select.setString(1, instance);
      select.setString(2, statement);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void signalIfAlive(String name, ProcessHandle process) {
    try {
      signal(name, process.pid());
    } catch (IllegalStateException notSent) {
      if (process.isAlive()) {
        throw notSent;
      }
    }
  }

  private static void signal(String name, long pid) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
      if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IllegalStateException("the signal was not sent");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private void administer(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.url("postgres"), "postgres", "");
        Statement executed = connection.createStatement()) {
      executed.execute(statement);
    }
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception failure) {
        System.err.println("while stopping: " + failure.getMessage());
      }
    }
  }

  /** Once, before the first instance. */
  private void migrate(String service, String database) throws IOException {
    if (migrated.add(database)) {
      try {
        Migration.run(
            service,
            Checkout.ROOT,
            data.resolve(database + "-migration.log"),
            postgres.url(database),
            database);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private Map<String, String> settings(String database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("DATABASE_URL", postgres.url(database));
    settings.put("DATABASE_USER", database + "_service");
    settings.put("DATABASE_PASSWORD", database + "_service");
    settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    settings.put("OIDC_ISSUER_URL", issuer.url());
    settings.put("OIDC_AUDIENCE", LocalIssuer.AUDIENCE);
    return secured.apply(settings);
  }

  private <T extends AutoCloseable> T hold(T part) {
    running.push(part);
    return part;
  }
}
