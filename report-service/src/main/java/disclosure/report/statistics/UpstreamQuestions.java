package disclosure.report.statistics;

import disclosure.edge.CurrentCaller;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Questions to the other services. Each is waited for only so long; that a service can't be asked
 * is told once, and its end.
 */
@ApplicationScoped
class UpstreamQuestions {

  private static final Logger LOG = Logger.getLogger(UpstreamQuestions.class);

  private final UpstreamSettings settings;
  private final CurrentCaller caller;
  private final FailureLog statistics;
  private final FailureLog register;

  UpstreamQuestions(UpstreamSettings settings, CurrentCaller caller, MeterRegistry meters) {
    this.settings = settings;
    this.caller = caller;
    this.statistics = log(meters, "statistics", "The statistics can't be asked");
    this.register = log(meters, "register", "The register can't be asked");
  }

  /** A question to the statistics. */
  <T> Uni<T> toStatistics(Uni<T> question) {
    return bounded(question, timeout(), statistics);
  }

  /** A question to the register. */
  <T> Uni<T> toRegister(Uni<T> question) {
    return toRegister(question, timeout());
  }

  /** The same, for which was found before how long it is waited for. */
  <T> Uni<T> toRegister(Uni<T> question, Duration timeout) {
    return ofRegister(bounded(question, timeout, register));
  }

  /** Has a failure say that it is the register's. */
  static <T> Uni<T> ofRegister(Uni<T> answer) {
    return answer
        .onFailure(
            failure -> !(failure instanceof RegisterUnanswered) && !Answers.isHidden(failure))
        .transform(RegisterUnanswered::new);
  }

  /** How long whoever asks now waits for one answer. */
  Duration timeout() {
    return isWaitedFor() ? settings.timeout() : settings.backgroundTimeout();
  }

  /** Whether somebody waits: a run has no request, or acts in the name of this service. */
  boolean isWaitedFor() {
    return Arc.container().requestContext().isActive() && !caller.isThisService();
  }

  private static <T> Uni<T> bounded(Uni<T> question, Duration timeout, FailureLog log) {
    return question
        .ifNoItem()
        .after(timeout)
        .fail()
        .onItem()
        .invoke(log::succeeded)
        .onFailure()
        .invoke(failure -> tell(failure, log));
  }

  private static void tell(Throwable failure, FailureLog log) {
    if (Answers.isHidden(failure)) {
      log.succeeded();
    } else if (Answers.silence(failure) == Answers.Silence.USELESS) {
      LOG.warnf("The answer of another service can't be used: %s", failure);
    } else {
      log.failed(failure);
    }
  }

  private static FailureLog log(MeterRegistry meters, String service, String sentence) {
    return new FailureLog(
        LOG,
        meters,
        service + "-questions",
        sentence,
        failure -> Answers.silence(failure) != Answers.Silence.USELESS);
  }
}
