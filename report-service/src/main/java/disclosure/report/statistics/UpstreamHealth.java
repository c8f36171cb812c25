package disclosure.report.statistics;

import disclosure.edge.OwnTokens;
import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Whether the services that a report is read from are there. */
@ApplicationScoped
public class UpstreamHealth {

  private static final Logger LOG = Logger.getLogger(UpstreamHealth.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** The office of the State Council, which whoever knows an organ knows, or knows quickly not. */
  private static final OrganCode ANY = new OrganCode("11100000000013338W");

  private static final int ANY_YEAR = 2024;

  private final StatisticsClient statistics;
  private final RegisterClient register;
  private final OwnTokens tokens;

  UpstreamHealth(
      @RestClient StatisticsClient statistics,
      @RestClient RegisterClient register,
      OwnTokens tokens) {
    this.statistics = statistics;
    this.register = register;
    this.tokens = tokens;
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

  /** Whether each answers a small question that needs all that it is made of. */
  private boolean areReady() {
    try {
      Uni.combine().all().unis(askStatistics(), askRegister()).asTuple().await().atMost(TIMEOUT);
      return true;
    } catch (RuntimeException away) {
      LOG.debugf("A service is not ready: %s", away);
      return false;
    }
  }

  private Uni<Boolean> askStatistics() {
    return answered(
        tokens
            .token()
            .flatMap(
                own ->
                    statistics.visibility(
                        "Bearer " + own, ANY.value(), ANY_YEAR, Scope.OWN.name())));
  }

  private Uni<Boolean> askRegister() {
    return answered(register.organ(ANY.value(), LocalDate.of(ANY_YEAR, 1, 1)));
  }

  /** That there is no such organ is an answer. */
  private static Uni<Boolean> answered(Uni<?> question) {
    return question.replaceWith(true).onFailure(Answers::isHidden).recoverWithItem(true);
  }
}
