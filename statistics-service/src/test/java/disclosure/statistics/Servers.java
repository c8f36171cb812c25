package disclosure.statistics;

import disclosure.local.server.FreePort;
import disclosure.local.server.LocalIssuer;
import disclosure.local.server.LocalKafka;
import disclosure.local.server.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Real PostgreSQL, Kafka and OIDC issuer, started once for all tests of the module. */
public final class Servers implements QuarkusTestResourceLifecycleManager {

  private static final String SETTINGS = "disclosure.test.servers";

  @Override
  public Map<String, String> start() {
    return running();
  }

  /** The servers outlive the application: they stop with the JVM. */
  @Override
  public void stop() {}

  /**
   * The environment of a service beside the running servers. The settings are kept where every
   * class loader of the JVM finds them.
   */
  public static Map<String, String> running() {
    synchronized (System.getProperties()) {
      if (System.getProperty(SETTINGS) == null) {
        Map<String, String> settings = startAll();
        settings.forEach((name, value) -> System.setProperty(SETTINGS + "." + name, value));
        System.setProperty(SETTINGS, String.join(" ", settings.keySet()));
      }
      return Arrays.stream(System.getProperty(SETTINGS).split(" "))
          .collect(
              Collectors.toMap(
                  Function.identity(), name -> System.getProperty(SETTINGS + "." + name)));
    }
  }

  private static Map<String, String> startAll() {
    try {
      Path target = Path.of("target").toAbsolutePath();
      Path directory = Files.createTempDirectory(Files.createDirectories(target), "servers");
      CompletableFuture<LocalPostgres> database =
          CompletableFuture.supplyAsync(() -> postgres(target, directory));
      LocalKafka kafka =
          LocalKafka.start(directory.resolve("kafka"), FreePort.any(), FreePort.any());
      kafka.createTopics();
      LocalIssuer issuer = LocalIssuer.start(FreePort.any(), TestClient.known());
      LocalPostgres postgres = database.join();
      postgres.createDatabase("statistics");
      TallyServer register = new TallyServer();
      List<AutoCloseable> servers = List.of(kafka, issuer, postgres, register);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.forEach(Servers::close)));
      Map<String, String> settings =
          new HashMap<>(
              Map.of(
                  "DATABASE_URL",
                  postgres.url("statistics"),
                  "DATABASE_USER",
                  "statistics_service",
                  "DATABASE_PASSWORD",
                  "statistics_service",
                  "DATABASE_OWNER_USER",
                  "statistics_owner",
                  "DATABASE_OWNER_PASSWORD",
                  "statistics_owner",
                  "KAFKA_BOOTSTRAP_SERVERS",
                  kafka.bootstrapServers(),
                  "OIDC_ISSUER_URL",
                  issuer.url(),
                  TestClient.TOKEN_ENDPOINT,
                  issuer.tokenEndpoint()));
      settings.put("REQUESTS_URL", register.url());
      settings.put("OIDC_CLIENT_ID", TestClient.ANALYST.id());
      settings.put("OIDC_CLIENT_SECRET", "secret");
      return settings;
    } catch (Exception failure) {
      throw new IllegalStateException("the servers don't start", failure);
    }
  }

  private static LocalPostgres postgres(Path target, Path directory) {
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
