package disclosure.edge.look;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The numerals in which days and years are written out: 二〇二四年三月五日. */
public final class ChineseNumerals {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Pattern YEAR = Pattern.compile("[〇○零一二三四五六七八九]{4}(?=年)");
  private static final Pattern MONTH_OR_DAY =
      Pattern.compile("(?<![一二三四五六七八九十0-9])(?:([一二三])?(十)([一二三四五六七八九])?|([一二三四五六七八九]))(?=[月日号])");

  private ChineseNumerals() {}

  /** The text with years, months and days in digits. */
  public static String inArabic(String text) {
    String years =
        YEAR.matcher(text)
            .replaceAll(
                year ->
                    year.group()
                        .chars()
                        .mapToObj(digit -> Integer.toString(digit((char) digit)))
                        .reduce("", String::concat));
    return MONTH_OR_DAY.matcher(years).replaceAll(match -> Integer.toString(number(match)));
  }

  static boolean isNumeral(int point) {
    return (DIGITS + "○零十").indexOf(point) >= 0;
  }

  private static int number(MatchResult match) {
    if (match.group(2) == null) {
      return digit(match.group(4).charAt(0));
    }
    int tens = match.group(1) == null ? 1 : digit(match.group(1).charAt(0));
    int ones = match.group(3) == null ? 0 : digit(match.group(3).charAt(0));
    return tens * 10 + ones;
  }

  private static int digit(char numeral) {
    return Math.max(0, DIGITS.indexOf(numeral));
  }
}
