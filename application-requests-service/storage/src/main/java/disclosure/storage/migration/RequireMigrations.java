package disclosure.storage.migration;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** A service begins no work on tables that are older than it is. */
@ApplicationScoped
class RequireMigrations {

  private final Flyway migrations;

  RequireMigrations(Flyway migrations) {
    this.migrations = migrations;
  }

  void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting) {
    MigrationInfo[] pending = migrations.info().pending();
    if (pending.length > 0) {
      throw new IllegalStateException(
          "The database lacks "
              + pending.length
              + " migrations, the first being "
              + pending[0].getVersion()
              + ". Run the migration before the service.");
    }
  }
}
