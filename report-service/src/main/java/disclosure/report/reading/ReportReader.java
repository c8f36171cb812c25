package disclosure.report.reading;

import disclosure.report.check.CheckedReport;
import disclosure.report.check.CrossCheck;
import disclosure.report.check.LastYear;
import disclosure.report.check.RollUp;
import disclosure.report.collection.RollUps;
import disclosure.report.collection.RolledUp;
import disclosure.report.content.DraftContent;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Draft;
import disclosure.report.draft.Drafts;
import disclosure.edge.Refusal;
import disclosure.report.publication.FrozenReport;
import disclosure.report.publication.KeptReasons;
import disclosure.report.publication.LifeSteps;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.report.reference.References;
import disclosure.report.reference.ReferringText;
import disclosure.report.statistics.AnnualFigures;
import disclosure.report.statistics.LiveFigures;
import disclosure.report.statistics.Tally;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/** Brings together a draft, its figures and the checks. */
@RequestScoped
public class ReportReader {

  private final Drafts drafts;
  private final LiveFigures figures;
  private final RollUps rollUps;
  private final Publications publications;
  private final LifeSteps steps;
  private final KeptReasons reasons;

  ReportReader(
      Drafts drafts,
      LiveFigures figures,
      RollUps rollUps,
      Publications publications,
      LifeSteps steps,
      KeptReasons reasons) {
    this.drafts = drafts;
    this.figures = figures;
    this.rollUps = rollUps;
    this.publications = publications;
    this.steps = steps;
    this.reasons = reasons;
  }

  /**
   * The draft with the figures of this moment; that of a sum with the figures of the reports that
   * are published.
   *
   * @throws Refusal 404 when there is none that the caller may see; 503 when the figures can't be
   *     had
   */
  public ReadReport read(ReportId id) {
    Draft draft = drafts.find(id).orElseThrow(Refusal::notFound);
    AnnualFigures live = figures.of(id);
    Optional<RolledUp> sum = id.isRollUp() ? Optional.of(rollUps.of(id)) : Optional.empty();
    AnnualFigures counted = sum.map(parts -> summed(live, parts)).orElse(live);
    DraftContent entered =
        sum.map(parts -> draft.content().withProactive(parts.proactive())).orElse(draft.content());
    References references =
        References.of(
            counted.matrix().rows(),
            counted.disputes().rows(),
            counted.handling(),
            entered.proactive(),
            entered.figures());
    DraftContent filled = entered.withTexts(text -> new ReferringText(text).filled(references));
    DraftContent content =
        sum.map(parts -> filled.withOtherMatter(parts.printedList())).orElse(filled);
    Optional<RollUp> parts = sum.map(RolledUp::rollUp);
    CheckedReport report =
        new CheckedReport(
            id.year(),
            content,
            counted.matrix(),
            counted.disputes(),
            counted.tally().map(Tally::rows),
            counted.handling(),
            lastYear(id),
            parts);
    return new ReadReport(
        draft,
        content,
        references,
        counted,
        sum.map(RolledUp::children).orElse(List.of()),
        CrossCheck.verdicts(report),
        reasons.inForce(id),
        steps.life(id));
  }

  private static AnnualFigures summed(AnnualFigures live, RolledUp sum) {
    Matrix matrix = live.matrix();
    DisputeTable disputes = live.disputes();
    return new AnnualFigures(
        new Matrix(
            matrix.organ(),
            matrix.organName(),
            matrix.from(),
            matrix.to(),
            matrix.scope(),
            matrix.asOf(),
            List.of(),
            sum.applications(),
            matrix.organChanges()),
        new DisputeTable(
            disputes.organ(),
            disputes.organName(),
            disputes.from(),
            disputes.to(),
            disputes.scope(),
            disputes.asOf(),
            sum.disputes()),
        Optional.empty(),
        sum.handling());
  }

  private LastYear lastYear(ReportId id) {
    Optional<FrozenReport> published =
        publications.newest(id.yearBefore()).map(Publication::report);
    return new LastYear(
        published
            .map(FrozenReport::content)
            .or(() -> drafts.find(id.yearBefore()).map(Draft::content))
            .map(DraftContent::proactive)
            .filter(proactive -> proactive.former().isEmpty()),
        published.map(
            report -> new LastYear.Published(report.matrix().rows(), report.disputes().rows())));
  }
}
