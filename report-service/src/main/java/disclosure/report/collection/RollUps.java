package disclosure.report.collection;

import disclosure.report.check.RollUp;
import disclosure.report.content.FormEdition;
import disclosure.report.content.ReportId;
import disclosure.report.publication.FrozenReport;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.report.statistics.CountedOrgan;
import disclosure.report.statistics.LiveFigures;
import disclosure.report.takenover.EarlierReports;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.MatrixRow;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds published reports up. */
@RequestScoped
public class RollUps {

  private final ExpectedReports expected;
  private final Publications publications;
  private final EarlierReports earlier;
  private final LiveFigures figures;

  RollUps(
      ExpectedReports expected,
      Publications publications,
      EarlierReports earlier,
      LiveFigures figures) {
    this.expected = expected;
    this.publications = publications;
    this.earlier = earlier;
    this.figures = figures;
  }

  /**
   * The sum of all that is published and belongs to it; what isn't published is missing in it, and
   * check 19 says so.
   *
   * @throws disclosure.edge.Refusal 404 or 503, when the directory can't tell
   */
  public RolledUp of(ReportId id) {
    List<ExpectedReport> reports = expected.of(id);
    Map<ReportId, PublishedFigures> newest =
        publications.ofNewest(
            id.year(), reports.stream().map(ExpectedReport::id).toList(), PublishedFigures::of);
    List<ExpectedReport> there =
        reports.stream().filter(report -> newest.containsKey(report.id())).toList();
    return RolledUp.of(
        FormEdition.of(id.year()),
        reports,
        there,
        there.stream().map(report -> newest.get(report.id())).toList());
  }

  /**
   * What the checks compare a sum with: its parts, and who came and went since last year.
   *
   * @param organs all that the sum is made of ({@link LiveFigures#organs})
   */
  public RollUp compared(ReportId id, RolledUp sum, List<CountedOrgan> organs) {
    List<FrozenReport.AddedRevision> before =
        publications.newest(id.yearBefore()).map(Publication::report).stream()
            .flatMap(report -> report.children().stream())
            .toList();
    return new RollUp(
        sum.expected().stream().map(ExpectedReport::organ).toList(),
        sum.parts(),
        joined(id, sum.expected(), before, organs),
        left(id, sum.expected(), before, organs));
  }

  private List<RollUp.Moved> joined(
      ReportId id,
      List<ExpectedReport> reports,
      List<FrozenReport.AddedRevision> before,
      List<CountedOrgan> organs) {
    if (before.isEmpty()) {
      return List.of();
    }
    Set<OrganCode> known =
        before.stream().map(FrozenReport.AddedRevision::organ).collect(Collectors.toSet());
    return Stream.concat(
            reports.stream()
                .filter(report -> !known.contains(report.id().organ()))
                .map(report -> new RollUp.Moved(report.organ(), rows(report.id().yearBefore()))),
            mergedFromElsewhere(id, organs, known))
        .toList();
  }

  /** Of those that were merged in since, the ones that were no part of last year's sum. */
  private Stream<RollUp.Moved> mergedFromElsewhere(
      ReportId id, List<CountedOrgan> organs, Set<OrganCode> known) {
    LocalDate since = LocalDate.of(id.year() - 1, Month.DECEMBER, 31);
    List<CountedOrgan> merged =
        organs.stream()
            .filter(organ -> organ.isEnded() && organ.countedWith().isPresent())
            .filter(organ -> organ.carriedIn() > 0 && !known.contains(organ.organCode()))
            .filter(organ -> organ.validTo().filter(last -> !last.isBefore(since)).isPresent())
            .toList();
    if (merged.isEmpty()) {
      return Stream.empty();
    }
    Set<OrganCode> lastYear =
        figures.organs(id.yearBefore(), false).stream()
            .filter(organ -> organ.countedWith().isPresent())
            .map(CountedOrgan::organCode)
            .collect(Collectors.toSet());
    return merged.stream()
        .filter(organ -> !lastYear.contains(organ.organCode()))
        .map(
            organ ->
                new RollUp.Moved(
                    new RollUp.NamedOrgan(organ.organCode(), organ.name()),
                    rows(ReportId.own(organ.organCode(), id.year() - 1))));
  }

  private List<RollUp.Moved> left(
      ReportId id,
      List<ExpectedReport> reports,
      List<FrozenReport.AddedRevision> before,
      List<CountedOrgan> organs) {
    Set<OrganCode> now =
        Stream.concat(
                reports.stream().map(report -> report.id().organ()),
                organs.stream()
                    .filter(organ -> organ.countedWith().isPresent())
                    .map(CountedOrgan::organCode))
            .collect(Collectors.toSet());
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
    return earlier.of(id).map(report -> report.matrix().rows());
  }
}
