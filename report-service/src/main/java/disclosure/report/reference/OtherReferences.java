package disclosure.report.reference;

import disclosure.report.check.YearReview;
import disclosure.report.content.ProactiveFigures;
import disclosure.requests.contract.DisputeKind;
import disclosure.statistics.contract.DisputeRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The figures of tables two and four, and those of the register's steps. */
final class OtherReferences {

  private static final String IN_10K_YUAN = "10kYuan";

  private OtherReferences() {}

  static void add(
      List<DisputeRow> disputes,
      Optional<YearReview> handling,
      ProactiveFigures proactive,
      List<Reference> all) {
    disputes.forEach(
        row -> dispute(row.kind().name(), "表四“" + row.kind().label() + "”", List.of(row), all));
    List<DisputeRow> suits =
        disputes.stream().filter(row -> row.kind() != DisputeKind.RECONSIDERATION).toList();
    dispute("LITIGATION", "表四“行政诉讼”合计", suits, all);
    handling("concluded", "登记系统本年办结件数", handling, known -> known.concluded(), all);
    handling(
        "inTime", "登记系统本年按时办结件数", handling, known -> known.concluded() - known.late().size(), all);
    handling("late", "登记系统逾期答复件数", handling, known -> known.late().size(), all);
    handling("overdue", "登记系统超期未答复件数", handling, known -> known.overdue().size(), all);
    handling("feeNotices", "发出信息处理费收费通知件数", handling, known -> known.feeNotices(), all);
    handling(
        "noticedYuan", "收费通知总金额（元）", handling, known -> known.noticedYuan().toPlainString(), all);
    handling("paidYuan", "实际收取信息处理费（元）", handling, known -> known.paidYuan().toPlainString(), all);
    tableTwo(proactive, all);
  }

  /** Only what the edition asks for: a figure that the form doesn't have is none, and not zero. */
  private static void tableTwo(ProactiveFigures proactive, List<Reference> all) {
    Map<String, Optional<BigDecimal>> figures = proactive.figures();
    proactive
        .fields()
        .forEach(
            (place, name) ->
                all.add(
                    new Reference(
                        name,
                        name.endsWith(IN_10K_YUAN) ? place + "（万元）" : place,
                        figures.get(place).map(BigDecimal::toPlainString))));
  }

  private static void dispute(
      String name, String label, List<DisputeRow> rows, List<Reference> all) {
    String prefix = "disputes." + name + ".";
    all.add(Reference.of(prefix + "upheld", label + "结果维持", sum(rows, DisputeRow::upheld)));
    all.add(Reference.of(prefix + "corrected", label + "结果纠正", sum(rows, DisputeRow::corrected)));
    all.add(Reference.of(prefix + "other", label + "其他结果", sum(rows, DisputeRow::other)));
    all.add(Reference.of(prefix + "pending", label + "尚未审结", sum(rows, DisputeRow::pending)));
    all.add(Reference.of(prefix + "total", label + "总计", sum(rows, DisputeRow::total)));
  }

  private static long sum(List<DisputeRow> rows, Function<DisputeRow, Long> figure) {
    return rows.stream().mapToLong(figure::apply).sum();
  }

  private static void handling(
      String name,
      String label,
      Optional<YearReview> handling,
      Function<YearReview, Object> figure,
      List<Reference> all) {
    all.add(new Reference("handling." + name, label, handling.map(figure).map(String::valueOf)));
  }
}
