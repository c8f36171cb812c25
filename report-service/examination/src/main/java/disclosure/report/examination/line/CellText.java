package disclosure.report.examination.line;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a cell says, before it is known what it is a figure of. */
public sealed interface CellText {

  /**
   * A number.
   *
   * @param value the number
   * @param plain whether nothing but the number stands there
   */
  record Number(BigDecimal value, boolean plain) implements CellText {}

  /**
   * A number with a unit that changes it: 45万, 3千元, 120元.
   *
   * @param value the number that stands there
   * @param unit the unit, such as 万元
   */
  record Amount(BigDecimal value, String unit) implements CellText {

    private static final String SCALES = "十百千万亿";
    private static final List<Integer> ZEROS = List.of(1, 2, 3, 4, 8);

    /** Whether it is an amount of money; 45万 is one where 万元 is the unit. */
    public boolean isOfMoney(Optional<String> column) {
      return unit.endsWith("元") || column.filter(unit.concat("元")::equals).isPresent();
    }

    /**
     * The same amount in another unit.
     *
     * @param other a unit of money such as 万元
     */
    public BigDecimal in(String other) {
      return plain(value.scaleByPowerOfTen(zeros(unit) - zeros(other)));
    }

    private static BigDecimal plain(BigDecimal number) {
      BigDecimal shortest = number.stripTrailingZeros();
      return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static int zeros(String unit) {
      return unit.chars().map(SCALES::indexOf).filter(scale -> scale >= 0).map(ZEROS::get).sum();
    }
  }

  /** Nothing. */
  record Blank() implements CellText {}

  /**
   * A mark in place of a number: {@code /}, {@code -}, {@code —}, 无.
   *
   * @param text the mark
   */
  record Mark(String text) implements CellText {}

  /**
   * Several numbers with spaces or line breaks between them.
   *
   * @param values the numbers
   * @param broken whether only line breaks lie between them
   */
  record Several(List<BigDecimal> values, boolean broken) implements CellText {

    /** A defensive copy is kept. */
    public Several {
      values = List.copyOf(values);
    }
  }

  /**
   * Something else that has digits or is short, and may have been meant as a figure.
   *
   * @param text what stands there
   */
  record Unclear(String text) implements CellText {}

  /**
   * Words.
   *
   * @param text what stands there
   */
  record Label(String text) implements CellText {}

  /** Whether it stands where figures stand. */
  default boolean isFigure() {
    return !(this instanceof Label);
  }

  /** Whether it is a number, an amount, a mark or several numbers. */
  default boolean saysSomething() {
    return this instanceof Number
        || this instanceof Amount
        || this instanceof Mark
        || this instanceof Several;
  }
}
