package disclosure.storage;

import disclosure.local.server.FreePort;
import disclosure.local.server.LocalPostgres;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One real PostgreSQL for the tests of this JVM, with the pool that the services have. */
public final class TestServer {

  private static final String NAME = "storage";
  private static LocalPostgres running;

  private TestServer() {}

  /** A pool of connections to the one database. */
  public static AgroalDataSource pool(int size) throws Exception {
    return pool(url(), size);
  }

  static AgroalDataSource pool(String url, int size) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(size)
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .acquisitionTimeout(Duration.ofSeconds(3))
                        .connectionFactoryConfiguration(
                            connection ->
                                connection
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal("storage_owner")))));
  }

  /** The one database. */
  public static synchronized String url() throws Exception {
    if (running == null) {
      running = start();
    }
    return running.url(NAME);
  }

  private static LocalPostgres start() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    Path directory = Files.createTempDirectory(Files.createDirectories(target), "storage");
    LocalPostgres postgres =
        LocalPostgres.start(
            target.resolve("postgres-binaries"),
            directory.resolve("postgres"),
            FreePort.any(),
            false);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
    postgres.createDatabase(NAME);
    return postgres;
  }

  private static void close(LocalPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException ignored) {
      // The JVM is ending.
    }
  }

  /** Runs statements as the role that owns the database. */
  public static void execute(AgroalDataSource pool, String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
