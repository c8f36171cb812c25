package disclosure.report.check;

import disclosure.report.content.DraftContent;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.text.Paragraph;
import disclosure.report.text.Section;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Nothing blank, and nothing below zero. */
final class CompletenessRules {

  private static final Pattern UNRESOLVED = Pattern.compile("\\{\\{[^{}]*}}");

  private CompletenessRules() {}

  static List<Finding> nothingMissing(CheckedReport report) {
    List<Finding> findings = new ArrayList<>();
    DraftContent content = report.content();
    written(Section.OVERVIEW, content.overview(), findings);
    written(Section.PROBLEMS, content.problems(), findings);
    written(Section.OTHER_MATTERS, content.otherMatters(), findings);
    ReportTexts.paragraphs(content).forEach(paragraph -> unresolved(paragraph, findings));
    tableTwo(report, findings);
    content.figures().stream()
        .filter(figure -> figure.value().isEmpty())
        .forEach(
            figure ->
                findings.add(
                    Finding.broken("自定义数据“%s”没有填写", "“%s” is still to be filled in", figure.label())
                        .at("figures." + figure.name())));
    if (content.signedBy().isEmpty()) {
      findings.add(Finding.broken("落款没有机关名称", "The report isn't signed").at("signedBy"));
    }
    if (content.signedOn().isEmpty()) {
      findings.add(Finding.broken("落款没有成文日期", "The report bears no date").at("signedOn"));
    }
    report.matrix().rows().forEach(row -> tableThree(row, findings));
    report.disputes().rows().forEach(row -> tableFour(row, findings));
    return findings;
  }

  private static void written(Section section, List<String> text, List<Finding> findings) {
    if (text.isEmpty()) {
      findings.add(
          Finding.broken("“%s”没有内容", "Section %s is empty", section.title())
              .at(ReportTexts.field(section)));
    }
  }

  /** A reference that is still there in print is one without a value. */
  private static void unresolved(Paragraph paragraph, List<Finding> findings) {
    UNRESOLVED
        .matcher(paragraph.text())
        .results()
        .forEach(
            reference ->
                findings.add(
                    Finding.broken(
                            "“%s”中的%s暂时没有数据",
                            "%s: there is no figure for %s just now",
                            paragraph.section().title(),
                            reference.group())
                        .at(ReportTexts.field(paragraph.section()))));
  }

  /** What is missing is named one by one, unless nothing is there. */
  private static void tableTwo(CheckedReport report, List<Finding> findings) {
    ProactiveFigures proactive = report.content().proactive();
    Map<String, Optional<BigDecimal>> figures = proactive.figures();
    if (figures.values().stream().allMatch(Optional::isEmpty)) {
      findings.add(
          report.rollUp().isPresent()
              ? Finding.broken("没有已公布的报告可供汇总", "No published report is there to be added up")
                  .at(Finding.COLLECTION)
              : Finding.broken("表二尚未填写，没有的填0", "Table two is still to be filled in")
                  .at("proactive"));
      return;
    }
    Map<String, String> fields = proactive.fields();
    figures.forEach(
        (place, figure) -> {
          if (figure.isEmpty()) {
            findings.add(
                Finding.broken("%s没有填写，没有的填0", "%s is still to be filled in", place)
                    .at(fields.get(place)));
          }
        });
  }

  /** The columns by applicant type can't be negative by their own making. */
  private static void tableThree(MatrixRow row, List<Finding> findings) {
    if (row.total() < 0) {
      findings.add(
          Finding.broken(
                  "表三“%s %s”行的总计为%d，小于0",
                  "Table three, row %s %s: the total is %d, below zero",
                  row.number(),
                  row.label(),
                  row.total())
              .at(Finding.TABLE_THREE));
    }
  }

  private static void tableFour(DisputeRow row, List<Finding> findings) {
    LongStream.of(row.upheld(), row.corrected(), row.other(), row.pending(), row.total())
        .filter(figure -> figure < 0)
        .forEach(
            figure ->
                findings.add(
                    Finding.broken(
                            "表四“%s”有数据为%d，小于0",
                            "Table four, %s: a figure is %d, below zero",
                            row.kind().label(),
                            figure)
                        .at(Finding.TABLE_FOUR)));
  }
}
