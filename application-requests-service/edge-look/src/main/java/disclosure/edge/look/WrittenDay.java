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

  /** Year, month and day, between whatever offices put there, in text that was {@link #close}. */
  public static final String PARTS = "(\\d{4})(?:年|[-/.。])(\\d{1,2})(?:月|[-/.。])(\\d{1,2})日?";

  private static final List<Pattern> WRITINGS =
      List.of(Pattern.compile(PARTS), Pattern.compile("(\\d{4})(\\d{2})(\\d{2})"));

  private WrittenDay() {}

  /**
   * The day, in whatever width, with whatever blanks or written out, such as 二〇二六年三月二日; empty where
   * there is no such day.
   */
  public static Optional<LocalDate> read(String text) {
    String plain = close(text);
    return WRITINGS.stream()
        .map(writing -> writing.matcher(plain))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(WrittenDay::day);
  }

  /** The text in half width, its days in digits, without blanks and what can't be seen. */
  public static String close(String text) {
    String seen =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .codePoints()
            .filter(point -> !Character.isWhitespace(point) && !PlainText.isInvisible(point))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return ChineseNumerals.inArabic(seen);
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
