package disclosure.acceptance.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planted must still grow: files change, and bugs that don't apply show nothing. */
class PlantedBugsTest {

  private static final int LEAST = 20;
  private static final Path ROOT = root();

  static List<PlantedBugs.Bug> bugs() throws IOException {
    return PlantedBugs.bugs(ROOT);
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void each_applies_to_its_file_once_and_names_tests_that_are_there(PlantedBugs.Bug bug)
      throws IOException {
    String text = Files.readString(ROOT.resolve(bug.file()));
    assertThat(bug.in(text)).isNotEqualTo(text);
    assertThat(bug.file()).contains("/src/main/");
    assertThat(ROOT.resolve(bug.module()).resolve("pom.xml")).exists();
    assertThat(bug.tests()).isNotEmpty();
    assertThat(bug.tests())
        .allSatisfy(
            test ->
                assertThat(
                        ROOT.resolve(bug.module())
                            .resolve("src/test/java")
                            .resolve(test.replace('.', '/') + ".java"))
                    .exists());
  }

  @Test
  void no_two_plant_the_same() throws IOException {
    assertThat(bugs().stream().map(bug -> bug.file() + "\n" + bug.planted() + bug.there()))
        .doesNotHaveDuplicates();
  }

  @Test
  void each_that_was_planted_was_found() throws IOException {
    List<String> names = bugs().stream().map(PlantedBugs.Bug::name).toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(LEAST);
    List<String> rows =
        Files.readString(ROOT.resolve(PlantedBugs.TABLE))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .toList();
    assertThat(rows.stream().map(row -> row.split("`")[1]))
        .doesNotHaveDuplicates()
        .isSubsetOf(names);
    assertThat(rows).noneMatch(row -> row.contains("NOT FOUND"));
  }

  @Test
  void one_that_is_nowhere_or_in_two_places_does_not_apply() {
    PlantedBugs.Bug bug =
        new PlantedBugs.Bug("less", "", "File.java", "", List.of(), "a <= b;\n", "a < b;\n");
    assertThat(bug.in("if\n  a <= b;\nfi\n")).isEqualTo("if\n  a < b;\nfi\n");
    for (String text : List.of("", "a<=b;\n", "a <= b;\na <= b;\n")) {
      assertThatThrownBy(() -> bug.in(text)).hasMessageContaining("the bug less no longer applies");
    }
  }

  @Test
  void a_file_is_read_line_by_line_and_must_be_whole(@TempDir Path folder) throws IOException {
    String text =
        """
        What: less is taken for less or equal
        File: a/src/main/A.java
        Module: a
        Tests: some.ATest, some.BTest
        -----
          if (a <= b) {
        -----
          if (a < b) {
        -----
        """;
    assertThat(read(folder, text))
        .isEqualTo(
            new PlantedBugs.Bug(
                "bug",
                "less is taken for less or equal",
                "a/src/main/A.java",
                "a",
                List.of("some.ATest", "some.BTest"),
                "  if (a <= b) {\n",
                "  if (a < b) {\n"));
    for (String broken :
        List.of(
            text.replace("Module: a\n", ""),
            text.replace("What", "Title"),
            text + "more\n",
            text.replaceFirst("-----\n", ""))) {
      assertThatThrownBy(() -> read(folder, broken)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static PlantedBugs.Bug read(Path folder, String text) throws IOException {
    return PlantedBugs.Bug.read(Files.writeString(folder.resolve("bug.txt"), text));
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(PlantedBugs.FOLDER))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
