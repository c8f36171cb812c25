package disclosure.statistics.redrive;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.Text;
import disclosure.statistics.channel.KafkaOutage;
import disclosure.statistics.ingest.ParkedEvent;
import disclosure.statistics.ingest.ParkedEvents;
import disclosure.statistics.ingest.ParkedPlace;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;

/** Records that could not be counted. */
@Tag(name = "operations")
@Path("/parked-events")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.ADMINISTRATOR)
class ParkedEventsResource {

  private static final int MAX_LISTED = 1_000;

  private static final Logger LOG = Logger.getLogger(ParkedEventsResource.class);

  private final DataSource database;
  private final Redrive redrive;
  private final CurrentCaller caller;
  private final Links links;

  ParkedEventsResource(DataSource database, Redrive redrive, CurrentCaller caller, Links links) {
    this.links = links;
    this.database = database;
    this.redrive = redrive;
    this.caller = caller;
  }

  /** Some of them, and where there are more; null in JSON at the end. */
  @Schema(name = "ParkedEvents")
  record Parked(List<ParkedEvent> items, Optional<URI> next) {}

  @GET
  @Operation(
      operationId = "listParkedEvents",
      summary = "The records that wait, with their causes, 1,000 at a time by itself")
  @APIResponse(
      responseCode = "200",
      description = "By topic, partition and offset",
      content = @Content(schema = @Schema(implementation = Parked.class)))
  public Parked open(
      @RestQuery Optional<String> after, @RestQuery Optional<String> limit, @Context UriInfo uri)
      throws SQLException {
    caller.requireEverywhere();
    Optional<ParkedPlace> last = after.map(ParkedPlace::read);
    int most = Parameters.number("limit", limit, 1, MAX_LISTED, MAX_LISTED);
    try (Connection connection = database.getConnection()) {
      List<ParkedEvent> found = ParkedEvents.open(connection, last, most + 1);
      List<ParkedEvent> items = found.subList(0, Math.min(most, found.size()));
      return new Parked(
          items,
          found.size() > most
              ? Optional.of(links.with(uri, "after", ParkedPlace.of(items.get(most - 1))))
              : Optional.empty());
    }
  }

  @POST
  @Path("/redrive")
  @Operation(operationId = "redriveParkedEvents", summary = "Try every parked record again")
  @APIResponse(responseCode = "503", description = "Kafka can't be asked now")
  @APIResponse(
      responseCode = "200",
      description = "What came of them",
      content = @Content(schema = @Schema(implementation = Redrive.Result.class)))
  public Redrive.Result redrive() throws SQLException {
    caller.requireEverywhere();
    return run(redrive);
  }

  /**
   * Tries them again.
   *
   * @throws Refusal 503 while Kafka can't be asked
   */
  static Redrive.Result run(Redrive redrive) throws SQLException {
    try {
      return redrive.run();
    } catch (KafkaOutage away) {
      LOG.warnf("Parked events can't be tried now: %s", away.getMessage());
      throw new Refusal(
          503,
          "kafka-unavailable",
          new Text("消息系统暂不可用", "Kafka unavailable"),
          new Text("请稍后重试，重复提交是安全的。", "Try again later; sending again is safe."),
          List.of());
    }
  }
}
