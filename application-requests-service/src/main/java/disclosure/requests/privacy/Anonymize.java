package disclosure.requests.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.Sql;
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
 * Forgets who applied, and for what, some time after the conclusion or voiding. Counts, events and
 * repeated posts stay as they are. Nothing is forgotten while a dispute about it is pending.
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

  private static final String RIPE =
      """
      SELECT id, organ_code, version FROM application
       WHERE anonymized_at IS NULL
         AND (concluded_on <= :last OR status = 'VOIDED' AND changed_at < :end)
         AND NOT EXISTS (SELECT 1 FROM dispute
                          WHERE dispute.application_id = application.id AND closed_on IS NULL)
         AND {open}
       LIMIT :limit
         FOR NO KEY UPDATE SKIP LOCKED
      """;

  private static final String FORGET =
      """
      UPDATE application
         SET applicant_name = NULL, applicant_identity_number = NULL, applicant_contact = NULL,
             applicant_fingerprint = NULL, subject = NULL, anonymized_at = :at
       WHERE id = :id AND anonymized_at IS NULL
      """;

  private final WriterTransaction transaction;
  private final AuditTrail audit;
  private final RetentionSettings settings;
  private final Clock clock;
  private final String ripe;
  private volatile Instant nextLook;

  Anonymize(
      WriterTransaction transaction,
      AuditTrail audit,
      RetentionSettings settings,
      Jobs jobs,
      Clock clock) {
    this.transaction = transaction;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
    this.ripe = RIPE.replace("{open}", jobs.notSetAside("application.id"));
    this.nextLook = clock.instant().plus(FIRST_LOOK);
  }

  /** An application whose applicant is to be forgotten. */
  private record Ripe(UUID id, OrganCode organCode, long version) {}

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
    List<Ripe> part = ripe(Sql.of(connection, ripe).with("job", JOB), last);
    int done = forget(connection, rows, part);
    return part.isEmpty() ? Progress.finished(0) : Progress.more(done);
  }

  private Progress one(Connection connection, Rows rows, LocalDate last, UUID id)
      throws SQLException {
    String only = RIPE.replace("{open}", "application.id = :id");
    List<Ripe> row = ripe(Sql.of(connection, only).with("id", id), last);
    return Progress.finished(forget(connection, rows, row));
  }

  private static List<Ripe> ripe(Sql statement, LocalDate last) throws SQLException {
    return statement
        .with("last", last)
        .with("end", last.plusDays(1).atStartOfDay(ZONE).toInstant())
        .with("limit", PART)
        .list(Ripe.class);
  }

  private int forget(Connection connection, Rows rows, List<Ripe> part) throws SQLException {
    return rows.each(connection, part, row -> row.id().toString(), row -> forget(connection, row));
  }

  private void forget(Connection connection, Ripe row) throws SQLException {
    int forgotten =
        Sql.of(connection, FORGET).with("at", clock.instant()).with("id", row.id()).update();
    if (forgotten > 0) {
      audit.append(
          connection,
          REGISTER,
          AuditAction.APPLICANT_ANONYMIZED,
          row.id().toString(),
          row.organCode(),
          row.version());
    }
  }
}
