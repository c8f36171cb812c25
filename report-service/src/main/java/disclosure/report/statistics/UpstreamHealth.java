package disclosure.report.statistics;

import disclosure.edge.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Whether the services that a report is read from are there. */
@ApplicationScoped
public class UpstreamHealth {

  private static final Logger LOG = Logger.getLogger(UpstreamHealth.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final StatisticsClient statistics;
  private final RegisterClient register;

  UpstreamHealth(@RestClient StatisticsClient statistics, @RestClient RegisterClient register) {
    this.statistics = statistics;
    this.register = register;
  }

  /**
   * Whether what was refused may well succeed once another service is there again. What one can't
   * answer though it is there is the fault of what was asked.
   */
  public boolean isOutage(Refusal refusal) {
    if (refusal.status() != 503) {
      return false;
    }
    if (refusal.getCause() == null) {
      return true;
    }
    return switch (Answers.silence(refusal.getCause())) {
      case AWAY -> true;
      case USELESS -> false;
      case UNCERTAIN -> !areReady();
    };
  }

  private boolean areReady() {
    try {
      Uni.combine()
          .all()
          .unis(statistics.ready(), register.ready())
          .asTuple()
          .await()
          .atMost(TIMEOUT);
      return true;
    } catch (RuntimeException away) {
      LOG.debugf("A service is not ready: %s", away);
      return false;
    }
  }
}
