package disclosure.requests.deadline;

import disclosure.edge.Language;
import disclosure.edge.Parameters;
import disclosure.edge.Role;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.store.ReadApplication;
import disclosure.requests.store.StoredApplication;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The statutory clock of an application. */
@Tag(name = "applications")
@Path("/applications/{id}/clock")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class ClockResource {

  private final ReadApplication read;
  private final DueDates dueDates;
  private final OrganAccess access;
  private final Clock clock;

  ClockResource(ReadApplication read, DueDates dueDates, OrganAccess access, Clock clock) {
    this.read = read;
    this.dueDates = dueDates;
    this.access = access;
    this.clock = clock;
  }

  /** The due date and how it came about, day by day, with articles. */
  @GET
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "getClock",
      summary = "The due date and how it came about, day by day, with articles")
  public ClockView read(
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
}
