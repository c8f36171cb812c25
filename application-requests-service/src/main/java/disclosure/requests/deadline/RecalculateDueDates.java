package disclosure.requests.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.store.Applications;
import disclosure.requests.store.DerivedState;
import disclosure.requests.store.Journal;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.StoredStep;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Recalculates due dates where they may have moved without a step: the calendar or a policy is
 * another, or somebody whom the clock waits for has let his time run out. What moves is audited and
 * published like any change. An application that can't be read is set aside, and the others go on.
 */
@ApplicationScoped
class RecalculateDueDates implements JobKind {

  private static final String NAME = "due-dates";
  private static final UUID JOB = UUID.nameUUIDFromBytes(NAME.getBytes(UTF_8));
  private static final int CHUNK = 100;
  private static final Caller REGISTER = new Caller("register", new CallerScope(true, Set.of()));

  /**
   * What an older calendar or policy calculated, what settles by today, and what was concluded
   * before the time taken was kept. What a newer release recorded is left to it, and is in nobody's
   * way.
   */
  private static final String STALE =
      """
      (SELECT id FROM application
        WHERE status NOT IN ('CONCLUDED', 'VOIDED') AND clock_revision < :revision AND {understood}
          AND {open}
        ORDER BY clock_revision
        LIMIT :limit)
      UNION ALL
      (SELECT id FROM application
        WHERE due_settled_on <= :today AND {understood} AND {open}
        ORDER BY due_settled_on
        LIMIT :limit)
      UNION ALL
      (SELECT id FROM application
        WHERE fees IS NULL AND {understood} AND {open}
        ORDER BY id
        LIMIT :limit)
      """
          .replace("{understood}", StoredStep.ALL_UNDERSTOOD);

  private static final String LOCK =
      """
      SELECT id, version, due_on, due_provisional, fees IS NOT NULL AS processed
        FROM application
      """;

  private final Applications applications;
  private final DueDates dueDates;
  private final Clocks clocks;
  private final Journal journal;
  private final Clock clock;
  private final String stale;

  RecalculateDueDates(
      Applications applications,
      DueDates dueDates,
      Clocks clocks,
      Journal journal,
      Jobs jobs,
      Clock clock) {
    this.applications = applications;
    this.dueDates = dueDates;
    this.clocks = clocks;
    this.journal = journal;
    this.clock = clock;
    this.stale = STALE.replace("{open}", jobs.notSetAside("application.id"));
  }

  /** A stored due date that may be out of date. */
  private record Stale(
      UUID id, long version, Optional<LocalDate> dueOn, boolean dueProvisional, boolean processed) {

    boolean says(DerivedState derived) {
      return dueOn.equals(derived.dueOn())
          && dueProvisional == derived.dueProvisional()
          && (processed || derived.processing().isEmpty());
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void look(Connection connection, Jobs jobs) throws SQLException {
    if (onStale(Sql.of(connection, stale), 1, clock.instant()).exists()) {
      jobs.order(connection, NAME, JOB, Duration.ZERO);
    }
  }

  @Override
  public Result work(Piece piece) {
    return (connection, rows) ->
        piece.isWalk()
            ? walk(connection, rows)
            : one(connection, rows, UUID.fromString(piece.key()));
  }

  private Progress walk(Connection connection, Rows rows) throws SQLException {
    Instant now = clock.instant();
    String some = "WHERE id IN (" + stale + ") ORDER BY id FOR NO KEY UPDATE SKIP LOCKED";
    List<Stale> part = onStale(Sql.of(connection, LOCK + some), CHUNK, now).list(Stale.class);
    int done = recalculate(connection, rows, part, now);
    return part.isEmpty() ? Progress.finished(0) : Progress.more(done);
  }

  private Progress one(Connection connection, Rows rows, UUID id) throws SQLException {
    List<Stale> row =
        Sql.of(connection, LOCK + "WHERE id = :id FOR NO KEY UPDATE")
            .with("id", id)
            .list(Stale.class);
    return Progress.finished(recalculate(connection, rows, row, clock.instant()));
  }

  private Sql onStale(Sql statement, int limit, Instant now) {
    return statement
        .with("revision", clocks.now().revision())
        .with("today", dueDates.today(now))
        .with("limit", limit)
        .with("job", JOB);
  }

  private int recalculate(Connection connection, Rows rows, List<Stale> part, Instant now)
      throws SQLException {
    return rows.each(
        connection, part, row -> row.id().toString(), row -> recalculate(connection, row, now));
  }

  private void recalculate(Connection connection, Stale row, Instant now) throws SQLException {
    StoredApplication stored = applications.find(connection, row.id()).orElseThrow();
    DerivedState derived = dueDates.derive(stored.application(), now);
    if (row.says(derived)) {
      applications.confirm(connection, row.id(), derived);
    } else {
      move(connection, row, stored, derived, now);
    }
  }

  private void move(
      Connection connection, Stale row, StoredApplication stored, DerivedState derived, Instant now)
      throws SQLException {
    long version = row.version() + 1;
    applications.recalculate(connection, row.id(), version, derived, now);
    journal.write(
        connection,
        REGISTER,
        AuditAction.APPLICATION_DUE_DATE_RECKONED,
        row.id(),
        version,
        stored.application().receipt(),
        derived,
        now);
  }
}
