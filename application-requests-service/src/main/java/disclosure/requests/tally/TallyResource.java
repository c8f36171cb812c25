package disclosure.requests.tally;

import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.security.OrganAccess;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The register's own recount. */
@Tag(name = "counting")
@Path("/tally")
@Blocking
class TallyResource {

  private final Recount recount;
  private final OrganAccess access;
  private final Clock clock;

  TallyResource(Recount recount, OrganAccess access, Clock clock) {
    this.recount = recount;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Counts table three for an organ and a period.
   *
   * @param organ the organ's code
   * @param year a year, instead of from and to
   * @param from the first day
   * @param to the last day
   * @param scope OWN, if absent, or SUBTREE
   * @param without organs that are left out of those that were merged into the organ
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "getTally",
      summary = "The register's own recount of the table of 25 rows")
  public Tally tally(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> year,
      @RestQuery Optional<String> from,
      @RestQuery Optional<String> to,
      @RestQuery Optional<String> scope,
      @RestQuery List<String> without)
      throws SQLException {
    TallyQuery query = TallyQuery.read(organ, year, from, to, scope, without, clock.instant());
    if (!access.mayActFor(query.organ()) || !recount.knows(query.organ())) {
      throw Refusal.notFound();
    }
    return recount.count(query, clock.instant());
  }
}
