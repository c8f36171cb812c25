package disclosure.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

  @TempDir Path target;
  private Path application;

  @BeforeEach
  void application() throws Exception {
    Files.createDirectory(target.resolve("quarkus-app"));
    application = Files.createFile(target.resolve("quarkus-app/quarkus-run.jar"));
  }

  @Test
  void the_first_run_makes_an_archive_and_the_second_uses_it() throws Exception {
    ClassArchive first = ClassArchive.of(application);
    assertThat(first.options()).contains("-XX:ArchiveClassesAtExit=" + first.fresh());
    Files.createFile(first.fresh());
    first.close(true);

    assertThat(first.fresh()).doesNotExist();
    assertThat(ClassArchive.of(application).options())
        .contains("-XX:SharedArchiveFile=" + first.file());
  }

  @Test
  void a_run_that_was_cut_short_leaves_none() throws Exception {
    ClassArchive archive = ClassArchive.of(application);
    Files.createFile(archive.fresh());
    archive.close(false);

    assertThat(archive.fresh()).doesNotExist();
    assertThat(archive.file()).doesNotExist();
  }

  @Test
  void an_archive_of_an_earlier_build_is_made_anew() throws Exception {
    ClassArchive archive = ClassArchive.of(application);
    Files.createFile(archive.file());
    Files.setLastModifiedTime(application, FileTime.fromMillis(System.currentTimeMillis() + 5000));

    assertThat(ClassArchive.of(application).options())
        .contains("-XX:ArchiveClassesAtExit=" + archive.fresh());
  }

  @Test
  void what_a_killed_launcher_left_is_deleted() throws Exception {
    Path file = ClassArchive.of(application).file();
    Path leftover = Files.createFile(file.resolveSibling(file.getFileName() + ".2147483646"));

    ClassArchive.of(application);

    assertThat(leftover).doesNotExist();
  }
}
