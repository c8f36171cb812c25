package disclosure.statistics.operations;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** Marks of snapshots as they are now: one reading serves all who asked before it began. */
@ApplicationScoped
public class SnapshotMarks {

  private final DataSource database;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "snapshot-marks");
            thread.setDaemon(true);
            return thread;
          });
  private Optional<CompletableFuture<SnapshotMark>> awaited = Optional.empty();

  SnapshotMarks(DataSource database) {
    this.database = database;
  }

  @PreDestroy
  void close() {
    reader.shutdown();
  }

  /** The mark of a snapshot that is taken after this call. */
  public synchronized CompletionStage<SnapshotMark> next() {
    if (awaited.isEmpty()) {
      awaited = Optional.of(new CompletableFuture<>());
      reader.execute(this::read);
    }
    return awaited.get();
  }

  private void read() {
    CompletableFuture<SnapshotMark> asked = begin();
    try (Connection connection = database.getConnection()) {
      asked.complete(SnapshotMark.of(connection));
    } catch (SQLException | RuntimeException | Error failure) {
      asked.completeExceptionally(new IllegalStateException("the counts can't be read", failure));
    }
  }

  private synchronized CompletableFuture<SnapshotMark> begin() {
    CompletableFuture<SnapshotMark> asked = awaited.orElseThrow();
    awaited = Optional.empty();
    return asked;
  }
}
