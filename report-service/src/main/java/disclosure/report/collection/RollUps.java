package disclosure.report.collection;

import disclosure.report.check.RollUp;
import disclosure.report.content.ReportId;
import disclosure.report.publication.FrozenReport;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.MatrixRow;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds published reports up. */
@RequestScoped
public class RollUps {

  private final ExpectedReports expected;
  private final Publications publications;

  RollUps(ExpectedReports expected, Publications publications) {
    this.expected = expected;
    this.publications = publications;
  }

  /**
   * The sum of all that is published and belongs to it; what isn't published is missing in it, and
   * check 19 says so.
   *
   * @throws disclosure.edge.Refusal 404 or 503, when the directory can't tell
   */
  public RolledUp of(ReportId id) {
    List<ExpectedReport> reports = expected.of(id);
    Map<ReportId, Publication> newest =
        publications.newest(id.year(), reports.stream().map(ExpectedReport::id).toList());
    List<ExpectedReport> there =
        reports.stream().filter(report -> newest.containsKey(report.id())).toList();
    return RolledUp.of(
        reports, there, there.stream().map(report -> newest.get(report.id())).toList());
  }

  /** What the checks compare a sum with: its parts, and who came and went since last year. */
  public RollUp compared(ReportId id, RolledUp sum) {
    List<FrozenReport.AddedRevision> before =
        publications.newest(id.yearBefore()).map(Publication::report).stream()
            .flatMap(report -> report.children().stream())
            .toList();
    return new RollUp(
        sum.expected().stream().map(ExpectedReport::organ).toList(),
        sum.parts(),
        joined(sum.expected(), before),
        left(id, sum.expected(), before));
  }

  private List<RollUp.Moved> joined(
      List<ExpectedReport> reports, List<FrozenReport.AddedRevision> before) {
    Set<OrganCode> known =
        before.stream().map(FrozenReport.AddedRevision::organ).collect(Collectors.toSet());
    return before.isEmpty()
        ? List.of()
        : reports.stream()
            .filter(report -> !known.contains(report.id().organ()))
            .map(report -> new RollUp.Moved(report.organ(), rows(report.id().yearBefore())))
            .toList();
  }

  private List<RollUp.Moved> left(
      ReportId id, List<ExpectedReport> reports, List<FrozenReport.AddedRevision> before) {
    Set<OrganCode> now =
        reports.stream().map(report -> report.id().organ()).collect(Collectors.toSet());
    return before.stream()
        .filter(child -> !now.contains(child.organ()))
        .map(
            child ->
                new RollUp.Moved(
                    new RollUp.NamedOrgan(child.organ(), child.name()),
                    rows(new ReportId(child.organ(), id.year() - 1, child.scope()))))
        .toList();
  }

  private Optional<List<MatrixRow>> rows(ReportId id) {
    return publications.newest(id).map(publication -> publication.report().matrix().rows());
  }
}
