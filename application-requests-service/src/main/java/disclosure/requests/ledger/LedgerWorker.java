package disclosure.requests.ledger;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.edge.Fault;
import disclosure.requests.ledger.LedgerImports.Part;
import disclosure.requests.registration.Intake;
import disclosure.requests.transaction.Reach;
import disclosure.storage.FailureKind;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Registers the rows of ledgers, part by part, each in a transaction of its own before the part is
 * noted as done; a crash in between has its rows sent again, which changes nothing.
 */
@ApplicationScoped
class LedgerWorker implements JobKind {

  private final LedgerImports imports;
  private final Intake intake;

  LedgerWorker(LedgerImports imports, Intake intake) {
    this.imports = imports;
    this.intake = intake;
  }

  @Override
  public String name() {
    return LedgerImports.JOB;
  }

  @Override
  public void look(Connection connection, Jobs jobs) throws SQLException {
    imports.takeOver(connection);
  }

  @Override
  public void finished(Connection connection, UUID job) throws SQLException {
    imports.finish(connection, job);
  }

  @Override
  public void cancelled(Connection connection, UUID job) throws SQLException {
    imports.callOff(connection, job);
  }

  @Override
  public Result work(Piece piece) throws SQLException {
    Optional<Part> found = imports.part(UUID.fromString(piece.key()));
    if (found.isEmpty()) {
      return (connection, rows) -> Progress.finished(0);
    }
    Part part = found.get();
    List<Intake.Result> results = register(part);
    List<LedgerProblem> refusals = new ArrayList<>();
    int registered = 0;
    int repeated = 0;
    for (int i = 0; i < results.size(); i++) {
      Intake.Result result = results.get(i);
      if (result.isRefused()) {
        LedgerRow row = part.rows().get(i);
        for (Fault fault : result.faults()) {
          refusals.add(
              new LedgerProblem(row.sheet(), row.row(), "", fault.field(), fault.message()));
        }
      } else if (result.created()) {
        registered++;
      } else {
        repeated++;
      }
    }
    int created = registered;
    int known = repeated;
    return (connection, rows) -> {
      imports.done(connection, part, created, known, refusals);
      return Progress.finished(part.rows().size());
    };
  }

  private List<Intake.Result> register(Part part) throws SQLException {
    try {
      return register(part, part.rows());
    } catch (SQLException | RuntimeException failure) {
      if (FailureKind.of(failure) == FailureKind.PERMANENT && part.rows().size() > 1) {
        registerEach(part);
      }
      throw failure;
    }
  }

  /** What can be registered is, though the part as a whole can't be done. */
  private void registerEach(Part part) throws SQLException {
    for (LedgerRow row : part.rows()) {
      try {
        register(part, List.of(row));
      } catch (SQLException | RuntimeException failure) {
        if (FailureKind.of(failure) != FailureKind.PERMANENT) {
          throw failure;
        }
      }
    }
  }

  private List<Intake.Result> register(Part part, List<LedgerRow> rows) throws SQLException {
    return intake.register(
        rows.stream().map(LedgerRow::json).toList(),
        new Caller(part.clientId(), new CallerScope(false, Set.of(part.organ()))),
        new Reach(false, Set.of(part.organ())));
  }
}
