package disclosure.edge.job;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.ParkedPiece;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What of a service's background work was given up, for administrators of everything. */
@ApplicationScoped
@IfBuildProperty(name = JobsResource.SERVED, stringValue = "true")
public class ParkedWork {

  private final Jobs jobs;
  private final JobTransactions transactions;
  private final JobJournal journal;
  private final CurrentCaller caller;

  ParkedWork(Jobs jobs, JobTransactions transactions, JobJournal journal, CurrentCaller caller) {
    this.jobs = jobs;
    this.transactions = transactions;
    this.journal = journal;
    this.caller = caller;
  }

  /** Some of it, by its ids. */
  public List<ParkedPiece> list(long after, int most) {
    caller.requireEverywhere();
    return transactions.run(connection -> jobs.parked().list(connection, after, most));
  }

  /**
   * Has a piece tried again.
   *
   * @param id as it came
   * @throws Refusal 404 when nothing of that id is parked
   */
  public void retry(String id) {
    caller.requireEverywhere();
    if (!isNumber(id)) {
      throw Refusal.notFound();
    }
    long piece = Long.parseLong(id);
    boolean retried =
        transactions.run(
            connection -> {
              boolean parked = jobs.parked().retry(connection, piece);
              if (parked) {
                journal.retried(connection, caller.get(), piece);
              }
              return parked;
            });
    if (!retried) {
      throw Refusal.notFound();
    }
  }

  /** Whether it may be the id of a piece. */
  public static boolean isNumber(String id) {
    return id.matches("\\d{1,18}");
  }
}
