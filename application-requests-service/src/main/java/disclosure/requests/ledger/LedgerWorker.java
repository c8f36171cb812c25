package disclosure.requests.ledger;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.requests.ledger.LedgerParts.Part;
import disclosure.requests.ledger.reading.LedgerRow;
import disclosure.requests.registration.Intake;
import disclosure.requests.repetition.RowResult;
import disclosure.requests.store.UuidV7;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RowSecurity;
import disclosure.storage.FailureKind;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Registers the rows of ledgers, part by part, each in the transaction that notes what became of
 * it. A row that can't be registered is put back as a part of its own, and holds up no other.
 */
@ApplicationScoped
class LedgerWorker implements JobKind {

  private final LedgerImports imports;
  private final LedgerParts parts;
  private final Intake intake;
  private final LedgerSettings settings;
  private final Clock clock;

  LedgerWorker(
      LedgerImports imports,
      LedgerParts parts,
      Intake intake,
      LedgerSettings settings,
      Clock clock) {
    this.settings = settings;
    this.imports = imports;
    this.parts = parts;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public String name() {
    return LedgerImports.JOB;
  }

  @Override
  public boolean takesTurns() {
    return true;
  }

  @Override
  public void look(Connection connection, Jobs jobs) throws SQLException {
    imports.takeOver(connection);
    imports.dropOlderThan(connection, settings.retention());
    imports.dropRowsOlderThan(connection, settings.rowsRetention());
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
  public Result work(Piece piece) {
    return parts
        .part(UUID.fromString(piece.key()))
        .map(this::registration)
        .orElse((connection, rows) -> Progress.finished(0));
  }

  /**
   * A row before it is registered.
   *
   * @param partId the id of the part that it is by itself, should it hold up the others
   * @param post what is registered; or what its preparing failed with is thrown
   */
  private record PreparedRow(UUID partId, LedgerRow row, Supplier<Intake.Prepared> post) {

    String key() {
      return partId.toString();
    }
  }

  private Result registration(Part part) {
    List<PreparedRow> prepared = part.rows().stream().map(row -> prepare(part, row)).toList();
    return (connection, rows) -> {
      if (!parts.take(connection, part)) {
        return Progress.finished(0);
      }
      PartResult result = new PartResult(part.headings());
      RowSecurity.restrictPlanned(connection, reach(part));
      int done =
          rows.together(
              connection,
              prepared,
              PreparedRow::key,
              some -> register(connection, part, some, result));
      RowSecurity.restrict(connection, Reach.EVERYTHING);
      imports.note(connection, part, result);
      for (PreparedRow row : prepared) {
        if (rows.isSetAside(row.key())) {
          parts.putBack(connection, part, row.partId(), row.row());
        }
      }
      return Progress.finished(done);
    };
  }

  private PreparedRow prepare(Part part, LedgerRow row) {
    UUID id = part.rows().size() == 1 ? part.id() : UuidV7.at(clock.instant());
    try {
      Intake.Prepared post = intake.prepare(row.json(), caller(part), reach(part));
      return new PreparedRow(id, row, () -> post);
    } catch (SQLException failure) {
      throw FailureKind.unchecked(failure);
    } catch (RuntimeException failure) {
      if (FailureKind.of(failure) != FailureKind.PERMANENT) {
        throw failure;
      }
      return new PreparedRow(
          id,
          row,
          () -> {
            throw failure;
          });
    }
  }

  private void register(Connection connection, Part part, List<PreparedRow> rows, PartResult result)
      throws SQLException {
    List<RowResult> results =
        intake.register(
            connection, rows.stream().map(row -> row.post().get()).toList(), part.duplicates());
    for (int i = 0; i < results.size(); i++) {
      result.add(rows.get(i).row(), results.get(i));
    }
  }

  private static Caller caller(Part part) {
    return new Caller(part.clientId(), new CallerScope(false, Set.of(part.organ())), part.person());
  }

  private static Reach reach(Part part) {
    return new Reach(false, Set.of(part.organ()));
  }
}
