package disclosure.statistics.rebuild;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Making the counts anew from the topics. */
@Tag(name = "operations")
@Path("/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.ADMINISTRATOR)
class RebuildResource {

  private final Rebuild rebuild;
  private final CurrentCaller caller;

  RebuildResource(Rebuild rebuild, CurrentCaller caller) {
    this.rebuild = rebuild;
    this.caller = caller;
  }

  @POST
  @Operation(
      operationId = "startRebuild",
      summary = "Make the counts anew from the topics, beside those that are asked")
  @APIResponse(
      responseCode = "202",
      description = "It has begun",
      content = @Content(schema = @Schema(implementation = RebuildProgress.class)))
  @APIResponse(responseCode = "409", description = "One is under way already")
  public Response start() throws SQLException {
    caller.requireEverywhere();
    return Response.accepted(rebuild.start()).build();
  }

  @GET
  @Operation(operationId = "getRebuild", summary = "How far the last rebuild is")
  @APIResponse(responseCode = "200", description = "What is being done, and how much is read")
  @APIResponse(responseCode = "404", description = "There was none yet")
  public RebuildProgress progress() throws SQLException {
    caller.requireEverywhere();
    return rebuild.last().orElseThrow(Refusal::notFound);
  }
}
