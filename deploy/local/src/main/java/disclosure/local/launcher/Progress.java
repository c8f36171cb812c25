package disclosure.local.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the keyboard what is going on, with the seconds since the start. */
public final class Progress {

  private final PrintStream out;
  private final long begin = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  /** One line about what is being done. */
  public void say(String what) {
    out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(), what);
  }

  /** Lines as they are, for results. */
  public void print(String lines) {
    out.println(lines);
  }

  double seconds() {
    return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
  }
}
