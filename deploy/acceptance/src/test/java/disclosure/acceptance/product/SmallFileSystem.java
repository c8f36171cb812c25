package disclosure.acceptance.product;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A file system in memory that can be made full: it becomes as small as what is in it. An
 * administrator of the machine mounts it; whoever is none, in a namespace of his own, where the
 * machine lets him. A shell keeps it, and takes it away when this JVM is gone and nobody works in
 * it any more.
 */
final class SmallFileSystem implements AutoCloseable {

  /** Far more than a server needs for hours of rounds. */
  private static final long ROOMY = 8L << 30;

  private static final int PAGE = 4096;
  private static final int PIECE = 1 << 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final long END_SECONDS = 70;

  private static final String DONE = "0";

  /** Mounts it, gives it the sizes that it reads, and waits at the end for those who are in it. */
  private static final String KEEPER =
      """
      trap '' INT TERM HUP
      size() { mount -t tmpfs -o "$2size=$3" tmpfs "$1" 2>/dev/null; status=$?; echo $status; return $status; }
      size "$1" mode=700, "$2" || exit
      while read -r bytes; do size "$1" remount, "$bytes"; done
      tries=0
      while ! umount "$1" 2>/dev/null && [ $tries -lt 60 ]; do tries=$((tries + 1)); sleep 1; done
      """;

  private final Path folder;
  private final Process keeper;
  private final Writer sizes;
  private final BufferedReader answers;

  private SmallFileSystem(Path mounted, Process keeper, boolean elsewhere) {
    this.keeper = keeper;
    this.sizes = keeper.outputWriter(StandardCharsets.UTF_8);
    this.answers = keeper.inputReader(StandardCharsets.UTF_8);
    this.folder =
        elsewhere
            ? Path.of("/proc", Long.toString(keeper.pid()), "root")
                .resolve(Path.of("/").relativize(mounted))
            : mounted;
  }

  /** Over an empty folder; none where this process may not. */
  static Optional<SmallFileSystem> over(Path folder) throws IOException {
    Optional<SmallFileSystem> mounted = asAdministrator(folder);
    return mounted.isPresent() ? mounted : inNamespace(folder);
  }

  /** Seen by everybody. */
  static Optional<SmallFileSystem> asAdministrator(Path folder) throws IOException {
    return kept(folder, false, Stream.of());
  }

  /** Seen by those who look for it where its keeper is. */
  static Optional<SmallFileSystem> inNamespace(Path folder) throws IOException {
    return kept(folder, true, Stream.of("unshare", "--user", "--map-root-user", "--mount"));
  }

  private static Optional<SmallFileSystem> kept(
      Path folder, boolean elsewhere, Stream<String> before) throws IOException {
    List<String> shell =
        List.of("sh", "-c", KEEPER, "keeper", folder.toString(), Long.toString(ROOMY));
    Process keeper;
    try {
      keeper =
          new ProcessBuilder(Stream.concat(before, shell.stream()).toList())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    }
    SmallFileSystem mounted = new SmallFileSystem(folder, keeper, elsewhere);
    if (DONE.equals(mounted.answers.readLine())) {
      return Optional.of(mounted);
    }
    mounted.sizes.close();
    return Optional.empty();
  }

  /** Where its files are. */
  Path folder() {
    return folder;
  }

  void fill() throws IOException {
    await().atMost(TIMEOUT).until(() -> resized(used() + PIECE));
    try (OutputStream filling = Files.newOutputStream(filler())) {
      while (true) {
        filling.write(new byte[PAGE]);
      }
    } catch (IOException full) {
      // What is written from now on must find a place in what is there already.
    }
  }

  /** Whether it has no place for a megabyte. */
  boolean isFull() throws IOException {
    Path piece = folder.resolve("piece");
    try {
      Files.write(piece, new byte[PIECE]);
      return false;
    } catch (IOException full) {
      return true;
    } finally {
      Files.deleteIfExists(piece);
    }
  }

  void makeRoom() throws IOException {
    if (!resized(ROOMY)) {
      throw new IllegalStateException("the file system keeps its size");
    }
    Files.delete(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  private long used() throws IOException {
    FileStore store = Files.getFileStore(folder);
    return store.getTotalSpace() - store.getUnallocatedSpace();
  }

  /** It can't become smaller than what somebody has just written to it. */
  private boolean resized(long bytes) {
    try {
      sizes.write(Long.toString(bytes) + '\n');
      sizes.flush();
      return DONE.equals(answers.readLine());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whoever works in it must have ended. */
  @Override
  public void close() throws IOException {
    sizes.close();
    try {
      if (!keeper.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the file system is still in use");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
