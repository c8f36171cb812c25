package disclosure.requests.ledger;

import disclosure.storage.job.JobSettings;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.JobWorkers;
import disclosure.storage.job.Jobs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import javax.sql.DataSource;

/** What another instance of the service does with ledgers, on the same database. */
final class OtherInstance {

  private OtherInstance() {}

  /** They are to be started, and work beside those of this instance until they are closed. */
  static JobWorkers workers(
      DataSource database, Jobs jobs, JobTransactions transactions, LedgerWorker worker) {
    return new JobWorkers(
        database,
        jobs,
        transactions,
        List.of(worker),
        JobSettings.DEFAULT,
        new SimpleMeterRegistry());
  }
}
