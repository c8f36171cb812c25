package disclosure.statistics.figures;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Language;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.statistics.matrix.Asked;
import disclosure.statistics.matrix.Cached;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.matrix.Tables;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import disclosure.statistics.organ.Viewer;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The figures over HTTP: one snapshot of the database for each answer. */
@Tag(name = "figures")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class FiguresResource {

  private final DataSource database;
  private final CurrentCaller caller;
  private final Clock clock;

  FiguresResource(DataSource database, CurrentCaller caller, Clock clock) {
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("timeliness")
  @Operation(
      operationId = "getTimeliness",
      summary = "办理时限: on time, late, extended, and the working days taken")
  @APIResponse(
      responseCode = "200",
      description = "By outcome and by applicant type",
      content =
          @Content(
              schema =
                  @Schema(
                      allOf = Answer.class,
                      properties =
                          @SchemaProperty(name = "figures", implementation = Timeliness.class))))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Response timeliness(
      @BeanParam Asked asked, @Context Request request, @Context HttpHeaders headers) {
    return states(Question.of(asked, clock), TimelinessQuery::read, request, headers);
  }

  @GET
  @Path("channels")
  @Operation(
      operationId = "getChannels",
      summary = "申请渠道: how the applications of a period came in")
  @APIResponse(
      responseCode = "200",
      description = "By channel and applicant type",
      content =
          @Content(
              schema =
                  @Schema(
                      allOf = Answer.class,
                      properties =
                          @SchemaProperty(name = "figures", implementation = Channels.class))))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Response channels(
      @BeanParam Asked asked, @Context Request request, @Context HttpHeaders headers) {
    return states(Question.of(asked, clock), Channels::read, request, headers);
  }

  @GET
  @Path("open")
  @Operation(
      operationId = "getOpenApplications",
      summary = "在办: what was open on a day, today when none is given, by age and due date")
  @APIResponse(
      responseCode = "200",
      description = "Each application once by age, once by due date",
      content =
          @Content(
              schema =
                  @Schema(
                      allOf = Answer.class,
                      properties =
                          @SchemaProperty(
                              name = "figures",
                              implementation = OpenApplications.class))))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Response open(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> on,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> knownAt,
      @Context Request request,
      @Context HttpHeaders headers) {
    Question question = Question.onDay(organ, on, scope, knownAt, clock);
    return states(question, OpenApplications::read, request, headers);
  }

  @GET
  @Path("fees")
  @Operation(
      operationId = "getFeeFigures",
      summary = "信息处理费: notices, and the amounts notified and received")
  @APIResponse(
      responseCode = "200",
      description = "By the days of the notices and payments",
      content =
          @Content(
              schema =
                  @Schema(
                      allOf = Answer.class,
                      properties = @SchemaProperty(name = "figures", implementation = Fees.class))))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Response fees(
      @BeanParam Asked asked, @Context Request request, @Context HttpHeaders headers) {
    return states(Question.of(asked, clock), Fees::read, request, headers);
  }

  @GET
  @Path("trend")
  @Operation(
      operationId = "getTrend",
      summary = "Month by month: carried in, received, concluded, carried out")
  @APIResponse(
      responseCode = "200",
      description = "At most 60 months",
      content =
          @Content(
              schema =
                  @Schema(
                      allOf = Answer.class,
                      properties =
                          @SchemaProperty(name = "figures", implementation = Trend.class))))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Response trend(
      @BeanParam Asked asked, @Context Request request, @Context HttpHeaders headers) {
    Question question = Question.of(asked, clock);
    return answer(
        question, (connection, tree) -> Trend.read(connection, tree, question), request, headers);
  }

  @GET
  @Path("comparison")
  @Operation(
      operationId = "getComparison",
      summary = "环比、同比: table three beside the period before and the year before")
  @APIResponse(
      responseCode = "200",
      description = "The totals of all 25 rows; no figure of a period that isn't the caller's",
      content =
          @Content(
              schema =
                  @Schema(
                      allOf = Answer.class,
                      properties =
                          @SchemaProperty(name = "figures", implementation = Comparison.class))))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Response comparison(
      @BeanParam Asked asked, @Context Request request, @Context HttpHeaders headers) {
    Question question = Question.of(asked, clock);
    Viewer viewer = viewer();
    return answer(
        question,
        (connection, tree) ->
            Comparison.read(
                connection,
                tree,
                question,
                days -> Organs.visible(tree, question.in(days), viewer).isPresent()),
        request,
        headers);
  }

  @GET
  @Path("ranking")
  @Operation(operationId = "getRanking", summary = "The organs in a scope, by one of their figures")
  @APIResponse(
      responseCode = "200",
      description = "The highest first",
      content =
          @Content(
              schema =
                  @Schema(
                      allOf = Answer.class,
                      properties =
                          @SchemaProperty(name = "figures", implementation = Ranking.class))))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Response ranking(
      @BeanParam Asked asked,
      @RestQuery Optional<String> by,
      @RestQuery Optional<String> limit,
      @Context Request request,
      @Context HttpHeaders headers) {
    Question question = Question.of(asked, clock);
    Ranking.By figure = Ranking.By.named(by);
    int most = Ranking.limit(limit);
    Viewer viewer = viewer();
    return answer(
        question,
        (connection, tree) -> {
          Organs.requireListed(tree, question, viewer);
          return Ranking.read(
              connection, tree, Organs.listed(tree, question), question, figure, most);
        },
        request,
        headers);
  }

  /** Counts the states of a set of organs. */
  private interface OfStates<T> {
    Counted<T> read(Connection connection, List<String> organs, Question question)
        throws SQLException;
  }

  /** Counts anything by the hierarchy of the snapshot. */
  private interface Reading<T> {
    Counted<T> read(Connection connection, OrganTree tree) throws SQLException;
  }

  private <T> Response states(
      Question question, OfStates<T> states, Request request, HttpHeaders headers) {
    return answer(
        question,
        (connection, tree) -> states.read(connection, Organs.codes(tree, question), question),
        request,
        headers);
  }

  private Viewer viewer() {
    return Viewer.of(caller.get().scope(), clock);
  }

  private <T> Response answer(
      Question question, Reading<T> reading, Request request, HttpHeaders headers) {
    Locale language =
        Language.of(Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    Answer<T> answer =
        Snapshot.of(
            database,
            connection -> {
              OrganTree tree = OrganTrees.read(connection, question.knownAt());
              Organ organ = Organs.visible(tree, question, viewer()).orElseThrow(Refusal::notFound);
              Counted<T> counted = reading.read(connection, tree);
              return new Answer<>(
                  question.organ(),
                  organ.nameOn(question.period().to()),
                  question.period().from(),
                  question.period().to(),
                  question.scope(),
                  question.knownAt().isPresent()
                      ? question.knownAt().get()
                      : Tables.asOf(connection),
                  counted.population(language),
                  counted.figures());
            });
    return Cached.answer(
            request,
            answer,
            MediaType.APPLICATION_JSON,
            List.of(question, answer.organName(), answer.population(), answer.figures()))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
        .build();
  }
}
