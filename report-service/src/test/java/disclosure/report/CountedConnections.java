package disclosure.report;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/** How often requests took a connection to the database; each reads with one of its own. */
@Singleton
public class CountedConnections implements AgroalPoolInterceptor {

  private static final String REQUESTS = "executor-thread";

  private final AtomicInteger taken = new AtomicInteger();

  @Override
  public void onConnectionAcquire(Connection connection) {
    if (Thread.currentThread().getName().startsWith(REQUESTS)) {
      taken.incrementAndGet();
    }
  }

  /** How many since this was read last. */
  public int taken() {
    return taken.getAndSet(0);
  }
}
