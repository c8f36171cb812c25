package disclosure.requests.privacy;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.DatabaseOutage;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Forgets who applied, and for what, some time after the conclusion or voiding. Counts, events and
 * repeated posts stay as they are. Nothing is forgotten while a dispute about it is pending.
 */
@ApplicationScoped
public class Anonymize {

  private static final Logger LOG = Logger.getLogger(Anonymize.class);
  private static final int PART = 200;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Caller REGISTER = new Caller("register", new CallerScope(true, Set.of()));

  private static final String FORGET =
      """
      UPDATE application
         SET applicant_name = NULL, applicant_identity_number = NULL, applicant_contact = NULL,
             applicant_fingerprint = NULL, subject = NULL, anonymized_at = ?
       WHERE id IN (
             SELECT id FROM application
              WHERE anonymized_at IS NULL
                AND (concluded_on <= ? OR status = 'VOIDED' AND changed_at < ?)
                AND NOT EXISTS (SELECT 1 FROM dispute
                                 WHERE dispute.application_id = application.id
                                   AND closed_on IS NULL)
              LIMIT ?
                FOR NO KEY UPDATE SKIP LOCKED)
      RETURNING id, organ_code, version
      """;

  private final WriterTransaction transaction;
  private final AuditTrail audit;
  private final RetentionSettings settings;
  private final Clock clock;

  Anonymize(
      WriterTransaction transaction, AuditTrail audit, RetentionSettings settings, Clock clock) {
    this.transaction = transaction;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    Optional<Period> after = settings.after();
    if (after.isEmpty()) {
      return;
    }
    try {
      int forgotten = concludedUpTo(LocalDate.now(clock).minus(after.get()));
      if (forgotten > 0) {
        LOG.infof("%d applications were anonymized", forgotten);
      }
    } catch (DatabaseOutage outage) {
      LOG.debug("Nothing can be anonymized just now", outage);
    }
  }

  /**
   * Anonymizes what was concluded or voided on the day or before.
   *
   * @return how many
   */
  public int concludedUpTo(LocalDate last) {
    int all = 0;
    int part = PART;
    while (part == PART) {
      part = transaction.run(Reach.EVERYTHING, connection -> part(connection, last));
      all += part;
    }
    return all;
  }

  private int part(Connection connection, LocalDate last) throws SQLException {
    int forgotten = 0;
    try (PreparedStatement update = connection.prepareStatement(FORGET)) {
      update.setTimestamp(1, Timestamp.from(clock.instant()));
      update.setObject(2, last);
      update.setTimestamp(3, Timestamp.from(last.plusDays(1).atStartOfDay(ZONE).toInstant()));
      update.setInt(4, PART);
      try (ResultSet row = update.executeQuery()) {
        while (row.next()) {
          forgotten++;
          audit.append(
              connection,
              REGISTER,
              AuditAction.APPLICANT_ANONYMIZED,
              row.getString("id"),
              new OrganCode(row.getString("organ_code")),
              row.getLong("version"));
        }
      }
    }
    return forgotten;
  }
}
