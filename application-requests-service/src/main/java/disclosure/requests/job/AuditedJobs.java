package disclosure.requests.job;

import disclosure.edge.Caller;
import disclosure.edge.job.JobJournal;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What is done with the register's background work stands in its trail. */
@ApplicationScoped
class AuditedJobs implements JobJournal {

  private final AuditTrail audit;

  AuditedJobs(AuditTrail audit) {
    this.audit = audit;
  }

  @Override
  public void cancelled(Connection connection, Caller caller, UUID job) throws SQLException {
    append(connection, caller, AuditAction.JOB_CANCELLED, job.toString());
  }

  @Override
  public void retried(Connection connection, Caller caller, long piece) throws SQLException {
    append(connection, caller, AuditAction.JOB_RETRIED, Long.toString(piece));
  }

  private void append(Connection connection, Caller caller, AuditAction action, String subject)
      throws SQLException {
    audit.append(connection, caller, action, subject, Optional.empty(), 1);
  }
}
