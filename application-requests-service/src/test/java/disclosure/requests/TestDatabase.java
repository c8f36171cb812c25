package disclosure.requests;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own for a test without the application, migrated like the real one. */
public final class TestDatabase {

  private final String url;
  private final String name;

  private TestDatabase(String url, String name) {
    this.url = url;
    this.name = name;
  }

  /**
   * Creates and migrates the database.
   *
   * @param name also the prefix of its two roles
   */
  public static TestDatabase create(String name) {
    return createAt(name, "latest");
  }

  /**
   * The same, migrated no further than to a version, as an older release left it.
   *
   * @param version Flyway's
   */
  public static TestDatabase createAt(String name, String version) {
    URI shared = URI.create(Servers.running().get("DATABASE_URL").substring("jdbc:".length()));
    String server = "jdbc:postgresql://" + shared.getAuthority() + "/";
    try (Connection connection = DriverManager.getConnection(server + "postgres?user=postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + name + "_owner LOGIN");
      statement.execute("CREATE ROLE " + name + "_service LOGIN");
      statement.execute("CREATE DATABASE " + name + " OWNER " + name + "_owner");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    TestDatabase database = new TestDatabase(server + name, name);
    database.migrate(version);
    return database;
  }

  /** Migrates it further. */
  public void migrate(String version) {
    Flyway.configure()
        .dataSource(owner())
        .schemas("requests")
        .placeholders(Map.of("serviceRole", name + "_service"))
        .target(version)
        .load()
        .migrate();
  }

  /** Connections of the service's own role. */
  public DataSource service() {
    return as("service");
  }

  /** Connections of the role that migrates. */
  public DataSource owner() {
    return as("owner");
  }

  private DataSource as(String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(name + "_" + role);
    return source;
  }
}
