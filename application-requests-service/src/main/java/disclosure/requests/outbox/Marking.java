package disclosure.requests.outbox;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One batch at a time that is being marked in another thread. */
final class Marking {

  private final ExecutorService thread;
  private Future<Void> current = java.util.concurrent.CompletableFuture.completedFuture(null);

  Marking(ExecutorService thread) {
    this.thread = thread;
  }

  /** What marks a batch. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  /** Begins; the one before must have been awaited. */
  void start(Work work) {
    Callable<Void> task =
        () -> {
          work.run();
          return null;
        };
    current = thread.submit(task);
  }

  /**
   * Waits until the batch is marked.
   *
   * @throws SQLException when it is not
   */
  void await() throws SQLException {
    try {
      current.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while a batch was being marked", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof SQLException failure) {
        throw failure;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
