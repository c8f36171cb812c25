package disclosure.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The data directory of one stack, which no other stack may use meanwhile. */
final class Home implements AutoCloseable {

  /** A year's logging of an office is far less; PostgreSQL and Kafka preallocate some of it. */
  private static final long NEEDED_BYTES = 700L << 20;

  /** PostgreSQL ends when it can't begin another file of its log, which takes 16 MB. */
  private static final long FULL_BYTES = 32L << 20;

  private static final List<String> PARTS =
      List.of("kafka", "logs", "postgres-binaries", "reports", "secrets");

  private final Path data;
  private final FileChannel channel;

  private Home(Path data, FileChannel channel) {
    this.data = data;
    this.channel = channel;
  }

  /**
   * Takes the directory for this process.
   *
   * @throws CannotStart when another stack has it, it can't be written, or the disk is full
   */
  static Home open(Path data) {
    return open(data, NEEDED_BYTES);
  }

  static Home open(Path data, long neededBytes) {
    try {
      requireDirectory(data);
      // One that is there may be the home of others too, and keeps its rights.
      if (!Files.exists(data)) {
        OwnerOnly.directory(data);
      }
      for (String part : PARTS) {
        OwnerOnly.directory(data.resolve(part));
      }
      Home home = new Home(data, locked(data));
      try {
        home.requireSpace(neededBytes);
        return home;
      } catch (CannotStart full) {
        home.close();
        throw full;
      }
    } catch (AccessDeniedException denied) {
      throw new CannotStart("The directory " + data + " can't be written: permission denied.");
    } catch (IOException failure) {
      throw new CannotStart(
          "The directory " + data + " can't be written: " + failure.getMessage() + ".");
    }
  }

  private static void requireDirectory(Path data) {
    if (Files.exists(data) && !Files.isDirectory(data)) {
      throw new CannotStart("The directory " + data + " can't be written: it is not a directory.");
    }
  }

  /** What to say when the disk is so full that databases are about to give up. */
  Optional<String> fullness() {
    return fullness(FULL_BYTES);
  }

  Optional<String> fullness(long fullBytes) {
    try {
      long usable = Files.getFileStore(data).getUsableSpace();
      return usable >= fullBytes
          ? Optional.empty()
          : Optional.of(
              String.format(
                  Locale.ROOT, "The disk is full: %d MB are left at %s", usable >> 20, data));
    } catch (IOException gone) {
      return Optional.of("The directory " + data + " can't be read any more");
    }
  }

  private void requireSpace(long neededBytes) {
    Optional<String> full = fullness(neededBytes);
    if (full.isPresent()) {
      throw new CannotStart(full.get() + ", and " + (neededBytes >> 20) + " MB are needed.");
    }
  }

  private static FileChannel locked(Path data) throws IOException {
    FileChannel channel =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException taken) {
      // By another stack in this JVM.
    }
    channel.close();
    throw new CannotStart("Another stack is running on " + data + "; stop it first.");
  }

  Path path(String name) {
    return data.resolve(name);
  }

  Path log(String name) {
    return data.resolve("logs").resolve(name + ".log");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
