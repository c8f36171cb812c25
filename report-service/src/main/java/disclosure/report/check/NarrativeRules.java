package disclosure.report.check;

import disclosure.edge.Text;
import disclosure.report.content.NamedFigure;
import disclosure.report.text.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the texts say against the tables, against themselves, and against the clock. */
final class NarrativeRules {

  private NarrativeRules() {}

  static List<Finding> agreesWithTables(CheckedReport report) {
    List<Finding> findings = new ArrayList<>();
    ReportTexts.read(report)
        .contradictions(ReportTexts.tables(report))
        .forEach(
            contradiction ->
                findings.add(
                    Finding.of(
                            Result.BROKEN,
                            new Text(contradiction.chinese(), contradiction.english()))
                        .at(ReportTexts.field(contradiction.quote().section()))));
    findings.addAll(FeeRules.otherThanTheRegister(report));
    return findings;
  }

  static List<Finding> namedFiguresAddUp(CheckedReport report) {
    Map<String, NamedFigure> figures = new HashMap<>();
    report.content().figures().forEach(figure -> figures.put(figure.name(), figure));
    List<Finding> findings = new ArrayList<>();
    for (NamedFigure figure : report.content().figures()) {
      List<Optional<Long>> parts =
          figure.parts().stream().map(part -> figures.get(part).value()).toList();
      if (parts.isEmpty()
          || figure.value().isEmpty()
          || parts.stream().anyMatch(Optional::isEmpty)) {
        continue;
      }
      long value = figure.value().get();
      long sum = parts.stream().mapToLong(Optional::orElseThrow).sum();
      if (sum != value) {
        findings.add(
            Finding.broken(
                    "“%s”为%d，其各分项（%s）之和为%d",
                    "“%s” is %d, its parts (%s) add up to %d",
                    figure.label(),
                    value,
                    String.join(
                        "、",
                        figure.parts().stream().map(figures::get).map(NamedFigure::label).toList()),
                    sum)
                .at("figures." + figure.name()));
      }
    }
    return findings;
  }

  static List<Finding> inTimeAsTold(CheckedReport report) {
    List<Finding> findings = new ArrayList<>();
    ReportTexts.read(report).allInTime().forEach(quote -> inTime(quote, report, findings));
    return findings;
  }

  private static void inTime(Quote quote, CheckedReport report, List<Finding> findings) {
    if (report.handling().isEmpty()) {
      findings.add(YearReviewRules.unknown());
      return;
    }
    int late = report.handling().get().late().size();
    int overdue = report.handling().get().overdue().size();
    if (late + overdue > 0) {
      findings.add(
          Finding.broken(
                  "“%s”中写作“%s”，登记系统中逾期答复的申请为%d件，超期未答复的申请为%d件",
                  "%s says “%s”; the register has %d applications answered late and %d overdue",
                  quote.section().title(),
                  quote.words(),
                  late,
                  overdue)
              .at(ReportTexts.field(quote.section())));
    }
  }
}
