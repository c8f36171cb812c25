package disclosure.statistics.ingest;

import disclosure.local.server.FreePort;
import disclosure.local.server.LocalPostgres;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated database of the service's own, on a real PostgreSQL, for tests that write without the
 * running service.
 */
public final class CountingDatabase {

  private static final String NAME = "statistics";
  private static CountingDatabase started;

  private final LocalPostgres postgres;
  private final DataSource service;

  private CountingDatabase(LocalPostgres postgres) throws SQLException {
    this.postgres = postgres;
    this.service =
        AgroalDataSource.from(
            new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(
                    pool ->
                        pool.maxSize(8)
                            .connectionFactoryConfiguration(
                                connection ->
                                    connection
                                        .jdbcUrl(postgres.url(NAME) + "?currentSchema=" + NAME)
                                        .principal(new NamePrincipal(NAME + "_service"))
                                        .credential(new SimplePassword(NAME + "_service")))));
  }

  /** The database of this JVM, without any rows. */
  public static synchronized CountingDatabase empty() throws Exception {
    if (started == null) {
      started = start();
    }
    started.truncate();
    return started;
  }

  /** Connections of the service's own role. */
  public DataSource asService() {
    return service;
  }

  /** What migrates it, as the owner. */
  public Flyway migrations() {
    return Flyway.configure()
        .dataSource(postgres.url(NAME), NAME + "_owner", NAME + "_owner")
        .schemas(NAME)
        .defaultSchema(NAME)
        .placeholders(placeholders(NAME + "_service"))
        .locations("filesystem:" + Path.of("src/main/resources/db/migration").toAbsolutePath())
        .load();
  }

  /** Connections of the owner of another database, which has no schema yet. */
  DataSource another(String name) throws SQLException {
    postgres.createDatabase(name);
    return connectingAs(name, name + "_owner");
  }

  /** Applies the migrations of a directory. */
  static void migrate(DataSource owner, String serviceRole, Path texts) {
    Flyway.configure()
        .dataSource(owner)
        .schemas(NAME)
        .defaultSchema(NAME)
        .placeholders(placeholders(serviceRole))
        .locations("filesystem:" + texts.toAbsolutePath())
        .load()
        .migrate();
  }

  private static Map<String, String> placeholders(String serviceRole) {
    return Map.of(
        "serviceRole", serviceRole, "rebuildRole", serviceRole.replace("_service", "_rebuild"));
  }

  private static CountingDatabase start() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    Path directory = Files.createTempDirectory(Files.createDirectories(target), "counting");
    LocalPostgres postgres =
        LocalPostgres.start(
            target.resolve("postgres-binaries"),
            directory.resolve("postgres"),
            FreePort.any(),
            false);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    postgres.close();
                  } catch (java.io.IOException ignored) {
                    // The JVM is ending.
                  }
                }));
    postgres.createDatabase(NAME);
    CountingDatabase database = new CountingDatabase(postgres);
    migrate(
        database.connectingAs(NAME, NAME + "_owner"),
        NAME + "_service",
        Path.of("src/main/resources/db/migration"));
    return database;
  }

  private void truncate() throws SQLException {
    try (Connection connection = connectingAs(NAME, NAME + "_owner").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          DO $$ BEGIN EXECUTE (
            SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ')
            FROM pg_tables
            WHERE schemaname = 'statistics'
              AND tablename NOT IN ('flyway_schema_history', 'cell_place'));
          END $$
          """);
    }
  }

  private DataSource connectingAs(String database, String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.url(database));
    source.setUser(role);
    source.setPassword(role);
    source.setCurrentSchema(NAME);
    return source;
  }
}
