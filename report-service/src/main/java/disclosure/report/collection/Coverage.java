package disclosure.report.collection;

import disclosure.report.check.OrganCoverage;
import disclosure.report.check.RollUp;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.CountedOrgans;
import disclosure.report.publication.FrozenReport;
import disclosure.report.statistics.CountedOrgan;
import disclosure.report.statistics.OrganDirectory;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MergedOrgan;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which published reports on a year the applications of organs are. */
@RequestScoped
public class Coverage {

  private final CountedOrgans countedOrgans;
  private final OrganDirectory directory;

  Coverage(CountedOrgans countedOrgans, OrganDirectory directory) {
    this.countedOrgans = countedOrgans;
    this.directory = directory;
  }

  /**
   * Of an organ's own report: which of the organs in its table three are in the published report of
   * another one.
   */
  public List<OrganCoverage> own(ReportId id, Matrix matrix) {
    Map<OrganCode, RollUp.NamedOrgan> names = new HashMap<>();
    Map<OrganCode, Long> applications = new HashMap<>();
    long rest = matrix.row(FormRow.NEWLY_RECEIVED).total() + matrix.row(FormRow.CARRIED_IN).total();
    for (MergedOrgan merged : matrix.merged()) {
      long number = merged.newlyReceived() + merged.carriedIn();
      names.put(merged.organCode(), new RollUp.NamedOrgan(merged.organCode(), merged.name()));
      applications.put(merged.organCode(), number);
      rest -= number;
    }
    names.put(id.organ(), new RollUp.NamedOrgan(id.organ(), matrix.organName()));
    applications.put(id.organ(), rest);
    List<OrganCoverage> found = new ArrayList<>();
    countedOrgans
        .countedBy(id.year(), names.keySet())
        .forEach(
            (organ, reports) -> {
              List<String> others =
                  reports.stream()
                      .filter(other -> !other.equals(id.organ()))
                      .map(other -> directory.organ(other).name())
                      .sorted()
                      .toList();
              if (!others.isEmpty()) {
                found.add(new OrganCoverage(names.get(organ), applications.get(organ), others));
              }
            });
    return found;
  }

  /**
   * Of a sum: in which of the published reports that it adds up the applications of each organ are;
   * organs whose report is still awaited are not among them, since it is missing as a whole.
   *
   * @param organs all that the sum is made of
   */
  public List<OrganCoverage> of(ReportId id, RolledUp sum, List<CountedOrgan> organs) {
    List<CountedOrgan> counted = organs.stream().filter(one -> one.applications() > 0).toList();
    Map<OrganCode, Set<OrganCode>> countedBy =
        countedOrgans.countedBy(id.year(), counted.stream().map(CountedOrgan::organCode).toList());
    Expected expected = Expected.of(sum);
    List<OrganCoverage> found = new ArrayList<>();
    for (CountedOrgan organ : counted) {
      List<String> reports =
          expected.publishedReports(organ, countedBy.getOrDefault(organ.organCode(), Set.of()));
      if (!reports.isEmpty() || !expected.isAwaited(organ)) {
        found.add(
            new OrganCoverage(
                new RollUp.NamedOrgan(organ.organCode(), organ.name()),
                organ.applications(),
                reports));
      }
    }
    return found;
  }

  /**
   * The reports of a sum, and which of them are published.
   *
   * @param own the names of the organs that report on themselves
   * @param regions the names of the lower governments that report on their regions
   */
  private record Expected(
      Map<OrganCode, String> own, Map<OrganCode, String> regions, Set<ReportKey> published) {

    private record ReportKey(OrganCode organ, ReportScope scope) {}

    static Expected of(RolledUp sum) {
      return new Expected(
          names(sum, ReportScope.OWN),
          names(sum, ReportScope.REGION),
          sum.children().stream()
              .map(
                  (FrozenReport.AddedRevision child) -> new ReportKey(child.organ(), child.scope()))
              .collect(Collectors.toSet()));
    }

    private static Map<OrganCode, String> names(RolledUp sum, ReportScope scope) {
      return sum.expected().stream()
          .filter(report -> report.id().scope() == scope)
          .collect(Collectors.toMap(report -> report.id().organ(), ExpectedReport::name));
    }

    List<String> publishedReports(CountedOrgan organ, Set<OrganCode> countedBy) {
      return Stream.concat(
              countedBy.stream()
                  .filter(by -> published.contains(new ReportKey(by, ReportScope.OWN)))
                  .flatMap(by -> Optional.ofNullable(own.get(by)).stream()),
              regionsOver(organ)
                  .filter(over -> published.contains(new ReportKey(over, ReportScope.REGION)))
                  .map(regions::get))
          .sorted()
          .toList();
    }

    /** Whether the report that should have its applications isn't published yet. */
    boolean isAwaited(CountedOrgan organ) {
      return organ
              .countedWith()
              .filter(own::containsKey)
              .filter(by -> !published.contains(new ReportKey(by, ReportScope.OWN)))
              .isPresent()
          || regionsOver(organ)
              .anyMatch(over -> !published.contains(new ReportKey(over, ReportScope.REGION)));
    }

    private Stream<OrganCode> regionsOver(CountedOrgan organ) {
      return Stream.concat(Stream.of(organ.organCode()), organ.above().stream())
          .filter(regions::containsKey);
    }
  }
}
