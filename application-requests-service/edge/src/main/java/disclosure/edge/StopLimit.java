package disclosure.edge;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Ends the process when what it waits for while stopping doesn't come: a broker, a database or an
 * issuer that is away. Whatever is cut off then was promised to nobody: claims and leases run out,
 * and what was acknowledged is stored.
 */
@ApplicationScoped
@Unremovable
class StopLimit {

  private static final Logger LOG = Logger.getLogger(StopLimit.class);
  private static final Duration LIMIT = Duration.ofSeconds(9);
  private static final int BEFORE_ALL_OTHERS = 1;

  /** What a shell calls the end by SIGTERM. */
  private static final int TERMINATED = 143;

  void stop(@Observes @Priority(BEFORE_ALL_OTHERS) ShutdownEvent ending) {
    // In tests and in development, the process goes on after the application.
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      after(LIMIT, () -> Runtime.getRuntime().halt(TERMINATED));
    }
  }

  /** Does what is given after the limit, unless the process has ended by itself. */
  static Thread after(Duration limit, Runnable halt) {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(limit.toMillis());
              } catch (InterruptedException ended) {
                return;
              }
              LOG.warnf(
                  "What has not ended within %d seconds is cut off; it is done again later",
                  limit.toSeconds());
              halt.run();
            },
            "stop-limit");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
