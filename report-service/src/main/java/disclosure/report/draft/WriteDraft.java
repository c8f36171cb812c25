package disclosure.report.draft;

import disclosure.edge.Action;
import disclosure.edge.CurrentCaller;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.edge.Right;
import disclosure.edge.StrictJson;
import disclosure.report.access.ReportAccess;
import disclosure.report.content.DraftContent;
import disclosure.report.content.ReportId;
import disclosure.report.publication.LifeStep;
import disclosure.report.publication.LifeSteps;
import disclosure.report.publication.ReportState;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes a draft for the caller, wherever it comes from. */
@RequestScoped
public class WriteDraft {

  private final Drafts drafts;
  private final LifeSteps steps;
  private final ReportAccess access;
  private final CurrentCaller caller;
  private final StrictJson reader;
  private final Clock clock;
  private final long maxSize;

  WriteDraft(
      Drafts drafts,
      LifeSteps steps,
      ReportAccess access,
      CurrentCaller caller,
      StrictJson reader,
      Clock clock,
      @ConfigProperty(name = "edge.max-body-size") MemorySize maxSize) {
    this.drafts = drafts;
    this.steps = steps;
    this.access = access;
    this.caller = caller;
    this.reader = reader;
    this.clock = clock;
    this.maxSize = maxSize.asLongValue();
  }

  /**
   * Writes what a program would have sent.
   *
   * @param json in UTF-8, as {@code PUT /reports/{organCode}/{year}} takes it
   * @throws Refusal 413 when it is larger than a program may send; 400, naming each field at fault;
   *     403 when the caller doesn't write for the organ; 412 and 428 for the precondition; 503 when
   *     the statistics can't be asked
   */
  public Draft write(ReportId id, byte[] json, IfMatch ifMatch) {
    if (json.length > maxSize) {
      throw Refusal.byStatus(413);
    }
    return save(id, reader.read(json, DraftBody.class), ifMatch).draft();
  }

  /**
   * The same of what was read.
   *
   * @return also how the report stands then: a version that changes what was submitted makes a
   *     draft of it again
   */
  Written write(ReportId id, DraftBody body, IfMatch ifMatch) {
    Drafts.Saved saved = save(id, body, ifMatch);
    long version = saved.draft().version();
    Optional<LifeStep> last = steps.last(id);
    return new Written(
        saved,
        steps.life(id).state(),
        last.flatMap(LifeStep::withdrawn)
            .filter(withdrawal -> withdrawal.draftVersion() == version)
            .isPresent());
  }

  private Drafts.Saved save(ReportId id, DraftBody body, IfMatch ifMatch) {
    requireReach(id);
    DraftContent content = body.content(id);
    NamedFigures.require(content.figures());
    KnownReferences.require(id, content);
    content.signedOn().ifPresent(on -> SigningDates.require(on, id.year(), LocalDate.now(clock)));
    return drafts.save(id, content, ifMatch, caller.get());
  }

  /**
   * What came of it.
   *
   * @param state how the report stands now
   * @param withdrew whether this version ended a submission
   */
  record Written(Drafts.Saved saved, ReportState state, boolean withdrew) {}

  /**
   * An organ that the token itself names is taken at its word once it has a draft, so that editing
   * goes on while the statistics are away; every other takes the hierarchy to tell.
   */
  private void requireReach(ReportId id) {
    boolean known = access.isNamed(id) && drafts.find(id).isPresent();
    if (!known && access.right(id, Action.WRITE) != Right.ALLOWED) {
      throw Refusal.outOfScope("organCode");
    }
  }
}
