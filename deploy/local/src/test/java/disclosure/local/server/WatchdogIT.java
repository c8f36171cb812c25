package disclosure.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class WatchdogIT {

  /** Ten seconds for each of the two steps, and some for a busy machine. */
  private static final Duration END = Duration.ofSeconds(40);

  @TempDir Path directory;

  /** All at once, since most of it is waiting for what doesn't end when it is asked to. */
  @Test
  void when_a_jvm_is_ended_postgres_and_its_children_end_too() throws Exception {
    Map<String, Process> parents = new LinkedHashMap<>();
    for (String signal : List.of("KILL", "TERM", "INT")) {
      parents.put(signal, parent(directory.resolve(signal)));
    }
    Map<String, List<ProcessHandle>> children = new LinkedHashMap<>();
    parents.forEach((signal, parent) -> children.put(signal, children(parent)));

    for (Map.Entry<String, Process> parent : parents.entrySet()) {
      send(parent.getKey(), parent.getValue());
    }

    await()
        .atMost(END)
        .untilAsserted(
            () ->
                assertThat(children)
                    .allSatisfy(
                        (signal, ended) -> assertThat(ended).noneMatch(ProcessHandle::isAlive)));
  }

  private static Process parent(Path directory) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.exists(Path.of("/proc"))) {
      // A shell starts what goes on in its background with this signal ignored, and so does a JVM.
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Parent.class.getName(),
            directory.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** PostgreSQL and the other, once both are there. */
  private static List<ProcessHandle> children(Process parent) {
    return parent
        .inputReader(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("child "))
        .limit(2)
        .map(line -> ProcessHandle.of(Long.parseLong(line.substring(6))).orElseThrow())
        .toList();
  }

  private static void send(String signal, Process process) throws Exception {
    new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start().waitFor();
  }

  /** A JVM with a PostgreSQL and a child that doesn't end when it is asked to. */
  static final class Parent {

    private Parent() {}

    public static void main(String[] arguments) throws Exception {
      LocalPostgres postgres =
          LocalPostgres.start(
              Path.of("target", "postgres-binaries").toAbsolutePath(),
              Path.of(arguments[0]).resolve("data of postgres"),
              FreePort.any(),
              false);
      Process stubborn =
          new ProcessBuilder("sh", "-c", "trap '' TERM INT; while :; do sleep 1; done").start();
      Watchdog.watch(stubborn.toHandle());
      System.out.println("child " + postgres.pid());
      System.out.println("child " + stubborn.pid());
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }
}
