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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Whether the counts are what the register counts. */
@Tag(name = "operations")
@Path("/register-comparison")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.ADMINISTRATOR)
class RegisterComparisonResource {

  private final RegisterAudit audit;
  private final RegisterComparisonJob job;
  private final CurrentCaller caller;
  private final Links links;

  RegisterComparisonResource(
      RegisterAudit audit, RegisterComparisonJob job, CurrentCaller caller, Links links) {
    this.audit = audit;
    this.job = job;
    this.caller = caller;
    this.links = links;
  }

  @GET
  @Operation(
      operationId = "getLastRegisterComparison",
      summary = "The last comparison of all years and organs with the register's recount")
  @APIResponse(responseCode = "200", description = "How many cells differ, and some of them")
  @APIResponse(responseCode = "404", description = "Nothing was compared yet")
  @APIResponse(responseCode = "409", description = "The service was not told where the register is")
  public RegisterDrift last() {
    caller.requireEverywhere();
    return audit.last().orElseThrow(Refusal::notFound);
  }

  @POST
  @Operation(
      operationId = "compareWithRegister",
      deprecated = true,
      summary =
          "Compare while the client waits, all organs or one with all below it; more than some"
              + " organs take too long for that")
  @APIResponse(responseCode = "200", description = "How many cells differ, and some of them")
  @APIResponse(responseCode = "400", description = "No organ's code")
  @APIResponse(responseCode = "409", description = "The service was not told where the register is")
  public RegisterDrift run(@RestQuery Optional<String> organ) {
    caller.requireEverywhere();
    return audit.run(Parameters.organCode("organ", organ));
  }

  @POST
  @Path("/runs")
  @Operation(
      operationId = "orderRegisterComparison",
      summary =
          "Compare in the background, all organs or one with all below it;"
              + " POST /jobs/{id}/cancellation calls it off")
  @APIResponse(
      responseCode = "202",
      description = "Ordered, or under way already; Location says how far it is",
      content = @Content(schema = @Schema(implementation = ComparisonProgress.class)))
  @APIResponse(responseCode = "400", description = "No organ's code")
  @APIResponse(responseCode = "409", description = "The service was not told where the register is")
  public Response order(@RestQuery Optional<String> organ) {
    caller.requireEverywhere();
    ComparisonProgress ordered =
        job.order(Parameters.organCode("organ", organ), caller.get().clientId());
    return Response.accepted(ordered)
        .header(HttpHeaders.LOCATION, links.to("/register-comparison/runs/" + ordered.id()))
        .build();
  }

  @GET
  @Path("/runs/{id}")
  @Operation(
      operationId = "getRegisterComparison",
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
