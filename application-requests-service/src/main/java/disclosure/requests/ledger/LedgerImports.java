package disclosure.requests.ledger;

import static java.util.stream.Collectors.joining;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.ledger.reading.LedgerProblem;
import disclosure.requests.ledger.reading.LedgerRow;
import disclosure.requests.ledger.reading.ReadLedger.Ledger;
import disclosure.requests.ledger.result.DoneRows;
import disclosure.requests.repetition.Duplicates;
import disclosure.requests.store.UuidV7;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.Sql;
import disclosure.storage.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The imports, in plain SQL. */
@ApplicationScoped
class LedgerImports {

  /** The kind of job that imports are. */
  static final String JOB = "ledger-import";

  static final int PART = 200;

  private static final int MAX_IGNORED = 300;

  private static final Logger LOG = Logger.getLogger(LedgerImports.class);
  private static final Caller REGISTER = new Caller("register", new CallerScope(true, Set.of()));

  private static final String FIND =
      """
      SELECT organ_code, ordered_at, total, registered, repeated, appended, differing, set_aside,
             (SELECT count(DISTINCT (sheet, row_number)) FROM ledger_refusal
               WHERE import_id = ledger_import.id) AS told,
             finished_at, rows_dropped_at, skipped, ignored_headings, {parked} AS parked,
             {cancelled} AS cancelled_at
        FROM ledger_import WHERE id = :id
      """;

  private final Jobs jobs;
  private final LedgerParts parts;
  private final LedgerRefusals refusals;
  private final DoneRows rows;
  private final WriterTransaction transaction;
  private final RegisterReader register;
  private final AuditTrail audit;
  private final Clock clock;

  LedgerImports(
      Jobs jobs,
      LedgerParts parts,
      LedgerRefusals refusals,
      DoneRows rows,
      WriterTransaction transaction,
      RegisterReader register,
      AuditTrail audit,
      Clock clock) {
    this.jobs = jobs;
    this.parts = parts;
    this.refusals = refusals;
    this.rows = rows;
    this.transaction = transaction;
    this.register = register;
    this.audit = audit;
    this.clock = clock;
  }

  /** Keeps the rows, encrypted, until the worker has registered them. */
  UUID order(OrganCode organ, Caller caller, Ledger ledger, Duplicates duplicates) {
    List<LedgerRow> rows = ledger.rows();
    UUID id = UuidV7.at(clock.instant());
    return transaction.run(
        new Reach(false, Set.of(organ)),
        connection -> {
          insert(connection, id, organ, caller, ledger, duplicates);
          List<Jobs.Part> ordered = new ArrayList<>();
          for (int from = 0; from < rows.size(); from += PART) {
            List<LedgerRow> some = rows.subList(from, Math.min(rows.size(), from + PART));
            UUID part = UuidV7.at(clock.instant());
            parts.insert(connection, id, part, from / PART, some);
            ordered.add(new Jobs.Part(part.toString(), some.size()));
          }
          jobs.order(connection, JOB, id, Optional.of((long) rows.size()), ordered, Duration.ZERO);
          jobs.belongs(connection, id, caller.clientId(), caller.person());
          audit.append(connection, caller, AuditAction.LEDGER_IMPORT_ORDERED, id, organ, 1);
          return id;
        });
  }

  Optional<LedgerImport> find(UUID id, Reach reach, Locale language) throws SQLException {
    String find =
        FIND.replace("{parked}", jobs.parkedOf("ledger_import.id"))
            .replace("{cancelled}", jobs.cancelledAtOf("ledger_import.id"));
    return register.read(
        reach,
        connection -> {
          Optional<Counts> found = Sql.of(connection, find).with("id", id).first(Counts.class);
          return found.isEmpty()
              ? Optional.empty()
              : Optional.of(found.get().with(id, refusals.list(connection, id, language)));
        });
  }

  /** Which client ordered it, whose numbers its rows have. */
  Optional<String> client(UUID id, Reach reach) throws SQLException {
    return register.read(
        reach,
        connection ->
            Sql.of(connection, "SELECT client_id FROM ledger_import WHERE id = :id")
                .with("id", id)
                .first(String.class));
  }

  /** An import as it is stored. */
  private record Counts(
      OrganCode organCode,
      Instant orderedAt,
      int total,
      int registered,
      int repeated,
      int appended,
      int differing,
      int setAside,
      int told,
      int parked,
      Optional<Instant> finishedAt,
      Optional<Instant> rowsDroppedAt,
      int skipped,
      String ignoredHeadings,
      Optional<Instant> cancelledAt) {

    LedgerImport with(UUID id, List<LedgerProblem.View> problems) {
      return new LedgerImport(
          id,
          organCode,
          orderedAt,
          total,
          registered,
          repeated,
          appended,
          differing,
          setAside,
          told - differing - setAside,
          parked,
          finishedAt,
          cancelledAt,
          rowsDroppedAt,
          skipped,
          ignoredHeadings.lines().toList(),
          problems);
    }
  }

  /** Notes what became of the rows of a part. */
  void note(Connection connection, LedgerParts.Part part, PartResult result) throws SQLException {
    rows.note(connection, part.importId(), result.done());
    refusals.insert(connection, part.importId(), result.refusals());
    Sql.of(
            connection,
            """
            UPDATE ledger_import
               SET registered = registered + :registered, repeated = repeated + :repeated,
                   appended = appended + :appended, differing = differing + :differing,
                   set_aside = set_aside + :setAside
             WHERE id = :id
            """)
        .with("registered", result.registered())
        .with("repeated", result.repeated())
        .with("appended", result.appended())
        .with("differing", result.differing())
        .with("setAside", result.setAside())
        .with("id", part.importId())
        .update();
  }

  /** Notes that nothing of the import is left to be done but what is parked. */
  void finish(Connection connection, UUID id) throws SQLException {
    Sql.of(
            connection,
            "UPDATE ledger_import SET finished_at = :at WHERE id = :id AND finished_at IS NULL")
        .with("at", clock.instant())
        .with("id", id)
        .update();
  }

  /** Drops the rows that wait, and notes that nothing more is done. */
  void callOff(Connection connection, UUID id) throws SQLException {
    parts.drop(connection, id);
    finish(connection, id);
  }

  /**
   * Takes over what a release without jobs left: parts that wait, and imports whose parts are all
   * done though nobody noticed.
   */
  void takeOver(Connection connection) throws SQLException {
    record Waiting(UUID id, UUID importId) {}
    List<Waiting> waiting =
        Sql.of(
                connection,
                """
                SELECT ledger_part.id, import_id
                  FROM ledger_part JOIN ledger_import ON ledger_import.id = import_id
                 WHERE finished_at IS NULL AND {unknown}
                 ORDER BY ordered_at, number
                """
                    .replace("{unknown}", jobs.isUnknown("import_id")))
            .list(Waiting.class);
    for (Waiting part : waiting) {
      List<Jobs.Part> ordered = List.of(new Jobs.Part(part.id().toString(), PART));
      jobs.order(connection, JOB, part.importId(), Optional.empty(), ordered, Duration.ZERO);
    }
    Sql.of(
            connection,
            """
            UPDATE ledger_import SET finished_at = :at
             WHERE finished_at IS NULL
               AND NOT EXISTS (SELECT FROM ledger_part WHERE import_id = ledger_import.id)
               AND {unknown}
            """
                .replace("{unknown}", jobs.isUnknown("ledger_import.id")))
        .with("at", clock.instant())
        .update();
  }

  /**
   * Drops what is left of imports that were ordered so long ago: parts that no key opens, or that
   * nobody has tried again.
   */
  void dropOlderThan(Connection connection, Period retention) throws SQLException {
    record Left(UUID importId, OrganCode organCode, long parts) {}
    List<Left> left =
        Sql.of(
                connection,
                """
                SELECT import_id, organ_code, count(*) AS parts
                  FROM ledger_part JOIN ledger_import ON ledger_import.id = import_id
                 WHERE ordered_at < clock_timestamp() - :retention::interval
                 GROUP BY import_id, organ_code
                 LIMIT 100
                """)
            .with("retention", retention.toString())
            .list(Left.class);
    for (Left found : left) {
      jobs.discard(connection, found.importId());
      callOff(connection, found.importId());
      audit.append(
          connection, REGISTER, AuditAction.JOB_CANCELLED, found.importId(), found.organCode(), 1);
      LOG.warnf(
          "%d parts of the ledger import %s were not registered within %s and are dropped",
          found.parts(), found.importId(), retention);
    }
  }

  /** Forgets what was done with each row of imports that were ordered so long ago; some of them. */
  void dropRowsOlderThan(Connection connection, Period retention) throws SQLException {
    List<UUID> old =
        Sql.of(
                connection,
                """
                SELECT id FROM ledger_import
                 WHERE rows_dropped_at IS NULL AND finished_at IS NOT NULL
                   AND ordered_at < clock_timestamp() - :retention::interval
                   AND NOT EXISTS (SELECT FROM ledger_part WHERE import_id = ledger_import.id)
                 ORDER BY ordered_at
                 LIMIT 5
                   FOR NO KEY UPDATE SKIP LOCKED
                """)
            .with("retention", retention.toString())
            .list(UUID.class);
    if (!old.isEmpty()) {
      rows.drop(connection, old);
      Sql.of(connection, "UPDATE ledger_import SET rows_dropped_at = :at WHERE id = ANY (:ids)")
          .with("at", clock.instant())
          .array("ids", "uuid", old)
          .update();
    }
  }

  private void insert(
      Connection connection,
      UUID id,
      OrganCode organ,
      Caller caller,
      Ledger ledger,
      Duplicates duplicates)
      throws SQLException {
    Sql.of(
            connection,
            """
            INSERT INTO ledger_import
                   (id, organ_code, client_id, person, ordered_at, total, headings, ignored_headings,
                    accept_duplicates, skipped)
            VALUES (:id, :organ, :client, :person, :at, :total, :headings, :ignored, :accepted, :skipped)
            """)
        .with("id", id)
        .with("organ", organ)
        .with("client", caller.clientId())
        .with("person", caller.person())
        .with("at", clock.instant())
        .with("total", ledger.rows().size())
        .with("headings", ledger.headings().stored())
        .with("ignored", ledger.ignored().stream().limit(MAX_IGNORED).collect(joining("\n")))
        .with("accepted", duplicates == Duplicates.ACCEPTED)
        .with("skipped", ledger.skippedInAll())
        .update();
  }
}
