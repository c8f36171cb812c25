package disclosure.report.content;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Table two: 主动公开政府信息情况 (Regulation, Article 20 items 1, 5, 6 and 8). A figure that isn't entered
 * yet is empty, and never zero.
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
    Optional<Long> administrativeLicences,
    Optional<Long> administrativePenalties,
    Optional<Long> administrativeCoercion,
    Optional<BigDecimal> administrativeFees10kYuan,
    Optional<FormerProactive> former) {

  /** All zero. */
  public static final ProactiveFigures NONE =
      new ProactiveFigures(
          new DocumentFigures(0, 0, 0), new DocumentFigures(0, 0, 0), 0, 0, 0, BigDecimal.ZERO);

  /** In the edition of 2021, before anything is entered. */
  public static final ProactiveFigures EMPTY =
      new ProactiveFigures(
          DocumentFigures.EMPTY,
          DocumentFigures.EMPTY,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** In the edition of 2021, with all figures. */
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
        Optional.of(administrativeLicences),
        Optional.of(administrativePenalties),
        Optional.of(administrativeCoercion),
        Optional.of(administrativeFees10kYuan),
        Optional.empty());
  }

  /** The amount is brought into its shortest plain form, so that equal amounts are equal. */
  public ProactiveFigures {
    administrativeFees10kYuan = administrativeFees10kYuan.map(Entered::shortest);
  }

  /** In the edition of 2019. */
  public static ProactiveFigures of(FormerProactive former) {
    return NONE.with(Optional.of(former));
  }

  /** Before anything is entered; of a sum, whose table two is never entered, all are zero. */
  public static ProactiveFigures blank(ReportId id) {
    return id.isRollUp() ? NONE : empty(FormEdition.of(id.year()));
  }

  /** In an edition, before anything is entered or added up. */
  public static ProactiveFigures empty(FormEdition edition) {
    return switch (edition) {
      case FORM_2019 -> of(FormerProactive.EMPTY);
      case FORM_2021 -> EMPTY;
    };
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

  /** Figure by figure; what one of the two has not entered is missing in the sum. */
  public ProactiveFigures plus(ProactiveFigures other) {
    return new ProactiveFigures(
        regulations.plus(other.regulations),
        normativeDocuments.plus(other.normativeDocuments),
        Entered.sum(administrativeLicences, other.administrativeLicences),
        Entered.sum(administrativePenalties, other.administrativePenalties),
        Entered.sum(administrativeCoercion, other.administrativeCoercion),
        Entered.total(administrativeFees10kYuan, other.administrativeFees10kYuan),
        Stream.of(former, other.former).flatMap(Optional::stream).reduce(FormerProactive::plus));
  }

  /** Every figure that the form asks for by where it stands, in the order of the form. */
  public Map<String, Optional<BigDecimal>> figures() {
    if (former.isPresent()) {
      return former.get().figures();
    }
    Map<String, Optional<BigDecimal>> all = new LinkedHashMap<>();
    regulations.addTo(all, "规章");
    normativeDocuments.addTo(all, "行政规范性文件");
    all.put("表二“行政许可”", Entered.exact(administrativeLicences));
    all.put("表二“行政处罚”", Entered.exact(administrativePenalties));
    all.put("表二“行政强制”", Entered.exact(administrativeCoercion));
    all.put("表二“行政事业性收费”", administrativeFees10kYuan);
    return all;
  }

  /** The field of each, by its name in the API, by where it stands. */
  public Map<String, String> fields() {
    List<String> names =
        former.isPresent()
            ? FormerProactive.FIELDS
            : List.of(
                "proactive.regulations.issued",
                "proactive.regulations.repealed",
                "proactive.regulations.inForce",
                "proactive.normativeDocuments.issued",
                "proactive.normativeDocuments.repealed",
                "proactive.normativeDocuments.inForce",
                "proactive.administrativeLicences",
                "proactive.administrativePenalties",
                "proactive.administrativeCoercion",
                "proactive.administrativeFees10kYuan");
    Map<String, String> fields = new LinkedHashMap<>();
    for (String place : figures().keySet()) {
      fields.put(place, names.get(fields.size()));
    }
    return fields;
  }

  /** Whether every figure is entered that the form asks for. */
  public boolean complete() {
    return figures().values().stream().allMatch(Optional::isPresent);
  }
}
