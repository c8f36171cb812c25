package disclosure.report.text.claim;

import disclosure.report.text.Quote;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a sentence says that can be true or false. */
public sealed interface Claim {

  Quote quote();

  /**
   * A figure of a table.
   *
   * @param said amounts in 元
   * @param either what it may be the figure of; the likeliest first
   */
  record Figure(Quote quote, BigDecimal said, List<Told> either) implements Claim {}

  /**
   * A total and its parts.
   *
   * @param parts as told, of the same unit and kind
   * @param whole whether they are said to be all, so that less than the total is wrong too
   */
  record Parts(Quote quote, BigDecimal total, List<BigDecimal> parts, boolean whole)
      implements Claim {}

  /**
   * A number as a percentage of another.
   *
   * @param percent as told
   * @param parts what it may be the share of a whole that is; the likeliest first
   * @param of what it is said to be a share of, as far as the sentence has it
   * @param bases what it is most likely the share of; the likeliest first
   */
  record Share(
      Quote quote,
      BigDecimal percent,
      boolean approximate,
      List<BigDecimal> parts,
      List<BigDecimal> of,
      List<Base> bases)
      implements Claim {}

  /**
   * What something is a part of.
   *
   * @param said the number that the text tells of it
   */
  record Base(Told told, Optional<BigDecimal> said) {}

  /** 办结率 in percent. */
  record Rate(Quote quote, BigDecimal percent, boolean approximate) implements Claim {}

  /**
   * That nothing is still open.
   *
   * @param newOnly of what was received in the year alone
   */
  record AllConcluded(Quote quote, boolean newOnly) implements Claim {}

  /** That every answer went out in time. */
  record AllInTime(Quote quote) implements Claim {}
}
