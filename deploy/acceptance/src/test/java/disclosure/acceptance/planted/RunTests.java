package disclosure.acceptance.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs classes of tests without Maven, for {@link PlantedBugs}, which compiles this against what
 * the tests themselves are run with.
 */
final class RunTests {

  private RunTests() {}

  /**
   * Writes a line for each test that ended: {@code red} or {@code green}, its class, its method,
   * with tabs between; and for each class that failed as a whole.
   *
   * @param arguments the file that is written, then the classes
   */
  public static void main(String[] arguments) throws IOException {
    Set<String> done = Collections.synchronizedSet(new TreeSet<>());
    try (LauncherSession session = LauncherFactory.openSession()) {
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(
                      List.of(arguments).subList(1, arguments.length).stream()
                          .map(DiscoverySelectors::selectClass)
                          .toList())
                  .filters(TagFilter.excludeTags("soak"))
                  .build(),
              new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                  boolean red = result.getStatus() == TestExecutionResult.Status.FAILED;
                  if (red || test.isTest()) {
                    done.add(line(red, test.getSource()));
                  }
                }
              });
    }
    Files.write(Path.of(arguments[0]), done);
    // What a test left running doesn't keep the next bug waiting.
    System.exit(0);
  }

  private static String line(boolean red, Optional<TestSource> source) {
    String type = "";
    String method = "";
    if (source.orElse(null) instanceof MethodSource found) {
      type = found.getClassName();
      method = found.getMethodName();
    } else if (source.orElse(null) instanceof ClassSource found) {
      type = found.getClassName();
    }
    return String.join("\t", red ? "red" : "green", type, method);
  }
}
