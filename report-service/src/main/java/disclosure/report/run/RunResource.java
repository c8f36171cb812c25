package disclosure.report.run;

import disclosure.edge.Concurrency;
import disclosure.edge.CurrentCaller;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StreamTicket;
import disclosure.edge.StreamTickets;
import disclosure.edge.StreamedAnswer;
import disclosure.report.run.watch.Watched;
import disclosure.requests.contract.OrganCode;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where year-end runs are asked for and watched. */
@Tag(name = "runs")
@Path("/runs")
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class RunResource {

  private static final int PAGE = 500;
  private static final int MAX_RUNS = 50;
  private static final Duration ARCHIVE_TIMEOUT = Duration.ofMinutes(30);

  private final YearEndRuns runs;
  private final VisibleRuns visible;
  private final Watched<RunProgress> watched;
  private final CurrentCaller caller;
  private final StreamTickets tickets;
  private final Clock clock;
  private final Links links;

  RunResource(
      YearEndRuns runs,
      VisibleRuns visible,
      CurrentCaller caller,
      StreamTickets tickets,
      Clock clock,
      Links links) {
    this.tickets = tickets;
    this.runs = runs;
    this.visible = visible;
    this.watched = new Watched<>(RunProgress.class, visible::progress);
    this.caller = caller;
    this.clock = clock;
    this.links = links;
  }

  /**
   * Begins to check or draw all reports of a subtree. Asked again, it answers the run that is open
   * already.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "orderRun",
      summary = "Check or draw every report of a subtree in the background")
  @APIResponse(
      responseCode = "202",
      description = "It will be done; Location says where to look",
      content = @Content(schema = @Schema(implementation = RunProgress.class)))
  @APIResponse(responseCode = "400", description = "A field is missing or wrong, and named")
  @APIResponse(responseCode = "403", description = "The organ is not one that the client acts for")
  public Response ask(RunBody body) {
    RunProgress run = runs.order(body);
    return Response.accepted(run)
        .header(HttpHeaders.LOCATION, links.to("/runs/" + run.id()))
        .build();
  }

  /** The runs that there are. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listRuns",
      summary = "The runs that the client may see, the newest first; organ: over its subtree")
  @APIResponse(
      responseCode = "200",
      description = "As many as the limit says, 50 by itself, with their progress",
      content = @Content(schema = @Schema(implementation = RunsPage.class)))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  public Response list(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri) {
    Optional<OrganCode> wanted = Parameters.organCode("organ", organ);
    Optional<UUID> last = Parameters.uuid("after", after);
    int size = Parameters.number("limit", limit, 1, MAX_RUNS, MAX_RUNS);
    YearEndRuns.Listed listed = runs.list(wanted, last, size);
    return Response.ok(
            new RunsPage(
                listed.runs(),
                listed.complete(),
                listed.next().map(run -> links.with(uri, "after", run))))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** How far a run is. */
  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getRun", summary = "How far a run is: counts, rate, remaining time")
  @APIResponse(
      responseCode = "200",
      description = "Its progress",
      content = @Content(schema = @Schema(implementation = RunProgress.class)))
  @APIResponse(responseCode = "404", description = "No such run, or not for the client")
  public Response get(@RestPath String id) {
    return Response.ok(runs.progress(id)).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** Ends a run before its time. */
  @POST
  @Path("/{id}/cancellation")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "cancelRun", summary = "Cancel a run; the rest is told as failed")
  @APIResponse(
      responseCode = "200",
      description = "It is finished, or already was",
      content = @Content(schema = @Schema(implementation = RunProgress.class)))
  @APIResponse(responseCode = "403", description = "The client reads for the organ, and no more")
  @APIResponse(responseCode = "404", description = "No such run, or not for the client")
  public Response cancel(@RestPath String id) {
    return Response.ok(runs.cancel(id)).build();
  }

  /** The same, pushed whenever it changes, until the run is finished. */
  @GET
  @Path("/{id}/events")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Concurrency(perClient = 20, total = 200)
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Parameter(name = StreamTickets.PARAMETER, in = ParameterIn.QUERY)
  @Operation(
      operationId = "followRun",
      summary = "Events named progress, whenever a run gets on, to its end or the token's")
  @APIResponse(
      responseCode = "200",
      description =
          "The progress as it stands, unless Last-Event-ID says that the client has it, then its"
              + " changes, at most one a second; the last one is FINISHED",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      description = "Events whose data are a RunProgress in JSON",
                      contentMediaType = MediaType.SERVER_SENT_EVENTS,
                      contentSchema = RunProgress.class)))
  @APIResponse(responseCode = "404", description = "No such run, or not for the client")
  public Multi<OutboundSseEvent> events(
      @RestPath String id,
      @HeaderParam("Last-Event-ID") Optional<String> lastEventId,
      @Context Sse sse) {
    UUID run = (caller.bearsTicket() ? visible.found(id) : visible.run(id)).id();
    return watched.follow(run, lastEventId, sse).select().first(caller.untilExpiry(clock));
  }

  /** Opens the same to a page in a browser. */
  @POST
  @Path("/{id}/events/tickets")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createRunTicket",
      summary =
          "A ticket that opens the run's events once within 30 s, for pages in a browser, whose"
              + " EventSource sends no token")
  @APIResponse(
      responseCode = "200",
      description = "The ticket, and the stream's address with it; not to be kept",
      content = @Content(schema = @Schema(implementation = StreamTicket.class)))
  @APIResponse(responseCode = "404", description = "No such run, or not for the client")
  @APIResponse(responseCode = "429", description = "200 tickets of the client wait to be used")
  public Response ticket(@RestPath String id, @Context RoutingContext request) {
    visible.run(id);
    return tickets.give(request);
  }

  /** What came of each report. */
  @GET
  @Path("/{id}/items")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listRunItems", summary = "What came of each report of a run")
  @APIResponse(
      responseCode = "200",
      description = "Up to 500 of them",
      content = @Content(schema = @Schema(implementation = RunItemsPage.class)))
  @APIResponse(responseCode = "404", description = "No such run, or not for the client")
  public Response items(
      @RestPath String id,
      @RestQuery Optional<String> failed,
      @RestQuery Optional<String> after,
      UriInfo uri) {
    String place = after.orElse("0");
    if (!place.matches("\\d{1,9}")) {
      throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at("after"));
    }
    boolean onlyFailed = Parameters.flag("failed", failed);
    List<RunItems.ReportOutcome> found =
        runs.outcomes(id, onlyFailed, Integer.parseInt(place), PAGE + 1);
    Optional<URI> next =
        found.size() <= PAGE
            ? Optional.empty()
            : Optional.of(links.with(uri, "after", found.get(PAGE - 1).number()));
    return Response.ok(new RunItemsPage(found.subList(0, Math.min(PAGE, found.size())), next))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** All documents of a finished run. */
  @GET
  @Path("/{id}/archive")
  @Produces("application/zip")
  @Concurrency(perClient = 2, total = 8)
  @Operation(
      operationId = "getRunArchive",
      summary = "All documents of a finished run as one ZIP, with a list of the results")
  @APIResponse(
      responseCode = "200",
      description = "The archive, streamed",
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "No such run, or not for the client")
  @APIResponse(responseCode = "409", description = "The run is not finished")
  public Response archive(@RestPath String id, @Context RoutingContext request) {
    Run run = runs.finished(id);
    StreamingOutput documents = StreamedAnswer.of(request, ARCHIVE_TIMEOUT, runs.documents(run));
    return Response.ok(documents)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"reports-" + run.year() + ".zip\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /**
   * Some runs; a page may hold fewer than asked for, since others are not for the client.
   *
   * @param complete false while nobody answers whose some of them are, which are left out
   */
  record RunsPage(List<RunProgress> items, boolean complete, Optional<URI> next) {}

  /** A list, and where the rest of it is. */
  record RunItemsPage(List<RunItems.ReportOutcome> items, Optional<URI> next) {}
}
