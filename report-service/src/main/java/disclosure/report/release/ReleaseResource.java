package disclosure.report.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.IfMatch;
import disclosure.edge.Role;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
import disclosure.report.publication.ChangedFigure;
import disclosure.report.publication.Digests;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeSteps;
import disclosure.report.publication.Publication;
import disclosure.report.publication.ReportState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a draft is submitted, given back and published. */
@Tag(name = "publication")
@Path("/reports/{organCode}/{year}")
@Produces(MediaType.APPLICATION_JSON)
class ReleaseResource {

  private final ReportIds ids;
  private final LifeSteps steps;
  private final Release release;

  ReleaseResource(ReportIds ids, LifeSteps steps, Release release) {
    this.ids = ids;
    this.steps = steps;
    this.release = release;
  }

  /** An editor holds the draft for finished. */
  @POST
  @Path("/submission")
  @RolesAllowed(Role.EDITOR)
  @Operation(
      operationId = "submitReport",
      summary = "Submit the draft; If-Match names the version that was read")
  @APIResponse(
      responseCode = "200",
      description = "It is submitted, or already was",
      content = @Content(schema = @Schema(implementation = ReleaseProgress.class)))
  @APIResponse(responseCode = "403", description = "Not an organ that the client writes for")
  @APIResponse(responseCode = "409", description = "Cross-checks stand against it, each is named")
  @APIResponse(responseCode = "412", description = "The draft is another by now")
  public Response submit(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
    ReportId id = ids.of(organCode, year, scope);
    release.submit(id, IfMatch.of(ifMatch));
    return progress(id);
  }

  /** A publisher gives a submitted draft back. */
  @POST
  @Path("/return")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.PUBLISHER)
  @Operation(
      operationId = "returnReport",
      summary = "Give a submitted draft back to its editors, saying why")
  @APIResponse(
      responseCode = "200",
      description = "It is a draft again",
      content = @Content(schema = @Schema(implementation = ReleaseProgress.class)))
  @APIResponse(responseCode = "403", description = "Not an organ that the client writes for")
  @APIResponse(responseCode = "409", description = "It is not submitted")
  @APIResponse(responseCode = "412", description = "The draft is another by now")
  public Response giveBack(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      ReasonBody body) {
    ReportId id = ids.of(organCode, year, scope);
    release.giveBack(id, IfMatch.of(ifMatch), body);
    return progress(id);
  }

  /** A publisher publishes a submitted draft, or corrects what is published. */
  @POST
  @Path("/publication")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.PUBLISHER)
  @Operation(
      operationId = "publishReport",
      summary = "Freeze and publish the submitted draft; a correction says why")
  @APIResponse(
      responseCode = "201",
      description = "It is published",
      content = @Content(schema = @Schema(implementation = PublishedRevision.class)))
  @APIResponse(
      responseCode = "200",
      description = "This version was published before",
      content = @Content(schema = @Schema(implementation = PublishedRevision.class)))
  @APIResponse(responseCode = "403", description = "Not an organ that the client writes for")
  @APIResponse(
      responseCode = "409",
      description = "Its year isn't over, it is not submitted, or checks stand against it")
  @APIResponse(responseCode = "412", description = "The draft is another by now")
  @APIResponse(responseCode = "422", description = "A character that no font can print")
  @APIResponse(responseCode = "503", description = "The figures can't be had or don't hold still")
  public Response publish(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      PublicationBody body) {
    ReportId id = ids.of(organCode, year, scope);
    Publisher.PublicationResult outcome = release.publish(id, IfMatch.of(ifMatch), body);
    Publication publication = outcome.publication();
    return Response.status(outcome.created() ? Response.Status.CREATED : Response.Status.OK)
        .entity(
            new PublishedRevision(
                publication.revision(),
                publication.state(),
                publication.report().draftVersion(),
                publication.digests(),
                publication.reason(),
                publication.changed(),
                publication.publishedBy(),
                publication.publishedAt()))
        .build();
  }

  /**
   * @throws disclosure.edge.Refusal 404 when there is no such report any more
   */
  private Response progress(ReportId id) {
    Life life = steps.life(id);
    return Response.ok(
            new ReleaseProgress(
                life.state(), life.draftVersion(), life.revision(), life.returned()))
        .tag(Long.toString(life.draftVersion()))
        .build();
  }

  /** How the report stands now. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ReleaseProgress(
      ReportState state, long version, int revision, Optional<String> returned) {}

  /** What was published. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record PublishedRevision(
      int revision,
      ReportState state,
      long version,
      Digests digests,
      Optional<String> reason,
      List<ChangedFigure> changed,
      String publishedBy,
      Instant publishedAt) {}
}
