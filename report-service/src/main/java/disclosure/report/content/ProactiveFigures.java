package disclosure.report.content;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Table two: 主动公开政府信息情况 (Regulation, Article 20 items 1, 5, 6 and 8).
 *
 * @param regulations 规章
 * @param normativeDocuments 行政规范性文件
 * @param administrativeLicences 行政许可: decisions of the year, published or not
 * @param administrativePenalties 行政处罚: decisions of the year
 * @param administrativeCoercion 行政强制: decisions of the year
 * @param administrativeFees10kYuan 行政事业性收费: collected in the year, in 万元, with up to six decimals
 *     and none superfluous
 * @param former the figures that the edition of 2019 asks for in place of all these, which are 0
 *     then; empty in the edition of 2021
 */
public record ProactiveFigures(
    DocumentFigures regulations,
    DocumentFigures normativeDocuments,
    long administrativeLicences,
    long administrativePenalties,
    long administrativeCoercion,
    BigDecimal administrativeFees10kYuan,
    Optional<FormerProactive> former) {

  /** All zero: what no report adds up to. */
  public static final ProactiveFigures NONE =
      new ProactiveFigures(
          new DocumentFigures(0, 0, 0), new DocumentFigures(0, 0, 0), 0, 0, 0, BigDecimal.ZERO);

  /** In the edition of 2021. */
  public ProactiveFigures(
      DocumentFigures regulations,
      DocumentFigures normativeDocuments,
      long administrativeLicences,
      long administrativePenalties,
      long administrativeCoercion,
      BigDecimal administrativeFees10kYuan) {
    this(
        regulations,
        normativeDocuments,
        administrativeLicences,
        administrativePenalties,
        administrativeCoercion,
        administrativeFees10kYuan,
        Optional.empty());
  }

  /** In the edition of 2019. */
  public static ProactiveFigures of(FormerProactive former) {
    return NONE.with(Optional.of(former));
  }

  /** The same beside other figures of the edition of 2019. */
  public ProactiveFigures with(Optional<FormerProactive> other) {
    return new ProactiveFigures(
        regulations,
        normativeDocuments,
        administrativeLicences,
        administrativePenalties,
        administrativeCoercion,
        administrativeFees10kYuan,
        other);
  }

  /** The amount is brought into its shortest plain form, so that equal amounts are equal. */
  public ProactiveFigures {
    BigDecimal shortest = administrativeFees10kYuan.stripTrailingZeros();
    administrativeFees10kYuan = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
