package disclosure.requests.handling;

import disclosure.edge.EntityTags;
import disclosure.edge.IfMatch;
import disclosure.edge.Parameters;
import disclosure.edge.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who handles an application. */
@Tag(name = "applications")
@Path("/applications/{id}/handling")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class HandlingResource {

  private final HandleApplication handle;

  HandlingResource(HandleApplication handle) {
    this.handle = handle;
  }

  @GET
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "getHandling",
      summary = "Who handles the application, and what is noted of it")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = HandlingView.class)))
  public Response get(@RestPath String id) throws SQLException {
    return answer(handle.read(Parameters.id(id)));
  }

  /**
   * Replaces both; what is absent is emptied, but for a note that can't be decrypted. No figure,
   * due date or event knows of it. The ETag is that of {@link #get}: 428 without it, 412 when
   * somebody else replaced them meanwhile by something else.
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "putHandling",
      summary = "Say who handles the application, and note something; replaces both")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = HandlingView.class)))
  public Response put(
      @RestPath String id,
      Handling handling,
      @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
    IfMatch seen = IfMatch.of(ifMatch);
    seen.requireGiven();
    return answer(handle.replace(Parameters.id(id), handling, seen));
  }

  private static Response answer(HandleApplication.Handled handled) {
    return Response.ok(HandlingView.of(handled))
        .header(HttpHeaders.ETAG, EntityTags.of(handled.version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
