package disclosure.requests.store;

import disclosure.requests.store.state.DerivedState;
import disclosure.storage.Sql;
import disclosure.storage.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the applications whose stored due dates may be out of date. */
@ApplicationScoped
public class OutdatedDueDates {

  /**
   * What an older calendar or policy calculated, what settles by today, what was concluded before
   * the time taken was kept, and what a release with other rules of the clock or of fees
   * calculated. What a newer release recorded is left to it, and is in nobody's way.
   */
  private static final String OUTDATED =
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
      UNION ALL
      (SELECT id FROM application
        WHERE recalculate AND {understood} AND {open}
        ORDER BY id
        LIMIT :limit)
      """
          .replace("{understood}", StoredStep.ALL_UNDERSTOOD);

  private static final String LOCK =
      """
      SELECT id, version, due_on, due_provisional, extended, answer_due_on, working_days,
             fees::text AS fees
        FROM application
      """;

  private final String outdated;

  OutdatedDueDates(Jobs jobs) {
    this.outdated = OUTDATED.replace("{open}", jobs.notSetAside("application.id"));
  }

  /**
   * By what is looked for.
   *
   * @param revision of the calendar and the policies
   * @param today the present day
   * @param job that may have set some aside
   */
  public record Search(long revision, LocalDate today, UUID job) {}

  /** A stored due date that may be out of date; its row is locked. */
  public record Outdated(
      UUID id,
      long version,
      Optional<LocalDate> dueOn,
      boolean dueProvisional,
      boolean extended,
      Optional<LocalDate> answerDueOn,
      Optional<Integer> workingDays,
      Optional<String> fees) {

    /** Whether what follows from the steps is what is stored. */
    public boolean says(DerivedState derived) {
      return dueOn.equals(derived.dueOn())
          && dueProvisional == derived.dueProvisional()
          && extended == derived.extended()
          && (fees.isEmpty()
              ? derived.processing().isEmpty()
              : derived.processing().isStoredAs(answerDueOn, workingDays, fees.get()));
    }
  }

  /** Whether there are any. */
  public boolean any(Connection connection, Search search) throws SQLException {
    return Sql.of(connection, outdated).all(search).with("limit", 1).exists();
  }

  /** Some of them, locked, without those that somebody else has just locked. */
  public List<Outdated> lock(Connection connection, Search search, int limit) throws SQLException {
    String some = "WHERE id IN (" + outdated + ") ORDER BY id FOR NO KEY UPDATE SKIP LOCKED";
    return Sql.of(connection, LOCK + some).all(search).with("limit", limit).list(Outdated.class);
  }

  /** That of one application, locked. */
  public List<Outdated> lock(Connection connection, UUID id) throws SQLException {
    return Sql.of(connection, LOCK + "WHERE id = :id FOR NO KEY UPDATE")
        .with("id", id)
        .list(Outdated.class);
  }
}
