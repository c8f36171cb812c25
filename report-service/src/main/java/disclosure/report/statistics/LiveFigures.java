package disclosure.report.statistics;

import disclosure.edge.Action;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.edge.Right;
import disclosure.report.check.YearReview;
import disclosure.report.content.ReportId;
import disclosure.report.publication.CountedOrgans;
import disclosure.report.publication.FrozenApplication;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.MergedOrgan;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the other services count at this moment, for the caller of the request at hand. */
@RequestScoped
public class LiveFigures {

  private static final int PAGE = 1000;
  private static final int MAX_CONCURRENT = 8;

  private final StatisticsClient statistics;
  private final RegisterClient register;
  private final UpstreamQuestions questions;
  private final CountedOrgans countedOrgans;
  private final CurrentCaller caller;

  LiveFigures(
      @RestClient StatisticsClient statistics,
      @RestClient RegisterClient register,
      UpstreamQuestions questions,
      CountedOrgans countedOrgans,
      CurrentCaller caller) {
    this.statistics = statistics;
    this.register = register;
    this.questions = questions;
    this.countedOrgans = countedOrgans;
    this.caller = caller;
  }

  /** What the register can be asked for beside the tables. */
  public enum RegisterFigures {
    /** Its own recount of table three. */
    TALLY,
    /** What its steps say. */
    YEAR_REVIEW,
    /** What its directory says that the organ is. */
    KIND
  }

  /**
   * The figures of an organ's year.
   *
   * @param wanted what the register is asked for
   * @throws Refusal 404 when the caller may not see the organ or there is none; 503 when the
   *     statistics can't be had, whole and for that very year
   */
  public AnnualFigures of(ReportId id, Set<RegisterFigures> wanted) {
    AnnualFigures all = of(id, wanted, Set.of());
    Set<OrganCode> apart = reportingApart(id, all.matrix());
    return apart.isEmpty() ? all : of(id, wanted, apart);
  }

  private AnnualFigures of(ReportId id, Set<RegisterFigures> wanted, Set<OrganCode> without) {
    return Answers.await(
        Uni.combine()
            .all()
            .unis(
                askMatrix(id, without),
                disputes(id, without),
                optional(wanted.contains(RegisterFigures.TALLY), () -> tally(id, without)),
                optional(wanted.contains(RegisterFigures.YEAR_REVIEW), () -> handling(id, without)),
                optional(wanted.contains(RegisterFigures.KIND), () -> kind(id.organ())))
            .with(
                (matrix, disputes, tally, handling, kind) ->
                    new AnnualFigures(matrix, disputes, tally, handling, kind, without)));
  }

  /**
   * Of those that were merged into the organ, the ones whose own reports have, or will have, their
   * figures.
   */
  private Set<OrganCode> reportingApart(ReportId id, Matrix matrix) {
    return matrix.merged().isEmpty()
        ? Set.of()
        : countedOrgans.reportingApart(
            id.year(), matrix.merged().stream().map(MergedOrgan::organCode).toList());
  }

  /**
   * Table three alone, with the name of the organ.
   *
   * @throws Refusal as {@link #of}
   */
  public Matrix matrix(ReportId id) {
    Matrix all = Answers.await(askMatrix(id, Set.of()));
    Set<OrganCode> apart = reportingApart(id, all);
    return apart.isEmpty() ? all : Answers.await(askMatrix(id, apart));
  }

  /**
   * The organs that a sum is made of, and those that belonged to it in the year and ended without a
   * successor, in the order of their codes; those that the caller may read.
   *
   * @param ended only those that had ended by the end of the year, or are in no sum any more
   * @throws Refusal as {@link #of}
   */
  public List<CountedOrgan> organs(ReportId id, boolean ended) {
    List<CountedOrgan> found = new ArrayList<>();
    ContributionsAnswer page;
    do {
      String after = found.isEmpty() ? null : found.get(found.size() - 1).organCode().value();
      page =
          Answers.await(
              questions.toStatistics(
                  statistics.organs(
                      caller.authorization(),
                      id.organ().value(),
                      id.year(),
                      scope(id).name(),
                      ended,
                      after,
                      PAGE)));
      found.addAll(page.items());
    } while (page.hasNext());
    return found;
  }

  /**
   * What the caller may do for an organ in a year; an unknown one is unseen.
   *
   * @throws Refusal 503 when the statistics can't be asked
   */
  public Right right(OrganCode organ, int year, Action action) {
    return visibility(organ, year, Scope.OWN).right(action);
  }

  /**
   * Of the organs that lay below one when the year began or ended, and of itself, those that the
   * caller may read.
   *
   * @throws Refusal 503 when the statistics can't be asked
   */
  public Set<OrganCode> readableBelow(OrganCode organ, int year) {
    return visibility(organ, year, Scope.SUBTREE).readable().orElseThrow();
  }

  private Visibility visibility(OrganCode organ, int year, Scope scope) {
    return Answers.await(
        questions.toStatistics(
            statistics
                .visibility(caller.authorization(), organ.value(), year, scope.name())
                .invoke(
                    answer -> {
                      if (!answer.organ().equals(organ)
                          || scope == Scope.SUBTREE && answer.readable().isEmpty()) {
                        throw new IllegalStateException("the answer is for another organ or scope");
                      }
                    })
                .onFailure(Answers::isHidden)
                .transform(unknown -> new IllegalStateException("no such question", unknown))));
  }

  /**
   * Table three of many reports, in their order; some are asked for at a time, and all together
   * within a bound.
   *
   * @throws Refusal as {@link #of}
   */
  public List<List<MatrixRow>> tablesThree(List<ReportId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Matrix> all =
        Answers.await(
            Uni.join()
                .all(ids.stream().map(id -> askMatrix(id, Set.of())).toList())
                .usingConcurrencyOf(MAX_CONCURRENT)
                .andFailFast()
                .ifNoItem()
                .after(questions.timeout().multipliedBy(3))
                .fail());
    List<List<MatrixRow>> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Matrix table = all.get(i);
      rows.add((table.merged().isEmpty() ? table : matrix(ids.get(i))).rows());
    }
    return rows;
  }

  /**
   * The applications that an organ received in the year or carried into it, in no order.
   *
   * @param without organs that were merged into it and are left out
   * @throws Refusal as {@link #of}
   */
  public List<FrozenApplication> applications(ReportId id, Set<OrganCode> without) {
    List<FrozenApplication> found = new ArrayList<>();
    for (FormRow row : List.of(FormRow.NEWLY_RECEIVED, FormRow.CARRIED_IN)) {
      Optional<String> after = Optional.empty();
      do {
        CellAnswer page =
            Answers.await(
                questions.toStatistics(
                    statistics.cell(
                        caller.authorization(),
                        id.organ().value(),
                        id.year(),
                        scope(id).name(),
                        codes(without),
                        row.name(),
                        "TOTAL",
                        after.orElse(null),
                        PAGE)));
        page.items().forEach(item -> found.add(item.application()));
        after = page.after();
      } while (after.isPresent());
    }
    return found;
  }

  private static List<String> codes(Set<OrganCode> organs) {
    return organs.stream().map(OrganCode::value).sorted().toList();
  }

  private static Scope scope(ReportId id) {
    return switch (id.scope()) {
      case OWN -> Scope.OWN;
      case LEVEL -> Scope.LEVEL;
      case REGION -> Scope.SUBTREE;
    };
  }

  private Uni<Matrix> askMatrix(ReportId id, Set<OrganCode> without) {
    return questions.toStatistics(
        statistics
            .matrix(
                caller.authorization(),
                id.organ().value(),
                id.year(),
                scope(id).name(),
                codes(without))
            .invoke(
                answer -> verify(id, answer.organ(), answer.from(), answer.to(), answer.scope())));
  }

  private Uni<DisputeTable> disputes(ReportId id, Set<OrganCode> without) {
    return questions.toStatistics(
        statistics
            .disputes(
                caller.authorization(),
                id.organ().value(),
                id.year(),
                scope(id).name(),
                codes(without))
            .invoke(
                answer -> verify(id, answer.organ(), answer.from(), answer.to(), answer.scope())));
  }

  private Uni<Tally> tally(ReportId id, Set<OrganCode> without) {
    return questions.toRegister(
        register
            .tally(id.organ().value(), id.year(), scope(id).name(), codes(without))
            .invoke(
                answer -> verify(id, answer.organ(), answer.from(), answer.to(), answer.scope())));
  }

  private Uni<YearReview> handling(ReportId id, Set<OrganCode> without) {
    return questions.toRegister(
        register
            .handling(id.organ().value(), id.year(), codes(without))
            .invoke(answer -> verify(id.organ(), id.year(), answer.organ(), answer.year()))
            .map(YearReviewAnswer::handling));
  }

  private Uni<OrganKind> kind(OrganCode organ) {
    return questions.toRegister(register.organ(organ.value(), null)).map(DirectoryOrgan::kind);
  }

  /**
   * The register's answers are compared with, and are no part of the tables themselves: whoever
   * waits is shown these without them. In the background nobody waits, so it is asked again later.
   */
  private <T> Uni<Optional<T>> optional(boolean wanted, Supplier<Uni<T>> question) {
    if (!wanted) {
      return Uni.createFrom().item(Optional.empty());
    }
    boolean isWaitedFor = questions.isWaitedFor();
    return question
        .get()
        .map(Optional::of)
        .onFailure(failure -> isWaitedFor || Answers.silence(failure) == Answers.Silence.USELESS)
        .recoverWithItem(Optional.empty());
  }

  private static void verify(
      ReportId id, OrganCode answered, LocalDate from, LocalDate to, Scope scope) {
    if (!answered.equals(id.organ())
        || !new Period(from, to).equals(Period.ofYear(id.year()))
        || scope != scope(id)) {
      throw new IllegalStateException("the answer is for another organ, period or scope");
    }
  }

  private static void verify(OrganCode organ, int year, OrganCode answered, int answeredYear) {
    if (!answered.equals(organ) || answeredYear != year) {
      throw new IllegalStateException("the answer is for another organ or year");
    }
  }
}
