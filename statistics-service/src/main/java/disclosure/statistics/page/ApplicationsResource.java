package disclosure.statistics.page;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Role;
import disclosure.statistics.cell.Cells;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The applications behind a number of the table. */
@Path(Choice.PATH + "/applications")
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class ApplicationsResource {

  private static final Optional<String> ROWS = Optional.of("50");

  private final Cells cells;
  private final Views views;
  private final CurrentCaller caller;

  ApplicationsResource(Cells cells, Views views, CurrentCaller caller) {
    this.cells = cells;
    this.views = views;
    this.caller = caller;
  }

  @GET
  @Produces(Views.HTML)
  @Operation(hidden = true)
  public Response applications(
      @BeanParam ChoiceParameters parameters,
      @RestQuery Optional<String> row,
      @RestQuery Optional<String> column,
      @RestQuery Optional<String> after) {
    ApplicationsPage.Cell cell = new ApplicationsPage.Cell(row.orElse(""), column.orElse(""));
    return views.show(
        parameters.choice(View.APPLICATIONS),
        (choice, form) ->
            Templates.applications(
                views.person(),
                ApplicationsPage.of(
                    cells.read(Views.asked(choice), row, column, after, ROWS, caller.get().scope()),
                    choice,
                    views.kind(choice),
                    cell,
                    after.isEmpty(),
                    caller.roles().contains(Role.RECORDER))));
  }
}
