package disclosure.edge.look;

import disclosure.edge.PlainText;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them, into fields of the pages and into ledgers. */
public final class WrittenDay {

  /** What may be written, for a sentence that says what would be right. */
  public static final String FORMS = "如2026-03-02、20260302或者2026年3月2日";

  private static final String HOUR = "(?:[01]?\\d|2[0-3])";

  /** Behind the day; one of a single digit would take another from an hour that touches it. */
  private static final String TIME =
      "(?:[上下]午)?(?:(?:(?<=[日午])|[T ])(?:"
          + "24:00(?::00(?:\\.0+)?)?Z?|"
          + HOUR
          + ":[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?Z?|"
          + HOUR
          + "[时点](?:[0-5]?\\d分(?:[0-5]?\\d秒)?)?))?";

  private static final List<Pattern> WRITINGS =
      List.of(
          Pattern.compile("(\\d{4})(?:年|[-/.。])(\\d{1,2})(?:月|[-/.。])(\\d{1,2})日?" + TIME),
          Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + TIME));

  private WrittenDay() {}

  /**
   * The day, in whatever width, with blanks around its parts, a time of the day behind it, or
   * written out, such as 二〇二六年三月二日; empty where there is no such day.
   */
  public static Optional<LocalDate> read(String text) {
    String plain = close(text);
    return WRITINGS.stream()
        .map(writing -> writing.matcher(plain))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(WrittenDay::day);
  }

  /**
   * The text in half width, its days in digits, without blanks and what can't be seen; a blank is
   * left where digits would touch that stood apart.
   */
  public static String close(String text) {
    StringBuilder seen = new StringBuilder();
    boolean apart = false;
    for (int point : Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray()) {
      if (Character.isWhitespace(point) || PlainText.isInvisible(point)) {
        apart = true;
      } else {
        if (apart && !seen.isEmpty() && areOneNumber(seen.charAt(seen.length() - 1), point)) {
          seen.append(' ');
        }
        seen.appendCodePoint(point);
        apart = false;
      }
    }
    return ChineseNumerals.inArabic(seen.toString());
  }

  /** Numerals alone may be spread: a time isn't written in them. */
  private static boolean areOneNumber(int before, int point) {
    return isDigit(before) && (isDigit(point) || ChineseNumerals.isNumeral(point))
        || ChineseNumerals.isNumeral(before) && isDigit(point);
  }

  private static boolean isDigit(int point) {
    return point >= '0' && point <= '9';
  }

  private static Optional<LocalDate> day(Matcher parts) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
