package disclosure.report.reading;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.access.ReportAccess;
import disclosure.report.check.CheckedReport;
import disclosure.report.check.CrossCheck;
import disclosure.report.check.LastYear;
import disclosure.report.check.RollUp;
import disclosure.report.check.Verdict;
import disclosure.report.collection.Coverage;
import disclosure.report.collection.RollUps;
import disclosure.report.collection.RolledUp;
import disclosure.report.content.DraftContent;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Draft;
import disclosure.report.draft.Drafts;
import disclosure.report.publication.KeptReasons;
import disclosure.report.publication.LifeSteps;
import disclosure.report.reference.References;
import disclosure.report.reference.ReferringText;
import disclosure.report.statistics.AnnualFigures;
import disclosure.report.statistics.CountedOrgan;
import disclosure.report.statistics.LiveFigures;
import disclosure.report.statistics.LiveFigures.RegisterFigures;
import disclosure.report.statistics.Tally;
import disclosure.report.takenover.EarlierReport;
import disclosure.report.takenover.EarlierReports;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MergedOrgan;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings together a draft and its figures; and, for those who ask, the checks. */
@RequestScoped
public class ReportReader {

  private final Drafts drafts;
  private final LiveFigures figures;
  private final RollUps rollUps;
  private final EarlierReports earlier;
  private final LifeSteps steps;
  private final KeptReasons reasons;
  private final ReportAccess access;
  private final Coverage coverage;

  ReportReader(
      Drafts drafts,
      LiveFigures figures,
      RollUps rollUps,
      EarlierReports earlier,
      LifeSteps steps,
      KeptReasons reasons,
      ReportAccess access,
      Coverage coverage) {
    this.drafts = drafts;
    this.figures = figures;
    this.rollUps = rollUps;
    this.earlier = earlier;
    this.steps = steps;
    this.reasons = reasons;
    this.access = access;
    this.coverage = coverage;
  }

  /**
   * The draft with the figures of this moment; that of a sum with the figures of the reports that
   * are published.
   *
   * @throws Refusal 404 when there is none that the caller may see; 503 when the figures can't be
   *     had
   */
  public ReadReport read(ReportId id) {
    Draft draft = draft(id);
    boolean handling =
        draft
            .content()
            .texts()
            .anyMatch(text -> new ReferringText(text).refersTo(References.HANDLING));
    return read(
        draft,
        handling ? EnumSet.of(RegisterFigures.YEAR_REVIEW) : EnumSet.noneOf(RegisterFigures.class));
  }

  /**
   * Every figure that texts can refer to, whether any is written yet or not: of table two, the
   * values are missing until they are entered.
   *
   * @throws Refusal 404 when the caller may not see the organ; 503 as {@link #read}
   */
  public References references(ReportId id) {
    return read(drafts.find(id).orElseGet(() -> blank(id)), EnumSet.of(RegisterFigures.YEAR_REVIEW))
        .references();
  }

  /**
   * The same with all that decides whether it may be published.
   *
   * @throws Refusal as {@link #read}
   */
  public JudgedReport judge(ReportId id) {
    ReadReport report = read(draft(id), EnumSet.allOf(RegisterFigures.class));
    AnnualFigures counted = report.figures();
    List<CountedOrgan> organs = id.isRollUp() ? figures.organs(id, false) : List.of();
    List<Verdict> verdicts =
        CrossCheck.verdicts(
            new CheckedReport(
                id.year(),
                counted.kind(),
                report.written(),
                counted.matrix(),
                counted.disputes(),
                counted.tally().map(Tally::rows),
                counted.handling(),
                lastYear(id, counted.matrix()),
                report.sum().map(sum -> rollUps.compared(id, sum, organs)),
                report
                    .sum()
                    .map(sum -> coverage.of(id, sum, organs))
                    .orElseGet(() -> coverage.own(id, counted.matrix()))));
    return new JudgedReport(report, verdicts, reasons.inForce(id), steps.life(id));
  }

  private Draft draft(ReportId id) {
    return drafts.find(id).orElseThrow(() -> notDrafted(id));
  }

  /** Only who may read the report is told that nobody has begun it. */
  private Refusal notDrafted(ReportId id) {
    access.requireReadable(id);
    return new Refusal(
        404,
        "no-draft",
        new Text("尚未起草", "No draft yet"),
        new Text(
            "该年度报告尚未起草，保存草稿后即可查看。可引用的数据和常用语句不需要草稿。",
            "Nobody has written the report yet. References and proposals need no draft."),
        List.of());
  }

  private static Draft blank(ReportId id) {
    return new Draft(
        id,
        0,
        new DraftContent(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            ProactiveFigures.blank(id),
            List.of(),
            "",
            Optional.empty()),
        "",
        Optional.empty(),
        Instant.EPOCH);
  }

  private ReadReport read(Draft draft, Set<RegisterFigures> wanted) {
    return draft.id().isRollUp() ? sum(draft) : own(draft, wanted);
  }

  private ReadReport own(Draft draft, Set<RegisterFigures> wanted) {
    AnnualFigures counted = figures.of(draft.id(), wanted);
    References references = references(counted, draft.content());
    DraftContent written = filled(draft.content(), references);
    DraftContent printed =
        MergedOrgansText.of(counted.matrix().merged())
            .map(written::withOtherMatter)
            .orElse(written);
    return new ReadReport(draft, written, printed, references, counted, Optional.empty());
  }

  /** Of several organs the register is not asked: what they publish is compared one by one. */
  private ReadReport sum(Draft draft) {
    Matrix matrix = figures.matrix(draft.id());
    RolledUp sum = rollUps.of(draft.id());
    AnnualFigures counted = summed(matrix, sum);
    DraftContent entered = draft.content().withProactive(sum.proactive());
    References references = references(counted, entered);
    DraftContent printed = filled(entered, references).withOtherMatter(sum.printedList());
    return new ReadReport(draft, printed, printed, references, counted, Optional.of(sum));
  }

  private static References references(AnnualFigures counted, DraftContent entered) {
    return References.of(
        counted.matrix().rows(),
        counted.disputes().rows(),
        counted.handling(),
        entered.proactive(),
        entered.figures());
  }

  private static DraftContent filled(DraftContent entered, References references) {
    return entered.withTexts(text -> new ReferringText(text).filled(references));
  }

  private static AnnualFigures summed(Matrix matrix, RolledUp sum) {
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
            matrix.organChanges(),
            List.of()),
        new DisputeTable(
            matrix.organ(),
            matrix.organName(),
            matrix.from(),
            matrix.to(),
            matrix.scope(),
            matrix.asOf(),
            sum.disputes()),
        Optional.empty(),
        sum.handling(),
        Optional.of(OrganKind.GOVERNMENT),
        Set.of());
  }

  private LastYear lastYear(ReportId id, Matrix matrix) {
    Optional<EarlierReport> published = earlier.of(id.yearBefore());
    return new LastYear(
        published
            .map(EarlierReport::content)
            .or(() -> drafted(id.yearBefore()))
            .map(DraftContent::proactive)
            .filter(proactive -> proactive.former().isEmpty()),
        published.map(
            report -> new LastYear.PublishedTables(report.matrix().rows(), report.disputes())),
        mergedSince(id, matrix, published));
  }

  /** Nobody enters a sum's table two: before it is published it has none. */
  private Optional<DraftContent> drafted(ReportId id) {
    return id.isRollUp() ? Optional.empty() : drafts.find(id).map(Draft::content);
  }

  private List<RollUp.Moved> mergedSince(
      ReportId id, Matrix matrix, Optional<EarlierReport> lastYear) {
    if (matrix.merged().isEmpty()) {
      return List.of();
    }
    return MergedSince.of(
        matrix.merged(),
        lastYear.map(EarlierReport::matrix),
        earlier.ownMatrices(
            id.year() - 1, matrix.merged().stream().map(MergedOrgan::organCode).toList()));
  }
}
