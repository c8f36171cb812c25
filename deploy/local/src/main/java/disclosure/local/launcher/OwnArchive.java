package disclosure.local.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/** The launcher's own {@link ClassArchive}, which it makes when {@code deploy/start} has none. */
final class OwnArchive {

  private OwnArchive() {}

  /** Whether this run is the one to make it. */
  static boolean isMissing() {
    return file().isPresent();
  }

  /** Makes it from the classes loaded until now. Without one, the next start is only slower. */
  static void make() throws IOException {
    Optional<Path> file = file();
    if (file.isEmpty()) {
      return;
    }
    Path fresh =
        file.get().resolveSibling(file.get().getFileName() + "." + ProcessHandle.current().pid());
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "vmCds",
              new Object[] {new String[] {"dynamic_dump", fresh.toString()}},
              new String[] {String[].class.getName()});
      if (Files.exists(fresh)) {
        Files.move(fresh, file.get(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (JMException unsupported) {
      System.err.println("No archive of classes was made: " + unsupported);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static Optional<Path> file() {
    return Optional.ofNullable(System.getProperty("disclosure.archive")).map(Path::of);
  }
}
