package disclosure.edge;

import disclosure.storage.DatabaseWatch;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the database answers. It asks for neither a thread nor a connection of the pool: who
 * has much to do is ready all the same.
 */
@Readiness
@ApplicationScoped
class DatabaseCheck implements AsyncHealthCheck {

  private final DatabaseWatch database;

  DatabaseCheck(DatabaseWatch database) {
    this.database = database;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .item(() -> HealthCheckResponse.named("database").status(database.isAnswered()).build());
  }
}
