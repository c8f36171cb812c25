package disclosure.local.launcher;

import disclosure.local.server.LogFile;
import disclosure.local.server.Watchdog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The migration of a packaged service's database, as a child JVM that knows the owner. */
public final class Migration {

  private static final String MAIN = "disclosure.storage.migration.Migrate";

  private Migration() {}

  /**
   * Waits until the database has all migrations of the service.
   *
   * @param name the service's folder
   * @param root the top of the repository
   * @param log where its output goes
   * @param database the JDBC URL
   * @param roles what the names of the database's roles begin with
   * @throws CannotStart when it can't be migrated
   */
  public static void run(String name, Path root, Path log, String database, String roles)
      throws IOException, InterruptedException {
    Path application = root.resolve(name).resolve("target/quarkus-app");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            application.resolve("app") + "/*:" + application.resolve("lib/main") + "/*",
            MAIN);
    builder.environment().putAll(owner(database, roles));
    builder.environment().put("DATABASE_USER", roles + "_service");
    LogFile.beginAnew(log);
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Watchdog.watch(process.toHandle());
    try {
      if (process.waitFor() != 0) {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        throw new CannotStart(
            "The database of the "
                + name
                + " can't be migrated; the log is "
                + log
                + " and ends: "
                + (lines.isEmpty() ? "(nothing)" : lines.get(lines.size() - 1)));
      }
    } finally {
      process.destroy();
    }
  }

  /**
   * The same, unless this very build has migrated this database before: to find that nothing is to
   * be done takes a JVM some seconds.
   *
   * @param done a file that says so
   * @param migrated what tells the database from others, and from itself before
   */
  static void runOnce(
      String name,
      Path root,
      Path log,
      String database,
      String roles,
      Path done,
      Callable<String> migrated)
      throws Exception {
    String build = build(root.resolve(name).resolve("target/quarkus-app"));
    if (Files.exists(done) && Files.readString(done).equals(build + migrated.call())) {
      return;
    }
    Files.deleteIfExists(done);
    run(name, root, log, database, roles);
    Files.writeString(done, build + migrated.call());
  }

  /** What tells a build from others: its own jars and when they were made, and its libraries. */
  static String build(Path application) throws IOException {
    StringBuilder build = new StringBuilder();
    for (String folder : List.of("app", "lib/main")) {
      try (Stream<Path> jars = Files.list(application.resolve(folder))) {
        for (Path jar : jars.sorted().toList()) {
          build.append(jar.getFileName()).append(' ').append(Files.size(jar));
          if (folder.equals("app")) {
            build.append(' ').append(Files.getLastModifiedTime(jar).toInstant());
          }
          build.append('\n');
        }
      }
    }
    return build.toString();
  }

  private static Map<String, String> owner(String database, String roles) {
    return Map.of(
        "DATABASE_URL",
        database,
        "DATABASE_OWNER_USER",
        roles + "_owner",
        "DATABASE_OWNER_PASSWORD",
        roles + "_owner");
  }

  /** For a service in Quarkus' dev mode, which migrates by itself. */
  static Map<String, String> atStart(String database, String roles) {
    return Map.of(
        "QUARKUS_FLYWAY_MIGRATE_AT_START",
        "true",
        "QUARKUS_FLYWAY_JDBC_URL",
        database,
        "QUARKUS_FLYWAY_USERNAME",
        roles + "_owner",
        "QUARKUS_FLYWAY_PASSWORD",
        roles + "_owner");
  }
}
