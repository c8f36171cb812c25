package disclosure.statistics.page;

import disclosure.edge.Concurrency;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Role;
import disclosure.statistics.csv.MatrixCsv;
import disclosure.statistics.csv.TableCsv;
import disclosure.statistics.figures.Overviews;
import disclosure.statistics.figures.RankedOrgans;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The organs of a scope beside each other. */
@Path(Choice.PATH)
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class RankingResource {

  /** Of a whole nation, the figures take seconds. */
  private static final int MAX_OF_A_PERSON = 4;

  private static final int MAX_AT_ONCE = 16;
  private static final int ROWS = 100;
  private static final int LINES = 1000;

  private final Overviews overviews;
  private final Views views;
  private final CurrentCaller caller;

  RankingResource(Overviews overviews, Views views, CurrentCaller caller) {
    this.overviews = overviews;
    this.views = views;
    this.caller = caller;
  }

  @GET
  @Path("ranking")
  @Produces(Views.HTML)
  @Concurrency(perClient = MAX_OF_A_PERSON, total = MAX_AT_ONCE)
  @Operation(hidden = true)
  public Response ranking(@BeanParam ChoiceParameters parameters, @RestQuery Optional<String> by) {
    return views.show(
        parameters.choice(View.RANKING).withOrgansBelow(),
        (choice, form) ->
            Templates.ranking(views.person(), form, Views.tabs(choice), read(choice, by, ROWS)));
  }

  @GET
  @Path("ranking.csv")
  @Produces(MatrixCsv.CSV)
  @Concurrency(perClient = MAX_OF_A_PERSON, total = MAX_AT_ONCE)
  @Operation(hidden = true)
  public Response csv(@BeanParam ChoiceParameters parameters, @RestQuery Optional<String> by) {
    Choice choice = parameters.choice(View.RANKING).withOrgansBelow().dated(views.today());
    RankedOrgans ranked = ranked(choice, by, LINES);
    RankingPage page = RankingPage.of(ranked, choice, views.kind(choice), views.today());
    return Response.ok(TableCsv.csv(page.heads(), page.lines()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            String.format(
                Locale.ROOT,
                "attachment; filename=\"ranking_%s_%s_%s.csv\"",
                choice.organ().orElse(""),
                ranked.period().from(),
                ranked.period().to()))
        .build();
  }

  private RankingPage read(Choice choice, Optional<String> by, int limit) {
    return RankingPage.of(ranked(choice, by, limit), choice, views.kind(choice), views.today());
  }

  private RankedOrgans ranked(Choice choice, Optional<String> by, int limit) {
    return overviews.rank(Views.asked(choice), by, limit, caller.get().scope());
  }
}
