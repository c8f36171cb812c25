package disclosure.statistics.matrix;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.fault.StatisticsFault;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which table is asked for.
 *
 * @param organ the organ
 * @param period the days
 * @param scope which organs are counted
 * @param without codes of organs that are left out of those that were merged into the organ
 * @param knownAt the moment up to which records count; absent: all that are
 * @param placedOn the day whose hierarchy tells which organs are in the scope: the last one of the
 *     period, or of the longer one that it is a part of
 */
public record Question(
    OrganCode organ,
    Period period,
    Scope scope,
    Set<String> without,
    Optional<Instant> knownAt,
    LocalDate placedOn) {

  /** A defensive copy is kept. */
  public Question {
    without = Set.copyOf(without);
  }

  /** About the organs that are in the scope on the period's last day. */
  public Question(
      OrganCode organ, Period period, Scope scope, Set<String> without, Optional<Instant> knownAt) {
    this(organ, period, scope, without, knownAt, period.to());
  }

  /** About what is known now, with all that belongs to the scope. */
  public static Question of(OrganCode organ, Period period, Scope scope) {
    return new Question(organ, period, scope, Set.of(), Optional.empty());
  }

  /**
   * Reads the parameters.
   *
   * @param clock bounds the period, which may end on 31 December of this year at the latest, and
   *     the moment, which may not lie ahead
   * @throws Refusal 400, naming every parameter at fault
   */
  public static Question of(Asked asked, Clock clock) {
    return of(
        asked, clock, faults -> AskedPeriod.of(asked, LocalDate.now(clock).getYear(), faults));
  }

  /**
   * Reads the parameters of a question about one day.
   *
   * @param on the day; absent for today
   * @throws Refusal 400, naming every parameter at fault
   */
  public static Question onDay(
      Optional<String> organ,
      Optional<String> on,
      Optional<String> scope,
      Optional<String> knownAt,
      Clock clock) {
    Asked asked = new Asked();
    asked.organ = organ.orElse(null);
    asked.scope = scope.orElse(null);
    asked.knownAt = knownAt.orElse(null);
    LocalDate today = LocalDate.now(clock);
    String day = on.orElse(today.toString());
    return of(asked, clock, faults -> AskedPeriod.day("on", day, today.getYear(), faults));
  }

  private static Question of(
      Asked asked, Clock clock, Function<List<Fault>, Optional<Period>> days) {
    List<Fault> faults = new ArrayList<>();
    Optional<OrganCode> organ =
        Optional.ofNullable(asked.organ).filter(OrganCode::isValid).map(OrganCode::new);
    if (organ.isEmpty()) {
      boolean isMissing = asked.organ == null || asked.organ.isEmpty();
      faults.add((isMissing ? InputFault.REQUIRED : InputFault.NOT_AN_ORGAN_CODE).at("organ"));
    }
    Optional<Period> period = days.apply(faults);
    Optional<Scope> scope =
        asked.scope == null ? Optional.of(Scope.OWN) : scope(asked.scope, faults);
    Set<String> without = without(asked.without, scope, faults);
    Optional<Instant> knownAt = Optional.empty();
    if (asked.knownAt != null) {
      knownAt = moment(asked.knownAt, clock.instant(), faults);
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new Question(
        organ.orElseThrow(), period.orElseThrow(), scope.orElseThrow(), without, knownAt);
  }

  private static Set<String> without(
      List<String> codes, Optional<Scope> scope, List<Fault> faults) {
    Set<OrganCode> organs = Parameters.organCodes("without", codes, faults);
    if (!organs.isEmpty() && scope.filter(known -> known != Scope.OWN).isPresent()) {
      faults.add(InputFault.FOR_OWN_SCOPE.at("without"));
    }
    return organs.stream().map(OrganCode::value).collect(Collectors.toSet());
  }

  private static Optional<Scope> scope(String text, List<Fault> faults) {
    Optional<Scope> scope =
        Arrays.stream(Scope.values()).filter(known -> known.name().equals(text)).findFirst();
    if (scope.isEmpty()) {
      faults.add(InputFault.NOT_ONE_OF.at("scope", Expected.oneOf(Scope.values())));
    }
    return scope;
  }

  private static Optional<Instant> moment(String text, Instant now, List<Fault> faults) {
    try {
      Instant moment = OffsetDateTime.parse(text).toInstant();
      if (!moment.isAfter(now) && Character.isDigit(text.charAt(0))) {
        return Optional.of(moment);
      }
    } catch (DateTimeException noMoment) {
      // Said below, as for a moment ahead.
    }
    faults.add(StatisticsFault.NOT_A_PAST_MOMENT.at("knownAt"));
    return Optional.empty();
  }

  /** The same question about other days, with the organs that are in the scope then. */
  public Question in(Period other) {
    return new Question(organ, other, scope, without, knownAt);
  }

  /** The same question about a part of the days, with the same organs, so that parts add up. */
  public Question during(Period part) {
    return new Question(organ, part, scope, without, knownAt, placedOn);
  }

  /** The same question about another organ. */
  public Question about(String code) {
    return new Question(new OrganCode(code), period, scope, Set.of(), knownAt, placedOn);
  }
}
