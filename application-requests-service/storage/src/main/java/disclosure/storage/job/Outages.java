package disclosure.storage.job;

import disclosure.storage.Cause;
import org.jboss.logging.Logger;

/** Says once that the database can't be used, and once that it can again. */
final class Outages {

  private static final Logger LOG = Logger.getLogger(Outages.class);

  private boolean out;

  /** Tells whether it was said. */
  synchronized boolean met(Throwable failure) {
    boolean first = !out;
    if (first) {
      out = true;
      LOG.warnf(
          "Background work waits, since what it needs can't be used just now: %s",
          Cause.of(failure).text());
    }
    return first;
  }

  /** Tells whether it was said. */
  synchronized boolean over() {
    boolean last = out;
    if (last) {
      out = false;
      LOG.info("The database can be used again: background work goes on");
    }
    return last;
  }
}
