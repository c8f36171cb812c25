package disclosure.requests.deadline;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.store.Applications;
import disclosure.requests.store.Journal;
import disclosure.requests.store.Standing;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.StoredStep;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.DatabaseOutage;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reckons due dates again where they may have moved without a step: the calendar or a policy is
 * another, or somebody whom the clock waits for has let his time run out. What moves is audited and
 * published like any change.
 */
@ApplicationScoped
class ReckonDueDates {

  private static final Logger LOG = Logger.getLogger(ReckonDueDates.class);
  private static final int CHUNK = 100;
  private static final Caller REGISTER = new Caller("register", new CallerScope(true, Set.of()));

  /**
   * What an older calendar or policy reckoned, what settles by today, and what was concluded before
   * the time taken was kept. What a newer release recorded is left to it, and is in nobody's way.
   */
  private static final String STALE =
      """
      SELECT id, version, due_on, due_provisional, fees IS NOT NULL AS handled
        FROM application
       WHERE id IN (
             (SELECT id FROM application
               WHERE status NOT IN ('CONCLUDED', 'VOIDED') AND clock_revision < ? AND {understood}
               ORDER BY clock_revision
               LIMIT ?)
             UNION
             (SELECT id FROM application
               WHERE due_settled_on <= ? AND {understood}
               ORDER BY due_settled_on
               LIMIT ?)
             UNION
             (SELECT id FROM application
               WHERE fees IS NULL AND {understood}
               ORDER BY id
               LIMIT ?))
       ORDER BY id
         FOR NO KEY UPDATE SKIP LOCKED
      """
          .replace("{understood}", StoredStep.ALL_UNDERSTOOD);

  private final Applications applications;
  private final DueDates dueDates;
  private final Clocks clocks;
  private final Journal journal;
  private final WriterTransaction transaction;
  private final Clock clock;

  ReckonDueDates(
      Applications applications,
      DueDates dueDates,
      Clocks clocks,
      Journal journal,
      WriterTransaction transaction,
      Clock clock) {
    this.applications = applications;
    this.dueDates = dueDates;
    this.clocks = clocks;
    this.journal = journal;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A stored due date that may be out of date. */
  private record Stale(
      UUID id, long version, Optional<LocalDate> dueOn, boolean provisional, boolean handled) {

    boolean says(Standing standing) {
      return dueOn.equals(standing.dueOn())
          && provisional == standing.dueProvisional()
          && (handled || standing.handled().isEmpty());
    }
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      int reckoned = CHUNK;
      while (reckoned > 0) {
        reckoned =
            transaction.run(Reach.EVERYTHING, connection -> reckon(connection, clock.instant()));
      }
    } catch (DatabaseOutage outage) {
      LOG.debug("Due dates can't be reckoned again just now", outage);
    }
  }

  /** How many were reckoned, moved or not. */
  private int reckon(Connection connection, Instant now) throws SQLException {
    List<Stale> stale = stale(connection, now);
    for (Stale row : stale) {
      StoredApplication stored = applications.find(connection, row.id()).orElseThrow();
      Standing standing = dueDates.standing(stored.application(), now);
      if (row.says(standing)) {
        applications.confirm(connection, row.id(), standing);
      } else {
        move(connection, row, stored, standing, now);
      }
    }
    return stale.size();
  }

  private void move(
      Connection connection, Stale row, StoredApplication stored, Standing standing, Instant now)
      throws SQLException {
    long version = row.version() + 1;
    applications.reckon(connection, row.id(), version, standing, now);
    journal.write(
        connection,
        REGISTER,
        AuditAction.APPLICATION_DUE_DATE_RECKONED,
        row.id(),
        version,
        stored.application().receipt(),
        standing,
        now);
  }

  private List<Stale> stale(Connection connection, Instant now) throws SQLException {
    List<Stale> stale = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(STALE)) {
      select.setLong(1, clocks.now().revision());
      select.setInt(2, CHUNK);
      select.setObject(3, dueDates.today(now));
      select.setInt(4, CHUNK);
      select.setInt(5, CHUNK);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          stale.add(
              new Stale(
                  row.getObject("id", UUID.class),
                  row.getLong("version"),
                  Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                  row.getBoolean("due_provisional"),
                  row.getBoolean("handled")));
        }
      }
    }
    return stale;
  }
}
