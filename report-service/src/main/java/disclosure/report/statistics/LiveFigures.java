package disclosure.report.statistics;

import disclosure.report.check.Handling;
import disclosure.report.problem.Refusal;
import disclosure.report.security.CurrentCaller;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** What the other services count at this moment, for the caller of the request at hand. */
@RequestScoped
public class LiveFigures {

  private static final Logger LOG = Logger.getLogger(LiveFigures.class);

  /** For all answers together: an answer that trickles in doesn't hold the caller longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final StatisticsClient statistics;
  private final RegisterClient register;
  private final CurrentCaller caller;

  LiveFigures(
      @RestClient StatisticsClient statistics,
      @RestClient RegisterClient register,
      CurrentCaller caller) {
    this.statistics = statistics;
    this.register = register;
    this.caller = caller;
  }

  /**
   * The figures of one organ's year, the organ alone.
   *
   * @throws Refusal 404 when the caller may not see the organ or there is none; 503 when the
   *     statistics can't be had, whole and for that very year
   */
  public AnnualFigures of(OrganCode organ, int year) {
    Uni<Optional<Tally>> tally = optional(tally(organ, year));
    Uni<Optional<Handling>> handling = optional(handling(organ, year));
    return Answers.await(
        Uni.combine()
            .all()
            .unis(matrix(organ, year), disputes(organ, year), tally, handling)
            .with(AnnualFigures::new),
        PATIENCE);
  }

  /**
   * Whether there is such an organ in that year and the caller acts for it or for one above it.
   *
   * @throws Refusal 503 when the statistics can't be asked
   */
  public boolean shows(OrganCode organ, int year) {
    try {
      Answers.await(matrix(organ, year), PATIENCE);
      return true;
    } catch (Refusal refusal) {
      if (refusal.status() == 404) {
        return false;
      }
      throw refusal;
    }
  }

  private Uni<Matrix> matrix(OrganCode organ, int year) {
    return statistics
        .matrix(caller.authorization(), organ.value(), year, Scope.OWN.name())
        .invoke(
            answer ->
                verify(organ, year, answer.organ(), answer.from(), answer.to(), answer.scope()));
  }

  private Uni<DisputeTable> disputes(OrganCode organ, int year) {
    return statistics
        .disputes(caller.authorization(), organ.value(), year, Scope.OWN.name())
        .invoke(
            answer ->
                verify(organ, year, answer.organ(), answer.from(), answer.to(), answer.scope()));
  }

  private Uni<Tally> tally(OrganCode organ, int year) {
    return register
        .tally(organ.value(), year, Scope.OWN.name())
        .invoke(
            answer ->
                verify(organ, year, answer.organ(), answer.from(), answer.to(), answer.scope()));
  }

  private Uni<Handling> handling(OrganCode organ, int year) {
    return register
        .handling(organ.value(), year)
        .invoke(answer -> verify(organ, year, answer.organ(), answer.year()))
        .map(HandlingAnswer::handling);
  }

  /** The register's answers are compared with, and are no part of the tables themselves. */
  private static <T> Uni<Optional<T>> optional(Uni<T> answer) {
    return answer
        .ifNoItem()
        .after(PATIENCE.dividedBy(2))
        .fail()
        .map(Optional::of)
        .onFailure()
        .recoverWithItem(LiveFigures::without);
  }

  private static void verify(
      OrganCode organ, int year, OrganCode answered, LocalDate from, LocalDate to, Scope scope) {
    if (!answered.equals(organ)
        || !new Period(from, to).equals(Period.ofYear(year))
        || scope != Scope.OWN) {
      throw new IllegalStateException("the answer is for another organ, period or scope");
    }
  }

  private static void verify(OrganCode organ, int year, OrganCode answered, int answeredYear) {
    if (!answered.equals(organ) || answeredYear != year) {
      throw new IllegalStateException("the answer is for another organ or year");
    }
  }

  private static <T> Optional<T> without(Throwable failure) {
    LOG.warn("The register can't be asked", failure);
    return Optional.empty();
  }
}
