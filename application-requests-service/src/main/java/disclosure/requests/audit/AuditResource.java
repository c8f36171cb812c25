package disclosure.requests.audit;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
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
import java.util.Arrays;
import java.util.Locale;
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
      @RestQuery Optional<String> before,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    if (before.filter(id -> !id.matches("\\d{1,18}")).isPresent()) {
      throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at("before"));
    }
    Optional<AuditAction> wanted = action.map(AuditResource::action);
    AuditEntries.Page page =
        entries.page(
            new AuditEntries.Wanted(
                access.reach(),
                subject.map(AuditResource::canonical),
                Parameters.text("client", client),
                Parameters.text("person", person),
                wanted,
                before.map(Long::valueOf).orElse(Long.MAX_VALUE),
                Parameters.number("limit", limit, 1, 500, 100)));
    return page.before().map(last -> page.at(links.with(uri, "before", last))).orElse(page);
  }

  /** However an id is written, the trail names it as the register does. */
  private static String canonical(String subject) {
    String id = subject.strip();
    return OrganCode.isValid(id.toUpperCase(Locale.ROOT))
        ? id.toUpperCase(Locale.ROOT)
        : id.toLowerCase(Locale.ROOT);
  }

  private static AuditAction action(String name) {
    return Arrays.stream(AuditAction.values())
        .filter(known -> known.name().equals(name))
        .findAny()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    InputFault.NOT_ONE_OF.at("action", Expected.oneOf(AuditAction.values()))));
  }
}
