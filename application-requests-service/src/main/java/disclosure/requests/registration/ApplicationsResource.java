package disclosure.requests.registration;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Role;
import disclosure.requests.deadline.DueDates;
import disclosure.requests.lookup.StoredSearchKeys;
import disclosure.requests.organ.OrganNames;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.registration.view.ApplicationView;
import disclosure.requests.registration.view.NewerApplicationView;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.steps.RequestHeaders;
import disclosure.requests.store.NewApplication;
import disclosure.requests.store.ReadApplication;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.state.ApplicationAnswer;
import disclosure.requests.store.state.DerivedState;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Applications, one at a time. */
@Tag(name = "applications")
@Path("/applications")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class ApplicationsResource {

  private final SinglePosts singles;
  private final ReadApplication read;
  private final DueDates dueDates;
  private final PersonalDataCipher cipher;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final OrganNames names;
  private final Clock clock;
  private final Links links;

  ApplicationsResource(
      SinglePosts singles,
      ReadApplication read,
      DueDates dueDates,
      PersonalDataCipher cipher,
      CurrentCaller caller,
      OrganAccess access,
      OrganNames names,
      Clock clock,
      Links links) {
    this.singles = singles;
    this.read = read;
    this.dueDates = dueDates;
    this.cipher = cipher;
    this.caller = caller;
    this.access = access;
    this.names = names;
    this.clock = clock;
    this.links = links;
  }

  /** Logs an application, with the steps it has been through already. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @APIResponse(
      responseCode = "201",
      description = "It is recorded",
      content = @Content(schema = @Schema(implementation = ApplicationAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "posted before with the same content: the body of the first answer",
      content = @Content(schema = @Schema(implementation = ApplicationAnswer.class)))
  @NonBlocking
  @Operation(
      operationId = "registerApplication",
      summary = "Register an application, with the steps that it has been through already")
  public Uni<Response> post(
      ApplicationRequest request, @HeaderParam("Idempotency-Key") Optional<String> idempotencyKey) {
    return Uni.createFrom()
        .completionStage(
            singles.register(
                request,
                caller.get(),
                clock.instant(),
                idempotencyKey.map(RequestHeaders::idempotencyKey)))
        .map(this::response);
  }

  private Response response(Registration registration) {
    if (registration instanceof Registration.Refused refused) {
      throw refused.refusal();
    }
    Registration.Recorded recorded = (Registration.Recorded) registration;
    return Response.status(recorded.status())
        .header(HttpHeaders.LOCATION, links.to("/applications/" + recorded.id()))
        .tag(tag(NewApplication.FIRST_VERSION))
        .entity(recorded.answer())
        .build();
  }

  /**
   * The application with its steps; the applicant's data are masked. When a newer release recorded
   * a step that this one doesn't understand, {@code notUnderstood} names it by its number.
   */
  @GET
  @Path("/{id}")
  @RolesAllowed(Role.RECORDER)
  @APIResponse(
      responseCode = "200",
      description = "As it is now; of what a newer release recorded, in its codes",
      content =
          @Content(schema = @Schema(anyOf = {ApplicationView.class, NewerApplicationView.class})))
  @Operation(
      operationId = "getApplication",
      summary = "An application with its steps; the applicant is masked")
  public Response get(@RestPath String id) throws SQLException {
    StoredApplication stored = read.find(Parameters.id(id), access.reach());
    List<StoredSearchKeys.Alike> alike = read.alike(stored.id(), access.reach());
    String organ = names.of(stored.organCode());
    Object view =
        stored
            .understood()
            .<Object>map(
                application -> {
                  DerivedState derived = dueDates.derive(application, clock.instant());
                  return ApplicationView.of(stored, derived, cipher, alike)
                      .alone(derived, organ, LocalDate.now(clock));
                })
            .orElseGet(() -> NewerApplicationView.of(stored, cipher));
    return Response.ok(view).tag(tag(stored.version())).build();
  }

  private static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }
}
