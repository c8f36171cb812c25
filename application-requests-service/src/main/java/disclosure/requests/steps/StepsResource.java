package disclosure.requests.steps;

import disclosure.edge.CurrentCaller;
import disclosure.edge.IfMatch;
import disclosure.edge.Parameters;
import disclosure.edge.Role;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.store.Recorder;
import disclosure.requests.store.state.ApplicationAnswer;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The steps of an application. */
@Tag(name = "applications")
@Path("/applications/{id}/steps")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class StepsResource {

  private final AppendStep append;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final Clock clock;

  StepsResource(AppendStep append, CurrentCaller caller, OrganAccess access, Clock clock) {
    this.append = append;
    this.caller = caller;
    this.access = access;
    this.clock = clock;
  }

  /** Appends a step, and answers where the application stands then. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @APIResponse(
      responseCode = "200",
      description =
          "Where it stands. With the header Idempotent-Replayed: the same step was recorded before,"
              + " and this one was not recorded again; send If-Match with the newest ETag, or an"
              + " Idempotency-Key, with steps that are really alike",
      content = @Content(schema = @Schema(implementation = ApplicationAnswer.class)))
  @Operation(
      operationId = "appendStep",
      summary = "Append a step; the last one may conclude the application")
  public Response append(
      @RestPath String id,
      StepRequest request,
      @HeaderParam("Idempotency-Key") Optional<String> idempotencyKey,
      @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
    AppendStep.Appended appended =
        append.append(
            Parameters.id(id),
            request,
            new Recorder(caller.get(), access.reach(), clock.instant()),
            idempotencyKey,
            IfMatch.of(ifMatch));
    Response.ResponseBuilder answer =
        Response.ok(appended.answer()).tag(new EntityTag(Long.toString(appended.version())));
    return appended.replayed()
        ? answer.header("Idempotent-Replayed", true).build()
        : answer.build();
  }
}
