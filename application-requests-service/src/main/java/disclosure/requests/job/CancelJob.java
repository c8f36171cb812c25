package disclosure.requests.job;

import disclosure.edge.Caller;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.JobProgress;
import disclosure.storage.job.Jobs;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls jobs off. Whichever instance works on one ends with the part at hand, if that is just being
 * stored, and else without it; what was done until then stays.
 */
@ApplicationScoped
class CancelJob {

  private final Jobs jobs;
  private final List<JobKind> kinds;
  private final WriterTransaction transaction;
  private final AuditTrail audit;

  CancelJob(Jobs jobs, @All List<JobKind> kinds, WriterTransaction transaction, AuditTrail audit) {
    this.jobs = jobs;
    this.kinds = kinds;
    this.transaction = transaction;
    this.audit = audit;
  }

  /** Whether it is called off now, or was before; false when there is no such job to be done. */
  boolean cancel(UUID job, Caller caller) {
    return transaction.run(
        Reach.EVERYTHING,
        connection ->
            jobs.cancel(connection, job)
                ? cancelled(connection, job, caller)
                : jobs.progress(connection, job).flatMap(JobProgress::cancelledAt).isPresent());
  }

  private boolean cancelled(Connection connection, UUID job, Caller caller) throws SQLException {
    String name = jobs.progress(connection, job).map(JobProgress::kind).orElseThrow();
    for (JobKind kind : kinds) {
      if (kind.name().equals(name)) {
        kind.cancelled(connection, job);
      }
    }
    audit.append(
        connection, caller, AuditAction.JOB_CANCELLED, job.toString(), Optional.empty(), 1);
    return true;
  }
}
