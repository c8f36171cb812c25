package disclosure.statistics.ingest;

import disclosure.edge.Role;
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
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Records that could not be counted. */
@Path("/parked-events")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.ADMINISTRATOR)
class ParkedEventsResource {

  private static final int MOST = 1_000;

  private final DataSource database;
  private final Redrive redrive;

  ParkedEventsResource(DataSource database, Redrive redrive) {
    this.database = database;
    this.redrive = redrive;
  }

  /**
   * @param items the first 1000
   */
  record Parked(List<ParkedEvent> items) {}

  @GET
  @Operation(summary = "The records that wait, with their causes")
  public Parked open() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new Parked(ParkedEvents.find(connection, true, MOST));
    }
  }

  @POST
  @Path("/redrive")
  @Operation(summary = "Try every parked record again")
  public Redrive.Result redrive() throws SQLException {
    return redrive.run();
  }
}
