package disclosure.report.reading;

import disclosure.report.check.Result;
import disclosure.report.check.Verdict;
import disclosure.report.check.Waiver;
import disclosure.report.collection.RolledUp;
import disclosure.report.draft.Draft;
import disclosure.report.publication.FrozenReport;
import disclosure.report.publication.KeptReason;
import disclosure.report.publication.Life;
import java.util.List;
import java.util.Optional;

/**
 * A report with all that decides whether it may be published.
 *
 * @param report as it was read
 * @param verdicts how each check came out
 * @param reasons why checks may be passed over
 * @param life how the report stands
 */
public record JudgedReport(
    ReadReport report, List<Verdict> verdicts, List<KeptReason> reasons, Life life) {

  /** What an editor wrote. */
  public Draft draft() {
    return report.draft();
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
        draft().id(),
        draft().edition(),
        draft().version(),
        report.content(),
        report.figures().matrix(),
        report.figures().disputes(),
        report.figures().handling(),
        verdicts.stream()
            .map(
                verdict ->
                    new FrozenReport.CheckOutcome(
                        verdict.check().number(),
                        verdict.result(),
                        verdict.findings(),
                        reason(verdict)))
            .toList(),
        report.sum().map(RolledUp::children).orElse(List.of()));
  }

  private boolean stands(Verdict verdict) {
    if (verdict.result() != Result.BROKEN || verdict.check().waiver() == Waiver.NONE) {
      return verdict.blocks();
    }
    Optional<String> reason = reason(verdict);
    return reason.isEmpty()
        || verdict.check().waiver() == Waiver.PRINTED_REASON
            && report.content().otherMatters().stream()
                .noneMatch(text -> text.contains(reason.get()));
  }
}
