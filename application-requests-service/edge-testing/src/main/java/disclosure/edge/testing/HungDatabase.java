package disclosure.edge.testing;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The database server of the tests while all its processes are halted: it takes connections, since
 * the system does, and answers nothing. It goes on when this is closed.
 */
public final class HungDatabase implements AutoCloseable {

  private final ProcessHandle postmaster;

  private HungDatabase(ProcessHandle postmaster) {
    this.postmaster = postmaster;
  }

  /** Halts the server. */
  public static HungDatabase halt() {
    HungDatabase database =
        new HungDatabase(
            ProcessHandle.of(Long.parseLong(Setting.of(Setting.POSTMASTER))).orElseThrow());
    // The postmaster first, so that it makes no further processes.
    database.signal("-STOP", Stream.of(database.postmaster));
    database.signal("-STOP", database.postmaster.children());
    return database;
  }

  @Override
  public void close() {
    signal("-CONT", Stream.concat(postmaster.children(), Stream.of(postmaster)));
  }

  private void signal(String signal, Stream<ProcessHandle> processes) {
    List<String> command =
        Stream.concat(
                Stream.of("kill", signal), processes.map(process -> Long.toString(process.pid())))
            .toList();
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
