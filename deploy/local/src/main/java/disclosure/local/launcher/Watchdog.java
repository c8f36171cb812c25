package disclosure.local.launcher;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small shell beside the launcher that ends the stack's processes when the launcher is killed. It
 * knows of the launcher's end by the end of the pipe between them.
 */
final class Watchdog implements AutoCloseable {

  private final Process shell;
  private final Writer pipe;

  private Watchdog(Process shell) {
    this.shell = shell;
    this.pipe =
        new BufferedWriter(new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.UTF_8));
  }

  static Watchdog start(Home home) throws IOException {
    Path script = home.path("watchdog.sh");
    try (InputStream source = Watchdog.class.getResourceAsStream("watchdog.sh")) {
      Files.write(script, source.readAllBytes());
    }
    Process shell =
        new ProcessBuilder("sh", script.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Watchdog(shell);
  }

  void watch(long pid) throws IOException {
    tell("pid " + pid);
  }

  void watchPostgres(long pid) throws IOException {
    tell("postgres " + pid);
  }

  private synchronized void tell(String line) throws IOException {
    pipe.write(line);
    pipe.write('\n');
    pipe.flush();
  }

  /** Everything was stopped in order; there is nothing to end any more. */
  @Override
  public void close() {
    try {
      tell("done");
      pipe.close();
      shell.waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
