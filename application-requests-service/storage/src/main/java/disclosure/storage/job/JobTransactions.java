package disclosure.storage.job;

import disclosure.storage.Transactions;

/** The transactions in which a service looks for work and stores what comes of it. */
public interface JobTransactions {

  /** Does the work and commits, or rolls everything back, as {@link Transactions#run} does. */
  <T> T run(Transactions.Work<T> work);
}
