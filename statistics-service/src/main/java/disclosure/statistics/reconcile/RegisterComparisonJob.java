package disclosure.statistics.reconcile;

import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Postponed;
import disclosure.storage.job.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Compares the counts with the register's in the background, a year of an organ after another. */
@ApplicationScoped
class RegisterComparisonJob implements JobKind {

  private static final String NAME = "register-comparison";
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final String AWAY = "登记服务暂时无法访问，恢复后自动继续";

  private final Comparisons comparisons;
  private final RegisterAudit audit;
  private final Clock clock;

  RegisterComparisonJob(Comparisons comparisons, RegisterAudit audit, Clock clock) {
    this.comparisons = comparisons;
    this.audit = audit;
    this.clock = clock;
  }

  ComparisonProgress order(Optional<OrganCode> organ, String client) {
    int year = LocalDate.now(clock).getYear();
    long parts = audit.parts(organ, year);
    return find(comparisons.order(NAME, organ, year, client, connection -> parts));
  }

  ComparisonProgress find(UUID id) {
    return comparisons
        .find(NAME, id)
        .map(ComparisonProgress::ofRegister)
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
    RegisterAudit.Part part;
    try {
      part = audit.next(row.get());
    } catch (RegisterAway away) {
      comparisons.tell(piece.jobId(), AWAY);
      throw new Postponed(PAUSE);
    }
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
