package disclosure.report.check;

import disclosure.report.content.DraftContent;
import disclosure.report.content.FormEdition;
import disclosure.report.text.judge.Citations;
import java.util.ArrayList;
import java.util.List;

/** Names and numbers in the texts that are the same in every report. */
final class CitationRules {

  private CitationRules() {}

  static List<Finding> citations(CheckedReport report) {
    DraftContent content = report.content();
    List<Finding> findings = new ArrayList<>();
    for (Citations.Wrong cited :
        Citations.wrong(FormEdition.of(report.year()).notice(), ReportTexts.paragraphs(content))) {
      findings.add(
          Finding.broken(
                  "“%s”中写作“%s”，应为“%s”",
                  "%s has “%s”; it should be “%s”",
                  cited.section().title(),
                  cited.found(),
                  cited.right())
              .at(ReportTexts.field(cited.section())));
    }
    for (String told : Citations.otherYears(report.year(), content.lead())) {
      findings.add(
          Finding.broken(
                  "标题为%d年，“引言”中写作“%s”",
                  "The title says %d, the lead says “%s”", report.year(), told)
              .at("lead"));
    }
    signature(report.matrix().organName(), content.signedBy(), findings);
    findings.addAll(FeeRules.missing(report));
    return findings;
  }

  private static void signature(String organName, String signedBy, List<Finding> findings) {
    if (!signedBy.isEmpty() && !signedBy.equals(organName)) {
      findings.add(
          Finding.broken(
                  "标题的机关名称为“%s”，落款为“%s”",
                  "The title names “%s”, the signature “%s”", organName, signedBy)
              .at("signedBy"));
    }
  }
}
