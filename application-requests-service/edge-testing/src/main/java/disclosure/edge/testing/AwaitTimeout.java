package disclosure.edge.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * How long a test waits at most for what has to come at some time. Not a bound on speed: tests run
 * beside each other on machines that do other things too, and what never comes is noticed as well.
 */
public final class AwaitTimeout implements QuarkusTestBeforeClassCallback {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Override
  public void beforeClass(Class<?> testClass) {
    Awaitility.setDefaultTimeout(TIMEOUT);
  }
}
