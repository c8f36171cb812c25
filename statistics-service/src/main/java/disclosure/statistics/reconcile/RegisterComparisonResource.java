package disclosure.statistics.reconcile;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** Whether the counts are what the register counts. */
@Path("/register-comparison")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.ADMINISTRATOR)
class RegisterComparisonResource {

  private final RegisterAudit audit;
  private final CurrentCaller caller;

  RegisterComparisonResource(RegisterAudit audit, CurrentCaller caller) {
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "The last comparison of all years and organs with the register's recount")
  @APIResponse(responseCode = "200", description = "How many cells differ, and some of them")
  @APIResponse(responseCode = "404", description = "Nothing was compared yet")
  @APIResponse(responseCode = "409", description = "The service was not told where the register is")
  public RegisterDrift last() {
    caller.requireEverywhere();
    return audit.last().orElseThrow(Refusal::notFound);
  }

  @POST
  @Operation(summary = "Compare now, all organs or one with all below it")
  @APIResponse(responseCode = "200", description = "How many cells differ, and some of them")
  @APIResponse(responseCode = "400", description = "No organ's code")
  @APIResponse(responseCode = "409", description = "The service was not told where the register is")
  public RegisterDrift run(@RestQuery Optional<String> organ) {
    caller.requireEverywhere();
    if (organ.isPresent() && !OrganCode.isValid(organ.get())) {
      throw Refusal.invalid(
          "organ",
          "应为18位统一社会信用代码，且校验码正确（GB 32100-2015）",
          "must be 18 characters with the right check character (GB 32100-2015)");
    }
    return audit.run(organ.map(OrganCode::new));
  }
}
