package disclosure.local.launcher;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/** The launcher's own {@link ClassArchive}, which it makes when {@code deploy/start} has none. */
final class OwnArchive {

  private OwnArchive() {}

  /** Whether this run is the one to make it. */
  static boolean isWanted() {
    return file().isPresent();
  }

  /** Makes it from the classes loaded until now. Without one, the next start is only slower. */
  static void make() {
    file()
        .filter(file -> !Files.exists(file))
        .ifPresent(
            file -> {
              try {
                ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "vmCds",
                        new Object[] {new String[] {"dynamic_dump", file.toString()}},
                        new String[] {String[].class.getName()});
              } catch (JMException unsupported) {
                System.err.println("No archive of classes was made: " + unsupported);
              }
            });
  }

  private static Optional<Path> file() {
    return Optional.ofNullable(System.getProperty("disclosure.archive")).map(Path::of);
  }
}
