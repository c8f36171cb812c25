package disclosure.edge.testing;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The database server of the tests while all its processes are halted: it takes connections, since
 * the system does, and answers nothing.
 */
public final class HungDatabase {

  private final ProcessHandle postmaster;

  private HungDatabase(ProcessHandle postmaster) {
    this.postmaster = postmaster;
  }

  /** Halts the server, does what is given, and lets the server go on. */
  public static void during(Runnable questions) {
    HungDatabase database =
        new HungDatabase(
            ProcessHandle.of(Long.parseLong(Setting.of(Setting.POSTMASTER))).orElseThrow());
    try {
      // The postmaster first, so that it makes no further processes.
      database.signal("-STOP", Stream.of(database.postmaster));
      database.signal("-STOP", database.postmaster.children());
      questions.run();
    } finally {
      database.signal(
          "-CONT", Stream.concat(database.postmaster.children(), Stream.of(database.postmaster)));
    }
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
