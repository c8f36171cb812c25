package disclosure.report.reading;

import disclosure.report.check.CheckedReport;
import disclosure.report.check.CrossCheck;
import disclosure.report.check.LastYear;
import disclosure.report.content.DraftContent;
import disclosure.report.draft.Draft;
import disclosure.report.draft.Drafts;
import disclosure.report.problem.Refusal;
import disclosure.report.reference.References;
import disclosure.report.reference.ReferringText;
import disclosure.report.statistics.AnnualFigures;
import disclosure.report.statistics.LiveFigures;
import disclosure.report.statistics.Tally;
import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Brings together a draft, the figures of this moment and the checks. */
@RequestScoped
class ReportReader {

  private final Drafts drafts;
  private final LiveFigures figures;

  ReportReader(Drafts drafts, LiveFigures figures) {
    this.drafts = drafts;
    this.figures = figures;
  }

  /**
   * The report as it stands.
   *
   * @throws Refusal 404 when there is none that the caller may see; 503 when the figures can't be
   *     had
   */
  ReadReport read(OrganCode organ, int year) {
    Draft draft = drafts.find(organ, year).orElseThrow(Refusal::notFound);
    AnnualFigures counted = figures.of(organ, year);
    References references =
        References.of(
            counted.matrix().rows(),
            counted.disputes().rows(),
            counted.handling(),
            draft.content().proactive(),
            draft.content().figures());
    DraftContent content =
        draft.content().withTexts(text -> new ReferringText(text).filled(references));
    CheckedReport report =
        new CheckedReport(
            year,
            content,
            counted.matrix(),
            counted.disputes(),
            counted.tally().map(Tally::rows),
            counted.handling(),
            lastYear(organ, year),
            Optional.empty());
    return new ReadReport(draft, content, references, counted, CrossCheck.verdicts(report));
  }

  private LastYear lastYear(OrganCode organ, int year) {
    return new LastYear(
        drafts.find(organ, year - 1).map(Draft::content).map(DraftContent::proactive),
        Optional.empty());
  }
}
