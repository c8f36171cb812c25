package disclosure.statistics.cell;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.edge.Role;
import disclosure.statistics.matrix.Asked;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The applications behind a cell of table three over HTTP. */
@Tag(name = "tables")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class CellResource {

  private final Cells cells;
  private final CurrentCaller caller;
  private final Links links;

  CellResource(Cells cells, CurrentCaller caller, Links links) {
    this.cells = cells;
    this.caller = caller;
    this.links = links;
  }

  @GET
  @Path("matrix/cell")
  @Operation(
      operationId = "listCellApplications",
      summary = "The applications that make up one cell, a page at a time",
      description =
          "By day of receipt; of more than 100 organs by organ, and then by day of receipt.")
  @APIResponse(responseCode = "200", description = "As many in all pages as the cell says")
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public CellPage cell(
      @BeanParam Asked asked,
      @RestQuery Optional<String> row,
      @RestQuery Optional<String> column,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      @Context UriInfo uri) {
    CellContents contents = cells.read(asked, row, column, after, limit, caller.get().scope());
    return new CellPage(
        contents.organ(),
        contents.period().from(),
        contents.period().to(),
        contents.scope(),
        contents.row(),
        column.orElseThrow(),
        contents.asOf(),
        contents.count(),
        contents.items(),
        contents.next().map(token -> links.with(uri, "after", token)));
  }
}
