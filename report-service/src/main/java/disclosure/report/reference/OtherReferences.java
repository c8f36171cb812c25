package disclosure.report.reference;

import disclosure.report.check.YearReview;
import disclosure.report.content.DocumentFigures;
import disclosure.report.content.ProactiveFigures;
import disclosure.requests.contract.DisputeKind;
import disclosure.statistics.contract.DisputeRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The figures of tables two and four, and those of the register's steps. */
final class OtherReferences {

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
    documents("regulations", "规章", proactive.regulations(), all);
    documents("normativeDocuments", "行政规范性文件", proactive.normativeDocuments(), all);
    all.add(
        Reference.of(
            "proactive.administrativeLicences", "表二“行政许可”", proactive.administrativeLicences()));
    all.add(
        Reference.of(
            "proactive.administrativePenalties", "表二“行政处罚”", proactive.administrativePenalties()));
    all.add(
        Reference.of(
            "proactive.administrativeCoercion", "表二“行政强制”", proactive.administrativeCoercion()));
    all.add(
        new Reference(
            "proactive.administrativeFees10kYuan",
            "表二“行政事业性收费”（万元）",
            proactive.administrativeFees10kYuan().map(BigDecimal::toPlainString)));
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

  private static void documents(
      String name, String label, DocumentFigures figures, List<Reference> all) {
    String prefix = "proactive." + name + ".";
    all.add(Reference.of(prefix + "issued", "表二“" + label + "”本年制发件数", figures.issued()));
    all.add(Reference.of(prefix + "repealed", "表二“" + label + "”本年废止件数", figures.repealed()));
    all.add(Reference.of(prefix + "inForce", "表二“" + label + "”现行有效件数", figures.inForce()));
  }
}
