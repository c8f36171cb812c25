package disclosure.statistics.reconcile;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whether the counts are what the states say. */
@Tag(name = "operations")
@Path("/self-audit")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.ADMINISTRATOR)
class SelfAuditResource {

  private final SelfAudit audit;
  private final SelfAuditJob job;
  private final CurrentCaller caller;
  private final Links links;

  SelfAuditResource(SelfAudit audit, SelfAuditJob job, CurrentCaller caller, Links links) {
    this.audit = audit;
    this.job = job;
    this.caller = caller;
    this.links = links;
  }

  @GET
  @Operation(
      operationId = "getLastSelfAudit",
      summary = "The last comparison of the counts with a recount of the states")
  @APIResponse(responseCode = "200", description = "How many daily cells differ, and some of them")
  @APIResponse(responseCode = "404", description = "Nothing was compared yet")
  public Drift last() {
    caller.requireEverywhere();
    return audit.last().orElseThrow(Refusal::notFound);
  }

  @POST
  @Operation(
      operationId = "compareWithStates",
      deprecated = true,
      summary = "Compare while the client waits, which a nation's counts take too long for")
  @APIResponse(responseCode = "200", description = "How many daily cells differ, and some of them")
  public Drift run() {
    caller.requireEverywhere();
    return audit.run();
  }

  @POST
  @Path("/runs")
  @Operation(
      operationId = "orderSelfAudit",
      summary = "Compare in the background; POST /jobs/{id}/cancellation calls it off")
  @APIResponse(
      responseCode = "202",
      description = "Ordered, or under way already; Location says how far it is",
      content = @Content(schema = @Schema(implementation = ComparisonProgress.class)))
  public Response order() {
    caller.requireEverywhere();
    ComparisonProgress ordered = job.order(caller.get().clientId());
    return Response.accepted(ordered)
        .header(HttpHeaders.LOCATION, links.to("/self-audit/runs/" + ordered.id()))
        .build();
  }

  @GET
  @Path("/runs/{id}")
  @Operation(
      operationId = "getSelfAudit",
      summary = "How far an ordered comparison is, and its result")
  @APIResponse(responseCode = "404", description = "None of that id was ordered")
  @APIResponse(
      responseCode = "200",
      description = "How far it is",
      content = @Content(schema = @Schema(implementation = ComparisonProgress.class)))
  public ComparisonProgress progress(@RestPath String id) {
    caller.requireEverywhere();
    return job.find(Parameters.id(id));
  }
}
