package disclosure.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A small shell beside this JVM that ends the JVM's children when the JVM is gone, however it went.
 * It knows of that by the end of the pipe between them. There is one for each JVM that has
 * children.
 */
public final class Watchdog {

  private static Watchdog ofThisJvm;

  private final Process shell;
  private final Writer pipe;

  private Watchdog(Process shell) {
    this.shell = shell;
    this.pipe = shell.outputWriter(StandardCharsets.UTF_8);
  }

  /** Has the process ended when it outlives this JVM. */
  @SuppressWarnings("FutureReturnValueIgnored")
  public static void watch(ProcessHandle process) throws IOException {
    Watchdog watchdog = ofThisJvm();
    watchdog.tell("watch " + process.pid());
    // Its number may become another program's.
    process.onExit().thenRun(() -> watchdog.forget(process.pid()));
  }

  /** Has the PostgreSQL on the data directory ended when it outlives this JVM. */
  static void watchPostgres(Path data) throws IOException {
    ofThisJvm().tell("postgres " + data.toAbsolutePath());
  }

  private static synchronized Watchdog ofThisJvm() throws IOException {
    if (ofThisJvm == null || !ofThisJvm.shell.isAlive()) {
      ofThisJvm = start();
    }
    return ofThisJvm;
  }

  private static Watchdog start() throws IOException {
    try (InputStream script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
      return new Watchdog(
          new ProcessBuilder(
                  "sh",
                  "-c",
                  new String(script.readAllBytes(), StandardCharsets.UTF_8),
                  "disclosure-watchdog")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
  }

  private void forget(long pid) {
    try {
      tell("gone " + pid);
    } catch (IOException killed) {
      // Then there is nobody who would end it.
    }
  }

  private synchronized void tell(String line) throws IOException {
    pipe.write(line);
    pipe.write('\n');
    pipe.flush();
  }
}
