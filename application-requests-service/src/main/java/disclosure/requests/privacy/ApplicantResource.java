package disclosure.requests.privacy;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Parameters;
import disclosure.edge.Role;
import disclosure.requests.personaldata.FullApplicant;
import disclosure.requests.security.OrganAccess;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

/** Who applies, in full. */
@Tag(name = "applications")
@Path("/applications/{id}/applicant")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class ApplicantResource {

  private final ReadApplicant applicants;
  private final CurrentCaller caller;
  private final OrganAccess access;

  ApplicantResource(ReadApplicant applicants, CurrentCaller caller, OrganAccess access) {
    this.applicants = applicants;
    this.caller = caller;
    this.access = access;
  }

  /** Answers once the audit trail says who asked. */
  @GET
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "getApplicant",
      summary = "The applicant's data in full; each call is audited")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = FullApplicant.class)))
  public Response get(@RestPath String id) {
    return Response.ok(applicants.read(Parameters.id(id), caller.get(), access.reach()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
