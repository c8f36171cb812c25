package disclosure.report.access;

import disclosure.edge.Action;
import disclosure.edge.CurrentCaller;
import disclosure.edge.OrganLine;
import disclosure.edge.Refusal;
import disclosure.edge.Right;
import disclosure.report.content.ReportId;
import disclosure.report.statistics.LiveFigures;
import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;

/**
 * What the caller may do with an organ's report on a year. {@link OrganLine} decides; the
 * statistics know who is, and in that year was, above whom.
 */
@RequestScoped
public class ReportAccess {

  private final ReportIds ids;
  private final LiveFigures figures;
  private final CurrentCaller caller;

  ReportAccess(ReportIds ids, LiveFigures figures, CurrentCaller caller) {
    this.ids = ids;
    this.figures = figures;
    this.caller = caller;
  }

  /**
   * The report that a path and the parameter {@code scope} name, of an organ that the caller may
   * read.
   *
   * @throws Refusal 400, naming the parameter at fault; 404 when there is no such organ for the
   *     caller; 503 when the statistics can't be asked
   */
  public ReportId readable(String organCode, String year, Optional<String> scope) {
    ReportId id = ids.of(organCode, year, scope);
    requireReadable(id);
    return id;
  }

  /**
   * Lets the request go on only when the caller may read the organ's reports on the year.
   *
   * @throws Refusal as {@link #readable}
   */
  public void requireReadable(ReportId id) {
    if (right(id, Action.READ) != Right.ALLOWED) {
      throw Refusal.notFound();
    }
  }

  /**
   * Whether the caller may read the organ's reports on the year.
   *
   * @throws Refusal 503 when the statistics can't be asked
   */
  public boolean isReadable(ReportId id) {
    return isNamed(id) || right(id, Action.READ) == Right.ALLOWED;
  }

  /**
   * Lets the request go on only when the caller may write for the organ: who was above it in the
   * year and is no longer reads, and writes nothing more. An organ that the token itself names
   * takes no question.
   *
   * @throws Refusal 404 when the caller may not even read; 403 when it may not write; 503 when the
   *     statistics can't be asked
   */
  public void requireWritable(ReportId id) {
    if (isWritable(id)) {
      return;
    }
    requireReadable(id);
    throw Refusal.outOfScope("organCode");
  }

  /**
   * Whether the caller may write for the organ, as {@link #requireWritable} asks it.
   *
   * @throws Refusal 503 when the statistics can't be asked
   */
  public boolean isWritable(ReportId id) {
    return isNamed(id) || right(id, Action.WRITE) == Right.ALLOWED;
  }

  /**
   * Of the organs that lay below one in the year, and of itself, those whose reports the caller may
   * read; all when empty. Whoever is named for the top reads all that lay below it. Who reads the
   * top by the past, or now, need not have been above an organ that lay below it.
   *
   * @throws Refusal 503 when the statistics can't be asked
   */
  public Optional<Set<OrganCode>> readableBelow(ReportId top) {
    return isNamed(top)
        ? Optional.empty()
        : Optional.of(figures.readableBelow(top.organ(), top.year()));
  }

  /**
   * What the caller may do.
   *
   * @throws Refusal 503 when the statistics can't be asked
   */
  public Right right(ReportId id, Action action) {
    return figures.right(id.organ(), id.year(), action);
  }

  /** Whether the token names the organ itself, so that nobody has to be asked who is above it. */
  public boolean isNamed(ReportId id) {
    return OrganLine.ofNow(Set.of(id.organ().value())).right(caller.scope(), Action.WRITE)
        == Right.ALLOWED;
  }
}
