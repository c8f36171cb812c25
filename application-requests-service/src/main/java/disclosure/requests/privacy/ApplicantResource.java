package disclosure.requests.privacy;

import disclosure.edge.Caller;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.personaldata.FullApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.store.Applications;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.UnreadableRecord;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
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

  private final Applications applications;
  private final PersonalDataCipher cipher;
  private final WriterTransaction transaction;
  private final AuditTrail audit;
  private final CurrentCaller caller;
  private final OrganAccess access;

  ApplicantResource(
      Applications applications,
      PersonalDataCipher cipher,
      WriterTransaction transaction,
      AuditTrail audit,
      CurrentCaller caller,
      OrganAccess access) {
    this.applications = applications;
    this.cipher = cipher;
    this.transaction = transaction;
    this.audit = audit;
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
    UUID applicationId = Parameters.id(id);
    Reach reach = access.reach();
    Caller reader = caller.get();
    StoredApplication read =
        transaction.run(
            reach,
            connection -> {
              StoredApplication stored =
                  applications
                      .find(connection, applicationId)
                      .filter(found -> reach.includes(found.organCode()))
                      .orElseThrow(Refusal::notFound);
              audit.append(
                  connection,
                  reader,
                  AuditAction.APPLICANT_READ,
                  stored.id(),
                  stored.organCode(),
                  stored.version());
              return stored;
            });
    try {
      return Response.ok(read.applicant().open(applicationId, cipher))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (UnreadablePersonalData told) {
      throw UnreadableRecord.refusal();
    }
  }
}
