package disclosure.requests.ledger.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a spreadsheet shows a number: as a day, with zeros before it and words around it, or plainly.
 *
 * @param isDate whether the number is the serial number of a day
 * @param digits so many digits are shown at least
 * @param before words before it
 * @param after words behind it
 */
record NumberFormat(boolean isDate, int digits, String before, String after) {

  static final NumberFormat PLAIN = new NumberFormat(false, 0, "", "");
  private static final NumberFormat DATE = new NumberFormat(true, 0, "", "");

  /** Of all digits that a spreadsheet keeps. */
  private static final int MAX_DIGITS = 15;

  private static final int DAYS_BETWEEN_SYSTEMS = 1_462;
  private static final LocalDate BEFORE_SERIALS = LocalDate.of(1899, 12, 30);
  private static final BigDecimal FIRST_SERIAL = BigDecimal.ONE;
  private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);
  private static final long SECONDS_OF_DAY = 24 * 60 * 60;
  private static final int MAX_LENGTH = 255;

  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");
  private static final Pattern ZEROS =
      Pattern.compile("((?:\"[^\"]*\"|\\\\.)*)#*(0{2,15})((?:\"[^\"]*\"|\\\\.)*)");

  /** Of a custom format, as the workbook writes it. */
  static NumberFormat of(String code) {
    String shown = code.length() > MAX_LENGTH ? "" : code.split(";", 2)[0];
    Matcher zeros = ZEROS.matcher(shown);
    if (zeros.matches()) {
      return new NumberFormat(
          false, zeros.group(2).length(), words(zeros.group(1)), words(zeros.group(3)));
    }
    String bare = LITERAL.matcher(shown).replaceAll("").toLowerCase(Locale.ROOT);
    boolean shownAsDate = !bare.contains("general") && bare.matches(".*[yd年日].*|[^0#]*m[^0#]*");
    return shownAsDate ? DATE : PLAIN;
  }

  /** Of a format that every spreadsheet has, by its number. */
  static NumberFormat builtIn(int id) {
    boolean date = id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36;
    return date || id >= 50 && id <= 54 || id == 57 || id == 58 ? DATE : PLAIN;
  }

  private static String words(String literals) {
    return literals.replace("\"", "").replace("\\", "");
  }

  /** Whether so much of the number is gone that nobody can tell what was typed. */
  static boolean isCutOff(BigDecimal number) {
    return number.signum() != 0 && number.precision() - (long) number.scale() > MAX_DIGITS;
  }

  /** The number as it is shown, without rounding what can be seen. */
  String text(BigDecimal number, boolean from1904) {
    if (number.scale() > 400) {
      return "0";
    }
    BigDecimal kept = number.round(new MathContext(MAX_DIGITS)).stripTrailingZeros();
    if (isDate && kept.compareTo(FIRST_SERIAL) >= 0 && kept.compareTo(LAST_SERIAL) <= 0) {
      return day(kept, from1904);
    }
    if (digits > 0 && kept.scale() <= 0 && kept.signum() >= 0) {
      String plain = kept.toPlainString();
      return before + "0".repeat(Math.max(0, digits - plain.length())) + plain + after;
    }
    return kept.toPlainString();
  }

  private static String day(BigDecimal serial, boolean from1904) {
    long days = serial.longValue();
    long seconds =
        serial
            .subtract(BigDecimal.valueOf(days))
            .multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    LocalDate day = BEFORE_SERIALS.plusDays(days + (from1904 ? DAYS_BETWEEN_SYSTEMS : 0));
    if (seconds == 0) {
      return day.toString();
    }
    LocalDateTime moment = LocalDateTime.of(day, LocalTime.MIDNIGHT).plusSeconds(seconds);
    return moment.toLocalDate() + " " + moment.toLocalTime();
  }

  /** By the numbers of their styles, which cells name. */
  static NumberFormat of(int id, Map<Integer, String> custom) {
    return custom.containsKey(id) ? of(custom.get(id)) : builtIn(id);
  }
}
