package disclosure.report;

import disclosure.local.server.FreePort;
import disclosure.local.server.LocalIssuer;
import disclosure.local.server.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Real PostgreSQL and OIDC issuer, and the neighbouring services' answers over real HTTP, started
 * once for all tests of the module.
 */
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
      LocalPostgres postgres =
          LocalPostgres.start(
              target.resolve("postgres-binaries"),
              directory.resolve("postgres"),
              FreePort.any(),
              false);
      postgres.createDatabase("report");
      LocalIssuer issuer = LocalIssuer.start(FreePort.any(), TestClient.known());
      Neighbour statistics = Neighbour.start();
      Neighbour register = Neighbour.start();
      List<AutoCloseable> servers = List.of(issuer, postgres, statistics, register);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.forEach(Servers::close)));
      return Map.ofEntries(
          Map.entry("DATABASE_URL", postgres.url("report")),
          Map.entry("DATABASE_USER", "report_service"),
          Map.entry("DATABASE_PASSWORD", "report_service"),
          Map.entry("DATABASE_OWNER_USER", "report_owner"),
          Map.entry("DATABASE_OWNER_PASSWORD", "report_owner"),
          Map.entry("OIDC_ISSUER_URL", issuer.url()),
          Map.entry("OIDC_CLIENT_ID", TestClient.REPORT_SERVICE.id()),
          Map.entry("OIDC_CLIENT_SECRET", TestClient.SECRET),
          Map.entry("STATISTICS_URL", statistics.url()),
          Map.entry("REQUESTS_URL", register.url()),
          Map.entry(TestClient.TOKEN_ENDPOINT, issuer.tokenEndpoint()));
    } catch (Exception failure) {
      throw new IllegalStateException("the servers don't start", failure);
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
