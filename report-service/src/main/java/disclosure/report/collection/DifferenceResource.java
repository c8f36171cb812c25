package disclosure.report.collection;

import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.Text;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.report.statistics.LiveFigures;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.MatrixRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a sum of published reports is explained against the live counts of the same organs. */
@Path("/reports/{organCode}/{year}/difference")
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class DifferenceResource {

  private final ReportIds ids;
  private final ExpectedReports expected;
  private final Publications publications;
  private final LiveFigures figures;

  DifferenceResource(
      ReportIds ids, ExpectedReports expected, Publications publications, LiveFigures figures) {
    this.ids = ids;
    this.expected = expected;
    this.publications = publications;
    this.figures = figures;
  }

  /** Each cell of table three in which live counts and published reports differ, by organ. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Where live counts differ from the sum of published reports, and why")
  @APIResponse(responseCode = "200", description = "Each organ's differences, cell by cell")
  @APIResponse(responseCode = "400", description = "The scope is not LEVEL or REGION")
  @APIResponse(responseCode = "404", description = "No such organ, or none the client may see")
  @APIResponse(responseCode = "503", description = "The figures can't be had in full just now")
  public Response get(
      @RestPath String organCode, @RestPath String year, @RestQuery Optional<String> scope) {
    ReportId id = ids.of(organCode, year, scope);
    if (!id.isRollUp()) {
      throw Refusal.invalid("scope", new Text("应为 LEVEL 或 REGION", "must be LEVEL or REGION"));
    }
    List<ExpectedReport> reports = expected.of(id);
    CellFigures rest = CellFigures.of(figures.matrix(id).rows());
    List<CellDifference> items = new ArrayList<>();
    List<List<MatrixRow>> live =
        figures.tablesThree(reports.stream().map(ExpectedReport::id).toList());
    Map<ReportId, Publication> newest =
        publications.newest(id.year(), reports.stream().map(ExpectedReport::id).toList());
    for (int i = 0; i < reports.size(); i++) {
      ExpectedReport report = reports.get(i);
      CellFigures now = CellFigures.of(live.get(i));
      Optional<Publication> published = Optional.ofNullable(newest.get(report.id()));
      CellFigures then =
          published
              .map(one -> CellFigures.of(one.report().matrix().rows()))
              .orElseGet(CellFigures::nothing);
      DifferenceCause cause =
          published.isPresent() ? DifferenceCause.DRIFTED : DifferenceCause.NOT_PUBLISHED;
      now.minus(then)
          .forEach(
              (row, column, figure) ->
                  items.add(
                      new CellDifference(
                          report.id().organ(), report.name(), cause, row, column, figure)));
      rest = rest.minus(now);
    }
    rest.forEach(
        (row, column, figure) ->
            items.add(
                new CellDifference(
                    id.organ(), "", DifferenceCause.OTHER_ORGANS, row, column, figure)));
    return Response.ok(new DifferencesPage(reports.size(), items, Optional.empty()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Why live counts and the sum differ. */
  enum DifferenceCause {
    /** The organ's register moved since its report was published. */
    DRIFTED,
    /** The organ's report isn't published, so nothing of it is in the sum. */
    NOT_PUBLISHED,
    /** Organs are counted that report to nobody here, such as ones that ended in the year. */
    OTHER_ORGANS
  }

  /** All differences. */
  record DifferencesPage(int expected, List<CellDifference> items, Optional<String> next) {}

  /**
   * One cell of one organ.
   *
   * @param column an applicant type, or {@code TOTAL}
   * @param difference live, less what its published report says
   */
  record CellDifference(
      OrganCode organCode,
      String name,
      DifferenceCause cause,
      FormRow row,
      String column,
      long difference) {}
}
