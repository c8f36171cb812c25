package disclosure.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

  @TempDir Path target;
  private Path application;

  @BeforeEach
  void application() throws Exception {
    Files.createDirectory(target.resolve("quarkus-app"));
    application = target.resolve("quarkus-app/quarkus-run.jar");
    String name = Waiting.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(application));
        InputStream code = Waiting.class.getResourceAsStream("/" + name)) {
      jar.putNextEntry(new ZipEntry(name));
      code.transferTo(jar);
    }
  }

  @Test
  void the_first_run_makes_an_archive_while_it_goes_on_and_the_second_uses_it() throws Exception {
    ClassArchive first = ClassArchive.of(application);
    assertThat(first.isMissing()).isTrue();
    try (Running running = new Running(application, first.options())) {
      first.make(running.process().pid());

      assertThat(running.process().isAlive()).isTrue();
    }
    assertThat(first.fresh()).doesNotExist();
    ClassArchive second = ClassArchive.of(application);
    assertThat(second.isMissing()).isFalse();
    assertThat(second.options()).contains("-XX:SharedArchiveFile=" + first.file());
    new Running(application, second.options()).close();
  }

  @Test
  void a_run_that_is_cut_short_leaves_none() throws Exception {
    ClassArchive archive = ClassArchive.of(application);
    Running running = new Running(application, archive.options());
    running.close();

    archive.make(running.process().pid());

    assertThat(archive.fresh()).doesNotExist();
    assertThat(archive.file()).doesNotExist();
  }

  @Test
  void an_archive_of_an_earlier_build_is_made_anew() throws Exception {
    ClassArchive archive = ClassArchive.of(application);
    Files.createFile(archive.file());
    Files.setLastModifiedTime(application, FileTime.fromMillis(System.currentTimeMillis() + 5000));

    assertThat(ClassArchive.of(application).options()).contains("-XX:+RecordDynamicDumpInfo");
  }

  @Test
  void what_a_killed_launcher_left_is_deleted() throws Exception {
    Path file = ClassArchive.of(application).file();
    List<Path> leftovers = new ArrayList<>();
    for (String ending : List.of(".2147483646", ".2147483646.temp", ".temp")) {
      leftovers.add(Files.createFile(file.resolveSibling(file.getFileName() + ending)));
    }
    Path underWay =
        Files.createFile(
            file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".temp"));

    ClassArchive.of(application);

    assertThat(leftovers).noneMatch(Files::exists);
    assertThat(underWay).exists();
  }

  /** A JVM that runs until it is closed. */
  private record Running(Process process) implements AutoCloseable {

    Running(Path application, List<String> options) throws Exception {
      this(
          new ProcessBuilder(
                  Stream.of(
                          List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()),
                          options,
                          List.of("-cp", application.toString(), Waiting.class.getName()))
                      .flatMap(List::stream)
                      .toList())
              .start());
      assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("waiting");
    }

    @Override
    public void close() throws IOException {
      process.getOutputStream().close();
      assertThat(process.onExit().join().exitValue()).isZero();
    }
  }

  static final class Waiting {

    private Waiting() {}

    public static void main(String[] arguments) throws Exception {
      System.out.println("waiting");
      while (System.in.read() >= 0) {
        // Until the other end is closed.
      }
    }
  }
}
