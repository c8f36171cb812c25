package disclosure.report.reading;

import disclosure.report.check.Result;
import disclosure.report.check.Verdict;
import disclosure.report.check.Waiver;
import disclosure.report.content.DraftContent;
import disclosure.report.draft.Draft;
import disclosure.report.form.AnnualReport;
import disclosure.report.publication.FrozenReport;
import disclosure.report.publication.KeptReason;
import disclosure.report.publication.Life;
import disclosure.report.reference.References;
import disclosure.report.statistics.AnnualFigures;
import java.util.List;
import java.util.Optional;

/**
 * A report as it was read.
 *
 * @param draft what an editor wrote
 * @param content the same with the texts as they are printed: figures in place of references
 * @param references what its texts can refer to
 * @param figures the counted tables; of a sum, what its reports add up to
 * @param children the reports that it is the sum of; empty for an organ's own
 * @param verdicts how each check came out
 * @param reasons why checks may be passed over
 * @param life how the report stands
 */
public record ReadReport(
    Draft draft,
    DraftContent content,
    References references,
    AnnualFigures figures,
    List<FrozenReport.Child> children,
    List<Verdict> verdicts,
    List<KeptReason> reasons,
    Life life) {

  /** What is printed. */
  public AnnualReport printed() {
    return AnnualReport.of(
        figures.matrix().organName(),
        draft.id().year(),
        content,
        figures.matrix().rows(),
        figures.disputes().rows());
  }

  /** The checks for which the report can't be published as it stands. */
  public List<Verdict> obstacles() {
    return verdicts.stream().filter(this::stands).toList();
  }

  /** The reason for which a check is passed over, when there is one that covers its findings. */
  public Optional<String> reason(Verdict verdict) {
    return reasons.stream()
        .filter(kept -> verdict.wantsReason() && kept.covers(verdict))
        .map(KeptReason::reason)
        .findFirst();
  }

  /** Everything as it is frozen. */
  public FrozenReport frozen() {
    return new FrozenReport(
        draft.id(),
        draft.edition(),
        draft.version(),
        content,
        figures.matrix(),
        figures.disputes(),
        figures.handling(),
        verdicts.stream()
            .map(
                verdict ->
                    new FrozenReport.Check(
                        verdict.check().number(),
                        verdict.result(),
                        verdict.findings(),
                        reason(verdict)))
            .toList(),
        children);
  }

  private boolean stands(Verdict verdict) {
    if (verdict.result() != Result.BROKEN || verdict.check().waiver() == Waiver.NONE) {
      return verdict.blocks();
    }
    Optional<String> reason = reason(verdict);
    return reason.isEmpty()
        || verdict.check().waiver() == Waiver.PRINTED_REASON
            && content.otherMatters().stream().noneMatch(text -> text.contains(reason.get()));
  }
}
