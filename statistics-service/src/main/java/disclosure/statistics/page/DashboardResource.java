package disclosure.statistics.page;

import disclosure.edge.CallerScope;
import disclosure.edge.Concurrency;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.csv.MatrixCsv;
import disclosure.statistics.csv.TableCsv;
import disclosure.statistics.live.LiveTables;
import disclosure.statistics.matrix.LiveMatrices;
import disclosure.statistics.matrix.LiveMatrices.Standing;
import disclosure.statistics.matrix.LiveMatrices.Watched;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The dashboard: table three of an organ, live. */
@Path(Choice.PATH)
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class DashboardResource {

  /** Tabs that a person may leave open. */
  private static final int MAX_OF_A_PERSON = 12;

  private static final int MAX_LISTENERS = 2000;

  private final LiveMatrices matrices;
  private final LiveTables live;
  private final Views views;
  private final CurrentCaller caller;
  private final Clock clock;

  DashboardResource(
      LiveMatrices matrices, LiveTables live, Views views, CurrentCaller caller, Clock clock) {
    this.matrices = matrices;
    this.live = live;
    this.views = views;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Produces(Views.HTML)
  @Operation(hidden = true)
  public Response dashboard(@BeanParam ChoiceParameters parameters) {
    return views.show(
        parameters.choice(View.TABLE),
        (choice, form) ->
            Templates.figures(views.person(), form, Views.tabs(choice), figures(choice)));
  }

  @GET
  @Path("table.csv")
  @Produces(MatrixCsv.CSV)
  @Operation(hidden = true)
  public Response csv(@BeanParam ChoiceParameters parameters) {
    Matrix matrix = matrix(parameters.choice(View.TABLE));
    return Response.ok(TableCsv.csv(MatrixTable.heads(), MatrixTable.lines(matrix)))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            String.format(
                Locale.ROOT,
                "attachment; filename=\"table_%s_%s_%s.csv\"",
                matrix.organ(),
                matrix.from(),
                matrix.to()))
        .build();
  }

  @GET
  @Path("live")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Concurrency(perClient = MAX_OF_A_PERSON, total = MAX_LISTENERS)
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> live(
      @BeanParam ChoiceParameters parameters,
      @HeaderParam("Last-Event-ID") Optional<String> lastEventId,
      @Context Sse sse) {
    return live.followByPage(Views.asked(parameters.choice(View.TABLE)), lastEventId, sse);
  }

  private Matrix matrix(Choice choice) {
    return figures(choice, (matrix, listed) -> matrix);
  }

  private Figures figures(Choice choice) {
    return figures(
        choice, (matrix, listed) -> Figures.of(matrix, listed, choice, views.kind(choice)));
  }

  /** What is made of the table, and of whether its applications may be seen, too. */
  private <T> T figures(Choice choice, BiFunction<Matrix, Boolean, T> made) {
    CallerScope scope = caller.get().scope();
    Watched watched = matrices.watched(Views.asked(choice), clock);
    matrices.requireVisible(watched, scope);
    Standing standing = matrices.read(List.of(watched));
    return Optional.ofNullable(standing.tables().get(watched))
        .filter(table -> LiveMatrices.isVisible(standing.hierarchy(), watched, scope))
        .map(
            table ->
                made.apply(
                    table.matrix(), LiveMatrices.isListed(standing.hierarchy(), watched, scope)))
        .orElseThrow(Refusal::notFound);
  }
}
