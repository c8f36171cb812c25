package disclosure.local.launcher;

import disclosure.local.server.LocalClient;
import disclosure.local.server.LocalIssuer;
import disclosure.local.server.LocalKafka;
import disclosure.local.server.LocalPostgres;
import disclosure.local.server.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The running product: servers, services, and what must be stopped in the reverse order. */
final class Stack implements AutoCloseable {

  /** For trying out: who subscribes runs a receiver on this machine, at whatever port. */
  private static final String LOOPBACK_RECEIVERS = "http://localhost:*,http://127.0.0.1:*";

  private static final long TIMEOUT_SECONDS = 180;
  private static final int HEAP_MEGABYTES = 320;

  private final Options options;
  private final Path root;
  private final Home home;
  private final Progress progress;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final List<ServiceProcess> services = new ArrayList<>();
  private Clients clients;
  private LocalIssuer issuer;
  private LocalPostgres postgres;
  private LocalKafka kafka;
  private boolean closed;

  Stack(Options options, Path root, Home home, Progress progress) {
    this.options = options;
    this.root = root;
    this.home = home;
    this.progress = progress;
  }

  void start() throws Exception {
    Leftovers leftovers = new Leftovers(home);
    leftovers.end();
    LocalPostgres.endLeftover(home.path("postgres"));
    Port.requireFree(options.portOffset(), options.without());
    clients = new Clients(home);
    running.push(leftovers::forget);

    progress.say("starting PostgreSQL, Kafka and the OIDC issuer");
    CompletableFuture<LocalPostgres> starting = async(this::startPostgres);
    try {
      kafka =
          hold(LocalKafka.start(home.path("kafka"), port(Port.KAFKA), port(Port.KAFKA_CONTROLLER)));
      kafka.createTopics();
      issuer =
          hold(
              LocalIssuer.start(
                  port(Port.ISSUER),
                  clients.all(),
                  Secrets.issuerKey(home),
                  new LocalIssuer.Pages(Clients.PAGES, pages(), People.all())));
    } finally {
      postgres = hold(join(starting));
    }
    for (String database : List.of("requests", "statistics", "report")) {
      postgres.createDatabase(database);
    }

    migrate();
    progress.say("starting the three services");
    for (Service service : Service.values()) {
      if (options.without().contains(service)) {
        leave(service);
      } else {
        start(service, leftovers);
      }
    }
    awaitReady();
    hold(FrontDoor.open(port(Port.FRONT_DOOR), doors()));
    Path stack = home.path("stack.json");
    running.push(() -> Files.deleteIfExists(stack));
    StackFile.write(
        stack,
        url(Port.REQUESTS),
        url(Port.STATISTICS),
        url(Port.REPORT),
        Map.of(
            Service.REQUESTS, url(Port.REQUESTS_MANAGEMENT),
            Service.STATISTICS, url(Port.STATISTICS_MANAGEMENT),
            Service.REPORT, url(Port.REPORT_MANAGEMENT)),
        kafka.bootstrapServers(),
        issuer.tokenEndpoint(),
        clients);
    progress.say("the stack is ready");
  }

  /**
   * Once after a build, keeps the classes that are loaded, all at once: a service stands still
   * meanwhile.
   */
  void makeArchives() throws InterruptedException {
    List<ServiceProcess> missing =
        services.stream().filter(ServiceProcess::isArchiveMissing).toList();
    if (missing.isEmpty() && !OwnArchive.isMissing()) {
      return;
    }
    progress.say("keeping what makes later starts faster, once after each build");
    try {
      List<CompletableFuture<Void>> making = new ArrayList<>();
      for (ServiceProcess service : missing) {
        making.add(
            async(
                () -> {
                  service.makeArchive();
                  return null;
                }));
      }
      OwnArchive.make();
      CompletableFuture.allOf(making.toArray(CompletableFuture[]::new)).get();
    } catch (IOException | ExecutionException failure) {
      System.err.println("No archive of classes was made: " + failure.getMessage());
    }
  }

  String url(Port port) {
    return "http://127.0.0.1:" + port(port);
  }

  /** Where people find the pages, without a slash at its end. */
  String pages() {
    return "http://localhost:" + port(Port.FRONT_DOOR);
  }

  private List<FrontDoor.Door> doors() {
    return List.of(
        new FrontDoor.Door(
            "/register",
            "登记：待办和申请",
            "Register: what is due, and applications",
            port(Port.REQUESTS)),
        new FrontDoor.Door(
            "/dashboard",
            "统计：收到和处理情况",
            "Statistics: what was received and handled",
            port(Port.STATISTICS)),
        new FrontDoor.Door(
            "/workbench",
            "年报：编写、审核和汇总",
            "Annual reports: written, checked and summed up",
            port(Port.REPORT)),
        new FrontDoor.Door("/published", "公布：年度报告", "Published: annual reports", port(Port.REPORT)),
        new FrontDoor.Door("/robots.txt", "", "", port(Port.REPORT)));
  }

  String tokenEndpoint() {
    return issuer.tokenEndpoint();
  }

  LocalClient client(String name) {
    return clients.named(name);
  }

  /** A sentence about a part that has ended by itself; the product is nothing without it. */
  Optional<String> ended() {
    Optional<String> full = home.fullness();
    if (full.isPresent()) {
      return full.map(sentence -> sentence + ", so the stack was stopped; its logs are kept.");
    }
    if (!postgres.isAlive()) {
      return Optional.of(
          "PostgreSQL has ended by itself, so the stack was stopped; its log is "
              + home.log("postgres")
              + ".");
    }
    if (!kafka.isAlive()) {
      return Optional.of(
          "Kafka has ended by itself, so the stack was stopped; its log is "
              + home.log("servers")
              + ".");
    }
    return services.stream()
        .filter(service -> !service.isAlive())
        .map(ServiceProcess::ending)
        .findFirst();
  }

  /** Keeps the logs within their bounds. */
  void boundLogs() {
    try {
      for (String log : List.of("servers", "postgres")) {
        LogFile.bound(home.log(log));
      }
      for (ServiceProcess service : services) {
        LogFile.bound(service.log());
      }
    } catch (IOException full) {
      // The watch over the disk says so.
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (running.isEmpty()) {
      return;
    }
    progress.say("stopping");
    // The interrupt that asked for the end must not cut short the waiting for it.
    boolean interrupted = Thread.interrupted();
    services.forEach(ServiceProcess::stop);
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception failure) {
        progress.say("while stopping: " + failure.getMessage());
      }
    }
    progress.say("stopped; the data stays in " + options.data());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws InterruptedException {
    List<ServiceProcess> waiting = new ArrayList<>(services);
    double deadline = progress.seconds() + TIMEOUT_SECONDS;
    while (!waiting.isEmpty()) {
      for (ServiceProcess service : List.copyOf(waiting)) {
        if (service.isReady()) {
          waiting.remove(service);
          progress.say(service.name() + " is ready at " + service.url());
        }
      }
      if (progress.seconds() > deadline) {
        throw new CannotStart(
            String.format(
                Locale.ROOT,
                "The %s was not ready after %d s; its log is in %s.",
                waiting.get(0).name(),
                TIMEOUT_SECONDS,
                home.path("logs")));
      }
      Thread.sleep(100);
    }
  }

  private LocalPostgres startPostgres() throws Exception {
    return LocalPostgres.start(
        home.path("postgres-binaries"),
        home.path("postgres"),
        port(Port.POSTGRES),
        true,
        home.log("postgres"));
  }

  /** As the databases' owners, whom the services don't know. */
  private void migrate() throws Exception {
    progress.say("migrating the databases");
    CompletableFuture<?>[] migrating =
        Arrays.stream(Service.values())
            .filter(service -> !options.without().contains(service))
            .map(
                service ->
                    async(
                        () -> {
                          Migration.runOnce(
                              service.folder(),
                              root,
                              home.log(service.folder() + "-migration"),
                              postgres.url(service.shortName()),
                              service.shortName(),
                              home.path("postgres").resolve("migrated-" + service.shortName()),
                              () -> postgres.migrated(service.shortName()));
                          return service;
                        }))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(migrating).get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    }
  }

  private void start(Service service, Leftovers leftovers) throws IOException {
    ServiceProcess process =
        hold(
            ServiceProcess.start(
                service.folder(),
                root,
                service.ports(options.portOffset()),
                home.log(service.folder()),
                HEAP_MEGABYTES,
                ServiceProcess.QUICK_START,
                settings(service)));
    services.add(process);
    leftovers.add(process.pid());
  }

  /** To who starts the service from its sources. */
  private void leave(Service service) throws IOException {
    Map<String, String> settings = settings(service);
    settings.putAll(Migration.atStart(postgres.url(service.shortName()), service.shortName()));
    settings.putAll(ServiceProcess.listening(service.ports(options.portOffset())));
    SettingsFile.write(settingsFile(service), settings);
    progress.say("the " + service.folder() + " is left to you");
  }

  /** The environment of a service that is left out. */
  Path settingsFile(Service service) {
    return home.path(service.shortName() + ".env");
  }

  private Map<String, String> settings(Service service) throws IOException {
    Map<String, String> settings =
        switch (service) {
          case REQUESTS -> requests();
          case STATISTICS -> statistics();
          case REPORT -> report();
        };
    settings.put("PUBLIC_URL", url(service.port()));
    return settings;
  }

  private Map<String, String> requests() throws IOException {
    Map<String, String> settings = common("requests");
    settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    settings.put("KEYRING_FILE", Secrets.keyRing(home).toString());
    settings.put("WEBHOOK_HOSTS", LOOPBACK_RECEIVERS);
    settings.putAll(ofPages());
    return settings;
  }

  /** The same for all services with pages, so that people sign in once. */
  private Map<String, String> ofPages() throws IOException {
    return Map.of(
        "PAGES_CLIENT_ID", Clients.PAGES,
        "PAGES_CLIENT_SECRET", clients.named(Clients.PAGES).secret(),
        "PAGES_SESSION_SECRET", Secrets.ofSessions(home));
  }

  private Map<String, String> statistics() throws IOException {
    Map<String, String> settings = common("statistics");
    settings.putAll(ofPages());
    LocalClient own = clients.named(Clients.STATISTICS_SERVICE);
    settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    settings.put("REQUESTS_URL", url(Port.REQUESTS));
    settings.put("OIDC_CLIENT_ID", own.id());
    settings.put("OIDC_CLIENT_SECRET", own.secret());
    return settings;
  }

  private Map<String, String> report() throws IOException {
    Map<String, String> settings = common("report");
    settings.putAll(ofPages());
    LocalClient own = clients.named(Clients.REPORT_SERVICE);
    settings.put("REQUESTS_URL", url(Port.REQUESTS));
    settings.put("STATISTICS_URL", url(Port.STATISTICS));
    settings.put("PAGES_URL", pages());
    settings.put("OIDC_CLIENT_ID", own.id());
    settings.put("OIDC_CLIENT_SECRET", own.secret());
    return settings;
  }

  private Map<String, String> common(String database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("DATABASE_URL", postgres.url(database));
    settings.put("DATABASE_USER", database + "_service");
    settings.put("DATABASE_PASSWORD", database + "_service");
    settings.put("OIDC_ISSUER_URL", issuer.url());
    settings.put("OIDC_AUDIENCE", LocalIssuer.AUDIENCE);
    return settings;
  }

  private int port(Port port) {
    return port.with(options.portOffset());
  }

  private <T extends AutoCloseable> T hold(T part) {
    running.push(part);
    return part;
  }

  private static <T> CompletableFuture<T> async(Callable<T> start) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return start.call();
          } catch (Exception failure) {
            throw new CompletionException(failure);
          }
        });
  }

  private static <T> T join(CompletableFuture<T> starting) throws Exception {
    try {
      return starting.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    }
  }
}
