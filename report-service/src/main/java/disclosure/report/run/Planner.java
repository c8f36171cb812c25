package disclosure.report.run;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeSteps;
import disclosure.report.statistics.DirectoryOrgan;
import disclosure.report.statistics.OrganDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds the reports of a subtree: all that there are of every organ; an organ of which there is
 * none is named as well, so that it isn't forgotten.
 */
@ApplicationScoped
class Planner {

  private final OrganDirectory directory;
  private final LifeSteps steps;

  Planner(OrganDirectory directory, LifeSteps steps) {
    this.directory = directory;
    this.steps = steps;
  }

  /**
   * The reports in the order of the hierarchy.
   *
   * @throws disclosure.edge.Refusal 404 when there is no such organ; 503 when the
   *     directory can't be asked
   */
  List<PlannedReport> reports(Run run) {
    LocalDate day = LocalDate.of(run.year(), 12, 31);
    List<DirectoryOrgan> organs = new ArrayList<>();
    List<DirectoryOrgan> level = List.of(directory.organ(run.organ(), day));
    while (!level.isEmpty()) {
      organs.addAll(level);
      level =
          directory
              .below(level.stream().map(DirectoryOrgan::organCode).toList(), day)
              .values()
              .stream()
              .flatMap(List::stream)
              .toList();
    }
    Map<ReportId, Life> lives =
        steps.lives(run.year(), organs.stream().map(DirectoryOrgan::organCode).toList());
    return organs.stream().flatMap(organ -> of(run, organ, lives).stream()).toList();
  }

  private static List<PlannedReport> of(Run run, DirectoryOrgan organ, Map<ReportId, Life> lives) {
    List<PlannedReport> there =
        Arrays.stream(ReportScope.values())
            .map(scope -> new ReportId(organ.organCode(), run.year(), scope))
            .filter(lives::containsKey)
            .map(id -> new PlannedReport(id, organ.name(), ""))
            .toList();
    return there.isEmpty()
        ? List.of(
            new PlannedReport(
                ReportId.own(organ.organCode(), run.year()), organ.name(), "尚未编写年度报告"))
        : there;
  }
}
