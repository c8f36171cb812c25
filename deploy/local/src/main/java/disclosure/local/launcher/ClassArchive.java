package disclosure.local.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes of a service as its JVM had loaded them soon after a start (class data sharing):
 * starting from them takes about half the time. The first start after a build makes the archive,
 * for which the JVM stands still for some seconds; a JVM ignores one that doesn't fit.
 *
 * @param file where the archive is, once there is one
 * @param fresh where the JVM puts it, unless it uses one
 */
record ClassArchive(Path file, Path fresh) {

  /** The launcher's process, and what the JVM adds while it writes. */
  private static final Pattern MAKER = Pattern.compile("\\.(\\d{1,18})(?:\\..*)?");

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
        Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-XX:+RecordDynamicDumpInfo");
  }

  /** Whether the JVM was started without one. */
  boolean isMissing() {
    return !Files.exists(file);
  }

  /**
   * Has a JVM that was started with the {@link #options} make it from all that it has loaded.
   * Without one, the next start is only slower.
   */
  void make(long pid) throws IOException, InterruptedException {
    Path command = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.exists(command)) {
      return;
    }
    Process dump =
        new ProcessBuilder(
                command.toString(), Long.toString(pid), "VM.cds", "dynamic_dump", fresh.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (dump.waitFor() == 0 && Files.exists(fresh)) {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      dump.destroy();
      Files.deleteIfExists(fresh);
    }
  }

  /** Those of launchers that were killed, and what their JVMs had begun to write. */
  private static void deleteLeftovers(Path file) throws IOException {
    try (DirectoryStream<Path> siblings =
        Files.newDirectoryStream(file.getParent(), file.getFileName() + ".*")) {
      for (Path sibling : siblings) {
        Matcher maker =
            MAKER.matcher(
                sibling.getFileName().toString().substring(file.getFileName().toString().length()));
        if (!maker.matches() || ProcessHandle.of(Long.parseLong(maker.group(1))).isEmpty()) {
          Files.deleteIfExists(sibling);
        }
      }
    }
  }

  private static boolean isOlder(Path file, Path other) throws IOException {
    return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) < 0;
  }
}
