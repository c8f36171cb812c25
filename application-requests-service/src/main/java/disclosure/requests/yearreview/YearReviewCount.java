package disclosure.requests.yearreview;

import disclosure.requests.application.Application;
import disclosure.requests.application.Gap;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.application.step.FeePaid;
import disclosure.requests.application.step.Step;
import disclosure.requests.contract.Outcome;
import disclosure.requests.fee.Yuan;
import disclosure.requests.store.ApplicationsOfYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Goes through the applications that were open in a year, one by one. */
final class YearReviewCount {

  private final LocalDate first;
  private final LocalDate last;
  private final LocalDate reached;
  private final Function<Application, Optional<LocalDate>> dueOn;

  private long concluded;
  private final List<UUID> severalConclusions = new ArrayList<>();
  private final List<UUID> late = new ArrayList<>();
  private final List<UUID> overdue = new ArrayList<>();
  private long notices;
  private Yuan noticed = Yuan.ZERO;
  private Yuan paid = Yuan.ZERO;
  private final List<UUID> overpaid = new ArrayList<>();
  private final List<YearReview.OutcomeGap> gaps = new ArrayList<>();
  private final Map<UUID, String> numbers = new HashMap<>();

  /**
   * Nothing is counted yet.
   *
   * @param today bounds what can be overdue
   * @param dueOn the last day for an application's answer, by the clock of its organ
   */
  YearReviewCount(int year, LocalDate today, Function<Application, Optional<LocalDate>> dueOn) {
    this.first = LocalDate.of(year, 1, 1);
    this.last = LocalDate.of(year, 12, 31);
    this.reached = today.isBefore(last) ? today : last;
    this.dueOn = dueOn;
  }

  void add(ApplicationsOfYear.Known known, Application application) {
    UUID id = known.id();
    numbers.put(id, known.sourceReference());
    // An answer that was never served concluded nothing, and a second notice asks for no fee.
    List<Step> steps =
        application.effectiveSteps().stream()
            .filter(recorded -> !application.ineffective().containsKey(recorded.sequence()))
            .map(RecordedStep::step)
            .toList();
    List<Concluded> conclusions =
        steps.stream().filter(Concluded.class::isInstance).map(Concluded.class::cast).toList();
    if (conclusions.size() > 1) {
      severalConclusions.add(id);
    }
    if (conclusions.stream().anyMatch(conclusion -> isInYear(conclusion.on()))) {
      concluded++;
    }
    timeliness(id, application);
    fees(id, steps);
    application
        .outcome()
        .filter(outcome -> application.concludedOn().filter(this::isInYear).isPresent())
        .ifPresent(outcome -> gaps(id, outcome, application.gaps()));
  }

  private void timeliness(UUID id, Application application) {
    Optional<LocalDate> answered = application.concludedOn();
    Optional<LocalDate> due = dueOn.apply(application);
    if (due.isEmpty()) {
      return;
    }
    if (answered.filter(this::isInYear).isPresent()) {
      if (answered.get().isAfter(due.get())) {
        late.add(id);
      }
    } else if (answered.filter(day -> !day.isAfter(last)).isEmpty()
        && due.get().isBefore(reached)) {
      overdue.add(id);
    }
  }

  private void fees(UUID id, List<Step> steps) {
    Yuan asked = Yuan.ZERO;
    Yuan given = Yuan.ZERO;
    for (Step step : steps) {
      if (step instanceof FeeNotified notice) {
        asked = asked.plus(notice.amount());
        if (isInYear(notice.on())) {
          notices++;
          noticed = noticed.plus(notice.amount());
        }
      } else if (step instanceof FeePaid payment) {
        given = given.plus(payment.amount());
        if (isInYear(payment.on())) {
          paid = paid.plus(payment.amount());
        }
      }
    }
    if (given.compareTo(asked) > 0) {
      overpaid.add(id);
    }
  }

  private void gaps(UUID id, Outcome outcome, Set<Gap> found) {
    found.stream()
        .filter(gap -> restingOn(outcome).contains(gap))
        .forEach(gap -> gaps.add(new YearReview.OutcomeGap(id, outcome, gap)));
  }

  private static Set<Gap> restingOn(Outcome outcome) {
    return switch (outcome) {
      case STILL_UNCLEAR_AFTER_CORRECTION, CORRECTION_OVERDUE ->
          EnumSet.of(Gap.CORRECTION_NOTICE_MISSING);
      case THIRD_PARTY_RIGHTS -> EnumSet.of(Gap.CONSULTATION_MISSING);
      case ADMINISTRATIVE_INQUIRY -> EnumSet.of(Gap.SPECIAL_LAW_MISSING);
      case FEE_OVERDUE -> EnumSet.of(Gap.FEE_NOTICE_MISSING);
      case DISCLOSED,
          PARTIALLY_DISCLOSED,
          STATE_SECRET,
          PROHIBITED_BY_LAW,
          THREE_SECURITIES_ONE_STABILITY,
          INTERNAL_AFFAIRS,
          PROCESS_INFORMATION,
          ENFORCEMENT_CASE_FILE,
          NOT_HELD,
          REQUIRES_CREATION,
          PETITION_OR_COMPLAINT,
          DUPLICATE_APPLICATION,
          PUBLISHED_MATERIAL,
          EXCESSIVE_WITHOUT_REASON,
          CONFIRMATION_OR_REISSUE,
          OTHER_HANDLING ->
          EnumSet.noneOf(Gap.class);
    };
  }

  private boolean isInYear(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  long concluded() {
    return concluded;
  }

  List<UUID> severalConclusions() {
    return List.copyOf(severalConclusions);
  }

  List<UUID> late() {
    return List.copyOf(late);
  }

  List<UUID> overdue() {
    return List.copyOf(overdue);
  }

  YearReview.Fees fees() {
    return new YearReview.Fees(notices, noticed.amount(), paid.amount());
  }

  List<UUID> overpaid() {
    return List.copyOf(overpaid);
  }

  List<YearReview.OutcomeGap> gaps() {
    return List.copyOf(gaps);
  }

  /** The offices' own numbers of the applications that are named. */
  List<YearReview.OwnNumber> numbers() {
    return Stream.of(
            severalConclusions.stream(),
            late.stream(),
            overdue.stream(),
            overpaid.stream(),
            gaps.stream().map(YearReview.OutcomeGap::applicationId))
        .flatMap(named -> named)
        .distinct()
        .map(id -> new YearReview.OwnNumber(id, numbers.get(id)))
        .toList();
  }
}
