package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A start that can't succeed says why in one plain sentence, and leaves nothing. */
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class BadStartE2ET {

  private Path data;

  @BeforeEach
  void folder() {
    data = Checkout.folder("bad");
  }

  @AfterEach
  void delete() {
    Checkout.delete(data);
  }

  @Test
  void a_port_that_is_taken_is_named_with_its_user() throws IOException {
    int offset = Launch.freeOffset();
    try (ServerSocket other =
        new ServerSocket(8082 + offset, 1, InetAddress.getLoopbackAddress())) {
      refused(
          Launch.of(data, offset, Map.of()),
          "Port "
              + other.getLocalPort()
              + ", needed by the statistics service, is taken by another program; stop that, or"
              + " choose other ports with --port-offset.");
    }
  }

  @Test
  void data_that_another_stack_uses_are_left_alone(SampleStack sample) {
    refused(
        Launch.of(sample.launch().data()),
        "Another stack is running on " + sample.launch().data() + "; stop it first.");
    assertThat(sample.launch().client().get("analyst", "requests", "/organs").get("items"))
        .isNotEmpty();
  }

  @Test
  void a_data_folder_that_is_a_file_is_refused() throws IOException {
    Path file = Files.createFile(data.resolve("file"));

    refused(Launch.of(file), "The directory " + file + " can't be written: it is not a directory.");
  }

  @Test
  void an_unknown_option_is_named() {
    refused(
        Launch.of(data, "--sampel"),
        "Unknown option --sampel; deploy/start --help lists the options.");
  }

  @Test
  void an_option_without_its_value_is_named() {
    refused(Launch.of(data, "--output"), "The option --output needs a value.");
  }

  @Test
  void an_offset_out_of_range_is_refused() {
    refused(Launch.of(data, 70_000, Map.of()), "--port-offset must be a number from 0 to 40000.");
  }

  @Test
  void a_java_that_is_too_old_is_named_with_its_version() throws IOException {
    Path java =
        Files.createFile(
            data.resolve("java"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    String path = data + ":" + System.getenv("PATH");

    refused(
        Launch.of(data, Launch.freeOffset(), Map.of("PATH", path, "JAVA_HOME", "")),
        "Java 11 is too old; a JDK of 17 or newer is needed.");
  }

  @Test
  void stopped_while_it_starts_it_leaves_nothing_and_says_nothing_wrong() {
    try (Launch launch = Launch.of(data)) {
      await().atMost(Launch.START).until(() -> launch.output().contains("the three services"));
      List<ProcessHandle> processes = launch.processes();

      assertThat(launch.terminate()).isZero();
      launch.leavesNothing(processes);
      assertThat(launch.output().lines()).allMatch(line -> line.startsWith("["));
    }
  }

  private static void refused(Launch launch, String sentence) {
    try (launch) {
      assertThat(launch.exit()).isEqualTo(1);
      assertThat(launch.output()).isEqualTo(sentence + "\n");
      assertThat(launch.processes()).noneMatch(ProcessHandle::isAlive);
    }
  }
}
