package disclosure.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The data directory of one stack, which no other stack may use meanwhile. */
final class Home implements AutoCloseable {

  /** A year's logging of an office is far less; PostgreSQL and Kafka preallocate some of it. */
  private static final long NEEDED_BYTES = 700L << 20;

  private final Path data;
  private final FileChannel channel;

  private Home(Path data, FileChannel channel) {
    this.data = data;
    this.channel = channel;
  }

  @SuppressWarnings("resource")
  static Home open(Path data) {
    try {
      Files.createDirectories(data.resolve("logs"));
      FileChannel channel =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        throw new CannotStart("Another stack is running on " + data + "; stop it first.");
      }
      long usable = Files.getFileStore(data).getUsableSpace();
      if (usable < NEEDED_BYTES) {
        throw new CannotStart(
            String.format(
                Locale.ROOT,
                "The disk is full: %d MB are left at %s, and %d MB are needed.",
                usable >> 20,
                data,
                NEEDED_BYTES >> 20));
      }
      return new Home(data, channel);
    } catch (IOException failure) {
      throw new CannotStart("The directory " + data + " can't be written: " + failure.getMessage());
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException same) {
      return null;
    }
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
