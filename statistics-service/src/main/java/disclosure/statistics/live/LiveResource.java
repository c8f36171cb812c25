package disclosure.statistics.live;

import disclosure.edge.Concurrency;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Role;
import disclosure.edge.StreamTicket;
import disclosure.edge.StreamTickets;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.matrix.Asked;
import disclosure.statistics.matrix.LiveMatrices;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Table three, pushed whenever it changes. */
@Tag(name = "tables")
@Path("/live")
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class LiveResource {

  private static final int MAX_PER_CLIENT = 200;
  private static final int MAX_LISTENERS = 2000;

  private final LiveMatrices matrices;
  private final LiveTables tables;
  private final CurrentCaller caller;
  private final StreamTickets tickets;
  private final Clock clock;

  LiveResource(
      LiveMatrices matrices,
      LiveTables tables,
      CurrentCaller caller,
      StreamTickets tickets,
      Clock clock) {
    this.tickets = tickets;
    this.matrices = matrices;
    this.tables = tables;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @Concurrency(perClient = MAX_PER_CLIENT, total = MAX_LISTENERS)
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Parameter(name = StreamTickets.PARAMETER, in = ParameterIn.QUERY)
  @Operation(
      operationId = "followMatrix",
      summary = "Events named matrix, whenever the table changes; without a period, this year's")
  @APIResponse(
      responseCode = "200",
      description =
          "The table as it stands, unless Last-Event-ID says that the client has it, then its"
              + " changes; ends when the token expires, or the organ isn't the caller's any more",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      description = "Events whose data are a Matrix in JSON",
                      contentMediaType = MediaType.SERVER_SENT_EVENTS,
                      contentSchema = Matrix.class)))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  @APIResponse(responseCode = "429", description = "The client watches 200 tables already")
  @APIResponse(responseCode = "503", description = "2,000 are watched on this instance already")
  public Multi<OutboundSseEvent> live(
      @BeanParam Asked asked,
      @HeaderParam("Last-Event-ID") Optional<String> lastEventId,
      @Context Sse sse) {
    return tables.follow(asked, lastEventId, sse);
  }

  @POST
  @Path("tickets")
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(
      operationId = "createLiveTicket",
      summary =
          "A ticket that opens the stream of these parameters once within 30 s, for pages in a"
              + " browser, whose EventSource sends no token")
  @APIResponse(
      responseCode = "200",
      description = "The ticket, and the stream's address with it; not to be kept",
      content = @Content(schema = @Schema(implementation = StreamTicket.class)))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  @APIResponse(responseCode = "429", description = "200 tickets of the client wait to be used")
  public Response ticket(@BeanParam Asked asked, @Context RoutingContext request) {
    matrices.requireVisible(matrices.watched(asked, clock), caller.get().scope());
    return tickets.give(request);
  }
}
