package disclosure.statistics.matrix;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Action;
import disclosure.edge.CallerScope;
import disclosure.edge.CurrentCaller;
import disclosure.edge.OrganLine;
import disclosure.edge.Right;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import disclosure.statistics.organ.Viewer;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the tables of an organ are for the caller, without counting anything. */
@Tag(name = "tables")
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
      operationId = "getVisibility",
      summary =
          "Whether there is such an organ and its tables of a period are for the caller, and"
              + " which others in the scope")
  @APIResponse(
      responseCode = "200",
      description = "Yes or no; an unknown organ is a no",
      content = @Content(schema = @Schema(implementation = Visibility.class)))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  public Response get(@BeanParam Asked asked) {
    Question question = Question.of(asked, clock);
    Viewer viewer = Viewer.of(caller.get().scope(), clock);
    CallerScope scope = viewer.scope();
    OrganTree tree = Snapshot.of(database, OrganTrees::read);
    Optional<OrganLine> line =
        tree.find(question.organ().value())
            .map(organ -> viewer.line(tree, organ.code(), question.period()));
    return Response.ok(
            new Visibility(
                question.organ(),
                line.filter(known -> known.isVisible(scope)).isPresent(),
                line.filter(known -> known.right(scope, Action.WRITE) == Right.ALLOWED).isPresent(),
                question.scope() == Scope.OWN
                    ? Optional.empty()
                    : Optional.of(readable(tree, question, viewer))))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /**
   * Those in the scope on the first or the last day that the caller may read: who reads one by the
   * past need not read what lay below it.
   */
  private static List<OrganCode> readable(OrganTree tree, Question question, Viewer viewer) {
    Period days = question.period();
    return Stream.of(days.from(), days.to())
        .flatMap(day -> Organs.codes(tree, question.in(new Period(day, day))).stream())
        .distinct()
        .filter(organ -> viewer.mayRead(tree, organ, days))
        .map(OrganCode::new)
        .toList();
  }

  /**
   * The answer.
   *
   * @param visible whether the caller may read the tables
   * @param writable whether it may write for the organ too, as the report service asks
   * @param readable when asked for more organs than one, those of them that the caller may read
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Visibility(
      OrganCode organ, boolean visible, boolean writable, Optional<List<OrganCode>> readable) {}
}
