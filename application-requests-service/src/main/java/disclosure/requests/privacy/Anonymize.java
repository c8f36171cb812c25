package disclosure.requests.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.dispute.PendingDisputes;
import disclosure.requests.privacy.StoredApplicants.Forgettable;
import disclosure.requests.privacy.StoredApplicants.Forgetting;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Progress;
import disclosure.storage.job.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Forgets who applied, and for what, some time after the conclusion or voiding. Counts and events
 * stay as they are; a repeated post is compared with what is left. Nothing is forgotten while a
 * dispute about it is pending.
 */
@ApplicationScoped
public class Anonymize implements JobKind {

  private static final String NAME = "anonymization";
  private static final UUID JOB = UUID.nameUUIDFromBytes(NAME.getBytes(UTF_8));
  private static final int PART = 200;
  private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
  private static final Duration NEXT_LOOK = Duration.ofHours(1);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Caller REGISTER = new Caller("register", new CallerScope(true, Set.of()));

  private final WriterTransaction transaction;
  private final AuditTrail audit;
  private final RetentionSettings settings;
  private final StoredApplicants applicants;
  private final Clock clock;
  private volatile Instant nextLook;

  Anonymize(
      WriterTransaction transaction,
      AuditTrail audit,
      RetentionSettings settings,
      StoredApplicants applicants,
      Clock clock) {
    this.transaction = transaction;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
    this.applicants = applicants;
    this.nextLook = clock.instant().plus(FIRST_LOOK);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int workers() {
    return settings.after().isPresent() ? 1 : 0;
  }

  @Override
  public void look(Connection connection, Jobs jobs) throws SQLException {
    Instant now = clock.instant();
    if (!now.isBefore(nextLook)) {
      jobs.order(connection, NAME, JOB, Duration.ZERO);
      nextLook = now.plus(NEXT_LOOK);
    }
  }

  @Override
  public Result work(Piece piece) {
    LocalDate last = LocalDate.now(clock).minus(settings.after().orElse(Period.ZERO));
    return (connection, rows) ->
        piece.isWalk()
            ? walk(connection, rows, last)
            : one(connection, rows, last, UUID.fromString(piece.key()));
  }

  /**
   * Anonymizes what was concluded or voided on the day or before.
   *
   * @return how many
   */
  public int concludedUpTo(LocalDate last) {
    int all = 0;
    long part = PART;
    while (part > 0) {
      part =
          transaction.run(
              Reach.EVERYTHING, connection -> walk(connection, Rows.quick(), last).done());
      all += (int) part;
    }
    return all;
  }

  private Progress walk(Connection connection, Rows rows, LocalDate last) throws SQLException {
    List<Forgettable> part = applicants.forgettable(connection, upTo(last), JOB, PART);
    int done = forget(connection, rows, part);
    return part.isEmpty() ? Progress.finished(0) : Progress.more(done);
  }

  private Progress one(Connection connection, Rows rows, LocalDate last, UUID id)
      throws SQLException {
    List<Forgettable> row = applicants.forgettable(connection, upTo(last), id);
    return Progress.finished(forget(connection, rows, row));
  }

  private static Forgetting upTo(LocalDate last) {
    return new Forgetting(
        last,
        last.plusDays(1).atStartOfDay(ZONE).toInstant(),
        PendingDisputes.noneAbout("application.id"));
  }

  private int forget(Connection connection, Rows rows, List<Forgettable> part) throws SQLException {
    return rows.each(connection, part, row -> row.id().toString(), row -> forget(connection, row));
  }

  private void forget(Connection connection, Forgettable row) throws SQLException {
    if (applicants.forget(connection, row.id(), clock.instant())) {
      audit.append(
          connection,
          REGISTER,
          AuditAction.APPLICANT_ANONYMIZED,
          row.id(),
          row.organCode(),
          row.version());
    }
  }
}
