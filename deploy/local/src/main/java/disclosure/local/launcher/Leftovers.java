package disclosure.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of a stack, written down so that the next start can end those that outlived their
 * launcher and its watchdog. A process is known by its id and the moment it began.
 */
final class Leftovers {

  private final Path file;

  Leftovers(Home home) {
    this.file = home.path("processes");
  }

  void end() throws IOException {
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] parts = line.split(" ");
        ProcessHandle.of(Long.parseLong(parts[0]))
            .filter(process -> began(process).equals(parts[1]))
            .ifPresent(Leftovers::end);
      }
    }
    forget();
  }

  void write(List<ServiceProcess> services) throws IOException {
    List<String> lines =
        services.stream()
            .flatMap(service -> ProcessHandle.of(service.pid()).stream())
            .map(process -> process.pid() + " " + began(process))
            .toList();
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  private static String began(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("unknown");
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException stuck) {
      process.destroyForcibly();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
