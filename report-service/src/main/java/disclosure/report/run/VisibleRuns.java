package disclosure.report.run;

import disclosure.edge.Action;
import disclosure.edge.Refusal;
import disclosure.edge.Right;
import disclosure.report.access.ReportAccess;
import disclosure.report.content.ReportId;
import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The runs as the caller may see them. */
@ApplicationScoped
class VisibleRuns {

  private final Runs runs;
  private final RunItems items;
  private final ReportAccess access;

  VisibleRuns(Runs runs, RunItems items, ReportAccess access) {
    this.runs = runs;
    this.items = items;
    this.access = access;
  }

  /**
   * A run, for those who may read all that it goes over.
   *
   * @throws Refusal 404 when it isn't for the caller, or there is none
   */
  Run run(String id) {
    Run run = found(id);
    // How a run gets on is seen also while the statistics, who know who is above whom, are away.
    ReportId report = ReportId.own(run.organ(), run.year());
    if (!access.isNamed(report)) {
      requireReadable(run, report);
    }
    return run;
  }

  /**
   * A run, whoever asks.
   *
   * @throws Refusal 404
   */
  Run found(String id) {
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw Refusal.notFound();
    }
    return runs.find(UUID.fromString(id)).orElseThrow(Refusal::notFound);
  }

  /** How far a run is, whoever asks; empty when there is none. */
  Optional<RunProgress> progress(UUID run) {
    return runs.find(run).map(items::progress);
  }

  private void requireReadable(Run run, ReportId report) {
    Set<OrganCode> readable = access.readableBelow(report).orElseThrow();
    if (!isReadable(run, readable)) {
      throw Refusal.notFound();
    }
  }

  private boolean isReadable(Run run, Set<OrganCode> readable) {
    return readable.contains(run.organ()) && !items.goesBeyond(run.id(), readable);
  }

  /**
   * Runs that the caller may see.
   *
   * @param complete whether it is known of all that were looked at
   */
  record Visible(List<Run> runs, boolean complete) {}

  /**
   * Who may see what isn't named by the token is asked once for each organ and year; and, while
   * nobody answers that, what is named is listed.
   */
  Visible among(List<Run> looked) {
    Map<ReportId, Set<OrganCode>> readable = new HashMap<>();
    boolean away = false;
    List<Run> visible = new ArrayList<>();
    for (Run run : looked) {
      ReportId report = ReportId.own(run.organ(), run.year());
      if (access.isNamed(report)) {
        visible.add(run);
      } else if (!away) {
        try {
          if (isReadable(run, readable.computeIfAbsent(report, this::readableOf))) {
            visible.add(run);
          }
        } catch (Refusal refusal) {
          away = refusal.status() == 503;
          if (!away) {
            throw refusal;
          }
        }
      }
    }
    return new Visible(visible, !away);
  }

  /** The whole subtree is gone through only for who may read its top. */
  private Set<OrganCode> readableOf(ReportId report) {
    return access.right(report, Action.READ) == Right.ALLOWED
        ? access.readableBelow(report).orElseThrow()
        : Set.of();
  }
}
