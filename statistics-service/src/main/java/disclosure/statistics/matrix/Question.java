package disclosure.statistics.matrix;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.problem.Fault;
import disclosure.statistics.problem.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which table is asked for.
 *
 * @param organ the organ
 * @param period the days
 * @param scope the organ alone, or with all below it
 */
record Question(OrganCode organ, Period period, Scope scope) {

  /** The day on which the Regulation came into force. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2008, 5, 1);

  /** The query parameters as they came. */
  record Asked(
      Optional<String> organ,
      Optional<String> year,
      Optional<String> from,
      Optional<String> to,
      Optional<String> scope) {}

  /**
   * Reads the parameters.
   *
   * @param today bounds the period: it may end on 31 December of this year at the latest
   * @throws Refusal 400, naming every parameter at fault
   */
  static Question of(Asked asked, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    Optional<OrganCode> organ = asked.organ().filter(OrganCode::isValid).map(OrganCode::new);
    if (organ.isEmpty()) {
      faults.add(
          Fault.of(
              "organ",
              "应为18位统一社会信用代码，且校验码正确（GB 32100-2015）",
              "must be 18 characters with the right check character (GB 32100-2015)"));
    }
    Optional<Period> period = period(asked, today.getYear(), faults);
    Optional<Scope> scope =
        asked.scope().isEmpty() ? Optional.of(Scope.OWN) : scope(asked.scope().get());
    if (scope.isEmpty()) {
      faults.add(Fault.of("scope", "应为 OWN 或 SUBTREE", "must be OWN or SUBTREE"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new Question(organ.orElseThrow(), period.orElseThrow(), scope.orElseThrow());
  }

  private static Optional<Scope> scope(String text) {
    return java.util.Arrays.stream(Scope.values())
        .filter(scope -> scope.name().equals(text))
        .findFirst();
  }

  private static Optional<Period> period(Asked asked, int thisYear, List<Fault> faults) {
    if (asked.year().isPresent() == (asked.from().isPresent() || asked.to().isPresent())) {
      faults.add(Fault.of("year", "应填写 year，或者同时填写 from 和 to", "give either year, or from and to"));
      return Optional.empty();
    }
    return asked.year().isPresent()
        ? year(asked.year().get(), thisYear, faults)
        : range(asked, thisYear, faults);
  }

  private static Optional<Period> year(String text, int thisYear, List<Fault> faults) {
    if (text.matches("\\d{4}")) {
      int year = Integer.parseInt(text);
      if (year >= FIRST_DAY.getYear() && year <= thisYear) {
        return Optional.of(Period.ofYear(year));
      }
    }
    faults.add(
        Fault.of(
            "year",
            String.format(Locale.ROOT, "应为%d至%d之间的年份", FIRST_DAY.getYear(), thisYear),
            String.format(
                Locale.ROOT, "must be a year from %d to %d", FIRST_DAY.getYear(), thisYear)));
    return Optional.empty();
  }

  private static Optional<Period> range(Asked asked, int thisYear, List<Fault> faults) {
    Optional<LocalDate> from = day("from", asked.from(), thisYear, faults);
    Optional<LocalDate> to = day("to", asked.to(), thisYear, faults);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().isBefore(from.get())) {
      faults.add(Fault.of("to", "不得早于 from", "must not be before from"));
      return Optional.empty();
    }
    return Optional.of(new Period(from.get(), to.get()));
  }

  private static Optional<LocalDate> day(
      String name, Optional<String> text, int thisYear, List<Fault> faults) {
    try {
      Optional<LocalDate> day =
          text.filter(given -> given.matches("\\d{4}-\\d{2}-\\d{2}")).map(LocalDate::parse);
      if (day.isPresent() && !day.get().isBefore(FIRST_DAY) && day.get().getYear() <= thisYear) {
        return day;
      }
    } catch (DateTimeException noSuchDay) {
      // Said below, as for every other wrong form.
    }
    faults.add(
        Fault.of(
            name,
            String.format(Locale.ROOT, "应为%s至%d-12-31之间的日期，格式 YYYY-MM-DD", FIRST_DAY, thisYear),
            String.format(
                Locale.ROOT,
                "must be a date from %s to %d-12-31, YYYY-MM-DD",
                FIRST_DAY,
                thisYear)));
    return Optional.empty();
  }
}
