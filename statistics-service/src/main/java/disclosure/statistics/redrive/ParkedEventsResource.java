package disclosure.statistics.redrive;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.Text;
import disclosure.statistics.channel.KafkaOutage;
import disclosure.statistics.ingest.ParkedEvent;
import disclosure.statistics.ingest.ParkedEvents;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

  ParkedEventsResource(DataSource database, Redrive redrive, CurrentCaller caller) {
    this.database = database;
    this.redrive = redrive;
    this.caller = caller;
  }

  /**
   * @param items the first 1000
   */
  @Schema(name = "ParkedEvents")
  record Parked(List<ParkedEvent> items) {}

  @GET
  @Operation(summary = "The records that wait, with their causes")
  public Parked open() throws SQLException {
    caller.requireEverywhere();
    try (Connection connection = database.getConnection()) {
      return new Parked(ParkedEvents.open(connection, Optional.empty(), MAX_LISTED));
    }
  }

  @POST
  @Path("/redrive")
  @Operation(summary = "Try every parked record again")
  @APIResponse(responseCode = "503", description = "Kafka can't be asked now")
  @APIResponse(
      responseCode = "200",
      description = "What came of them",
      content = @Content(schema = @Schema(implementation = Redrive.Result.class)))
  public Redrive.Result redrive() throws SQLException {
    caller.requireEverywhere();
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
