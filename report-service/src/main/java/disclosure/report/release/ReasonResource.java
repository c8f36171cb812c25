package disclosure.report.release;

import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Role;
import disclosure.report.access.ReportAccess;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
import disclosure.report.publication.KeptReason;
import disclosure.report.publication.KeptReasons;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

/** Where reasons are kept for which a report may be published although a check finds something. */
@Tag(name = "publication")
@Path("/reports/{organCode}/{year}/reasons")
@Produces(MediaType.APPLICATION_JSON)
class ReasonResource {

  private static final int MAX_PAGE = 100;

  private final ReportIds ids;
  private final Release release;
  private final KeptReasons reasons;
  private final ReportAccess access;
  private final Links links;

  ReasonResource(
      ReportIds ids, Release release, KeptReasons reasons, ReportAccess access, Links links) {
    this.ids = ids;
    this.release = release;
    this.reasons = reasons;
    this.access = access;
    this.links = links;
  }

  /** Keeps a reason for all that a check finds now; what it finds later wants another. */
  @PUT
  @Path("/{check}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.EDITOR)
  @Operation(
      operationId = "keepReason",
      summary = "Say why the report may be published although a check finds something")
  @APIResponse(
      responseCode = "200",
      description = "The reason is kept, or already was",
      content = @Content(schema = @Schema(implementation = KeptReason.class)))
  @APIResponse(responseCode = "403", description = "Not an organ that the client writes for")
  @APIResponse(responseCode = "404", description = "No such report or check")
  @APIResponse(responseCode = "409", description = "The check holds, or no reason can overrule it")
  public Response keep(
      @RestPath String organCode,
      @RestPath String year,
      @RestPath String check,
      @RestQuery Optional<String> scope,
      ReasonBody body) {
    ReportId id = ids.of(organCode, year, scope);
    return Response.ok(release.keepReason(id, check, body, Optional.empty())).build();
  }

  /** Every reason that was ever given, by whom and when. */
  @GET
  @RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(operationId = "listReasons", summary = "The reasons that were given, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "As many as the limit says, 100 by itself",
      content = @Content(schema = @Schema(implementation = Reasons.class)))
  @APIResponse(responseCode = "404", description = "No such organ, or none the client may see")
  public Response list(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri) {
    ReportId id = access.readable(organCode, year, scope);
    int size = Parameters.number("limit", limit, 1, MAX_PAGE, MAX_PAGE);
    int before = Parameters.number("after", after, 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    KeptReasons.Page page = reasons.before(id, before, size);
    return Response.ok(
            new Reasons(page.items(), page.last().map(last -> links.with(uri, "after", last))))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Some reasons, and where those before them are. */
  @Schema(name = "KeptReasons")
  record Reasons(List<KeptReason> items, Optional<URI> next) {}
}
