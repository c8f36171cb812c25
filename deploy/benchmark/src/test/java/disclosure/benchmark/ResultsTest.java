package disclosure.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of figures that nobody measured. */
class ResultsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 30);
  private static final LocalDate LATER = LocalDate.of(2026, 12, 1);

  private static final Scenario POSTING =
      new Made(
          "posting",
          List.of(
              Goal.atLeast(0.8, "share").because("two commits <instead> of one"),
              Goal.atMost(100, "p99"),
              Goal.atMost(100, "p99 at 1,000/s").because("it posts 200 a second")));
  private static final Scenario READING = new Made("reading", List.of(Goal.atMost(60, "rebuild")));

  private static final Figure FLOOR =
      Figure.of("floor", 2_000, "posts/s").rounds(List.of(1_900.0, 2_000.0, 2_150.0));

  @TempDir Path folder;
  private Results results;

  private record Made(String name, List<Goal> goals) implements Scenario {

    @Override
    public void run(Servers servers, Consumer<Figure> figures) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void empty() {
    results =
        new Results(
            folder,
            List.of(POSTING, READING),
            List.of(Goal.atMost(12, "start").because("nobody tried")),
            "2 processors");
  }

  @Test
  void a_figure_stands_with_its_spread_its_floor_its_bound_and_its_goal() throws IOException {
    results.write(
        POSTING,
        List.of(
            FLOOR,
            Figure.of("posts", 1_300, "posts/s")
                .rounds(List.of(1_300.0, 1_250.0, 1_350.0))
                .beside(FLOOR),
            Figure.atLeast(0.6, "share", 0.65, "ratio"),
            Figure.atMost(200, "p99", 90, "ms")),
        FIRST);
    assertThat(page())
        .contains("Measured on 2026-11-30, 2 processors.")
        .contains("| floor | 2,000 posts/s | 1,900–2,150 in 3 |  |  |  |")
        .contains("| posts | 1,300 posts/s | 1,250–1,350 in 3 | 0.65 of “floor” |  |  |")
        .contains("| share | 0.65 ratio |  |  | ≥ 0.60 met | ≥ 0.80 **missed** |")
        .contains("| p99 | 90.00 ms |  |  | ≤ 200 met | ≤ 100 met |");
  }

  @Test
  void what_is_missed_or_not_measured_stands_with_its_reason() throws IOException {
    results.write(
        POSTING,
        List.of(Figure.atLeast(0.6, "share", 0.5, "ratio"), Figure.atMost(200, "p99", 190, "ms")),
        FIRST);
    assertThat(page().lines().filter(line -> line.startsWith("- ")))
        .containsExactly(
            "- share: the bound is not kept",
            "- share: two commits <instead> of one",
            "- p99: nobody has said yet why",
            "- p99 at 1,000/s ≤ 100 is not measured: it posts 200 a second",
            "- rebuild ≤ 60.00",
            "- start ≤ 12.00 is not measured: nobody tried");
  }

  @Test
  void a_run_of_some_scenarios_leaves_the_sections_of_the_others() throws IOException {
    results.write(READING, List.of(Figure.of("rebuild", 55, "s")), FIRST);
    assertThat(page())
        .contains("## posting\n\nNot measured yet.\n\nGoals:\n\n- share ≥ 0.80\n")
        .contains("| rebuild | 55.00 s |  |  |  | ≤ 60.00 met |");
    String reading = section("reading");
    results.write(POSTING, List.of(Figure.of("posts", 1_300, "posts/s")), LATER);
    results.write(POSTING, List.of(Figure.of("posts", 1_400, "posts/s")), LATER);
    assertThat(section("reading")).isEqualTo(reading).contains("Measured on 2026-11-30");
    assertThat(section("posting"))
        .contains("Measured on 2026-12-01", "1,400")
        .doesNotContain("1,300");
    assertThat(page().indexOf("## posting")).isLessThan(page().indexOf("## reading"));
    assertThat(page()).containsOnlyOnce("## posting").containsOnlyOnce("## Goals without");
  }

  @Test
  void each_scenario_with_something_to_reach_has_a_drawing_and_no_other() throws Exception {
    results.write(
        POSTING,
        List.of(
            FLOOR,
            Figure.atLeast(0.6, "share", 0.65, "ratio").rounds(List.of(0.6, 0.65, 0.7)),
            Figure.atMost(0, "refused & lost", 0, "posts"),
            Figure.atMost(10, "p99 < 10", 90, "ms")),
        FIRST);
    Path drawing = folder.resolve("results/posting.svg");
    String svg = Files.readString(drawing);
    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(drawing.toFile());
    assertThat(svg)
        .contains("share ≥ 0.80", "p99 &lt; 10 ≤ 10.00", "90.00 ms")
        .doesNotContain("floor", "refused");
    assertThat(page()).contains("](results/posting.svg)");
    results.write(POSTING, List.of(FLOOR), LATER);
    assertThat(drawing).doesNotExist();
    assertThat(page()).doesNotContain("svg");
  }

  @Test
  void nothing_half_written_is_left() throws IOException {
    results.write(READING, List.of(Figure.of("rebuild", 55, "s")), FIRST);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()))
          .containsExactlyInAnyOrder("RESULTS.md", "results/reading.svg");
    }
  }

  @Test
  void the_machine_is_told_without_its_name() {
    assertThat(Machine.text()).matches("\\d+ processors \\(.+\\), .+ of memory, .+, Java .+");
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve("RESULTS.md"));
  }

  private String section(String name) throws IOException {
    String from = page().substring(page().indexOf("## " + name));
    int end = from.indexOf("\n## ");
    return end < 0 ? from : from.substring(0, end);
  }
}
