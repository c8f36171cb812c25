package disclosure.requests.intake;

import disclosure.requests.application.NewStep;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.problem.Fault;
import disclosure.requests.problem.IfMatch;
import disclosure.requests.problem.Language;
import disclosure.requests.problem.Parameters;
import disclosure.requests.problem.Refusal;
import disclosure.requests.security.CurrentCaller;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.security.Role;
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
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Applications, one at a time. */
@Path("/applications")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class ApplicationsResource {

  private final SinglePosts singles;
  private final AppendStep append;
  private final ReadApplication read;
  private final DueDates dueDates;
  private final PersonalDataCipher cipher;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final Clock clock;

  ApplicationsResource(
      SinglePosts singles,
      AppendStep append,
      ReadApplication read,
      DueDates dueDates,
      PersonalDataCipher cipher,
      CurrentCaller caller,
      OrganAccess access,
      Clock clock) {
    this.singles = singles;
    this.append = append;
    this.read = read;
    this.dueDates = dueDates;
    this.cipher = cipher;
    this.caller = caller;
    this.access = access;
    this.clock = clock;
  }

  /** Logs an application, with the steps it has been through already. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ApplicationAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "posted before with the same content: the body of the first answer",
      content = @Content(schema = @Schema(implementation = ApplicationAnswer.class)))
  @NonBlocking
  public Uni<Response> post(
      ApplicationRequest request, @HeaderParam("Idempotency-Key") Optional<String> idempotencyKey) {
    return Uni.createFrom()
        .completionStage(
            singles.register(
                request,
                caller.get(),
                clock.instant(),
                idempotencyKey.map(RequestHeaders::idempotencyKey)))
        .map(ApplicationsResource::response);
  }

  private static Response response(Registration registration) {
    if (registration instanceof Registration.Refused refused) {
      throw refused.refusal();
    }
    Registration.Recorded recorded = (Registration.Recorded) registration;
    return Response.status(recorded.status())
        .location(URI.create("/applications/" + recorded.id()))
        .tag(tag(NewApplication.FIRST_VERSION))
        .entity(recorded.answer())
        .build();
  }

  /** Appends a step, and answers where the application stands then. */
  @POST
  @Path("/{id}/steps")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationAnswer.class)))
  public Response step(
      @RestPath String id,
      StepRequest request,
      @HeaderParam("Idempotency-Key") Optional<String> idempotencyKey,
      @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
    List<Fault> faults = new ArrayList<>();
    Optional<NewStep> step = StepReader.read(request, "", faults);
    AppendStep.Appended appended =
        append.append(
            Parameters.id(id),
            step.orElseThrow(() -> Refusal.invalid(faults)),
            recorder(),
            request.onBehalfOf(),
            idempotencyKey.map(RequestHeaders::idempotencyKey),
            IfMatch.of(ifMatch));
    return Response.ok(appended.answer()).tag(tag(appended.version())).build();
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
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response get(@RestPath String id) throws SQLException {
    StoredApplication stored = read.find(Parameters.id(id), access.reach());
    Object view =
        stored
            .understood()
            .<Object>map(
                application ->
                    ApplicationView.of(
                        stored, dueDates.standing(application, clock.instant()), cipher))
            .orElseGet(() -> NewerApplicationView.of(stored, cipher));
    return Response.ok(view).tag(tag(stored.version())).build();
  }

  /** The due date and how it came about, day by day, with articles. */
  @GET
  @Path("/{id}/clock")
  @RolesAllowed(Role.RECORDER)
  public ClockView clock(
      @RestPath String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> language)
      throws SQLException {
    UUID applicationId = Parameters.id(id);
    StoredApplication stored = read.find(applicationId, access.reach());
    Instant now = clock.instant();
    return ClockView.of(
        applicationId,
        dueDates.today(now),
        dueDates.reading(stored.application(), now),
        Language.of(language));
  }

  private Recorder recorder() {
    return new Recorder(caller.get(), access.reach(), clock.instant());
  }

  private static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }
}
