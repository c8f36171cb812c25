package disclosure.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTest {

  private static final String RECIPE =
      """
      # A comment
      ARG JAVA_IMAGE=java
      FROM ${JAVA_IMAGE}

      ENV LANG=C.UTF-8 \\
          JAVA_OPTS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"

      WORKDIR /app
      COPY target/quarkus-app/lib/ lib/
      COPY target/quarkus-app/quarkus-run.jar ./
      RUN echo "$JAVA_OPTS" > kept
      USER 10001:10001
      ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar quarkus-run.jar"]
      """;

  @TempDir Path folder;

  @BeforeEach
  void packaged() throws IOException {
    Path application = folder.resolve("module/target/quarkus-app");
    Files.createDirectories(application.resolve("lib/main"));
    Files.writeString(application.resolve("lib/main/one.jar"), "one");
    Files.writeString(application.resolve("quarkus-run.jar"), "run");
  }

  @Test
  void what_the_recipe_copies_runs_and_calls_is_done_without_a_container() throws Exception {
    Image image = build(RECIPE);
    assertThat(image.environment())
        .isEqualTo(
            Map.of(
                "LANG", "C.UTF-8",
                "JAVA_OPTS", "-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"));
    assertThat(image.entrypoint())
        .isEqualTo(List.of("sh", "-c", "exec java $JAVA_OPTS -jar quarkus-run.jar"));
    assertThat(image.folder().resolve("lib/main/one.jar")).hasContent("one");
    assertThat(image.folder().resolve("quarkus-run.jar")).hasContent("run");
    assertThat(image.folder().resolve("kept"))
        .hasContent("-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError");
    assertThat(Files.getLastModifiedTime(image.folder().resolve("quarkus-run.jar")))
        .isEqualTo(
            Files.getLastModifiedTime(folder.resolve("module/target/quarkus-app/quarkus-run.jar")));
  }

  @Test
  void an_instruction_that_fails_ends_the_build() {
    assertThatThrownBy(() -> build(RECIPE.replace("RUN echo", "RUN false && echo")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("false && echo");
  }

  private Image build(String recipe) throws IOException, InterruptedException {
    return Image.build(
        Files.writeString(folder.resolve("Dockerfile"), recipe),
        folder.resolve("module"),
        folder.resolve("image"));
  }
}
