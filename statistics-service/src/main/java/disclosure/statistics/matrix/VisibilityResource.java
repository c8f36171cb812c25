package disclosure.statistics.matrix;

import disclosure.edge.Action;
import disclosure.edge.CallerScope;
import disclosure.edge.CurrentCaller;
import disclosure.edge.OrganLine;
import disclosure.edge.Right;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.OrganTrees;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Whether the tables of an organ are for the caller, without counting anything. */
@Path("/visibility")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class VisibilityResource {

  private final DataSource database;
  private final CurrentCaller caller;
  private final Clock clock;

  VisibilityResource(DataSource database, CurrentCaller caller, Clock clock) {
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "Whether there is such an organ and its tables of a period are for the caller")
  @APIResponse(responseCode = "200", description = "Yes or no; an unknown organ is a no")
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  public Response get(@BeanParam Asked asked) {
    Question question = Question.of(asked, clock);
    CallerScope scope = caller.get().scope();
    Optional<OrganLine> line =
        Snapshot.of(
            database,
            connection ->
                Organs.line(OrganTrees.read(connection), question.organ(), question.period()));
    return Response.ok(
            new Visibility(
                question.organ(),
                line.filter(known -> known.isVisible(scope)).isPresent(),
                line.filter(known -> known.right(scope, Action.WRITE) == Right.ALLOWED)
                    .isPresent()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /**
   * The answer.
   *
   * @param visible whether the caller may read the tables
   * @param writable whether it may write for the organ too, as the report service asks
   */
  record Visibility(OrganCode organ, boolean visible, boolean writable) {}
}
