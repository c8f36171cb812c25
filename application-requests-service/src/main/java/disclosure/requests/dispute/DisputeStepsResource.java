package disclosure.requests.dispute;

import disclosure.edge.CurrentCaller;
import disclosure.edge.EntityTags;
import disclosure.edge.IfMatch;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The steps of a case over HTTP. */
@Path("/disputes/{id}/steps")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "disputes")
class DisputeStepsResource {

  /** All steps of a case. */
  @Schema(name = "DisputeSteps")
  record Recorded(List<DisputeStep> items) {}

  private final AppendDisputeStep append;
  private final Disputes disputes;
  private final DisputeSteps steps;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final RegisterReader reader;

  DisputeStepsResource(
      AppendDisputeStep append,
      Disputes disputes,
      DisputeSteps steps,
      CurrentCaller caller,
      OrganAccess access,
      RegisterReader reader) {
    this.append = append;
    this.disputes = disputes;
    this.steps = steps;
    this.caller = caller;
    this.access = access;
    this.reader = reader;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(
      summary = "Correct a case, void one entered twice, re-open it, send it back, take it on")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = Dispute.class)))
  public Response post(
      @RestPath String id,
      DisputeStepRequest request,
      @RestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
    Dispute after =
        append.append(
            Parameters.id(id), request, IfMatch.of(ifMatch), caller.get(), access.reach());
    return Response.ok(after).header(HttpHeaders.ETAG, EntityTags.of(after.version())).build();
  }

  @GET
  @RolesAllowed(Role.RECORDER)
  @Operation(summary = "What was recorded of a case, each with the case as it stood before")
  public Recorded list(@RestPath String id) throws SQLException {
    UUID disputeId = Parameters.id(id);
    Reach reach = access.reach();
    return reader.read(
        reach,
        connection -> {
          if (disputes
              .find(connection, disputeId)
              .filter(found -> reach.includes(found.organCode()))
              .isEmpty()) {
            throw Refusal.notFound();
          }
          return new Recorded(steps.of(connection, disputeId));
        });
  }
}
