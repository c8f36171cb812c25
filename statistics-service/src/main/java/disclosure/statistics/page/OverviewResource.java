package disclosure.statistics.page;

import disclosure.edge.Concurrency;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.statistics.csv.MatrixCsv;
import disclosure.statistics.csv.TableCsv;
import disclosure.statistics.figures.Overview;
import disclosure.statistics.figures.Overviews;
import disclosure.statistics.page.chart.Chart;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The charts of an organ and a period. */
@Path(Choice.PATH)
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class OverviewResource {

  /** Of a whole nation, the figures take seconds. */
  private static final int MAX_OF_A_PERSON = 4;

  private static final int MAX_AT_ONCE = 16;

  private final Overviews overviews;
  private final Views views;
  private final CurrentCaller caller;

  OverviewResource(Overviews overviews, Views views, CurrentCaller caller) {
    this.overviews = overviews;
    this.views = views;
    this.caller = caller;
  }

  @GET
  @Path("overview")
  @Produces(Views.HTML)
  @Concurrency(perClient = MAX_OF_A_PERSON, total = MAX_AT_ONCE)
  @Operation(hidden = true)
  public Response overview(@BeanParam ChoiceParameters parameters) {
    return views.show(
        parameters.choice(View.OVERVIEW),
        (choice, form) ->
            Templates.overview(views.person(), form, Views.tabs(choice), page(choice)));
  }

  @GET
  @Path("overview/{chart}.csv")
  @Produces(MatrixCsv.CSV)
  @Concurrency(perClient = MAX_OF_A_PERSON, total = MAX_AT_ONCE)
  @Operation(hidden = true)
  public Response csv(@RestPath String chart, @BeanParam ChoiceParameters parameters) {
    Choice choice = parameters.choice(View.OVERVIEW).dated(views.today());
    Overview overview = read(choice);
    Chart found =
        Charts.of(overview, choice).stream()
            .filter(one -> one.id().equals(chart))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    return Response.ok(TableCsv.csv(found.table().heads(), found.table().rows()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            String.format(
                Locale.ROOT,
                "attachment; filename=\"%s_%s_%s_%s.csv\"",
                found.id(),
                overview.organ(),
                overview.period().from(),
                overview.period().to()))
        .build();
  }

  /** For visitors: what is there, large and live. */
  @GET
  @Path("screen")
  @Produces(Views.HTML)
  @Concurrency(perClient = MAX_OF_A_PERSON, total = MAX_AT_ONCE)
  @Operation(hidden = true)
  public Response screen(@BeanParam ChoiceParameters parameters) {
    return views.show(
        parameters.choice(View.SCREEN), (choice, form) -> Templates.screen(page(choice)));
  }

  private OverviewPage page(Choice choice) {
    return OverviewPage.of(read(choice), choice, views.kind(choice));
  }

  private Overview read(Choice choice) {
    return overviews.read(Views.asked(choice), caller.get().scope());
  }
}
