package disclosure.local.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir Path directory;
  private Path log;

  @BeforeEach
  void log() {
    log = directory.resolve("kafka.log");
  }

  @Test
  void what_the_start_before_wrote_is_kept() throws Exception {
    Files.writeString(log, "why it ended\n");

    LogFile.beginAnew(log);

    assertThat(log).doesNotExist();
    assertThat(directory.resolve("kafka.1.log")).hasContent("why it ended\n");
  }

  @Test
  void a_bounded_number_of_starts_is_kept() throws Exception {
    for (int start = 1; start <= 20; start++) {
      LogFile.beginAnew(log);
      Files.writeString(log, "start " + start);
    }

    assertThat(log).hasContent("start 20");
    assertThat(directory.resolve("kafka.5.log")).hasContent("start 15");
    assertThat(files()).hasSize(1 + LogFile.KEPT);
  }

  @Test
  void who_appends_goes_on_in_the_same_file_when_it_is_put_aside() throws Exception {
    try (OutputStream appending =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      appending.write("long\n".repeat(100).getBytes(UTF_8));
      LogFile.bound(log, 100);
      appending.write("next\n".getBytes(UTF_8));
    }

    assertThat(log).hasContent("next\n");
    assertThat(directory.resolve("kafka.1.log")).hasContent("long\n".repeat(100));
  }

  @Test
  void a_small_file_stays() throws Exception {
    Files.writeString(log, "short");

    LogFile.bound(log, 100);

    assertThat(files()).containsExactly(log);
  }

  @Test
  void what_cannot_be_put_aside_stays_and_so_do_older_ones() throws Exception {
    Files.writeString(log, "long\n".repeat(100));
    Files.writeString(directory.resolve("kafka.1.log"), "before");
    // In the way of the copy, as a full disk would be.
    Files.createDirectories(directory.resolve("kafka.0.log/full"));

    assertThatThrownBy(() -> LogFile.bound(log, 100)).isInstanceOf(IOException.class);

    assertThat(log).hasContent("long\n".repeat(100));
    assertThat(directory.resolve("kafka.1.log")).hasContent("before");
  }

  private Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList().stream();
    }
  }
}
