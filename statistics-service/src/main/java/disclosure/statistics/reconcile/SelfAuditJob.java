package disclosure.statistics.reconcile;

import disclosure.edge.Refusal;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Compares the counts with the states in the background, some organs after the others. */
@ApplicationScoped
class SelfAuditJob implements JobKind {

  private static final String NAME = "self-audit";

  private final Comparisons comparisons;
  private final SelfAudit audit;
  private final Clock clock;

  SelfAuditJob(Comparisons comparisons, SelfAudit audit, Clock clock) {
    this.comparisons = comparisons;
    this.audit = audit;
    this.clock = clock;
  }

  ComparisonProgress order(String client) {
    UUID id =
        comparisons.order(
            NAME, Optional.empty(), LocalDate.now(clock).getYear(), client, SelfAudit::parts);
    return find(id);
  }

  ComparisonProgress find(UUID id) {
    return comparisons
        .find(NAME, id)
        .map(ComparisonProgress::ofStates)
        .orElseThrow(Refusal::notFound);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Result work(Piece piece) {
    Optional<ComparisonRow> row =
        comparisons.find(NAME, piece.jobId()).filter(found -> found.finishedAt().isEmpty());
    if (row.isEmpty()) {
      return (connection, rows) -> Progress.finished(0);
    }
    SelfAudit.Part part =
        audit.next(row.get().reached(), Comparisons.read(row.get().result(), Drift.class));
    return (connection, rows) -> {
      comparisons.advance(connection, piece.jobId(), part.reached(), part.drift());
      return new Progress(1, !part.isLast());
    };
  }

  @Override
  public void finished(Connection connection, UUID job) throws SQLException {
    Comparisons.end(connection, job);
  }

  @Override
  public void cancelled(Connection connection, UUID job) throws SQLException {
    Comparisons.end(connection, job);
  }
}
