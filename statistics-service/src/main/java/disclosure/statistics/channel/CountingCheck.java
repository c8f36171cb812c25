package disclosure.statistics.channel;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once it has its share of the partitions, and not while one is stopped. The share may be
 * none, when there are more instances than partitions: it answers from the same database.
 */
@Readiness
@ApplicationScoped
class CountingCheck implements AsyncHealthCheck {

  private final Partitions partitions;

  CountingCheck(Partitions partitions) {
    this.partitions = partitions;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom().item(this::response);
  }

  private HealthCheckResponse response() {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("counting")
            .status(partitions.hasJoined() && partitions.halted().isEmpty())
            .withData("partitions", partitions.assigned());
    partitions
        .halted()
        .forEach((partition, reason) -> response.withData(partition.toString(), reason));
    return response.build();
  }
}
