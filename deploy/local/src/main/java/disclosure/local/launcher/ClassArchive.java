package disclosure.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The classes of a service as its JVM had loaded them when it last ended (class data sharing):
 * starting from them takes about half the time. The first run after a build makes the archive at
 * its end; a JVM ignores one that doesn't fit.
 *
 * @param file where the archive is, once there is one
 * @param fresh where the JVM puts it when it ends, unless it uses one
 */
record ClassArchive(Path file, Path fresh) {

  static ClassArchive of(Path application) throws IOException {
    Path file = application.resolveSibling("../classes-" + Runtime.version() + ".jsa").normalize();
    if (Files.exists(file) && isOlder(file, application)) {
      Files.delete(file);
    }
    deleteLeftovers(file);
    return new ClassArchive(
        file, file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid()));
  }

  /** Options for the JVM. */
  List<String> options() {
    return List.of(
        "-Xlog:cds*=off",
        Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + fresh);
  }

  /**
   * To be called when the JVM has ended.
   *
   * @param whole whether it had loaded all that it needs, and ended by itself
   */
  void close(boolean whole) {
    try {
      if (whole && Files.exists(fresh)) {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.deleteIfExists(fresh);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Those of launchers that were killed. */
  private static void deleteLeftovers(Path file) throws IOException {
    try (DirectoryStream<Path> siblings =
        Files.newDirectoryStream(file.getParent(), file.getFileName() + ".*")) {
      for (Path sibling : siblings) {
        String name = sibling.getFileName().toString();
        long pid = Long.parseLong(name.substring(name.lastIndexOf('.') + 1));
        if (ProcessHandle.of(pid).isEmpty()) {
          Files.delete(sibling);
        }
      }
    }
  }

  private static boolean isOlder(Path file, Path other) throws IOException {
    return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) < 0;
  }
}
