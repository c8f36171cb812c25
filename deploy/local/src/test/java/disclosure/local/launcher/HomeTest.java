package disclosure.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

  @TempDir Path data;

  @Test
  void a_disk_with_too_little_left_is_refused_with_both_figures() {
    assertThatThrownBy(() -> Home.open(data, Long.MAX_VALUE))
        .isInstanceOf(CannotStart.class)
        .hasMessageMatching(
            "The disk is full: \\d+ MB are left at .*, and 8796093022207 MB are needed\\.");
  }

  @Test
  void a_disk_that_fills_up_is_told_of_and_one_with_room_is_not() {
    try (Home home = Home.open(data)) {
      assertThat(home.fullness(Long.MAX_VALUE))
          .hasValueSatisfying(
              sentence ->
                  assertThat(sentence).matches("The disk is full: \\d+ MB are left at " + data));
      assertThat(home.fullness(1)).isEmpty();
    }
  }

  @Test
  void a_directory_in_use_is_refused() {
    Home first = Home.open(data);
    try {
      assertThatThrownBy(() -> Home.open(data))
          .isInstanceOf(CannotStart.class)
          .hasMessage("Another stack is running on " + data + "; stop it first.");
    } finally {
      first.close();
    }
  }

  @Test
  void a_directory_is_free_again_after_a_refusal() {
    assertThatThrownBy(() -> Home.open(data, Long.MAX_VALUE)).isInstanceOf(CannotStart.class);

    Home.open(data).close();
  }

  @Test
  void a_file_in_its_place_is_refused() throws Exception {
    Path file = Files.createFile(data.resolve("file"));

    assertThatThrownBy(() -> Home.open(file))
        .isInstanceOf(CannotStart.class)
        .hasMessage("The directory " + file + " can't be written: it is not a directory.");
  }
}
