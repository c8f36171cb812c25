package disclosure.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
  void what_is_made_is_its_owners_alone_and_what_was_open_is_closed() throws Exception {
    Path fresh = data.resolve("fresh");
    Path open = Files.createDirectories(data.resolve("old/postgres-binaries"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

    Home.open(fresh).close();
    try (Home old = Home.open(data.resolve("old"))) {
      Secrets.ofClient(old, "recorder");
      Secrets.issuerKey(old);
      Secrets.keyRing(old);
    }

    assertThat(rights(fresh)).isEqualTo("rwx------");
    assertThat(rights(fresh.resolve("logs"))).isEqualTo("rwx------");
    assertThat(rights(open)).isEqualTo("rwx------");
    assertThat(rights(data.resolve("old/secrets"))).isEqualTo("rwx------");
    for (String secret : List.of("secrets/recorder", "secrets/issuer-key.json", "keyring")) {
      assertThat(rights(data.resolve("old").resolve(secret))).isEqualTo("rw-------");
    }
  }

  @Test
  void every_home_has_an_issuer_key_of_its_own_and_keeps_it() throws Exception {
    try (Home one = Home.open(data.resolve("one"));
        Home another = Home.open(data.resolve("another"))) {
      String key = Secrets.issuerKey(one);

      assertThat(Secrets.issuerKey(one)).isEqualTo(key);
      assertThat(Secrets.issuerKey(another)).isNotEqualTo(key);
    }
  }

  private static String rights(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
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
