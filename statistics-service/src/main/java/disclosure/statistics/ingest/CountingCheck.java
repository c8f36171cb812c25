package disclosure.statistics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once partitions were assigned, and not while one is stopped. An instance that has lost its
 * partitions to others stays ready: it answers from the same database.
 */
@Readiness
@ApplicationScoped
class CountingCheck implements HealthCheck {

  private final Partitions partitions;
  private volatile boolean everAssigned;

  CountingCheck(Partitions partitions) {
    this.partitions = partitions;
  }

  @Override
  public HealthCheckResponse call() {
    everAssigned |= partitions.assigned() > 0;
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("counting")
            .status(everAssigned && partitions.halted().isEmpty())
            .withData("partitions", partitions.assigned());
    partitions
        .halted()
        .forEach((partition, reason) -> response.withData(partition.toString(), reason));
    return response.build();
  }
}
