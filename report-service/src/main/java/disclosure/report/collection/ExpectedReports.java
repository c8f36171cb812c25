package disclosure.report.collection;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.CountedOrgans;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeSteps;
import disclosure.report.statistics.CountedOrgan;
import disclosure.report.statistics.DirectoryOrgan;
import disclosure.report.statistics.LiveFigures;
import disclosure.report.statistics.OrganDirectory;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which reports belong to a sum, by the directory as it was at the end of the year. 本级 takes the
 * departments directly below a government; 本行政区域 takes all below it, and of a lower government the
 * sum over its own region. The government's report on itself belongs to both, unless it received no
 * application and nobody began one: then its office answers in its name. An organ that ended in the
 * year is counted with its successor, and one below it belongs to the sum as if it stood below that
 * successor. One that ended without a successor, and what was left below it, belongs to the sum
 * when it published a report of its own.
 */
@RequestScoped
class ExpectedReports {

  private final OrganDirectory directory;
  private final LiveFigures figures;
  private final LifeSteps steps;
  private final CountedOrgans countedOrgans;

  ExpectedReports(
      OrganDirectory directory, LiveFigures figures, LifeSteps steps, CountedOrgans countedOrgans) {
    this.directory = directory;
    this.figures = figures;
    this.steps = steps;
    this.countedOrgans = countedOrgans;
  }

  /**
   * The reports that belong to a sum, in the order of the organs' codes, the organ itself first.
   *
   * @throws disclosure.edge.Refusal 404 when there was no such organ; 503 when the directory can't
   *     be asked
   */
  List<ExpectedReport> of(ReportId rollUp) {
    LocalDate day = LocalDate.of(rollUp.year(), 12, 31);
    DirectoryOrgan top = directory.organ(rollUp.organ(), day);
    List<ExpectedReport> expected = new ArrayList<>();
    ReportId own = ReportId.own(rollUp.organ(), rollUp.year());
    if (!steps.life(own).equals(Life.NONE)
        || figures.matrix(own).rows().stream().anyMatch(row -> row.total() > 0)) {
      expected.add(new ExpectedReport(own, top.name(), top.kind()));
    }
    Map<OrganCode, List<DirectoryOrgan>> tree = tree(rollUp, day);
    for (DirectoryOrgan organ : tree.getOrDefault(rollUp.organ(), List.of())) {
      add(rollUp, organ, tree, expected);
    }
    addEnded(rollUp, expected);
    return expected;
  }

  /**
   * Those that ended in the year, or were left below such a one, and published a report on it all
   * the same; one below a lower government belongs to the sum of that one.
   */
  private void addEnded(ReportId rollUp, List<ExpectedReport> expected) {
    List<CountedOrgan> ended = figures.organs(rollUp, true);
    if (ended.isEmpty()) {
      return;
    }
    Set<OrganCode> apart =
        countedOrgans.reportingThemselves(
            rollUp.year(), ended.stream().map(CountedOrgan::organCode).toList());
    Set<OrganCode> regions =
        expected.stream()
            .filter(report -> report.id().scope() == ReportScope.REGION)
            .map(report -> report.id().organ())
            .collect(Collectors.toSet());
    ended.stream()
        .filter(organ -> apart.contains(organ.organCode()))
        .filter(organ -> organ.above().stream().noneMatch(regions::contains))
        .map(
            organ ->
                new ExpectedReport(
                    ReportId.own(organ.organCode(), rollUp.year()), organ.name(), organ.kind()))
        .forEach(expected::add);
  }

  /** What is below whom. */
  private Map<OrganCode, List<DirectoryOrgan>> tree(ReportId rollUp, LocalDate day) {
    return rollUp.scope() == ReportScope.REGION
        ? directory.subtree(rollUp.organ(), day)
        : Map.of(rollUp.organ(), directory.below(rollUp.organ(), day));
  }

  /** Below a lower government nobody is looked for, since it adds up itself. */
  private static void add(
      ReportId rollUp,
      DirectoryOrgan organ,
      Map<OrganCode, List<DirectoryOrgan>> tree,
      List<ExpectedReport> expected) {
    ReportId own = ReportId.own(organ.organCode(), rollUp.year());
    boolean region = rollUp.scope() == ReportScope.REGION;
    if (organ.kind() == OrganKind.GOVERNMENT && region) {
      ReportId lower = new ReportId(organ.organCode(), rollUp.year(), ReportScope.REGION);
      expected.add(new ExpectedReport(lower, organ.name(), organ.kind()));
    } else if (organ.kind() == OrganKind.DEPARTMENT || region) {
      expected.add(new ExpectedReport(own, organ.name(), organ.kind()));
      if (region) {
        tree.getOrDefault(organ.organCode(), List.of())
            .forEach(below -> add(rollUp, below, tree, expected));
      }
    }
  }
}
