package disclosure.storage.migration;

import disclosure.storage.migration.PatientMigration.Migrated;
import disclosure.storage.migration.PatientMigration.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Migrates the database of the service on whose class path it stands, and ends. It is the only
 * process that is told the owner's password.
 */
public final class Migrate {

  private static final int CONNECT_RETRIES = 10;

  private Migrate() {}

  /**
   * Ends with 0 when the database has all migrations, and with 1 and one sentence when it can't be
   * migrated.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(System.getenv(), console));
  }

  static int run(Map<String, String> settings, PrintStream console)
      throws IOException, InterruptedException {
    Properties service = service();
    String schema = service.getProperty("quarkus.flyway.default-schema");
    try {
      FluentConfiguration migrations =
          Flyway.configure()
              .dataSource(
                  required(settings, "DATABASE_URL"),
                  required(settings, "DATABASE_OWNER_USER"),
                  required(settings, "DATABASE_OWNER_PASSWORD"))
              .connectRetries(CONNECT_RETRIES)
              .schemas(schema)
              .defaultSchema(schema)
              .placeholders(placeholders(service, settings))
              // Another instance may be of the next release already.
              .ignoreMigrationPatterns("*:future");
      Migrated migrated = new PatientMigration(migrations, Patience.USUAL, console).migrate();
      console.printf(
          Locale.ROOT,
          "The schema %s is at %s; %d migrations were applied.%n",
          schema,
          migrated.version(),
          migrated.executed());
      return 0;
    } catch (FlywayException | MissingSetting failure) {
      console.println("The schema " + schema + " can't be migrated: " + failure.getMessage());
      return 1;
    }
  }

  /** What stands in the service's own settings, once for both. */
  private static Properties service() throws IOException {
    Properties service = new Properties();
    try (InputStream file =
        Migrate.class.getClassLoader().getResourceAsStream("application.properties")) {
      service.load(file);
    }
    return service;
  }

  /** Roles, each written as {@code ${VARIABLE}} or {@code ${VARIABLE:default}}. */
  private static Map<String, String> placeholders(
      Properties service, Map<String, String> settings) {
    String prefix = "quarkus.flyway.placeholders.";
    Map<String, String> placeholders = new HashMap<>();
    for (String name : service.stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        String value = service.getProperty(name);
        String[] parts = value.substring(2, value.length() - 1).split(":", 2);
        placeholders.put(
            name.substring(prefix.length()),
            parts.length == 2
                ? settings.getOrDefault(parts[0], parts[1])
                : required(settings, parts[0]));
      }
    }
    return placeholders;
  }

  private static String required(Map<String, String> settings, String name) {
    String value = settings.get(name);
    if (value == null || value.isBlank()) {
      throw new MissingSetting("set the environment variable " + name + ".");
    }
    return value;
  }

  private static final class MissingSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingSetting(String sentence) {
      super(sentence, null, false, false);
    }
  }
}
