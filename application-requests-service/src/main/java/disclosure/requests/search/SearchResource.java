package disclosure.requests.search;

import disclosure.edge.Concurrency;
import disclosure.edge.Role;
import disclosure.requests.transaction.RegisterReader;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Lists, searches and exports of applications. */
@Path("/applications")
@Blocking
@Tag(name = "search")
class SearchResource {

  private final ListApplications lists;
  private final FindApplications find;
  private final Readers readers;
  private final RegisterReader register;
  private final Clock clock;
  private final ExportSettings exports;

  SearchResource(
      ListApplications lists,
      FindApplications find,
      Readers readers,
      RegisterReader register,
      Clock clock,
      ExportSettings exports) {
    this.lists = lists;
    this.find = find;
    this.readers = readers;
    this.register = register;
    this.clock = clock;
    this.exports = exports;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(operationId = "listApplications", summary = "Applications by organ, status and days")
  public ApplicationPage list(
      @BeanParam FilterQuery query,
      @RestQuery Optional<String> sort,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    return lists.list(query, sort, after, limit, uri);
  }

  /**
   * Finds applications by what a caller can say: the office's own number, or who he is. What is
   * known of a person stands in the body, so that no address and no log holds it, and the search is
   * in the audit trail before it is answered, without what was looked for.
   */
  @POST
  @Path("/search")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "searchApplications",
      summary =
          "Applications by their number, or by the applicant's name, contact or identity number;"
              + " searches for persons are audited. next is posted to with the same body")
  @APIResponse(
      responseCode = "200",
      description = "Those that the client may see",
      content = @Content(schema = @Schema(implementation = ApplicationPage.class)))
  @APIResponse(responseCode = "404", description = "No such organ, or none the client may see")
  public ApplicationPage search(
      SearchRequest request,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    return lists.search(request, after, limit, uri);
  }

  @GET
  @Path("/export")
  @Produces({Export.CSV, Export.XLSX, MediaType.APPLICATION_JSON})
  @RolesAllowed(Role.RECORDER)
  @Operation(operationId = "exportApplications", summary = "The same as a table for spreadsheets")
  @APIResponse(
      responseCode = "200",
      description = "CSV in UTF-8 with byte order mark, or XLSX",
      content = {
        @Content(mediaType = Export.CSV, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = Export.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @Concurrency(perClient = 2, total = 4)
  @APIResponse(responseCode = "422", description = "More rows than a table may have")
  public Response export(
      @BeanParam FilterQuery query,
      @RestQuery Optional<String> format,
      @Context RoutingContext request)
      throws SQLException {
    LocalDate today = LocalDate.now(clock);
    Filter filter = Filter.of(query, today);
    Export.Format as = Export.Format.of(format);
    var reach = readers.reach(filter);
    return Export.answer(find, register, filter, reach, as, today, exports.timeout(), request);
  }
}
