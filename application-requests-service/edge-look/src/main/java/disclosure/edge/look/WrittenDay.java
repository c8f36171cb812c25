package disclosure.edge.look;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them into fields of the pages. */
public final class WrittenDay {

  /** What may be written, for a sentence that says what would be right. */
  public static final String FORMS = "如2026-03-02、20260302或者2026年3月2日";

  private static final List<Pattern> WRITINGS =
      List.of(
          Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})"),
          Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日?"),
          Pattern.compile("(\\d{4})(\\d{2})(\\d{2})"));

  private WrittenDay() {}

  /** The day, in whatever width and with whatever blanks; empty where there is no such day. */
  public static Optional<LocalDate> read(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u3000]", "");
    return WRITINGS.stream()
        .map(writing -> writing.matcher(plain))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(WrittenDay::day);
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
