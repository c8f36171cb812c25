package disclosure.requests.audit;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.security.OrganAccess;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The audit trail over HTTP. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "audit")
class AuditResource {

  private final AuditVerification verification;
  private final AuditEntries entries;
  private final OrganAccess access;
  private final CurrentCaller caller;
  private final Links links;

  AuditResource(
      AuditVerification verification,
      AuditEntries entries,
      OrganAccess access,
      CurrentCaller caller,
      Links links) {
    this.links = links;
    this.verification = verification;
    this.entries = entries;
    this.access = access;
    this.caller = caller;
  }

  @GET
  @Path("/verification")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "verifyAuditTrail",
      summary =
          "Recalculate the whole audit trail and name what was changed, removed or put in; with a"
              + " block and digest that were noted earlier, also whether anything was cut off")
  public AuditVerification.Result verify(
      @RestQuery Optional<String> block, @RestQuery Optional<String> digest) throws SQLException {
    caller.requireEverywhere();
    int number = Parameters.number("block", block, 1, 999_999_999, 1);
    if (block.isPresent() != digest.isPresent()) {
      throw Refusal.invalid(
          RegisterFault.BLOCK_AND_DIGEST_TOGETHER.at(block.isPresent() ? "digest" : "block"));
    }
    if (digest.filter(given -> !given.matches("[0-9a-f]{64}")).isPresent()) {
      throw Refusal.invalid(RegisterFault.NOT_A_DIGEST.at("digest"));
    }
    return verification.verify(
        digest.map(noted -> new AuditVerification.Head(number, noted, Instant.EPOCH)));
  }

  @GET
  @Path("/entries")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(operationId = "listAuditEntries", summary = "Who did or read what, newest first")
  public AuditEntries.Page list(
      @RestQuery Optional<String> subject,
      @RestQuery Optional<String> client,
      @RestQuery Optional<String> person,
      @RestQuery Optional<String> action,
      @RestQuery Optional<String> from,
      @RestQuery Optional<String> to,
      @RestQuery Optional<String> before,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    AuditEntries.Page page =
        entries.page(
            AuditQuery.of(
                new AuditQuery.Asked(subject, client, person, action, from, to, before, limit)),
            access.reach());
    return page.before().map(last -> page.at(links.with(uri, "before", last))).orElse(page);
  }
}
