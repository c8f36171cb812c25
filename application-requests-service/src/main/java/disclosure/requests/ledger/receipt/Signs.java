package disclosure.requests.ledger.receipt;

import disclosure.edge.look.ChineseNumerals;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What says that an application was carried over from the year before, or that it was not. */
final class Signs {

  /** 2024年结转 and 上年结转, but not 结转下年 or 结转至2026年. */
  private static final Pattern CARRIED_OVER =
      Pattern.compile(
          "(?<!非)(?:(?:上一?|去)年度?末?|(?<year>(?:20)?\\d{2})年度?)(?:未办结)?(?:申请|案件)?"
              + "(?:结转|转入|转来|遗留)(?![至到下次明\\d])|结转自(?:上|去|(?<from>(?:20)?\\d{2}))年");

  private static final Pattern NEW_IN_YEAR =
      Pattern.compile("(?:本|当)年度?(?:新收|新增|收到|受理|新)|(?<year>20\\d{2})年度?(?:新收|新增|收到|受理)");

  private static final Pattern YEAR_OF_NUMBER =
      Pattern.compile("(?<!\\d)(20\\d{2})(?:\\d{2,8})?(?!\\d)");

  private static final Pattern MONTHS =
      Pattern.compile("(?<!\\d)(\\d{1,2})(?:月?[-—–~至到](\\d{1,2}))?月份?(?!\\d)");
  private static final Pattern QUARTER = Pattern.compile("第?([1-4一二三四])季度?");

  /** So late in a year a month at the head of a sheet is no longer that of cases carried over. */
  private static final int LAST_MONTH_BEHIND_CARRIED = 6;

  private static final int MAX_LENGTH = 200;

  /** What a sign says. */
  enum Sign {
    CARRIED,
    NOT_CARRIED
  }

  /** The months that a sheet, or a part of it, is about. */
  record Months(int first, int last) {
    Optional<Sign> of(LocalDate received) {
      int month = received.getMonthValue();
      if (month > last && last <= LAST_MONTH_BEHIND_CARRIED) {
        return Optional.of(Sign.CARRIED);
      }
      boolean isWhole = first == 1 && last > LAST_MONTH_BEHIND_CARRIED;
      return month >= first && month <= last && !isWhole
          ? Optional.of(Sign.NOT_CARRIED)
          : Optional.empty();
    }
  }

  private Signs() {}

  /** What a line above other rows says of them. */
  static Optional<Sign> above(String text, int year) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if (isCarriedOver(text, year)) {
      return Optional.of(Sign.CARRIED);
    }
    Matcher found = NEW_IN_YEAR.matcher(plain(text));
    return found.find() && isYear(found.group("year"), year)
        ? Optional.of(Sign.NOT_CARRIED)
        : Optional.empty();
  }

  /** Whether a text says that something came over from the year before. */
  static boolean isCarriedOver(String text, int year) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    Matcher found = CARRIED_OVER.matcher(plain(text));
    while (found.find()) {
      if (isYear(found.group("year"), year - 1) && isYear(found.group("from"), year - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isYear(String digits, int year) {
    return digits == null || Integer.parseInt(digits) % 100 == year % 100;
  }

  /** The months that a name says, such as 1月, 第一季度, 上半年 or 1-3月. */
  static Optional<Months> months(String name) {
    if (name.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String plain = plain(name);
    Matcher month = MONTHS.matcher(plain);
    if (month.find()) {
      int first = Integer.parseInt(month.group(1));
      int last = month.group(2) == null ? first : Integer.parseInt(month.group(2));
      return Optional.of(new Months(first, last))
          .filter(found -> !month.find() && first >= 1 && first <= last && last <= 12);
    }
    Matcher quarter = QUARTER.matcher(plain);
    if (quarter.find()) {
      int number = "1234一二三四".indexOf(quarter.group(1)) % 4;
      return Optional.of(new Months(3 * number + 1, 3 * number + 3)).filter(all -> !quarter.find());
    }
    boolean isFirstHalf = plain.contains("上半年");
    return isFirstHalf == plain.contains("下半年")
        ? Optional.empty()
        : Optional.of(isFirstHalf ? new Months(1, 6) : new Months(7, 12));
  }

  /**
   * What a row says by itself.
   *
   * @param carried the day of receipt in the year before that of the ledger
   * @param inYear the same day in the ledger's
   */
  static Set<Sign> of(CaseDays row, LocalDate carried, LocalDate inYear) {
    int year = inYear.getYear();
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    if (isMarked(row, year)) {
      signs.add(Sign.CARRIED);
    }
    if (row.dated(year).anyMatch(day -> !day.isBefore(inYear))) {
      signs.add(Sign.NOT_CARRIED);
    }
    Set<Integer> answered = years(row.documentNumber());
    boolean ifCarried = answered.equals(yearOf(row, carried, year));
    if (!answered.isEmpty() && ifCarried != answered.equals(yearOf(row, inYear, year))) {
      signs.add(ifCarried ? Sign.CARRIED : Sign.NOT_CARRIED);
    }
    return signs;
  }

  /** Whether the row itself says so, by a note or by a number of the year before. */
  static boolean isMarked(CaseDays row, int year) {
    return years(row.reference()).equals(Set.of(year - 1)) || isNoted(row, year);
  }

  static boolean isNoted(CaseDays row, int year) {
    return row.notes().stream().anyMatch(note -> isCarriedOver(note, year));
  }

  private static Set<Integer> yearOf(CaseDays row, LocalDate received, int year) {
    return row.concluded(received, year).stream()
        .map(LocalDate::getYear)
        .collect(Collectors.toSet());
  }

  /** The years in a number, such as 〔2024〕3号 or 2024-003. */
  static Set<Integer> years(String number) {
    return number.length() > MAX_LENGTH
        ? Set.of()
        : YEAR_OF_NUMBER
            .matcher(Normalizer.normalize(number, Normalizer.Form.NFKC))
            .results()
            .map(found -> Integer.valueOf(found.group(1)))
            .collect(Collectors.toSet());
  }

  private static String plain(String text) {
    return ChineseNumerals.inArabic(
        Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", ""));
  }
}
