package disclosure.requests.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the clock stands between two steps: which time runs, whom it waits for, what has ended it.
 */
final class ClockState {

  private final Waits waits = new Waits();
  private final FeeDemand fee = new FeeDemand();
  private final Counting counting;
  private final List<Period> periods = new ArrayList<>();
  private final Optional<LocalDate> correctionNoticeBy;
  private boolean correctionNoticed;
  private Optional<LocalDate> correctBy = Optional.empty();
  private boolean noticeForgiven;
  private boolean extended;
  private Optional<LocalDate> concludedOn = Optional.empty();
  private boolean voided;

  /** Before anything runs, of an application that counts as received on a day. */
  ClockState(Terms terms, LocalDate receivedOn) {
    counting = new Counting(terms.calendar(), terms.policies(), waits.pauses());
    correctionNoticeBy = terms.correctionNoticeBy(receivedOn);
  }

  Waits waits() {
    return waits;
  }

  FeeDemand fee() {
    return fee;
  }

  Counting counting() {
    return counting;
  }

  List<Period> periods() {
    return Collections.unmodifiableList(periods);
  }

  Period period() {
    return periods.get(periods.size() - 1);
  }

  boolean extended() {
    return extended;
  }

  Optional<LocalDate> concludedOn() {
    return concludedOn;
  }

  /** The day of the question; of what is concluded, the day of its answer. */
  LocalDate asOf(LocalDate today) {
    return concludedOn.orElse(today);
  }

  boolean voided() {
    return voided;
  }

  /** Whether nobody is waited for any more. */
  boolean isOver() {
    return voided || concludedOn.isPresent();
  }

  /** The last day to ask for a correction; empty where the law sets none. */
  Optional<LocalDate> correctionNoticeBy() {
    return correctionNoticeBy;
  }

  /** The last day of the time that runs, seen on a day. */
  DueDate due(LocalDate asOf) {
    return counting.dueDate(period(), asOf);
  }

  boolean isPastDue(LocalDate on) {
    return due(on).on().filter(on::isAfter).isPresent();
  }

  boolean isTooLateForCorrectionNotice(LocalDate on) {
    return correctionNoticeBy.filter(on::isAfter).isPresent();
  }

  /** Whether the time was over when the correction came that would start it anew. */
  boolean ranOutBeforeCorrection(LocalDate on) {
    return ranOut(on, correctionNoticed);
  }

  /** Whether the time was over when the payment came that would start it anew. */
  boolean ranOutBeforePayment(LocalDate on) {
    return ranOut(on, fee.isNotified());
  }

  /**
   * An imported history may lack the notice that stopped the clock, and nobody can tell whether
   * that was in time; it is forgiven one, or else a time that ran out could be started anew again
   * and again.
   */
  private boolean ranOut(LocalDate on, boolean noticed) {
    if (!isPastDue(on)) {
      return false;
    }
    boolean forgiven = !noticed && !noticeForgiven;
    noticeForgiven |= forgiven;
    return !forgiven;
  }

  /** The days by which somebody outside has still to answer, by what for. */
  Map<PauseReason, List<LocalDate>> answersDue() {
    Map<PauseReason, List<LocalDate>> due = new EnumMap<>(PauseReason.class);
    due.put(PauseReason.CORRECTION, correctBy.stream().toList());
    due.put(PauseReason.FEE, fee.openUntil().stream().toList());
    for (Pause pause : waits.openConsultations()) {
      due.merge(
          pause.reason(),
          pause.limit().stream().toList(),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    return due;
  }

  /** A time begins to run. */
  void start(LocalDate countedFrom) {
    periods.add(new Period(countedFrom, AnswerTime.beginningOn(countedFrom).workingDays()));
  }

  /** The time ends when so many working days are over. */
  void defer(LocalDate from, int workingDays) {
    periods.add(new Period(from, workingDays));
  }

  void extendBy(int workingDays) {
    extended = true;
    period().extendBy(workingDays);
  }

  void correctionNoticed(Optional<LocalDate> by) {
    correctionNoticed = true;
    correctBy = by;
  }

  void corrected(LocalDate on) {
    correctBy = Optional.empty();
    waits.endForApplicant(PauseReason.CORRECTION, on);
  }

  void conclude(LocalDate on) {
    concludedOn = Optional.of(on);
  }

  /** What becomes of the application isn't this organ's any more. */
  void end() {
    voided = true;
  }
}
