package disclosure.edge.testing;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The settings of a service beside the running servers. They are kept where every class loader of
 * the JVM finds them.
 */
final class Setting {

  static final String TOKEN_ENDPOINT = "TEST_TOKEN_ENDPOINT";
  static final String POSTMASTER = "TEST_POSTMASTER_PID";

  private static final String ALL = "disclosure.test.servers";

  private Setting() {}

  /** All of them; the servers are started when they don't run yet. */
  static Map<String, String> all(Supplier<Map<String, String>> start) {
    synchronized (System.getProperties()) {
      if (System.getProperty(ALL) == null) {
        Map<String, String> settings = start.get();
        settings.forEach((name, value) -> System.setProperty(ALL + "." + name, value));
        System.setProperty(ALL, String.join(" ", settings.keySet()));
      }
      return Arrays.stream(System.getProperty(ALL).split(" "))
          .collect(Collectors.toMap(Function.identity(), Setting::of));
    }
  }

  /** One of them, once the servers run. */
  static String of(String name) {
    return System.getProperty(ALL + "." + name);
  }
}
