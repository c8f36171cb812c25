package disclosure.requests.privacy;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whoever can't take over the ring's primary leaves everything to the others while one has it. When
 * none has, all stay ready, for what is read and counted.
 */
@Readiness
@ApplicationScoped
class KeyRingCheck implements AsyncHealthCheck {

  private final KeyRingReports reports;

  KeyRingCheck(KeyRingReports reports) {
    this.reports = reports;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .item(
            () -> HealthCheckResponse.named("key-ring").status(!reports.leavesToOthers()).build());
  }
}
