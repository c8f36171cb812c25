package disclosure.report.run.plan;

import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeSteps;
import disclosure.report.statistics.DirectoryOrgan;
import disclosure.report.statistics.OrganDirectory;
import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the reports of a subtree: all that there are of every organ; an organ of which there is
 * none is named as well, so that it isn't forgotten.
 */
@ApplicationScoped
public class Planner {

  private static final String UNSEEN = "登记系统中该年末没有此行政机关，或者本服务无权查看";
  private static final String UNWRITTEN = "尚未编写年度报告";
  private static final String ENDED = "此行政机关当年已撤销，没有自己的年度报告";
  private static final String MERGED = ENDED + "，其申请计入承继机关";

  private final OrganDirectory directory;
  private final LifeSteps steps;

  Planner(OrganDirectory directory, LifeSteps steps) {
    this.directory = directory;
    this.steps = steps;
  }

  /**
   * The reports in the order of the hierarchy, as it was at the end of the year. An organ that was
   * merged in the course of the year is counted with its successor, unless it has a report of its
   * own: then that is listed too. One that ended without a successor has to report itself. Of an
   * organ that the register doesn't show, that much is told.
   *
   * @param year the year reported on
   * @param readable the organs whose reports whoever asked may read; all when empty
   * @throws Refusal 503 when the directory can't be asked
   */
  public List<PlannedReport> reports(OrganCode organ, int year, Optional<Set<String>> readable) {
    Asked run = new Asked(organ, year);
    try {
      return listed(run, readable);
    } catch (Refusal refusal) {
      if (refusal.status() != 404) {
        throw refusal;
      }
      return List.of(new PlannedReport(ReportId.own(run.organ(), run.year()), "", UNSEEN));
    }
  }

  private record Asked(OrganCode organ, int year) {}

  private List<PlannedReport> listed(Asked run, Optional<Set<String>> readable) {
    DirectoryOrgan top = directory.organ(run.organ());
    List<DirectoryOrgan> organs =
        readable(readable, top.endedIn(run.year()) ? List.of() : hierarchy(run));
    List<DirectoryOrgan> ended = readable(readable, ended(run, top));
    Map<ReportId, Life> lives =
        steps.lives(
            run.year(),
            Stream.concat(organs.stream(), ended.stream()).map(DirectoryOrgan::organCode).toList());
    List<PlannedReport> planned = new ArrayList<>();
    organs.forEach(
        organ -> {
          List<PlannedReport> there = there(run, organ, lives);
          planned.addAll(there.isEmpty() ? List.of(missing(run, organ)) : there);
        });
    ended.forEach(
        organ -> {
          List<PlannedReport> there = there(run, organ, lives);
          boolean isMissing = there.isEmpty() && organ.successorOrganCode().isEmpty();
          planned.addAll(isMissing ? List.of(missing(run, organ)) : there);
        });
    if (planned.isEmpty()) {
      planned.add(
          new PlannedReport(
              ReportId.own(run.organ(), run.year()),
              top.name(),
              top.successorOrganCode().isPresent() ? MERGED : ENDED));
    }
    return planned;
  }

  /** Those that whoever asked may read, as it was decided then: now nobody asks. */
  private static List<DirectoryOrgan> readable(
      Optional<Set<String>> readable, List<DirectoryOrgan> organs) {
    return readable
        .map(
            codes ->
                organs.stream().filter(organ -> codes.contains(organ.organCode().value())).toList())
        .orElse(organs);
  }

  /** The organs at the end of the year, level by level. */
  private List<DirectoryOrgan> hierarchy(Asked run) {
    LocalDate day = LocalDate.of(run.year(), 12, 31);
    List<DirectoryOrgan> organs = new ArrayList<>();
    List<DirectoryOrgan> level = List.of(directory.organ(run.organ(), day));
    Map<OrganCode, List<DirectoryOrgan>> below = directory.subtree(run.organ(), day);
    while (!level.isEmpty()) {
      organs.addAll(level);
      level =
          level.stream()
              .flatMap(organ -> below.getOrDefault(organ.organCode(), List.of()).stream())
              .toList();
    }
    return organs;
  }

  /** Those that were abolished in the course of the year, the topmost first if it was. */
  private List<DirectoryOrgan> ended(Asked run, DirectoryOrgan top) {
    return Stream.concat(
            Stream.of(top),
            directory.subtree(run.organ(), LocalDate.of(run.year(), 1, 1)).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(organ -> organ.organCode().value())))
        .filter(organ -> organ.endedIn(run.year()))
        .toList();
  }

  private static List<PlannedReport> there(
      Asked run, DirectoryOrgan organ, Map<ReportId, Life> lives) {
    return Arrays.stream(ReportScope.values())
        .map(scope -> new ReportId(organ.organCode(), run.year(), scope))
        .filter(lives::containsKey)
        .map(id -> new PlannedReport(id, organ.name(), ""))
        .toList();
  }

  private static PlannedReport missing(Asked run, DirectoryOrgan organ) {
    return new PlannedReport(ReportId.own(organ.organCode(), run.year()), organ.name(), UNWRITTEN);
  }
}
