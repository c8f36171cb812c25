package disclosure.report.draft;

import disclosure.edge.Caller;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.report.content.DraftContent;
import disclosure.report.content.ReportId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;

/** The drafts: reads the newest version, and adds the next. */
@ApplicationScoped
public class Drafts {

  private final DraftRevisions revisions;
  private final Clock clock;

  Drafts(DraftRevisions revisions, Clock clock) {
    this.revisions = revisions;
    this.clock = clock;
  }

  /** The draft as it stands. */
  @Transactional
  public Optional<Draft> find(ReportId id) {
    return revisions.latest(id).map(DraftRevision::draft);
  }

  /** Some versions before one, the newest first. */
  @Transactional
  public List<Draft> before(ReportId id, long version, int limit) {
    return revisions.before(id, version, limit).stream().map(DraftRevision::draft).toList();
  }

  /** By whom the versions after one and up to another were written; what they say isn't read. */
  @Transactional
  public Set<String> writers(ReportId id, long after, long last) {
    return Set.copyOf(revisions.writers(id, after, last));
  }

  /** One version. */
  @Transactional
  Optional<Draft> version(ReportId id, long version) {
    return revisions.version(id, version).map(DraftRevision::draft);
  }

  /**
   * Adds the next version, or the first. Content that is already there adds nothing, so a request
   * whose answer was lost can be sent again.
   *
   * @param ifMatch the version that was read; none is given to create
   * @param by the client that writes
   * @throws Refusal 428 when there is a draft and no precondition; 412 when the precondition fails,
   *     or is {@code *}, which doesn't say that it was read
   */
  @Transactional
  Saved save(ReportId id, DraftContent content, IfMatch ifMatch, Caller by) {
    Optional<Draft> current = find(id);
    if (current.isEmpty()) {
      ifMatch.require(Optional.empty());
      return new Saved(add(draft(id, 1, content, by)), true);
    }
    Draft read = current.get();
    if (!ifMatch.replaces(read.content().equals(content), read.version())) {
      return new Saved(read, false);
    }
    Draft next = draft(id, read.version() + 1, content, by);
    return new Saved(add(next), false);
  }

  private Draft draft(ReportId id, long version, DraftContent content, Caller by) {
    return new Draft(id, version, content, by.clientId(), by.person(), clock.instant());
  }

  private Draft add(Draft draft) {
    try {
      revisions.persistAndFlush(DraftRevision.of(draft));
      return draft;
    } catch (ConstraintViolationException taken) {
      // Another editor added the same version between our reading and now.
      throw Refusal.changedMeanwhile();
    }
  }

  /** What a change came to. */
  record Saved(Draft draft, boolean created) {}
}
