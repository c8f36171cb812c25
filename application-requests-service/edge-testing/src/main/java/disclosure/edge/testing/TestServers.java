package disclosure.edge.testing;

import disclosure.local.server.FreePort;
import disclosure.local.server.LocalIssuer;
import disclosure.local.server.LocalKafka;
import disclosure.local.server.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Real servers for the tests of a module, started once for all of them: PostgreSQL, an OIDC issuer,
 * and Kafka where it is asked for. They outlive the application, and stop with the JVM.
 */
public abstract class TestServers implements QuarkusTestResourceLifecycleManager {

  @Override
  public void stop() {}

  /** What a module needs beside the servers that all need. */
  @FunctionalInterface
  protected interface More {

    /** Starts it and tells the settings. */
    void start(Started servers) throws Exception;
  }

  /**
   * The environment of a service beside the running servers.
   *
   * @param database the service's database, also the prefix of its two roles
   */
  protected static Map<String, String> running(String database, More more) {
    return Setting.all(() -> new Started().start(database, more));
  }

  /** The servers as they start. */
  protected static final class Started {

    private final Map<String, String> settings = new HashMap<>();
    private final List<AutoCloseable> servers = new CopyOnWriteArrayList<>();
    private final Path target = Path.of("target").toAbsolutePath();
    private final Path directory;

    private Started() {
      try {
        directory = Files.createTempDirectory(Files.createDirectories(target), "servers");
      } catch (java.io.IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
    }

    /** A directory that goes with the servers. */
    public Path directory() {
      return directory;
    }

    /** Tells a setting of the service. */
    public void set(String name, String value) {
      settings.put(name, value);
    }

    /** Has a server stopped with the others. */
    public <S extends AutoCloseable> S keep(S server) {
      servers.add(server);
      return server;
    }

    /** Starts Kafka with the topics of the contract. */
    public void kafka() throws Exception {
      LocalKafka kafka =
          keep(LocalKafka.start(directory.resolve("kafka"), FreePort.any(), FreePort.any()));
      kafka.createTopics();
      set("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    }

    private Map<String, String> start(String database, More more) {
      try {
        CompletableFuture<LocalPostgres> starting = CompletableFuture.supplyAsync(this::postgres);
        LocalIssuer issuer = keep(LocalIssuer.start(FreePort.any(), TestClient.known()));
        set("OIDC_ISSUER_URL", issuer.url());
        set(Setting.TOKEN_ENDPOINT, issuer.tokenEndpoint());
        set("CORS_ORIGINS", CrossOriginRules.ALLOWED + ",http://127.0.0.1:8999");
        more.start(this);
        LocalPostgres postgres = keep(starting.join());
        postgres.createDatabase(database);
        set("DATABASE_URL", postgres.url(database));
        set(Setting.POSTMASTER, Long.toString(postgres.pid()));
        for (String role : List.of("", "OWNER_")) {
          String name = database + (role.isEmpty() ? "_service" : "_owner");
          set("DATABASE_" + role + "USER", name);
          set("DATABASE_" + role + "PASSWORD", name);
        }
        // Only here: a service that is deployed knows nothing of the owner.
        set("quarkus.flyway.migrate-at-start", "true");
        set("quarkus.flyway.jdbc-url", postgres.url(database));
        set("quarkus.flyway.username", database + "_owner");
        set("quarkus.flyway.password", database + "_owner");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.forEach(Started::close)));
        return settings;
      } catch (Exception failure) {
        throw new IllegalStateException("the servers don't start", failure);
      }
    }

    private LocalPostgres postgres() {
      try {
        return LocalPostgres.start(
            target.resolve("postgres-binaries"),
            directory.resolve("postgres"),
            FreePort.any(),
            false);
      } catch (Exception failure) {
        throw new CompletionException(failure);
      }
    }

    private static void close(AutoCloseable server) {
      try {
        server.close();
      } catch (Exception ignored) {
        // The JVM is ending.
      }
    }
  }
}
