package disclosure.statistics.page;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.edge.Concurrency;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.csv.MatrixCsv;
import disclosure.statistics.live.LiveTables;
import disclosure.statistics.matrix.Asked;
import disclosure.statistics.matrix.LiveMatrices;
import disclosure.statistics.matrix.LiveMatrices.Standing;
import disclosure.statistics.matrix.LiveMatrices.Watched;
import io.quarkus.qute.TemplateInstance;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The dashboard: table three of an organ, live. */
@Path(Choice.PATH)
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class DashboardResource {

  private static final String HTML = "text/html;charset=UTF-8";

  /** Tabs that a person may leave open. */
  private static final int MAX_OF_A_PERSON = 12;

  private static final int MAX_LISTENERS = 2000;

  private final LiveMatrices matrices;
  private final LiveTables live;
  private final OrganChooser chooser;
  private final CurrentCaller caller;
  private final Clock clock;

  DashboardResource(
      LiveMatrices matrices,
      LiveTables live,
      OrganChooser chooser,
      CurrentCaller caller,
      Clock clock) {
    this.matrices = matrices;
    this.live = live;
    this.chooser = chooser;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Produces(HTML)
  @Operation(hidden = true)
  public Response dashboard(@BeanParam ChoiceParameters parameters) {
    Choice choice = parameters.choice();
    Optional<OrganCode> only =
        choice.isEmpty() ? chooser.only(caller.get().scope()) : Optional.empty();
    if (only.isPresent()) {
      return Response.status(303)
          .header(HttpHeaders.LOCATION, choice.of(only.get(), today()).address(""))
          .build();
    }
    return choice.organ().isEmpty() || choice.find().isPresent()
        ? choose(200, choice, Optional.empty(), "")
        : figures(choice.dated(today()));
  }

  private Response figures(Choice choice) {
    try {
      Figures figures = Figures.of(matrix(choice), choice);
      ChoiceForm form = ChoiceForm.of(choice, new Choice.Links(List.of(), 0), Optional.empty());
      return page(200, Templates.figures(person(), form, figures));
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400 -> choose(400, choice, Optional.of(refusal), "");
        case 404 -> choose(404, choice, Optional.empty(), "没有此行政机关，或者您无权查看它的统计数据。");
        default -> throw refusal;
      };
    }
  }

  @GET
  @Path("table.csv")
  @Produces(MatrixCsv.CSV)
  @Operation(hidden = true)
  public Response csv(@BeanParam ChoiceParameters parameters) {
    Matrix matrix = matrix(parameters.choice());
    return Response.ok(MatrixCsv.csv(matrix))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            String.format(
                Locale.ROOT,
                "attachment; filename=\"%s_%s_%s.csv\"",
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
    return live.followByPage(asked(parameters.choice()), lastEventId, sse);
  }

  private Response choose(int status, Choice choice, Optional<Refusal> refusal, String notice) {
    ChoiceForm form =
        ChoiceForm.of(choice, chooser.organs(choice, caller.get().scope(), today()), refusal);
    return page(status, Templates.choose(person(), form, notice));
  }

  private Matrix matrix(Choice choice) {
    CallerScope scope = caller.get().scope();
    Watched watched = matrices.watched(asked(choice), clock);
    matrices.requireVisible(watched, scope);
    Standing standing = matrices.read(List.of(watched));
    return Optional.ofNullable(standing.tables().get(watched))
        .filter(table -> LiveMatrices.isVisible(standing.tree(), watched, scope))
        .orElseThrow(Refusal::notFound)
        .matrix();
  }

  private static Asked asked(Choice choice) {
    return Asked.of(choice.organ(), choice.year(), choice.from(), choice.to(), choice.scope());
  }

  private static Response page(int status, TemplateInstance page) {
    return Response.status(status).type(HTML).entity(page.render()).build();
  }

  private String person() {
    Caller known = caller.get();
    return known.person().orElse(known.clientId());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
