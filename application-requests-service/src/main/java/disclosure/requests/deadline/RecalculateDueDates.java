package disclosure.requests.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.requests.audit.Actor;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.store.Applications;
import disclosure.requests.store.Journal;
import disclosure.requests.store.OutdatedDueDates;
import disclosure.requests.store.OutdatedDueDates.Outdated;
import disclosure.requests.store.OutdatedDueDates.Search;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.state.DerivedState;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Postponed;
import disclosure.storage.job.Progress;
import disclosure.storage.job.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Recalculates due dates where they may have moved without a step: the calendar or a policy is
 * another, or somebody whom the clock waits for has let his time run out. What moves is audited and
 * published like any change. An application that can't be read is set aside, and the others go on.
 */
@ApplicationScoped
class RecalculateDueDates implements JobKind {

  private static final String NAME = "due-dates";
  static final UUID JOB = UUID.nameUUIDFromBytes(NAME.getBytes(UTF_8));
  private static final int CHUNK = 100;
  private static final Duration FOR_OTHERS = Duration.ofSeconds(1);
  private static final Actor REGISTER = new Actor("register", Optional.empty(), Optional.empty());

  private final Applications applications;
  private final DueDates dueDates;
  private final Clocks clocks;
  private final Journal journal;
  private final Clock clock;
  private final OutdatedDueDates outdated;

  RecalculateDueDates(
      Applications applications,
      DueDates dueDates,
      Clocks clocks,
      Journal journal,
      OutdatedDueDates outdated,
      Clock clock) {
    this.applications = applications;
    this.dueDates = dueDates;
    this.clocks = clocks;
    this.journal = journal;
    this.clock = clock;
    this.outdated = outdated;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void look(Connection connection, Jobs jobs) throws SQLException {
    if (outdated.any(connection, search(clock.instant()))) {
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
    List<Outdated> part = outdated.lock(connection, search(now), CHUNK);
    if (part.isEmpty() && isLeftToOthers(connection, now)) {
      throw new Postponed(FOR_OTHERS);
    }
    int done = recalculate(connection, rows, part, now);
    return part.isEmpty() ? Progress.finished(0) : Progress.more(done);
  }

  /** What this instance's older settings calculated is for those whose settings hold. */
  private boolean isLeftToOthers(Connection connection, Instant now) throws SQLException {
    OptionalLong revision = clocks.overruledBy();
    return revision.isPresent()
        && outdated.any(connection, new Search(revision.getAsLong(), dueDates.today(now), JOB));
  }

  private Progress one(Connection connection, Rows rows, UUID id) throws SQLException {
    List<Outdated> row = outdated.lock(connection, id);
    return Progress.finished(recalculate(connection, rows, row, clock.instant()));
  }

  private Search search(Instant now) {
    return new Search(clocks.now().revision(), dueDates.today(now), JOB);
  }

  private int recalculate(Connection connection, Rows rows, List<Outdated> part, Instant now)
      throws SQLException {
    return rows.each(
        connection, part, row -> row.id().toString(), row -> recalculate(connection, row, now));
  }

  private void recalculate(Connection connection, Outdated row, Instant now) throws SQLException {
    StoredApplication stored = applications.find(connection, row.id()).orElseThrow();
    DerivedState derived = dueDates.derive(stored.application(), now);
    if (row.says(derived)) {
      applications.confirm(connection, row.id(), derived);
    } else {
      move(connection, row, stored, derived, now);
    }
  }

  private void move(
      Connection connection,
      Outdated row,
      StoredApplication stored,
      DerivedState derived,
      Instant now)
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
