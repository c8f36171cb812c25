package disclosure.requests.application;

import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.Voided;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 政府信息公开申请: one application with all its recorded steps, immutable. Where it stands is derived from
 * the effective steps, that is, from the recorded ones with their corrections applied.
 */
public final class Application {

  /** Neither a gap nor whether a step has an effect depends on a date of the clock. */
  private static final Deadlines UNKNOWN = delivered -> delivered;

  private final Receipt receipt;
  private final List<RecordedStep> steps;
  private final List<RecordedStep> effectiveSteps;
  private final Progress progress;
  private final Map<Integer, BrokenRule> ineffective;

  private Application(Receipt receipt, List<RecordedStep> steps) {
    this.receipt = receipt;
    this.steps = List.copyOf(steps);
    this.effectiveSteps = new History(this.steps).effectiveSteps();
    this.progress = new Progress(receipt);
    this.ineffective = new TreeMap<>();
    effectiveSteps.forEach(this::follow);
  }

  /** Nothing that was before is looked at again. */
  private Application(Application before, RecordedStep last) {
    this.receipt = before.receipt;
    this.steps = with(before.steps, last);
    this.effectiveSteps = with(before.effectiveSteps, last);
    this.progress = new Progress(before.progress);
    this.ineffective = new TreeMap<>(before.ineffective);
    follow(last);
  }

  private static List<RecordedStep> with(List<RecordedStep> steps, RecordedStep last) {
    return Stream.concat(steps.stream(), Stream.of(last)).toList();
  }

  private void follow(RecordedStep recorded) {
    List<Broken> broken = brokenBy(recorded, progress, UNKNOWN);
    broken.stream()
        .map(Broken::rule)
        .filter(BrokenRule::leavesNoTrace)
        .findFirst()
        .ifPresent(rule -> ineffective.put(recorded.sequence(), rule));
    advance(progress, recorded, broken);
  }

  /**
   * Logs an application, with the steps it has been through already, if any.
   *
   * @param today the current day in Asia/Shanghai; no fact may be later
   * @throws StepRefused naming every fault of the receipt, or else of the first step that has one
   */
  public static Application received(
      Receipt receipt, List<NewStep> steps, Deadlines deadlines, LocalDate today) {
    refuseIfAny(
        StepRules.faultsOfReceipt(receipt.receivedOn(), today).stream()
            .map(broken -> StepFault.of(0, broken))
            .toList());
    Application application = new Application(receipt, List.of());
    for (NewStep step : steps) {
      application =
          application.append(
              step, deadlines, today, Optional.of(today).filter(day -> !receipt.imported()));
    }
    return application;
  }

  /** Brings back an application from steps that were accepted when they were recorded. */
  public static Application restored(Receipt receipt, List<RecordedStep> steps) {
    return new Application(receipt, steps);
  }

  /**
   * The application with one step more.
   *
   * @param today the current day in Asia/Shanghai; no fact may be later
   * @throws StepRefused naming every rule that the step breaks; for a correction also what it would
   *     break in the other steps
   */
  public Application append(NewStep step, Deadlines deadlines, LocalDate today) {
    return append(step, deadlines, today, Optional.of(today));
  }

  private Application append(
      NewStep step, Deadlines deadlines, LocalDate today, Optional<LocalDate> recordedOn) {
    RecordedStep recorded =
        new RecordedStep(
            steps.size() + 1,
            step.step(),
            step.corrects(),
            step.notes(),
            recordedOn,
            Optional.of(receipt.receivedOn())
                .filter(day -> step.step() instanceof ReceiptCorrected));
    refuseIfAny(
        NoteRules.faultsOf(step.notes(), step.step(), today).stream()
            .map(fault -> StepFault.of(recorded.sequence(), fault))
            .toList());
    List<RecordedStep> more = with(steps, recorded);
    if (step.step() instanceof ReceiptCorrected correction) {
      return correctedReceipt(correction, step.corrects(), more, deadlines, today);
    }
    if (step.corrects().isEmpty()) {
      refuseIfAny(refused(recorded, rules(recorded, lastInLine(), progress, deadlines, today)));
    } else {
      refuseIfAny(faultsOfCorrecting(recorded, step.corrects().get(), more, deadlines, today));
    }
    return isFollowedBy(recorded) ? followedBy(recorded) : new Application(receipt, more);
  }

  private Optional<LocalDate> lastInLine() {
    return effectiveSteps.stream()
        .map(RecordedStep::step)
        .filter(StepRules::standsInLine)
        .map(Step::on)
        .reduce((earlier, later) -> later);
  }

  /**
   * Whether a recorded step comes behind all that stand, and neither they nor the receipt are
   * others for it.
   */
  public boolean isFollowedBy(RecordedStep recorded) {
    return recorded.corrects().isEmpty()
        && !(recorded.step() instanceof ReceiptCorrected)
        && effectiveSteps.stream()
            .noneMatch(step -> step.step().on().isAfter(recorded.step().on()));
  }

  /** The application with one recorded step more, which {@link #isFollowedBy follows} it. */
  public Application followedBy(RecordedStep recorded) {
    return new Application(this, recorded);
  }

  private Application correctedReceipt(
      ReceiptCorrected correction,
      Optional<Integer> corrects,
      List<RecordedStep> more,
      Deadlines deadlines,
      LocalDate today) {
    RecordedStep recorded = more.get(more.size() - 1);
    Application corrected = new Application(receipt.corrected(correction), more);
    List<StepFault> faults = new ArrayList<>();
    if (corrects.isPresent()) {
      faults.add(StepFault.of(recorded.sequence(), BrokenRule.CORRECTS_RECEIPT));
    }
    faults.addAll(
        refused(recorded, corrected.rules(recorded, Optional.empty(), progress, deadlines, today)));
    refuseIfAny(faults);
    List<StepFault> found =
        corrected.faultsThroughout(effectiveSteps, OptionalInt.empty(), deadlines, today);
    refuseIfAny(
        withoutKnown(found, deadlines, today).stream()
            .map(fault -> StepFault.consequence(recorded.sequence(), "receivedOn", fault))
            .toList());
    return corrected;
  }

  /** A step that was sound when recorded stays sound when a calendar or policy changes later. */
  private List<StepFault> withoutKnown(
      List<StepFault> found, Deadlines deadlines, LocalDate today) {
    if (found.isEmpty()) {
      return found;
    }
    List<StepFault> known = faultsThroughout(effectiveSteps, OptionalInt.empty(), deadlines, today);
    return found.stream().filter(fault -> known.stream().noneMatch(fault::isLike)).toList();
  }

  private List<StepFault> faultsOfCorrecting(
      RecordedStep correction,
      int corrected,
      List<RecordedStep> more,
      Deadlines deadlines,
      LocalDate today) {
    int sequence = correction.sequence();
    Optional<BrokenRule> afterEnd = progress.afterEnd();
    if (afterEnd.isPresent()) {
      return List.of(StepFault.of(sequence, afterEnd.get()));
    }
    History history = new History(steps);
    Optional<Integer> place = history.placeOf(corrected);
    if (place.isEmpty()) {
      return List.of(StepFault.of(sequence, BrokenRule.CORRECTS_UNKNOWN));
    }
    if (history.isStruck(place.get())) {
      return List.of(StepFault.of(sequence, BrokenRule.CORRECTS_STRUCK));
    }
    if (steps.get(corrected - 1).step() instanceof ReceiptCorrected) {
      return List.of(StepFault.of(sequence, BrokenRule.CORRECTS_RECEIPT));
    }
    List<StepFault> faults = new ArrayList<>();
    if (correction.step() instanceof Voided) {
      Progress anew = new Progress(receipt);
      faults.addAll(
          refused(correction, rules(correction, Optional.empty(), anew, deadlines, today)));
    }
    faults.addAll(faultsInPlace(place.get(), more, deadlines, today));
    return faults;
  }

  /** The correction's own faults; if it has none, what it makes impossible in the other steps. */
  private List<StepFault> faultsInPlace(
      int place, List<RecordedStep> more, Deadlines deadlines, LocalDate today) {
    int sequence = more.size();
    List<StepFault> found =
        faultsThroughout(
            new History(more).effectiveSteps(), OptionalInt.of(place), deadlines, today);
    List<StepFault> own =
        found.stream()
            .filter(fault -> fault.sequence() == place)
            .map(fault -> fault.at(sequence))
            .toList();
    if (!own.isEmpty()) {
      return own;
    }
    return withoutKnown(found, deadlines, today).stream()
        .map(fault -> StepFault.consequence(sequence, "corrects", fault))
        .toList();
  }

  /** Stops after the step in the given place if that has a fault: what follows rests on it. */
  private List<StepFault> faultsThroughout(
      List<RecordedStep> effective, OptionalInt place, Deadlines deadlines, LocalDate today) {
    List<StepFault> faults = new ArrayList<>();
    Progress before = new Progress(receipt);
    for (RecordedStep recorded : effective) {
      List<Broken> broken = rules(recorded, Optional.empty(), before, deadlines, today);
      List<StepFault> here = refused(recorded, broken);
      faults.addAll(here);
      if (!here.isEmpty() && place.equals(OptionalInt.of(recorded.sequence()))) {
        break;
      }
      advance(before, recorded, broken);
    }
    return faults;
  }

  /** The rules that the step breaks, without those that an imported history is forgiven. */
  private List<Broken> rules(
      RecordedStep recorded,
      Optional<LocalDate> previous,
      Progress before,
      Deadlines deadlines,
      LocalDate today) {
    return unforgiven(
        StepRules.faultsOf(recorded.step(), receipt, previous, before, deadlines, today));
  }

  private List<Broken> brokenBy(RecordedStep recorded, Progress before, Deadlines deadlines) {
    return unforgiven(StepRules.brokenBy(recorded.step(), receipt, before, deadlines));
  }

  private List<Broken> unforgiven(List<Broken> broken) {
    return receipt.imported()
        ? broken.stream().filter(rule -> Gap.forgiving(rule.rule()).isEmpty()).toList()
        : broken;
  }

  private static List<StepFault> refused(RecordedStep recorded, List<Broken> broken) {
    return broken.stream()
        .filter(fault -> fault.rule().refuses())
        .map(fault -> StepFault.of(recorded.sequence(), fault))
        .toList();
  }

  private static void advance(Progress before, RecordedStep recorded, List<Broken> broken) {
    if (broken.isEmpty() || broken.stream().noneMatch(fault -> fault.rule().leavesNoTrace())) {
      before.apply(recorded);
    }
  }

  private static void refuseIfAny(List<StepFault> faults) {
    if (!faults.isEmpty()) {
      throw new StepRefused(faults);
    }
  }

  /** The application as it stood before the recorded step of that number. */
  public Application before(int sequence) {
    LocalDate receivedOn =
        steps.subList(sequence - 1, steps.size()).stream()
            .flatMap(later -> later.receivedBefore().stream())
            .findFirst()
            .orElse(receipt.receivedOn());
    return new Application(receipt.receivedOn(receivedOn), steps.subList(0, sequence - 1));
  }

  /** What was received, with its corrections. */
  public Receipt receipt() {
    return receipt;
  }

  /** Every step ever recorded, in the order of recording. */
  public List<RecordedStep> steps() {
    return steps;
  }

  /**
   * The steps that stand, with corrections applied and struck ones left out, by date. A step that
   * replaces another stands under the other's sequence number.
   */
  public List<RecordedStep> effectiveSteps() {
    return effectiveSteps;
  }

  /**
   * The rules for whose sake an effective step stands for nothing, by the step's number: the clock
   * passes it over.
   */
  public Map<Integer, BrokenRule> ineffective() {
    return Collections.unmodifiableMap(ineffective);
  }

  /**
   * The kinds of step that the law lets follow now. What such a step has to say is looked at when
   * it is appended, and may be refused all the same.
   *
   * @param today the current day in Asia/Shanghai
   */
  public Set<StepType> next(LocalDate today) {
    Set<StepType> next = EnumSet.allOf(StepType.class);
    next.removeIf(type -> isForbidden(type, today));
    return Collections.unmodifiableSet(next);
  }

  private boolean isForbidden(StepType type, LocalDate today) {
    return !brokenByKind(type, today).isEmpty();
  }

  /**
   * The kinds of step that the law doesn't let follow, and that are recorded all the same when they
   * have happened, each with the rule for whose sake it stands for nothing.
   *
   * @param today the current day in Asia/Shanghai
   */
  public Map<StepType, BrokenRule> nextAgainstTheLaw(LocalDate today) {
    Map<StepType, BrokenRule> against = new EnumMap<>(StepType.class);
    for (StepType type : StepType.values()) {
      List<BrokenRule> broken = brokenByKind(type, today);
      if (!broken.isEmpty() && broken.stream().allMatch(BrokenRule::leavesNoTrace)) {
        against.put(type, broken.get(0));
      }
    }
    return Collections.unmodifiableMap(against);
  }

  private List<BrokenRule> brokenByKind(StepType type, LocalDate today) {
    RecordedStep any =
        new RecordedStep(steps.size() + 1, AnyStep.of(type, today, receipt), Optional.empty());
    return brokenBy(any, progress, UNKNOWN).stream()
        .map(Broken::rule)
        .filter(BrokenRule::isAboutKind)
        .toList();
  }

  /** Whether the recorded step of that number stands, and stands for nothing. */
  public boolean isIneffective(int sequence) {
    return !ineffective.isEmpty()
        && new History(steps).placeOf(sequence).filter(ineffective::containsKey).isPresent();
  }

  /** The numbers of the recorded steps that stand themselves: neither replaced nor struck. */
  public Set<Integer> standing() {
    History history = new History(steps);
    return steps.stream()
        .map(RecordedStep::sequence)
        .filter(history::stands)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What was done though the law forbids it, by the rules that need no clock but to pay by. */
  public List<Warning> warnings(Deadlines deadlines) {
    List<Warning> warnings = new ArrayList<>();
    Progress before = new Progress(receipt);
    for (RecordedStep recorded : effectiveSteps) {
      List<Broken> broken = brokenBy(recorded, before, deadlines);
      broken.stream()
          .map(Broken::rule)
          .filter(rule -> !rule.refuses())
          .map(
              rule ->
                  new Warning(
                      recorded.sequence(), rule.name(), rule.text(), rule.article().orElseThrow()))
          .forEach(warnings::add);
      advance(before, recorded, broken);
    }
    return List.copyOf(warnings);
  }

  /** Where the application stands. */
  public ApplicationStatus status() {
    return progress.status();
  }

  /** The outcome; empty while open and once voided. */
  public Optional<Outcome> outcome() {
    return standingConclusion().map(Concluded::outcome);
  }

  /** The day of the answer; empty while open and once voided. */
  public Optional<LocalDate> concludedOn() {
    return standingConclusion().map(Concluded::on);
  }

  private Optional<Concluded> standingConclusion() {
    return progress.voided() ? Optional.empty() : progress.conclusion();
  }

  /** Whether the time for the answer was ever extended (《条例》第三十三条). */
  public boolean extended() {
    return progress.extended();
  }

  /** The column in which the application counts, after reclassification. */
  public ApplicantType applicantType() {
    return progress.applicantType();
  }

  /** What is missing in an imported history; always empty for others. */
  public Set<Gap> gaps() {
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    if (receipt.imported()) {
      Progress before = new Progress(receipt);
      for (RecordedStep recorded : effectiveSteps) {
        List<Broken> broken = StepRules.brokenBy(recorded.step(), receipt, before, UNKNOWN);
        broken.forEach(fault -> Gap.forgiving(fault.rule()).ifPresent(gaps::add));
        advance(before, recorded, unforgiven(broken));
      }
    }
    return Collections.unmodifiableSet(gaps);
  }
}
