package disclosure.report.release;

import disclosure.edge.CurrentCaller;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.access.ReportAccess;
import disclosure.report.check.Result;
import disclosure.report.check.Verdict;
import disclosure.report.check.Waiver;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Draft;
import disclosure.report.draft.Drafts;
import disclosure.report.publication.Digests;
import disclosure.report.publication.KeptReason;
import disclosure.report.publication.KeptReasons;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeStep;
import disclosure.report.publication.LifeSteps;
import disclosure.report.publication.ReportState;
import disclosure.report.reading.JudgedReport;
import disclosure.report.reading.ReportReader;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What the caller does with a draft that is written: submits it, gives it back, publishes it, keeps
 * reasons.
 */
@RequestScoped
public class Release {

  private final ReportReader reader;
  private final Drafts drafts;
  private final ReportAccess access;
  private final LifeSteps steps;
  private final KeptReasons reasons;
  private final Publisher publisher;
  private final CurrentCaller caller;
  private final Clock clock;

  Release(
      ReportReader reader,
      Drafts drafts,
      ReportAccess access,
      LifeSteps steps,
      KeptReasons reasons,
      Publisher publisher,
      CurrentCaller caller,
      Clock clock) {
    this.reader = reader;
    this.drafts = drafts;
    this.access = access;
    this.steps = steps;
    this.reasons = reasons;
    this.publisher = publisher;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * An editor holds the draft for finished. One that is submitted already stays so.
   *
   * @throws Refusal 403 and 404 for the organ; 409 when checks stand against it; 412 and 428 for
   *     the precondition; 503 when the figures can't be had
   */
  public void submit(ReportId id, IfMatch ifMatch) {
    access.requireWritable(id);
    JudgedReport report = reader.judge(id);
    Refusals.requireCurrent(report.draft(), report.life(), ifMatch);
    if (report.life().state() != ReportState.SUBMITTED) {
      Obstacles.requireNoneToSubmit(report);
      steps.add(
          id, step(LifeStep.StepKind.SUBMITTED, report.draft(), report.life(), Optional.empty()));
    }
  }

  /**
   * A publisher gives a submitted draft back. One that was given back for that reason stays so.
   *
   * @throws Refusal 403 and 404 for the organ; 409 when it isn't submitted; 412 and 428 for the
   *     precondition
   */
  public void giveBack(ReportId id, IfMatch ifMatch, ReasonBody body) {
    access.requireWritable(id);
    Draft draft = drafts.find(id).orElseThrow(Refusal::notFound);
    Life life = steps.life(id);
    Refusals.requireCurrent(draft, life, ifMatch);
    if (!life.returned().equals(Optional.of(body.reason()))) {
      if (life.state() != ReportState.SUBMITTED) {
        throw Refusals.notSubmitted();
      }
      steps.add(id, step(LifeStep.StepKind.RETURNED, draft, life, Optional.of(body.reason())));
    }
  }

  /**
   * A publisher publishes a submitted draft, or corrects what is published.
   *
   * @throws Refusal 403 and 404 for the organ; and as {@link Publisher#publish}
   */
  public Publisher.PublicationResult publish(ReportId id, IfMatch ifMatch, PublicationBody body) {
    access.requireWritable(id);
    return publisher.publish(id, ifMatch, body.reason());
  }

  /**
   * Keeps a reason for all that a check finds now; what it finds later wants another.
   *
   * @param check its number
   * @param seen the findings that the reason is given for, as {@link #digest} says them; empty for
   *     whatever is found now
   * @throws Refusal 403 and 404 for the organ, 404 for a check that there isn't; 409 when the check
   *     holds, or no reason can overrule it; 412 when it finds something else by now; 503 when the
   *     figures can't be had
   */
  public KeptReason keepReason(ReportId id, String check, ReasonBody body, Optional<String> seen) {
    access.requireWritable(id);
    JudgedReport report = reader.judge(id);
    Verdict verdict =
        report.verdicts().stream()
            .filter(one -> Integer.toString(one.check().number()).equals(check))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    requireOpen(verdict);
    if (seen.isPresent() && !seen.get().equals(digest(verdict))) {
      throw Refusal.changedMeanwhile();
    }
    KeptReason kept =
        new KeptReason(
            verdict.check().number(),
            verdict.keys(),
            body.reason(),
            caller.clientId(),
            caller.get().person(),
            clock.instant());
    if (!report.reason(verdict).equals(Optional.of(body.reason()))) {
      reasons.add(id, kept);
    }
    return kept;
  }

  /** What stands for all that a check finds. */
  public static String digest(Verdict verdict) {
    return Digests.of(String.join("\n", verdict.keys()).getBytes(StandardCharsets.UTF_8)).sha256();
  }

  private LifeStep step(LifeStep.StepKind kind, Draft draft, Life life, Optional<String> reason) {
    return new LifeStep(
        life.nextStep(),
        kind,
        draft.version(),
        reason,
        caller.clientId(),
        caller.get().person(),
        clock.instant());
  }

  private static void requireOpen(Verdict verdict) {
    if (verdict.check().waiver() == Waiver.NONE || verdict.result() != Result.BROKEN) {
      throw new Refusal(
          409,
          "no-reason-wanted",
          new Text("此项不能以理由放行", "No reason can be given for this check"),
          why(verdict),
          List.of());
    }
  }

  private static Text why(Verdict verdict) {
    return switch (verdict.result()) {
      case BROKEN -> new Text("此项勾稽关系必须成立，请更正数据。", "This check must hold; mend the figures.");
      case HOLDS -> new Text("此项校核没有发现问题。", "The check finds nothing.");
      case NOT_APPLICABLE ->
          new Text("此项校核不适用于本报告。", "The check is not about this kind of report.");
      case UNDECIDED ->
          verdict.blocks()
              ? new Text(
                  "此项校核暂时缺少对照数据，尚未核对；核对成立后方可公布，不能以理由代替。",
                  "What the check compares with is missing just now; it must hold before the report"
                      + " is published, and no reason stands in for that.")
              : new Text(
                  "此项校核缺少对照数据，未能核对；不妨碍公布，无需说明理由。",
                  "What the check compares with is missing, so it was not made. That does not stand"
                      + " against publication, and no reason is wanted.");
    };
  }
}
