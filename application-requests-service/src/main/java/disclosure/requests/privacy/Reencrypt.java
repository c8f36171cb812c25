package disclosure.requests.privacy;

import disclosure.edge.Caller;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.handling.StoredHandling;
import disclosure.requests.lookup.StoredSearchKeys;
import disclosure.requests.personaldata.Cell;
import disclosure.requests.personaldata.KeyRingPace;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.SealedValues;
import disclosure.requests.privacy.ReceiptsBefore.Before;
import disclosure.requests.privacy.StoredApplicants.Sealed;
import disclosure.requests.store.UuidV7;
import disclosure.requests.store.submission.RecordedSubmissions;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.Sql;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Postponed;
import disclosure.storage.job.Progress;
import disclosure.storage.job.Rows;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Encrypts personal data anew under the primary key, part by part in the background, each part in
 * one transaction with the note how far it got. What is logged meanwhile is under the primary key
 * already, where an instance has taken it over: so all is gone through again, from when every
 * instance has, until nothing under another key is found and no instance had another one meanwhile.
 * What no key opens is set aside, and holds up nothing else.
 */
@ApplicationScoped
class Reencrypt implements JobKind {

  private static final String NAME = "reencryption";
  private static final int PART = 200;

  /**
   * In the key of a row that was set aside, what stands before the id when it is no application.
   */
  private static final String BESIDE = "beside/";

  private static final String FIND =
      """
      SELECT id, ordered_at, greatest(estimate, looked_at) AS total, looked_at, encrypted,
             CASE WHEN {cancelled} IS NULL AND overtaken_at IS NULL THEN finished_at END
               AS finished_at,
             {parked} AS parked,
             CASE WHEN finished_at IS NULL THEN {behind} ELSE 0 END AS instances_behind,
             CASE WHEN overtaken_at IS NULL THEN {cancelled} END AS cancelled_at, overtaken_at
        FROM reencryption,
             LATERAL (SELECT greatest(reltuples, 0)::bigint AS estimate FROM pg_class
                       WHERE oid = 'requests.application'::regclass) applications
       WHERE id = :id
      """;

  private final Jobs jobs;
  private final PersonalDataCipher cipher;
  private final WriterTransaction transaction;
  private final RegisterReader register;
  private final AuditTrail audit;
  private final StoredApplicants applicants;
  private final ReceiptsBefore receipts;
  private final StoredSearchKeys keys;
  private final List<SealedValues> beside;
  private final KeyRingReports reports;
  private final KeyRingPace pace;
  private final String isOvertaken;
  private final Clock clock;

  Reencrypt(
      Jobs jobs,
      PersonalDataCipher cipher,
      WriterTransaction transaction,
      RegisterReader register,
      AuditTrail audit,
      StoredApplicants applicants,
      ReceiptsBefore receipts,
      StoredSearchKeys keys,
      @All List<SealedValues> beside,
      KeyRingReports reports,
      KeyRingPace pace,
      Clock clock) {
    this.jobs = jobs;
    this.cipher = cipher;
    this.transaction = transaction;
    this.register = register;
    this.audit = audit;
    this.applicants = applicants;
    this.receipts = receipts;
    this.keys = keys;
    this.beside = beside;
    this.reports = reports;
    this.pace = pace;
    this.isOvertaken = reports.overtaken("reencryption.primary_key", "reencryption.ordered_at");
    this.clock = clock;
  }

  /** Takes the order; it is carried out some seconds later. */
  Reencryption order(Caller caller) throws SQLException {
    UUID id = UuidV7.at(clock.instant());
    transaction.run(
        Reach.EVERYTHING,
        connection -> {
          Sql.of(
                  connection,
                  """
                  INSERT INTO reencryption (id, ordered_at, client_id, primary_key)
                  VALUES (:id, :at, :client, :key)
                  """)
              .with("id", id)
              .with("at", clock.instant())
              .with("client", caller.clientId())
              .with("key", cipher.primaryKey())
              .update();
          // Most instances have taken over a changed key ring by then; those that haven't, tell.
          jobs.order(connection, NAME, id, pace.grace());
          audit.append(
              connection,
              caller,
              AuditAction.REENCRYPTION_ORDERED,
              id.toString(),
              Optional.empty(),
              1);
          return id;
        });
    return find(id).orElseThrow();
  }

  Optional<Reencryption> find(UUID id) throws SQLException {
    String find =
        FIND.replace("{parked}", jobs.parkedOf("reencryption.id"))
            .replace("{behind}", KeyRingReports.behind("reencryption.primary_key"))
            .replace("{cancelled}", jobs.cancelledAtOf("reencryption.id"));
    return register.directory(
        connection -> Sql.of(connection, find).with("id", id).first(Reencryption.class));
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Orders that a release took which knew no jobs; and those that are overtaken end, also where
   * nothing of them is left but what nobody works on, as it is parked.
   */
  @Override
  public void look(Connection connection, Jobs known) throws SQLException {
    reports.tell(connection);
    List<UUID> orders =
        Sql.of(
                connection,
                "SELECT id FROM reencryption WHERE finished_at IS NULL AND "
                    + jobs.isUnknown("reencryption.id"))
            .list(UUID.class);
    for (UUID order : orders) {
      known.order(connection, NAME, order, pace.grace());
    }
    List<UUID> overtaken =
        Sql.of(
                connection,
                "SELECT id FROM reencryption WHERE finished_at IS NULL AND "
                    + isOvertaken
                    + " ORDER BY id")
            .list(UUID.class);
    for (UUID order : overtaken) {
      if (known.lock(connection, order)) {
        overtaken(connection, order);
      }
    }
  }

  @Override
  public Result work(Piece piece) throws SQLException {
    UUID order = piece.jobId();
    if (!register.directory(connection -> isTime(connection, piece))) {
      throw new Postponed(pace.pause());
    }
    return (connection, rows) ->
        piece.isWalk() ? walk(connection, rows, order) : one(connection, rows, order, piece.key());
  }

  /**
   * While anything can't be encrypted anew, an older key may still be needed; and all is gone
   * through again when an instance had one since the last pass began.
   */
  @Override
  public void finished(Connection connection, UUID job) throws SQLException {
    Optional<Reached> reached = reached(connection, job, "FOR NO KEY UPDATE");
    if (reached.isEmpty()) {
      return;
    }
    int key = reached.get().primaryKey();
    boolean isAgain =
        reports.isAnyBehind(connection, key)
            || reports.wasAnyBehind(connection, key, reached.get().began());
    int ended =
        Sql.of(
                connection,
                "UPDATE reencryption SET "
                    + (isAgain ? NEXT_PASS : "finished_at = :at")
                    + " WHERE id = :id AND "
                    + jobs.nothingLeftOf("reencryption.id"))
            .with("at", clock.instant())
            .with("id", job)
            .update();
    if (isAgain && ended == 1) {
      jobs.order(connection, NAME, job, pace.pause());
    }
  }

  /** An instance of a release without jobs leaves alone what is finished. */
  @Override
  public void cancelled(Connection connection, UUID job) throws SQLException {
    Sql.of(
            connection,
            "UPDATE reencryption SET finished_at = :at WHERE id = :id AND finished_at IS NULL")
        .with("at", clock.instant())
        .with("id", job)
        .update();
  }

  /**
   * How far an order got.
   *
   * @param primaryKey the key to encrypt under
   * @param pass how often all was gone through, this time included
   * @param found how many were under another key in this pass
   * @param lastId the application that was looked at last in it
   * @param began when it began
   */
  private record Reached(
      int primaryKey, int pass, long found, Optional<UUID> lastId, Instant began) {}

  private static final String REACHED =
      """
      SELECT coalesce(primary_key, :own) AS primary_key, pass, found, last_id,
             coalesce(pass_began_at, now()) AS began
        FROM reencryption WHERE id = :id AND finished_at IS NULL
      """;

  private static final String NEXT_PASS =
      "last_id = NULL, pass = pass + 1, found = 0, pass_began_at = NULL";

  private Optional<Reached> reached(Connection connection, UUID order, String locking)
      throws SQLException {
    return Sql.of(connection, REACHED + locking)
        .with("own", cipher.primaryKey())
        .with("id", order)
        .first(Reached.class);
  }

  /**
   * An instance that has another primary leaves it to the others, and would undo what they do; and
   * all is gone through again only from when every instance has this one.
   */
  private boolean isTime(Connection connection, Piece piece) throws SQLException {
    Optional<Reached> reached = reached(connection, piece.jobId(), "");
    if (reached.isEmpty()) {
      return true;
    }
    int key = reached.get().primaryKey();
    boolean begins = piece.isWalk() && reached.get().pass() > 1 && reached.get().lastId().isEmpty();
    return key == cipher.primaryKey() && !(begins && reports.isAnyBehind(connection, key));
  }

  /** It ends, with what it had set aside; an instance of a release before leaves it alone. */
  private void overtaken(Connection connection, UUID order) throws SQLException {
    int ended =
        Sql.of(
                connection,
                "UPDATE reencryption SET overtaken_at = :at, finished_at = :at"
                    + " WHERE id = :id AND finished_at IS NULL AND "
                    + isOvertaken)
            .with("at", clock.instant())
            .with("id", order)
            .update();
    if (ended == 1) {
      jobs.discard(connection, order);
    }
  }

  private Progress walk(Connection connection, Rows rows, UUID order) throws SQLException {
    reports.tell(connection);
    Optional<Reached> reached = reached(connection, order, "FOR NO KEY UPDATE");
    if (reached.isEmpty()) {
      return Progress.finished(0);
    }
    int key = reached.get().primaryKey();
    if (key != cipher.primaryKey()) {
      return Progress.more(0);
    }
    List<Sealed> part = applicants.sealedAfter(connection, reached.get().lastId(), PART);
    if (part.isEmpty()) {
      long found = reached.get().found() + encryptBeside(connection, rows);
      if (reached.get().pass() > 1 && found == 0) {
        return Progress.finished(0);
      }
      Sql.of(connection, "UPDATE reencryption SET " + NEXT_PASS + " WHERE id = :id")
          .with("id", order)
          .update();
      return Progress.more(0);
    }
    encrypt(connection, rows, order, part);
    Sql.of(
            connection,
            """
            UPDATE reencryption
               SET last_id = :last, pass_began_at = coalesce(pass_began_at, now()),
                   looked_at = looked_at + CASE WHEN pass = 1 THEN :part ELSE 0 END
             WHERE id = :id
            """)
        .with("last", part.get(part.size() - 1).id())
        .with("part", part.size())
        .with("id", order)
        .update();
    return Progress.more(part.size());
  }

  private Progress one(Connection connection, Rows rows, UUID order, String key)
      throws SQLException {
    if (key.startsWith(BESIDE)) {
      encryptBeside(connection, rows);
    } else {
      encrypt(connection, rows, order, applicants.sealed(connection, UUID.fromString(key)));
    }
    return Progress.finished(0);
  }

  private int encryptBeside(Connection connection, Rows rows) throws SQLException {
    int done = 0;
    for (SealedValues values : beside) {
      done +=
          rows.each(
              connection,
              values.outdated(connection),
              row -> BESIDE + row,
              row -> values.encryptAnew(connection, row));
    }
    return done;
  }

  private void encrypt(Connection connection, Rows rows, UUID order, List<Sealed> part)
      throws SQLException {
    Map<UUID, List<Before>> outdated =
        receipts.of(connection, part.stream().map(Sealed::id).toList()).stream()
            .filter(before -> !before.applicant().isCurrent(cipher))
            .collect(Collectors.groupingBy(Before::applicationId));
    List<Sealed> older =
        part.stream().filter(row -> !isCurrent(row) || outdated.containsKey(row.id())).toList();
    int encrypted =
        rows.each(
            connection,
            older,
            row -> row.id().toString(),
            row -> {
              encrypt(connection, row);
              for (Before before : outdated.getOrDefault(row.id(), List.of())) {
                receipts.encryptAnew(connection, before, cipher);
              }
            });
    Sql.of(
            connection,
            """
            UPDATE reencryption SET encrypted = encrypted + :more, found = found + :more
             WHERE id = :id
            """)
        .with("more", encrypted)
        .with("id", order)
        .update();
  }

  private boolean isCurrent(Sealed sealed) {
    return sealed.applicant().isCurrent(cipher)
        && sealed.note().stream().allMatch(cipher::isCurrent)
        && (sealed.digest().length == 0 || cipher.isCurrent(sealed.digest()));
  }

  private void encrypt(Connection connection, Sealed sealed) throws SQLException {
    Cell cell = RecordedSubmissions.cell(sealed.id());
    Cell beside = StoredHandling.cell(sealed.id());
    applicants.replace(
        connection,
        new Sealed(
            sealed.id(),
            sealed.applicant().anew(sealed.id(), cipher),
            sealed.note().map(note -> cipher.encrypt(cipher.decrypt(note, beside), beside)),
            sealed.digest().length == 0
                ? sealed.digest()
                : cipher.encrypt(cipher.decrypt(sealed.digest(), cell), cell)));
    keys.renew(connection, sealed.id());
  }
}
