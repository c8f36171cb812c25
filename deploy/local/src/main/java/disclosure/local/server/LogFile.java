package disclosure.local.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The log of a process that appends to it. What was written before stands beside it under a number,
 * the newest under 1, so that a start doesn't take away what the end of the run before it said; and
 * it stays within a bound.
 */
public final class LogFile {

  /** How many older files are kept beside the one that is written. */
  static final int KEPT = 5;

  static final long MAX_BYTES = 10L << 20;

  private LogFile() {}

  /** Lets a process begin with an empty file. */
  public static void beginAnew(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > 0) {
      makeRoom(log);
      Files.move(log, numbered(log, 1));
    }
  }

  /** Puts aside what is in the file when that is too much, while a process goes on appending. */
  public static void bound(Path log) throws IOException {
    bound(log, MAX_BYTES);
  }

  static void bound(Path log, long bytes) throws IOException {
    if (Files.exists(log) && Files.size(log) > bytes) {
      Path copy = numbered(log, 0);
      try {
        // Not moved, since the process holds on to this very file.
        Files.copy(log, copy, StandardCopyOption.REPLACE_EXISTING);
        makeRoom(log);
        Files.move(copy, numbered(log, 1));
      } finally {
        // On a full disk there is half of one.
        Files.deleteIfExists(copy);
      }
      // What the process has written since the copy is lost.
      FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
    }
  }

  private static void makeRoom(Path log) throws IOException {
    for (int number = KEPT; number > 1; number--) {
      try {
        Files.move(
            numbered(log, number - 1), numbered(log, number), StandardCopyOption.REPLACE_EXISTING);
      } catch (NoSuchFileException fewer) {
        // There were fewer starts.
      }
    }
  }

  /** {@code name.1.log} for {@code name.log}. */
  private static Path numbered(Path log, int number) {
    return log.resolveSibling(
        log.getFileName().toString().replaceFirst("(\\.log)?$", "." + number + "$1"));
  }
}
