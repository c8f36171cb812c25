package disclosure.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

  private static final Instant MADE = Instant.parse("2026-11-30T08:00:00Z");

  @TempDir private Path application;
  private Path own;
  private Path library;

  @BeforeEach
  void a_build() throws IOException {
    own = jar("app", "own.jar", "own");
    library = jar("lib/main", "library.jar", "library");
  }

  private Path jar(String folder, String name, String content) throws IOException {
    Path jar = Files.createDirectories(application.resolve(folder)).resolve(name);
    Files.writeString(jar, content);
    return Files.setLastModifiedTime(jar, FileTime.from(MADE));
  }

  @Test
  void a_build_is_known_again() throws IOException {
    assertThat(Migration.build(application))
        .isEqualTo(Migration.build(application))
        .contains("own");
  }

  @Test
  void what_was_built_later_is_another() throws IOException {
    String before = Migration.build(application);
    Files.setLastModifiedTime(own, FileTime.from(MADE.plusSeconds(1)));
    assertThat(Migration.build(application)).isNotEqualTo(before);
  }

  @Test
  void another_library_is_another() throws IOException {
    String before = Migration.build(application);
    Files.writeString(library, "a longer one");
    assertThat(Migration.build(application)).isNotEqualTo(before);
  }

  @Test
  void a_database_in_the_place_of_another_is_migrated_and_what_failed_is_not_remembered()
      throws Exception {
    Path root = packaged();
    Path done = application.resolve("migrated");
    Files.writeString(done, Migration.build(root.resolve("service/target/quarkus-app")) + "1 7");

    assertThatThrownBy(
            () ->
                Migration.runOnce(
                    "service",
                    root,
                    application.resolve("log"),
                    "jdbc:none",
                    "none",
                    done,
                    () -> "2 7"))
        .isInstanceOf(CannotStart.class);

    assertThat(done).doesNotExist();
  }

  @Test
  void one_that_has_migrated_this_database_migrates_it_no_more() throws Exception {
    Path root = packaged();
    Path done = application.resolve("migrated");
    Files.writeString(done, Migration.build(root.resolve("service/target/quarkus-app")) + "1 7");

    Migration.runOnce(
        "service", root, application.resolve("log"), "jdbc:none", "none", done, () -> "1 7");

    assertThat(application.resolve("log")).doesNotExist();
  }

  private Path packaged() throws IOException {
    Path root = Files.createDirectories(application.resolve("root"));
    Path packaged = Files.createDirectories(root.resolve("service/target/quarkus-app"));
    Files.move(application.resolve("app"), packaged.resolve("app"));
    Files.move(application.resolve("lib"), packaged.resolve("lib"));
    return root;
  }
}
