package disclosure.requests.ledger.words;

import disclosure.edge.look.WrittenDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as offices write them. */
public final class Days {

  /** Of 5.10, a spreadsheet keeps 5.1 where it takes it for a number: that is no day. */
  private static final Pattern NO_YEAR =
      Pattern.compile("(\\d{1,2})(?:[月/-]|\\.(?=\\d{2}|[4-9]))(\\d{1,2})[日号]?(?:[上下]午)?");

  private static final Pattern CUT_SHORT = Pattern.compile("(?:0?[1-9]|1[0-2])\\.[1-3]");

  /** 25.5.12, where it is known that the table is of about 2025. */
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(\\d{2})[年./-](\\d{1,2})[月./-](\\d{1,2})日?(?:[上下]午)?");

  /** Serial numbers of Excel: days after 1899-12-30, here from 2000 to 2099. */
  private static final Pattern SERIAL =
      Pattern.compile("(3[6-9]|[45]\\d|6\\d|7[0-2])\\d{3}(?:\\.\\d+)?");

  private static final LocalDate BEFORE_SERIALS = LocalDate.of(1899, 12, 30);

  private static final int LEAP_YEAR = 2024;

  private Days() {}

  /** The day, such as 2024-1-5, 2024/01/05, 2024.1.5, 2024年1月5日, 20240105 or 45296. */
  public static Optional<LocalDate> read(String text) {
    return read(text, Optional.empty());
  }

  /** Also such as 1月5日, 1.15 or 25.1.5, in or about the year that the ledger's title names. */
  public static Optional<LocalDate> read(String text, Optional<Integer> year) {
    String plain = WrittenDay.close(text);
    if (SERIAL.matcher(plain).matches()) {
      return Optional.of(BEFORE_SERIALS.plusDays((long) Double.parseDouble(plain)));
    }
    Optional<LocalDate> written = WrittenDay.read(text);
    if (written.isPresent() || year.isEmpty()) {
      return written;
    }
    Matcher shorter = SHORT_YEAR.matcher(plain);
    if (shorter.matches()) {
      return Optional.of(2000 + Integer.parseInt(shorter.group(1)))
          .filter(said -> Math.abs(said - year.get()) <= 1)
          .flatMap(said -> day(said, shorter.group(2), shorter.group(3)));
    }
    Matcher parts = NO_YEAR.matcher(plain);
    return parts.matches() ? day(year.get(), parts.group(1), parts.group(2)) : Optional.empty();
  }

  /**
   * A day of a case that is not before its receipt. Without a year it is in the ledger's; or in the
   * next one, where the receipt is in November or December and it follows within three months; or
   * in that of the receipt, where that came over from November or December before, or is in the
   * year behind. Any other that would be before the receipt, or might as well be a year earlier, is
   * none.
   */
  public static Optional<LocalDate> readFrom(
      LocalDate received, String text, Optional<Integer> year) {
    Optional<LocalDate> day = read(text, year);
    if (!lacksYear(text) || day.isEmpty() || received.equals(LocalDate.MIN)) {
      return day;
    }
    boolean isLate = isLate(received);
    Optional<LocalDate> next = read(text, year.map(before -> before + 1));
    if (received.getYear() > year.get()) {
      return next.filter(
          later -> received.getYear() == later.getYear() && !later.isBefore(received));
    }
    if (day.get().isBefore(received)) {
      return next.filter(later -> isLate && !later.isAfter(received.plusMonths(3)));
    }
    Optional<LocalDate> before = yearBefore(received, text, year);
    return before.isEmpty() ? day : before.filter(none -> isLate);
  }

  /** That of the answer: in a ledger of the year, none was answered the year before. */
  public static Optional<LocalDate> readConclusion(
      LocalDate received, String text, Optional<Integer> year) {
    return yearBefore(received, text, year).isPresent()
        ? Optional.empty()
        : readFrom(received, text, year);
  }

  /** The same day a year before the ledger's, if that is not before the receipt either. */
  public static Optional<LocalDate> yearBefore(
      LocalDate received, String text, Optional<Integer> year) {
    return lacksYear(text) && year.filter(own -> received.getYear() == own - 1).isPresent()
        ? read(text, year.map(own -> own - 1)).filter(day -> !day.isBefore(received))
        : Optional.empty();
  }

  /** So late in a year that what follows is often in the next one. */
  public static boolean isLate(LocalDate received) {
    return received.getMonthValue() >= 11;
  }

  /** Whether it looks like a day without a year and is in none, such as 2月30日. */
  public static boolean isNone(String text) {
    return read(text, Optional.of(LEAP_YEAR)).isEmpty();
  }

  /** Whether only the year is missing. */
  public static boolean lacksYear(String text) {
    return NO_YEAR.matcher(WrittenDay.close(text)).matches();
  }

  /** Whether it may be one of two days: of 5.10, a spreadsheet keeps 5.1. */
  public static boolean isCutShort(String text) {
    return CUT_SHORT.matcher(WrittenDay.close(text)).matches();
  }

  private static Optional<LocalDate> day(int year, String month, String day) {
    try {
      return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
