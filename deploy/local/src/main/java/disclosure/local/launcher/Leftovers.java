package disclosure.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of a stack, written down so that the next start can end those that outlived their
 * launcher and its watchdog. A process is known by its id and the moment it began.
 */
final class Leftovers {

  private static final long END_SECONDS = 10;

  private final Path file;

  Leftovers(Home home) {
    this.file = home.path("processes");
  }

  void end() throws IOException {
    List<ProcessHandle> left = left();
    left.forEach(ProcessHandle::destroy);
    awaitEnd(left);
    forget();
  }

  private List<ProcessHandle> left() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .map(line -> line.split(" "))
        .flatMap(
            parts ->
                ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(process -> began(process).equals(parts[1]))
                    .stream())
        .toList();
  }

  /** Adds a process. */
  void add(long pid) throws IOException {
    Optional<String> line =
        ProcessHandle.of(pid).map(process -> process.pid() + " " + began(process) + "\n");
    if (line.isPresent()) {
      Files.writeString(
          file,
          line.get(),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  private static String began(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("unknown");
  }

  private static void awaitEnd(List<ProcessHandle> processes) {
    CompletableFuture<?> ends =
        CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
    try {
      ends.get(END_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException stuck) {
      processes.forEach(ProcessHandle::destroyForcibly);
      ends.join();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
