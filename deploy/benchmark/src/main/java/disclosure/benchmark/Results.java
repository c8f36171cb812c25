package disclosure.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page with the figures, a section for each scenario. A run writes the sections of the
 * scenarios that were run, each as soon as its scenario ends, and leaves the others as they are.
 */
final class Results {

  private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
  private static final String PLOTS = "results";
  private static final String OTHERS = "Goals without a scenario";

  private static final String HEAD =
      """
      # Figures

      Written by `deploy/benchmark/run`, which measures the packaged services beside floors of the same run; `deploy/benchmark/run NAME…` measures
      some scenarios, and leaves the other sections as they are. Spread is from the least to the most of the rounds. A bound must be kept, and
      ends the command with 1 if it isn't; a goal is what the figure should reach. Plots show figures as shares of their goals, or else bounds.

      """;

  private final Path page;
  private final List<Scenario> scenarios;
  private final List<Goal> others;
  private final String machine;

  /**
   * @param folder where the page is, and the folder of its plots
   * @param scenarios all there are, in their order
   * @param others goals of what none of them measures
   * @param machine what is measured on
   */
  Results(Path folder, List<Scenario> scenarios, List<Goal> others, String machine) {
    this.page = folder.resolve("RESULTS.md");
    this.scenarios = scenarios;
    this.others = others;
    this.machine = machine;
  }

  /** Writes what a scenario gave. */
  void write(Scenario scenario, List<Figure> figures, LocalDate today) throws IOException {
    Optional<String> plot = Plot.of(figures, scenario.goals());
    Path drawing = page.resolveSibling(PLOTS).resolve(scenario.name() + ".svg");
    if (plot.isPresent()) {
      Files.createDirectories(drawing.getParent());
      replace(drawing, plot.get());
    } else {
      Files.deleteIfExists(drawing);
    }
    Map<String, String> sections = sections();
    sections.put(scenario.name(), section(scenario, figures, plot.isPresent(), today));
    StringBuilder text = new StringBuilder(HEAD);
    for (Scenario one : scenarios) {
      text.append("## ").append(one.name()).append("\n\n");
      text.append(sections.getOrDefault(one.name(), notMeasured(one))).append('\n');
    }
    if (!others.isEmpty()) {
      text.append("## ").append(OTHERS).append("\n\n");
      others.forEach(goal -> text.append("- ").append(unmeasured(goal)).append('\n'));
    }
    replace(page, text.toString().stripTrailing() + "\n");
  }

  /** What the page has now, by the names of the scenarios. */
  private Map<String, String> sections() throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    if (!Files.exists(page)) {
      return sections;
    }
    String text = Files.readString(page);
    Matcher heading = HEADING.matcher(text);
    List<Integer> begins = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    while (heading.find()) {
      names.add(heading.group(1));
      begins.add(heading.end());
      if (names.size() > 1) {
        ends.add(heading.start());
      }
    }
    ends.add(text.length());
    for (int i = 0; i < names.size(); i++) {
      sections.put(names.get(i), text.substring(begins.get(i), ends.get(i)).strip() + "\n");
    }
    return sections;
  }

  private String section(
      Scenario scenario, List<Figure> figures, boolean plotted, LocalDate today) {
    StringBuilder text = new StringBuilder();
    text.append("Measured on ").append(today).append(", ").append(machine).append(".\n\n");
    text.append("| figure | median | spread | beside its floor | bound | goal |\n");
    text.append("|---|--:|---|---|---|---|\n");
    List<Goal> goals = scenario.goals();
    for (Figure figure : figures) {
      text.append(row(figure, goal(goals, figure))).append('\n');
    }
    List<String> missed = missed(figures, goals);
    if (!missed.isEmpty()) {
      text.append("\nMissed or not measured:\n\n");
      missed.forEach(line -> text.append("- ").append(line).append('\n'));
    }
    if (plotted) {
      text.append("\n![figures of ").append(scenario.name()).append(" as shares](");
      text.append(PLOTS).append('/').append(scenario.name()).append(".svg)\n");
    }
    return text.toString();
  }

  private static String row(Figure figure, Optional<Goal> goal) {
    return String.join(
        " | ",
        "| " + figure.name(),
        (Figure.number(figure.value()) + " " + figure.unit()).strip(),
        figure
            .spread()
            .map(
                spread ->
                    Figure.number(spread.least())
                        + "–"
                        + Figure.number(spread.most())
                        + " in "
                        + spread.rounds())
            .orElse(""),
        figure
            .floor()
            .map(
                floor ->
                    Figure.number(figure.value() / floor.value()) + " of “" + floor.name() + "”")
            .orElse(""),
        figure.target().map(bound -> verdict(bound, figure)).orElse(""),
        goal.map(one -> verdict(one.bound(), figure)).orElse("") + " |");
  }

  private static String verdict(Figure.Bound wanted, Figure figure) {
    return wanted.text() + (wanted.allows(figure.value()) ? " met" : " **missed**");
  }

  private static List<String> missed(List<Figure> figures, List<Goal> goals) {
    List<String> missed = new ArrayList<>();
    for (Figure figure : figures) {
      if (!figure.isMet()) {
        missed.add(figure.name() + ": the bound is not kept");
      }
      goal(goals, figure)
          .filter(goal -> !goal.bound().allows(figure.value()))
          .ifPresent(goal -> missed.add(figure.name() + ": " + why(goal)));
    }
    goals.stream()
        .filter(goal -> figures.stream().noneMatch(figure -> figure.name().equals(goal.figure())))
        .forEach(goal -> missed.add(unmeasured(goal)));
    return missed;
  }

  private static Optional<Goal> goal(List<Goal> goals, Figure figure) {
    return goals.stream().filter(goal -> goal.figure().equals(figure.name())).findFirst();
  }

  private static String why(Goal goal) {
    return goal.why().isEmpty() ? "nobody has said yet why" : goal.why();
  }

  private static String unmeasured(Goal goal) {
    return goal.figure() + " " + goal.bound().text() + " is not measured: " + why(goal);
  }

  private static String notMeasured(Scenario scenario) {
    StringBuilder text = new StringBuilder("Not measured yet.\n");
    if (!scenario.goals().isEmpty()) {
      text.append("\nGoals:\n\n");
      scenario
          .goals()
          .forEach(
              goal ->
                  text.append("- ")
                      .append(goal.figure())
                      .append(' ')
                      .append(goal.bound().text())
                      .append('\n'));
    }
    return text.toString();
  }

  /** Whoever is killed while he writes leaves the former file. */
  private static void replace(Path file, String text) throws IOException {
    Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".tmp"), text);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
