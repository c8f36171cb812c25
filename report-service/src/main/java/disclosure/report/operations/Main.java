package disclosure.report.operations;

import disclosure.edge.Text;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Optional;

/** The start of the service: says what is missing in one sentence instead of a stack trace. */
@QuarkusMain
public final class Main {

  /** EX_CONFIG of sysexits.h. */
  private static final int BAD_CONFIGURATION = 78;

  private Main() {}

  /** Starts the service, or ends the process with 78 when a setting is missing. */
  public static void main(String... arguments) {
    List<String> missing = RequiredSettings.missing(Main::setting);
    if (missing.isEmpty()) {
      Quarkus.run(arguments);
      return;
    }
    Text sentence = RequiredSettings.sentence(missing);
    System.err.println(sentence.chinese() + System.lineSeparator() + sentence.english());
    System.exit(BAD_CONFIGURATION);
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name, System.getenv(name)));
  }
}
