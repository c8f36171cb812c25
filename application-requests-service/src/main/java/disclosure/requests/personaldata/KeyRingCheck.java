package disclosure.requests.personaldata;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while something can be encrypted: whoever can't take over the ring's primary leaves what is
 * to be recorded to the others.
 */
@Readiness
@ApplicationScoped
class KeyRingCheck implements AsyncHealthCheck {

  private final CipherFromKeyRing ring;

  KeyRingCheck(CipherFromKeyRing ring) {
    this.ring = ring;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .item(() -> HealthCheckResponse.named("key-ring").status(!ring.isOutdated()).build());
  }
}
