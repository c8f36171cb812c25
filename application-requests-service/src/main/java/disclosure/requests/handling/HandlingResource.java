package disclosure.requests.handling;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.edge.CurrentCaller;
import disclosure.edge.EntityTags;
import disclosure.edge.IfMatch;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.store.UnreadableRecord;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.requests.transaction.WriterTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who handles an application. */
@Tag(name = "applications")
@Path("/applications/{id}/handling")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class HandlingResource {

  private final StoredHandling stored;
  private final PersonalDataCipher cipher;
  private final WriterTransaction transaction;
  private final RegisterReader reader;
  private final AuditTrail audit;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final Clock clock;

  HandlingResource(
      StoredHandling stored,
      PersonalDataCipher cipher,
      WriterTransaction transaction,
      RegisterReader reader,
      AuditTrail audit,
      CurrentCaller caller,
      OrganAccess access,
      Clock clock) {
    this.stored = stored;
    this.cipher = cipher;
    this.transaction = transaction;
    this.reader = reader;
    this.audit = audit;
    this.caller = caller;
    this.access = access;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "getHandling",
      summary = "Who handles the application, and what is noted of it")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = Handling.class)))
  public Response get(@RestPath String id) throws SQLException {
    UUID application = Parameters.id(id);
    Reach reach = access.reach();
    StoredHandling.Row row =
        reader
            .read(reach, connection -> stored.find(connection, application))
            .filter(found -> reach.includes(found.organCode()))
            .orElseThrow(Refusal::notFound);
    return answer(
        row.handlingVersion(),
        new Handling(
            row.handler(),
            row.note()
                .map(
                    note -> {
                      try {
                        return new String(
                            cipher.decrypt(note, StoredHandling.cell(application)), UTF_8);
                      } catch (UnreadablePersonalData told) {
                        throw UnreadableRecord.refusal();
                      }
                    })));
  }

  /**
   * Replaces both; what is absent is emptied. No figure, due date or event knows of it. The ETag is
   * that of {@link #get}: 428 without it, 412 when somebody else replaced them meanwhile.
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "putHandling",
      summary = "Say who handles the application, and note something; replaces both")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = Handling.class)))
  public Response put(
      @RestPath String id,
      Handling handling,
      @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
    IfMatch expected = IfMatch.of(ifMatch);
    expected.requireGiven();
    UUID application = Parameters.id(id);
    Reach reach = access.reach();
    return transaction.run(
        reach,
        connection -> {
          StoredHandling.Row row =
              stored
                  .lock(connection, application)
                  .filter(found -> reach.includes(found.organCode()))
                  .orElseThrow(Refusal::notFound);
          expected.requireSeen(row.handlingVersion());
          stored.replace(
              connection,
              application,
              handling.handler(),
              handling
                  .note()
                  .map(
                      note ->
                          cipher.encrypt(note.getBytes(UTF_8), StoredHandling.cell(application))),
              clock.instant());
          audit.append(
              connection,
              caller.get(),
              AuditAction.APPLICATION_HANDLING_SET,
              application,
              row.organCode(),
              row.version());
          return answer(row.handlingVersion() + 1, handling);
        });
  }

  private static Response answer(long version, Handling handling) {
    return Response.ok(handling)
        .header(HttpHeaders.ETAG, EntityTags.of(version))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
