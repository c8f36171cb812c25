package disclosure.statistics.matrix;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.FaultCode;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.statistics.contract.Period;
import disclosure.statistics.fault.StatisticsFault;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a period: a year, a quarter, a month or any range of days. */
final class AskedPeriod {

  /** The day on which the Regulation came into force. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2008, 5, 1);

  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

  private final int thisYear;
  private final List<Fault> faults;

  private AskedPeriod(int thisYear, List<Fault> faults) {
    this.thisYear = thisYear;
    this.faults = faults;
  }

  /** The period asked for; empty after a fault was added. */
  static Optional<Period> of(Asked asked, int thisYear, List<Fault> faults) {
    AskedPeriod reader = new AskedPeriod(thisYear, faults);
    boolean range = asked.from != null || asked.to != null;
    long given =
        Stream.of(asked.year, asked.quarter, asked.month).filter(text -> text != null).count()
            + (range ? 1 : 0);
    if (given > 1) {
      faults.add(StatisticsFault.ONE_PERIOD_ONLY.needing("year", "year", "quarter", "month"));
      return Optional.empty();
    }
    if (given == 0) {
      faults.add(InputFault.PERIOD_REQUIRED.needing("year", "year", "quarter", "month"));
      return Optional.empty();
    }
    if (asked.year != null) {
      return reader.year(asked.year);
    }
    if (asked.quarter != null) {
      return reader.quarter(asked.quarter);
    }
    return asked.month != null
        ? reader.month(asked.month)
        : reader.range(Optional.ofNullable(asked.from), Optional.ofNullable(asked.to));
  }

  /** One day as a period; empty after a fault was added. */
  static Optional<Period> day(String name, String text, int thisYear, List<Fault> faults) {
    return new AskedPeriod(thisYear, faults)
        .day(name, Optional.of(text))
        .map(day -> new Period(day, day));
  }

  private Optional<Period> year(String text) {
    if (YEAR.matcher(text).matches() && isWithin(Integer.parseInt(text))) {
      return Optional.of(Period.ofYear(Integer.parseInt(text)));
    }
    return wrong("year", InputFault.YEAR_OUT_OF_RANGE, "", "");
  }

  private Optional<Period> quarter(String text) {
    if (QUARTER.matcher(text).matches() && isWithin(Integer.parseInt(text.substring(0, 4)))) {
      YearMonth first =
          YearMonth.of(Integer.parseInt(text.substring(0, 4)), (text.charAt(6) - '0') * 3 - 2);
      return Optional.of(new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth()));
    }
    return wrong("quarter", StatisticsFault.QUARTER_OUT_OF_RANGE, "-Q1", "-Q4");
  }

  private Optional<Period> month(String text) {
    if (MONTH.matcher(text).matches() && isWithin(Integer.parseInt(text.substring(0, 4)))) {
      YearMonth month = YearMonth.parse(text);
      return Optional.of(new Period(month.atDay(1), month.atEndOfMonth()));
    }
    return wrong("month", StatisticsFault.MONTH_OUT_OF_RANGE, "-01", "-12");
  }

  private Optional<Period> range(Optional<String> fromText, Optional<String> toText) {
    Optional<LocalDate> from = day("from", fromText);
    Optional<LocalDate> to = day("to", toText);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().isBefore(from.get())) {
      faults.add(InputFault.PERIOD_REVERSED.at("to", "from"));
      return Optional.empty();
    }
    return Optional.of(new Period(from.get(), to.get()));
  }

  private Optional<LocalDate> day(String name, Optional<String> text) {
    if (text.isEmpty()) {
      faults.add(InputFault.REQUIRED.at(name));
      return Optional.empty();
    }
    return Parameters.day(name, text.get(), FIRST_DAY, LocalDate.of(thisYear, 12, 31), faults);
  }

  private boolean isWithin(int year) {
    return year >= FIRST_DAY.getYear() && year <= thisYear;
  }

  private Optional<Period> wrong(String name, FaultCode fault, String first, String last) {
    faults.add(fault.at(name, Expected.between(FIRST_DAY.getYear() + first, thisYear + last)));
    return Optional.empty();
  }
}
