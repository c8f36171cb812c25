package disclosure.local.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real PostgreSQL beside this JVM, whose data directory outlives it. It trusts every local
 * connection, and so listens on loopback only.
 */
public final class LocalPostgres implements AutoCloseable {

  private static final List<String> DURABILITY =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final long END_SECONDS = 10;

  private final EmbeddedPostgres postgres;
  private final ProcessHandle process;
  private final int port;

  private LocalPostgres(EmbeddedPostgres postgres, ProcessHandle process, int port) {
    this.postgres = postgres;
    this.process = process;
    this.port = port;
  }

  /**
   * The same, with the log beside the data directory.
   *
   * @see #start(Path, Path, int, boolean, Path)
   */
  public static LocalPostgres start(Path binaries, Path data, int port, boolean durable)
      throws IOException, SQLException {
    return start(binaries, data, port, durable, data.resolveSibling(data.getFileName() + ".log"));
  }

  /**
   * Starts the server on the given data directory, which is initialised at the first start. A
   * server that a killed launcher left behind on the same directory is stopped first. It runs until
   * it is closed, also when this JVM is ending; when this JVM is gone, it ends too.
   *
   * @param binaries where the server's programs are unpacked; shared between data directories
   * @param data the data directory
   * @param port the port on loopback
   * @param durable whether a commit survives a crash of the machine; false only for tests
   * @param log where the server says what it does
   */
  public static LocalPostgres start(Path binaries, Path data, int port, boolean durable, Path log)
      throws IOException, SQLException {
    Path unpacked = ownersAlone(binaries).resolve("unpacked");
    Files.createDirectories(data.getParent());
    endLeftover(data);
    LogFile.beginAnew(log);
    Watchdog.watchPostgres(data);
    String durability = durable ? "on" : "off";
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setOverrideWorkingDirectory(unpacked.toFile())
            .setPgBinaryResolver(LocalPostgres::binary)
            .setCleanDataDirectory(false)
            // Otherwise it would stop by itself on SIGTERM, under those who still work with it.
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .setPGStartupWait(Duration.ofSeconds(60))
            .setOutputRedirector(Redirect.appendTo(log.toFile()))
            .setErrorRedirector(Redirect.appendTo(log.toFile()))
            // What clients do wrong is theirs to log, and may hold values of rows.
            .setServerConfig("log_min_messages", "log")
            .setServerConfig("log_error_verbosity", "terse")
            .setServerConfig("log_min_error_statement", "panic")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("timezone", "Asia/Shanghai")
            .setServerConfig("max_connections", "150")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("checkpoint_timeout", "15min")
            // What waits to be sent comes and goes all the time, and its dead rows stand in the
            // way.
            .setServerConfig("autovacuum_naptime", "10s");
    // The embedded server switches these off by default.
    DURABILITY.forEach(setting -> builder.setServerConfig(setting, durability));
    // The library lets everybody write where it unpacks, which nobody else reaches.
    LocalPostgres server = new LocalPostgres(builder.start(), postmaster(data).orElseThrow(), port);
    ownersAlone(unpacked);
    server.verify(durability);
    return server;
  }

  private static Path ownersAlone(Path directory) throws IOException {
    Files.createDirectories(directory);
    return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
  }

  /** The URL of one of its databases. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /**
   * Creates a database with its roles where they are missing: an owner, who migrates, the service's
   * own role, who reads and writes, and one without a password, which owns what is made anew (in
   * the statistics) and whose place the service's role may take. Passwords are the roles' names.
   */
  public void createDatabase(String database) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      String owner = database + "_owner";
      String service = database + "_service";
      for (String role : List.of(owner, service)) {
        if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
          statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + role + "'");
        }
      }
      if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
        statement.execute("CREATE DATABASE " + database + " OWNER " + owner);
      }
      String rebuild = database + "_rebuild";
      if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + rebuild + "'")) {
        statement.execute("CREATE ROLE " + rebuild + " NOLOGIN");
        statement.execute("GRANT " + rebuild + " TO " + owner);
        statement.execute("GRANT " + rebuild + " TO " + service + " WITH INHERIT FALSE, SET TRUE");
      }
      statement.execute("GRANT CREATE ON DATABASE " + database + " TO " + rebuild);
    }
  }

  /**
   * What tells a database from one that stood or stands in its place, made anew or given back from
   * a backup, and from itself before it was migrated; its schema bears its name.
   */
  public String migrated(String database) throws SQLException {
    String history = database + ".flyway_schema_history";
    try (Connection connection = DriverManager.getConnection(url(database), "postgres", "");
        Statement statement = connection.createStatement()) {
      String state =
          text(statement, "SELECT oid FROM pg_database WHERE datname = current_database()");
      return isMissing(statement, "SELECT 1 WHERE to_regclass('" + history + "') IS NOT NULL")
          ? state
          : state + " " + text(statement, "SELECT max(installed_rank) FROM " + history);
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** The process id of the server's postmaster. */
  public long pid() {
    return process.pid();
  }

  /** Whether the server still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() throws IOException {
    flush();
    postgres.close();
    awaitEnd(process, END_SECONDS);
  }

  /** Stopping is given a few seconds, and there may be a gigabyte to write before. */
  private void flush() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    } catch (SQLException gone) {
      // What isn't written is recovered from the log at the next start.
    }
  }

  /**
   * The server's programs. The library's own search refuses to go on when class loaders show the
   * same file twice, as those of tests do.
   */
  private static InputStream binary(String system, String machine) {
    String file =
        String.format(Locale.ROOT, "/postgres-%s-%s.txz", system, ArchUtils.normalize(machine))
            .toLowerCase(Locale.ROOT);
    return Optional.ofNullable(LocalPostgres.class.getResourceAsStream(file))
        .orElseThrow(
            () ->
                new IllegalStateException("there is no PostgreSQL for " + system + " " + machine));
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url("postgres") + "?user=postgres");
  }

  private void verify(String durability) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String setting : DURABILITY) {
        try (ResultSet result = statement.executeQuery("SHOW " + setting)) {
          if (!result.next() || !result.getString(1).equals(durability)) {
            throw new IllegalStateException("PostgreSQL runs with another " + setting);
          }
        }
      }
    }
  }

  private static boolean isMissing(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return !result.next();
    }
  }

  /** Ends a server that was left behind on the data directory. */
  public static void endLeftover(Path data) throws IOException {
    Optional<ProcessHandle> leftover = postmaster(data);
    if (leftover.isEmpty()) {
      return;
    }
    // SIGTERM would have it wait for its clients.
    new ProcessBuilder("kill", "-s", "INT", Long.toString(leftover.get().pid())).start();
    awaitEnd(leftover.get(), END_SECONDS);
  }

  private static void awaitEnd(ProcessHandle process, long seconds) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException stuck) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException | ExecutionException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The process named in postmaster.pid, when it still is a postgres. */
  private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
    return ProcessHandle.of(pid)
        .filter(process -> process.info().command().orElse("").contains("postgres"));
  }
}
