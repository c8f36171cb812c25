package disclosure.report.text.word;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers in characters: 十二, 一百零五, 三千, and digit by digit 二〇二五. */
public final class ChineseNumber {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final int NOT_A_DIGIT = -1;

  private ChineseNumber() {}

  /** Up to 九千九百九十九; empty when the characters make no number. */
  public static Optional<BigDecimal> value(String characters) {
    int sum = 0;
    int digit = NOT_A_DIGIT;
    int lastUnit = 10_000;
    for (char character : characters.toCharArray()) {
      int unit = unit(character);
      if (unit == 0) {
        int next = digit(character);
        if (digit > 0 || next == NOT_A_DIGIT) {
          return digits(characters);
        }
        digit = next;
      } else if (unit >= lastUnit) {
        return Optional.empty();
      } else {
        sum += unit * (digit == NOT_A_DIGIT ? 1 : digit);
        digit = NOT_A_DIGIT;
        lastUnit = unit;
      }
    }
    return Optional.of(BigDecimal.valueOf(sum + Math.max(digit, 0)));
  }

  /** Digit by digit. */
  public static Optional<BigDecimal> digits(String characters) {
    StringBuilder digits = new StringBuilder();
    for (char character : characters.toCharArray()) {
      int digit = digit(character);
      if (digit == NOT_A_DIGIT) {
        return Optional.empty();
      }
      digits.append(digit);
    }
    return Optional.of(new BigDecimal(digits.toString()));
  }

  private static int digit(char character) {
    return switch (character) {
      case '零' -> 0;
      case '两' -> 2;
      default -> DIGITS.indexOf(character);
    };
  }

  private static int unit(char character) {
    return switch (character) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      default -> 0;
    };
  }
}
