package disclosure.report.collection;

import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.report.access.ReportAccess;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.Publications;
import disclosure.report.statistics.LiveFigures;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a sum of published reports is explained against the live counts of the same organs. */
@Tag(name = "collection")
@Path("/reports/{organCode}/{year}/difference")
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class DifferenceResource {

  private static final int REPORTS_AT_A_TIME = 500;

  private final ReportAccess access;
  private final ExpectedReports expected;
  private final Publications publications;
  private final LiveFigures figures;
  private final Links links;

  DifferenceResource(
      ReportAccess access,
      ExpectedReports expected,
      Publications publications,
      LiveFigures figures,
      Links links) {
    this.links = links;
    this.access = access;
    this.expected = expected;
    this.publications = publications;
    this.figures = figures;
  }

  /** Each cell of table three in which live counts and published reports differ, by organ. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getDifference",
      summary = "Where live counts differ from the sum of published reports, and why")
  @APIResponse(
      responseCode = "200",
      description = "Each organ's differences, cell by cell",
      content = @Content(schema = @Schema(implementation = DifferencesPage.class)))
  @APIResponse(responseCode = "400", description = "The scope is not LEVEL or REGION")
  @APIResponse(responseCode = "404", description = "No such organ, or none the client may see")
  @APIResponse(responseCode = "503", description = "The figures can't be had in full just now")
  public Response get(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @BeanParam ReportPage page,
      UriInfo uri) {
    ReportId id = access.readable(organCode, year, scope);
    if (!id.isRollUp()) {
      throw Refusal.invalid(
          InputFault.NOT_ONE_OF.at("scope", Expected.oneOf(ReportScope.LEVEL, ReportScope.REGION)));
    }
    List<ExpectedReport> all = expected.of(id);
    List<ExpectedReport> reports = page.of(all);
    List<CellDifference> items = new ArrayList<>();
    List<CellFigures> live = live(reports);
    Map<ReportId, CellFigures> newest =
        publications.ofNewest(
            id.year(),
            reports.stream().map(ExpectedReport::id).toList(),
            one -> CellFigures.of(one.report().matrix().rows()));
    for (int i = 0; i < reports.size(); i++) {
      ExpectedReport report = reports.get(i);
      Optional<CellFigures> published = Optional.ofNullable(newest.get(report.id()));
      CellFigures then = published.orElseGet(CellFigures::nothing);
      DifferenceCause cause =
          published.isPresent() ? DifferenceCause.DRIFTED : DifferenceCause.NOT_PUBLISHED;
      live.get(i)
          .minus(then)
          .forEach(
              (row, column, figure) ->
                  items.add(
                      new CellDifference(
                          report.id().organ(), report.name(), cause, row, column, figure)));
    }
    if (page.isLast(all)) {
      rest(id, all)
          .forEach(
              (row, column, figure) ->
                  items.add(
                      new CellDifference(
                          id.organ(), "", DifferenceCause.OTHER_ORGANS, row, column, figure)));
    }
    return Response.ok(new DifferencesPage(all.size(), items, page.next(all, links, uri)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** What is counted of organs that report to nobody here. */
  private CellFigures rest(ReportId id, List<ExpectedReport> all) {
    CellFigures rest = CellFigures.of(figures.matrix(id).rows());
    for (int from = 0; from < all.size(); from += REPORTS_AT_A_TIME) {
      int to = Math.min(all.size(), from + REPORTS_AT_A_TIME);
      for (CellFigures now : live(all.subList(from, to))) {
        rest = rest.minus(now);
      }
    }
    return rest;
  }

  private List<CellFigures> live(List<ExpectedReport> reports) {
    return figures.tablesThree(reports.stream().map(ExpectedReport::id).toList()).stream()
        .map(CellFigures::of)
        .toList();
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

  /**
   * The differences of some reports; those of organs that report to nobody here stand on the last
   * page.
   *
   * @param expected how many reports belong to the sum
   */
  record DifferencesPage(int expected, List<CellDifference> items, Optional<URI> next) {}

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
