package disclosure.report.text.word;

import java.math.BigDecimal;

/**
 * A number with what it counts.
 *
 * @param value amounts of money in 元; 万 and 亿 are multiplied out, the scale is that of the last
 *     digit told
 * @param unit as written, without 万; empty for a bare number
 * @param approximate whether it is told as 余, 约 and the like, or rounded to 万
 */
public record Quantity(BigDecimal value, String unit, boolean approximate) {

  private static final String APPLICATIONS = "件份宗起条项例个";

  /** Whether applications, cases or documents are counted so. */
  public boolean countsItems() {
    return unit.length() == 1 && APPLICATIONS.contains(unit) || unit.equals("件次");
  }

  public boolean isPercentage() {
    return unit.equals("%");
  }

  public boolean isMoney() {
    return unit.equals("元");
  }

  public boolean isCount() {
    return !isPercentage() && !isMoney() && !unit.isEmpty();
  }
}
