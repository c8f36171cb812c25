package disclosure.local.sample;

import disclosure.local.server.LocalClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Loads the sample into a stack that runs somewhere else, and compares every cell. */
public final class LoadSample {

  private LoadSample() {}

  /**
   * Ends with 1 when a cell differs or a service refuses, and with 2 when it isn't told enough.
   *
   * @param arguments the folder for the documents. The services are at {@code REQUESTS_URL}, {@code
   *     STATISTICS_URL} and {@code REPORT_URL}, tokens at {@code TOKEN_ENDPOINT}, and the secret of
   *     the client of a role is {@code ROLE_CLIENT_SECRET}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      new LinxianSample(
              address(System.getenv()),
              Path.of(arguments.length == 1 ? arguments[0] : ""),
              System.out::println,
              System.out::println)
          .run();
    } catch (SampleFailed failure) {
      System.err.println(failure.getMessage());
      System.exit(1);
    } catch (IllegalArgumentException untold) {
      System.err.println(untold.getMessage());
      System.exit(2);
    }
  }

  static StackAddress address(Map<String, String> environment) {
    return new StackAddress(
        told(environment, "REQUESTS_URL"),
        told(environment, "STATISTICS_URL"),
        told(environment, "REPORT_URL"),
        told(environment, "TOKEN_ENDPOINT"),
        role ->
            new LocalClient(
                role,
                told(environment, role.toUpperCase(Locale.ROOT) + "_CLIENT_SECRET"),
                List.of(role),
                List.of()));
  }

  private static String told(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new IllegalArgumentException(variable + " is not set"));
  }
}
