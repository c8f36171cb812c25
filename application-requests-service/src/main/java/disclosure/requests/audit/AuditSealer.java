package disclosure.requests.audit;

import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RowSecurity;
import disclosure.storage.FailureLog;
import disclosure.storage.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Seals the entries of the audit trail some seconds after they were appended, so that those who
 * append never wait for each other. One process at a time does it.
 */
@ApplicationScoped
class AuditSealer {

  private static final Logger LOG = Logger.getLogger(AuditSealer.class);

  /** Any number; it only has to be this lock's own. */
  private static final long SEALING = 3_0492;

  private static final int MAX_ENTRIES = 10_000;

  /**
   * Entries that no block holds. An entry of a long transaction becomes visible after younger ones
   * were sealed; it is looked for among the last hundred thousand ids.
   */
  static final String UNSEALED =
      """
      WITH newest AS (
        SELECT coalesce(max(upper(entry_ids)), 0) - 100000 AS low FROM requests.audit_block
      ), gap AS (
        SELECT unnest(int8multirange(int8range(low, NULL, '()'))
                      - coalesce(range_agg(entry_ids), '{}'))
               AS ids
          FROM newest LEFT JOIN requests.audit_block ON upper(entry_ids) > low
         GROUP BY low
      )
      SELECT\s\
      """
          + AuditEntry.COLUMNS
          + """
            , pg_current_snapshot()::text AS snapshot
            FROM gap
           CROSS JOIN LATERAL (
             SELECT * FROM requests.audit_entry
              WHERE id >= lower(gap.ids) AND id < coalesce(upper(gap.ids), 9223372036854775807)
              ORDER BY id
              LIMIT :most) entry
           ORDER BY id
           LIMIT :most
          """;

  private final DataSource database;
  private final Clock clock;
  private final FailureLog failures;

  AuditSealer(DataSource database, Clock clock, MeterRegistry meters) {
    this.database = database;
    this.clock = clock;
    this.failures = new FailureLog(LOG, meters, "audit-seal", "The audit trail can't be sealed");
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      boolean more = true;
      while (more) {
        more = seal();
      }
      failures.succeeded();
    } catch (SQLException | RuntimeException failure) {
      failures.failed(failure);
    }
  }

  /** Seals some entries, and tells whether there may be more. */
  boolean seal() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean more = seal(connection);
        connection.commit();
        return more;
      } catch (SQLException | RuntimeException failure) {
        connection.rollback();
        throw failure;
      }
    }
  }

  private boolean seal(Connection connection) throws SQLException {
    RowSecurity.restrict(connection, Reach.EVERYTHING);
    if (!isAlone(connection)) {
      return false;
    }
    record Seen(AuditEntry entry, String snapshot) {}
    List<Seen> seen =
        Sql.of(connection, UNSEALED)
            .with("most", MAX_ENTRIES)
            .rows(row -> new Seen(AuditEntry.read(row), row.getString("snapshot")));
    List<AuditEntry> entries = seen.stream().map(Seen::entry).toList();
    if (!entries.isEmpty()) {
      AuditBlock.of(
              AuditBlock.last(connection),
              ids(connection, entries),
              entries,
              Snapshot.of(seen.get(0).snapshot()).before(own(connection)),
              clock.instant().truncatedTo(ChronoUnit.MICROS))
          .insert(connection);
    }
    return entries.size() == MAX_ENTRIES;
  }

  /** The transaction's own number, which it gets only now, after all that were open before. */
  private static long own(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT pg_current_xact_id()::text::bigint AS own").one(Long.class);
  }

  private static boolean isAlone(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT pg_try_advisory_xact_lock(:sealing) AS alone")
        .with("sealing", SEALING)
        .one(Boolean.class);
  }

  private static String ids(Connection connection, List<AuditEntry> entries) throws SQLException {
    return Sql.of(
            connection,
            "SELECT range_agg(int8range(id, id, '[]'))::text AS ids FROM unnest(:ids) id")
        .array("ids", "bigint", entries.stream().map(AuditEntry::id).toList())
        .one(String.class);
  }
}
