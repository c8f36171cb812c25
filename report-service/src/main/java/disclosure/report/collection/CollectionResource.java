package disclosure.report.collection;

import disclosure.edge.Links;
import disclosure.edge.Role;
import disclosure.report.access.ReportIds;
import disclosure.report.collection.CollectionBoard.CollectedReport;
import disclosure.report.content.ReportId;
import disclosure.report.publication.ReportState;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where an office sees how the reports stand that it adds up. */
@Tag(name = "collection")
@Path("/reports/{organCode}/{year}/collection")
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class CollectionResource {

  private final ReportIds ids;
  private final CollectionBoard board;
  private final Links links;

  CollectionResource(ReportIds ids, CollectionBoard board, Links links) {
    this.ids = ids;
    this.board = board;
    this.links = links;
  }

  /** Every report that belongs to the sum and that the caller may read, and how it stands. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getCollection",
      summary = "The reports that belong to a sum: submitted, returned, published, late")
  @APIResponse(
      responseCode = "200",
      description =
          "The sums are of all that the client may read; up to 500 of them, the organ's own first",
      content = @Content(schema = @Schema(implementation = Collected.class)))
  @APIResponse(responseCode = "400", description = "The scope is not LEVEL or REGION")
  @APIResponse(responseCode = "404", description = "No such organ, or none the client may see")
  @APIResponse(responseCode = "503", description = "The directory can't be asked just now")
  public Response get(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @BeanParam ReportPage page,
      UriInfo uri) {
    ReportId id = ids.of(organCode, year, scope);
    CollectionBoard.Board found = board.of(id);
    List<CollectedReport> items = found.items();
    return Response.ok(
            new Collected(
                items.size(),
                items.stream().filter(CollectedReport::published).count(),
                items.stream().filter(item -> item.state() == ReportState.SUBMITTED).count(),
                items.stream().filter(item -> item.returned().isPresent()).count(),
                items.stream().filter(CollectedReport::late).count(),
                found.stale(),
                page.of(items),
                page.next(items, links, uri)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /**
   * How the reports stand.
   *
   * @param stale whether the published sum is of a report that was corrected since, directly or in
   *     a sum below
   */
  @Schema(name = "CollectedReports")
  record Collected(
      int expected,
      long published,
      long submitted,
      long returned,
      long late,
      boolean stale,
      List<CollectedReport> items,
      Optional<URI> next) {}
}
