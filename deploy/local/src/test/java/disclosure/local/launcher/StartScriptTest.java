package disclosure.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code deploy/start} builds what is not built, and nothing else. */
class StartScriptTest {

  private static final long BUILT = 1_000_000_000_000L;

  @TempDir Path root;

  @BeforeEach
  void tree() throws Exception {
    script("deploy/start", Files.readString(Path.of("../start")));
    script("mvnw", "#!/bin/sh\nexit 1\n");
    script(
        "bin/java",
        "#!/bin/sh\necho 'openjdk version \"17.0.1\" 2021-10-19' >&2\necho \"in $LC_ALL\"\n");
    source("pom.xml", BUILT - 1000);
    source("application-requests-service/edge/pom.xml", BUILT - 1000);
    source("application-requests-service/edge/src/main/java/Problem.java", BUILT - 1000);
    for (String part :
        List.of(
            "deploy/local",
            "application-requests-service",
            "statistics-service",
            "report-service")) {
      source(part + "/pom.xml", BUILT - 1000);
      source(part + "/src/main/java/A.java", BUILT - 1000);
      source(part + "/target/packaged", BUILT);
      source(part + "/target/quarkus-app/quarkus-run.jar", BUILT + 1000);
    }
    source("deploy/local/target/local-stack-0.1.0.jar", BUILT + 1000);
  }

  @Test
  void what_is_built_is_started() throws Exception {
    assertThat(run()).doesNotContain("Building the product");
  }

  @Test
  void names_of_files_can_be_written_in_a_locale_without_an_encoding() throws Exception {
    ProcessBuilder start = prepared();
    start.environment().put("LC_ALL", "C");

    assertThat(start.start().getInputStream().readAllBytes())
        .asString(StandardCharsets.UTF_8)
        .contains("in C.UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "report-service/src/main/java/A.java",
        "application-requests-service/edge/pom.xml",
        "application-requests-service/edge/src/main/java/Problem.java",
        "statistics-service/contract/src/main/java/Matrix.java"
      })
  void a_source_that_is_newer_than_its_build_is_built(String source) throws Exception {
    source(source, BUILT + 2000);

    assertThat(run()).contains("Building the product");
  }

  @Test
  void a_build_that_fails_without_an_error_of_its_own_is_told_by_its_last_words() throws Exception {
    script("mvnw", "#!/bin/sh\necho Killed\nexit 137\n");
    source("pom.xml", BUILT + 2000);

    assertThat(run()).contains("The build failed").endsWith("Killed\n");
  }

  @Test
  void what_is_stopped_while_it_builds_leaves_no_build_behind() throws Exception {
    script("mvnw", "#!/bin/sh\necho $$ > pid\nexec tail -f /dev/null\n");
    source("pom.xml", BUILT + 2000);
    Process process = start();
    await().until(() -> !read("pid").isEmpty());
    ProcessHandle build = ProcessHandle.of(Long.parseLong(read("pid").strip())).orElseThrow();

    process.toHandle().destroy();

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(build.isAlive()).isFalse();
  }

  private String run() throws Exception {
    return new String(start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Process start() throws Exception {
    return prepared().start();
  }

  private ProcessBuilder prepared() {
    ProcessBuilder start = new ProcessBuilder(root.resolve("deploy/start").toString());
    start.environment().put("JAVA_HOME", root.toString());
    return start.redirectErrorStream(true);
  }

  private String read(String file) throws Exception {
    Path path = root.resolve(file);
    return Files.exists(path) ? Files.readString(path) : "";
  }

  private void script(String name, String content) throws Exception {
    source(name, BUILT);
    Files.writeString(root.resolve(name), content);
    Files.setPosixFilePermissions(root.resolve(name), PosixFilePermissions.fromString("rwx------"));
  }

  private void source(String name, long modified) throws Exception {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    if (Files.notExists(file)) {
      Files.createFile(file);
    }
    Files.setLastModifiedTime(file, FileTime.fromMillis(modified));
  }
}
