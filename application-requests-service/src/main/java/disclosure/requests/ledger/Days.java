package disclosure.requests.ledger;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as offices write them. */
final class Days {

  private static final Pattern PARTS =
      Pattern.compile(
          "(\\d{4})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?(?:T?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
  private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  /** Serial numbers of Excel: days after 1899-12-30, here from 2000 to 2099. */
  private static final Pattern SERIAL =
      Pattern.compile("(3[6-9]|[45]\\d|6\\d|7[0-2])\\d{3}(?:\\.\\d+)?");

  private static final LocalDate BEFORE_SERIALS = LocalDate.of(1899, 12, 30);

  private Days() {}

  /** The day, such as 2024-1-5, 2024/01/05, 2024.1.5, 2024年1月5日, 20240105 or 45296. */
  static Optional<LocalDate> read(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\u3000]", "");
    if (SERIAL.matcher(plain).matches()) {
      return Optional.of(BEFORE_SERIALS.plusDays((long) Double.parseDouble(plain)));
    }
    for (Pattern form : new Pattern[] {PARTS, EIGHT_DIGITS}) {
      Matcher parts = form.matcher(plain);
      if (parts.matches()) {
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
    return Optional.empty();
  }
}
