package disclosure.requests.ledger.receipt;

import disclosure.requests.ledger.receipt.Receipt.AsWritten;
import disclosure.requests.ledger.receipt.Receipt.Either;
import disclosure.requests.ledger.receipt.Receipt.On;
import disclosure.requests.ledger.receipt.Signs.Months;
import disclosure.requests.ledger.receipt.Signs.Sign;
import disclosure.requests.ledger.words.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When the applications of a sheet were received whose rows name no year. A ledger of a year lists
 * those, too, that were carried over from the one before (《条例》第五十条), and is often kept on for some
 * days of the next. Where a receipt may lie in two years, and neither the row, nor what stands
 * above it, nor the rows around it say in which, it is a question.
 *
 * @param <T> a row
 */
public final class Receipts<T> {

  /** Rows that wait for one that is certain; beyond, they are settled by those before. */
  private static final int MOST_WAITING = 2_000;

  /** So far the receipt before lies back at most, where it shows that the ledger has got there. */
  private static final int DAYS_BACK = 92;

  /** So much the order of receipts may be disturbed. */
  private static final int DAYS_OUT_OF_ORDER = 15;

  private final Optional<Integer> year;
  private final LocalDate today;
  private final Optional<Months> monthsOfSheet;
  private final List<Waiting<T>> waiting = new ArrayList<>();
  private Optional<Months> monthsAbove = Optional.empty();
  private Optional<Sign> above = Optional.empty();
  private Optional<LocalDate> before = Optional.empty();

  /**
   * Of a sheet.
   *
   * @param sheet its name
   * @param year that of the ledger; none where nothing names one
   */
  public Receipts(String sheet, Optional<Integer> year, LocalDate today) {
    this.year = year;
    this.today = today;
    this.monthsOfSheet = Signs.months(sheet);
  }

  /** A row, and when its application was received. */
  public record Settled<T>(T row, Receipt receipt) {}

  /**
   * A row that is or isn't settled.
   *
   * @param receipt as it is unless its order says otherwise
   * @param byOrder the day that the order of the rows may show it to be
   */
  private record Waiting<T>(T row, Receipt receipt, Optional<LocalDate> byOrder) {}

  /**
   * Takes a row, below those that were taken.
   *
   * @return the rows that are settled now, in their order
   */
  public List<Settled<T>> add(T row, CaseDays days) {
    Waiting<T> taken = read(row, days);
    waiting.add(taken);
    Optional<LocalDate> certain = certain(taken.receipt(), days);
    if (above.filter(Sign.CARRIED::equals).isPresent() && isInYear(certain)) {
      above = Optional.empty();
    }
    if (taken.byOrder().isEmpty() && certain.isPresent()) {
      return settled(certain);
    }
    boolean isAlone = waiting.size() == 1 && taken.byOrder().isEmpty();
    return isAlone || waiting.size() >= MOST_WAITING ? settled(Optional.empty()) : List.of();
  }

  /** Takes a line that is no application, but may be about the rows below it. */
  public void addLine(String said) {
    above = year.flatMap(of -> Signs.above(said, of));
    monthsAbove = Signs.months(said).filter(months -> above.isEmpty());
  }

  /** The rows that were left, when no further one follows. */
  public List<Settled<T>> end() {
    return settled(Optional.empty());
  }

  /** Those that were carried over stand together. */
  private boolean isInYear(Optional<LocalDate> certain) {
    return certain.map(LocalDate::getYear).equals(year);
  }

  private List<Settled<T>> settled(Optional<LocalDate> after) {
    List<Settled<T>> settled = new ArrayList<>();
    Optional<LocalDate> next = after;
    for (int i = waiting.size() - 1; i >= 0; i--) {
      Waiting<T> row = waiting.get(i);
      Optional<LocalDate> day = row.byOrder();
      Optional<LocalDate> behind = day.filter(Days::isLate).isPresent() ? next : after;
      Optional<LocalDate> known = day.filter(one -> isInOrder(one, behind));
      if (known.isEmpty() && day.isPresent() && !Days.isLate(day.get())) {
        next = day;
      }
      settled.add(new Settled<>(row.row(), known.<Receipt>map(On::new).orElseGet(row::receipt)));
    }
    Collections.reverse(settled);
    waiting.clear();
    before = after.or(() -> before);
    return settled;
  }

  private Waiting<T> read(T row, CaseDays days) {
    Optional<LocalDate> inYear =
        Days.lacksYear(days.receipt()) ? Days.read(days.receipt(), year) : Optional.empty();
    return inYear
        .map(day -> inYear(row, days, day))
        .orElseGet(() -> new Waiting<>(row, new AsWritten(), Optional.empty()));
  }

  private Waiting<T> inYear(T row, CaseDays days, LocalDate inYear) {
    boolean fits = days.fits(inYear, inYear.getYear(), today);
    Optional<LocalDate> carried =
        other(days, inYear, -1)
            .filter(
                day ->
                    Days.isLate(day)
                        || inYear.isAfter(today)
                        || Signs.isMarked(days, inYear.getYear())
                        || above.filter(Sign.CARRIED::equals).isPresent());
    if (carried.isPresent()) {
      return carried(row, days, carried.get(), inYear, fits);
    }
    Optional<LocalDate> next =
        other(days, inYear, 1)
            .filter(this::followsLateOne)
            .filter(none -> months().flatMap(months -> months.of(inYear)).isEmpty());
    if (fits && next.isPresent() && days.dated(inYear.getYear()).findAny().isEmpty()) {
      return new Waiting<>(row, new Either(inYear, next.get()), Optional.of(inYear));
    }
    return settled(row, new On(inYear));
  }

  private Waiting<T> carried(
      T row, CaseDays days, LocalDate carried, LocalDate inYear, boolean fits) {
    Set<Sign> signs = Signs.of(days, carried, inYear);
    boolean isNoted = Signs.isNoted(days, inYear.getYear());
    above.ifPresent(signs::add);
    if (signs.isEmpty()) {
      months().flatMap(months -> months.of(inYear)).ifPresent(signs::add);
    }
    boolean isLate = Days.isLate(carried);
    boolean isCarried =
        signs.isEmpty()
            ? isLate && !days.canBe(inYear, today)
            : signs.equals(Set.of(Sign.CARRIED)) && (!fits || isLate || isNoted);
    if (isCarried) {
      return settled(row, new On(carried));
    }
    if (fits && signs.equals(Set.of(Sign.NOT_CARRIED))) {
      return settled(row, new On(inYear));
    }
    return new Waiting<>(
        row,
        new Either(carried, inYear),
        Optional.of(inYear).filter(day -> fits && signs.isEmpty()));
  }

  private static <T> Waiting<T> settled(T row, Receipt receipt) {
    return new Waiting<>(row, receipt, Optional.empty());
  }

  /** The day of receipt in another year, if the application can have been received then. */
  private Optional<LocalDate> other(CaseDays days, LocalDate inYear, int years) {
    return Days.read(days.receipt(), Optional.of(inYear.getYear() + years))
        .filter(day -> days.fits(day, inYear.getYear(), today));
  }

  private boolean followsLateOne(LocalDate next) {
    return before
        .filter(Days::isLate)
        .filter(day -> !day.isBefore(next.minusDays(DAYS_BACK)))
        .isPresent();
  }

  private Optional<Months> months() {
    return monthsAbove.or(() -> monthsOfSheet);
  }

  /** The day of a row with which others can be compared; none where that isn't known. */
  private Optional<LocalDate> certain(Receipt receipt, CaseDays days) {
    if (receipt instanceof On on) {
      return Optional.of(on.day()).filter(day -> days.fits(day, year.orElse(day.getYear()), today));
    }
    return receipt instanceof AsWritten
        ? Days.read(days.receipt(), year).filter(day -> !Days.lacksYear(days.receipt()))
        : Optional.empty();
  }

  /** Late in the year after a receipt of these months; in January before one of the next months. */
  private boolean isInOrder(LocalDate day, Optional<LocalDate> after) {
    boolean followsNear =
        before
            .filter(
                earlier ->
                    !earlier.isBefore(day.minusDays(DAYS_BACK))
                        && !earlier.isAfter(day.plusDays(DAYS_OUT_OF_ORDER)))
            .isPresent();
    boolean precedes =
        after.filter(later -> !later.isBefore(day.minusDays(DAYS_OUT_OF_ORDER))).isPresent();
    boolean isFar = after.filter(later -> later.isAfter(day.plusDays(DAYS_BACK))).isPresent();
    return Days.isLate(day) ? followsNear && (after.isEmpty() || precedes) : precedes && !isFar;
  }
}
