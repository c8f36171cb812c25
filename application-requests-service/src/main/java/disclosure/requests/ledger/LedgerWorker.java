package disclosure.requests.ledger;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.edge.Fault;
import disclosure.requests.ledger.LedgerImports.Part;
import disclosure.requests.registration.Intake;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.DatabaseOutage;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Registers the rows of ledgers, part by part. The part's lock is held while its rows are
 * registered in a transaction of their own; a crash in between has them sent again, which changes
 * nothing.
 */
@ApplicationScoped
class LedgerWorker {

  private static final Logger LOG = Logger.getLogger(LedgerWorker.class);

  private final LedgerImports imports;
  private final Intake intake;
  private final WriterTransaction transaction;

  LedgerWorker(LedgerImports imports, Intake intake, WriterTransaction transaction) {
    this.imports = imports;
    this.intake = intake;
    this.transaction = transaction;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      boolean more = true;
      while (more) {
        more = transaction.run(Reach.EVERYTHING, this::part);
      }
    } catch (DatabaseOutage failure) {
      LOG.warn("No ledger can be imported just now", failure);
    }
  }

  /** Whether there may be another part. */
  private boolean part(Connection connection) throws SQLException {
    var next = imports.next(connection);
    if (next.isEmpty()) {
      return false;
    }
    Part part = next.get();
    List<Intake.Result> results =
        intake.register(
            part.rows().stream().map(LedgerRow::json).toList(),
            new Caller(part.clientId(), new CallerScope(false, Set.of(part.organ()))),
            new Reach(false, Set.of(part.organ())));
    List<Finding> refusals = new ArrayList<>();
    int registered = 0;
    int repeated = 0;
    for (int i = 0; i < results.size(); i++) {
      Intake.Result result = results.get(i);
      if (result.isRefused()) {
        LedgerRow row = part.rows().get(i);
        for (Fault fault : result.faults()) {
          refusals.add(new Finding(row.sheet(), row.row(), "", fault.field(), fault.message()));
        }
      } else if (result.created()) {
        registered++;
      } else {
        repeated++;
      }
    }
    imports.done(connection, part, registered, repeated, refusals);
    return true;
  }
}
