package disclosure.statistics.reconcile;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Whether the counts are what the states say. */
@Path("/self-audit")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.ADMINISTRATOR)
class SelfAuditResource {

  private final SelfAudit audit;
  private final CurrentCaller caller;

  SelfAuditResource(SelfAudit audit, CurrentCaller caller) {
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "The last comparison of the counts with a recount of the states")
  @APIResponse(responseCode = "200", description = "How many daily cells differ, and some of them")
  @APIResponse(responseCode = "404", description = "Nothing was compared yet")
  public Drift last() {
    caller.requireEverywhere();
    return audit.last().orElseThrow(Refusal::notFound);
  }

  @POST
  @Operation(summary = "Compare now")
  @APIResponse(responseCode = "200", description = "How many daily cells differ, and some of them")
  public Drift run() {
    caller.requireEverywhere();
    return audit.run();
  }
}
