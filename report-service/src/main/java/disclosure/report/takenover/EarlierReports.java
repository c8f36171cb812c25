package disclosure.report.takenover;

import disclosure.report.content.ReportId;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is compared with: a report as it is published here; or else the one that was taken over,
 * since its organ published it elsewhere.
 */
@ApplicationScoped
public class EarlierReports {

  private final Publications publications;
  private final TakenOverReports takenOver;

  EarlierReports(Publications publications, TakenOverReports takenOver) {
    this.publications = publications;
    this.takenOver = takenOver;
  }

  /** The report, if either is there. */
  public Optional<EarlierReport> of(ReportId id) {
    return publications
        .newest(id)
        .map(Publication::report)
        .map(EarlierReport::of)
        .or(() -> takenOver.newest(id).map(EarlierReport::of));
  }

  /** Table three of the reports of some organs alone; those of which there is none are absent. */
  public Map<OrganCode, Matrix> ownMatrices(int year, Collection<OrganCode> organs) {
    Map<OrganCode, Matrix> found = new HashMap<>();
    takenOver
        .newestOwn(year, organs)
        .forEach((organ, taken) -> found.put(organ, EarlierReport.of(taken).matrix()));
    publications
        .ofNewest(
            year,
            organs.stream().map(organ -> ReportId.own(organ, year)).toList(),
            publication -> publication.report().matrix())
        .forEach((own, matrix) -> found.put(own.organ(), matrix));
    return found;
  }
}
