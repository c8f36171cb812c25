package disclosure.statistics.matrix;

import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.problem.Refusal;
import disclosure.statistics.security.CurrentCaller;
import disclosure.statistics.security.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** Tables three and four of the annual report, live. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class TableResource {

  private final DataSource database;
  private final CurrentCaller caller;
  private final Clock clock;

  TableResource(DataSource database, CurrentCaller caller, Clock clock) {
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("matrix")
  @Operation(summary = "收到和处理政府信息公开申请情况: 25 rows by six applicant types, for any period")
  @APIResponse(responseCode = "200", description = "One snapshot with its watermark")
  @APIResponse(responseCode = "304", description = "Nothing changed since the given ETag")
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Response matrix(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> year,
      @RestQuery Optional<String> from,
      @RestQuery Optional<String> to,
      @RestQuery Optional<String> scope,
      @Context Request request) {
    Question question = question(organ, year, from, to, scope);
    Matrix matrix =
        Snapshot.of(
            database,
            connection ->
                new Matrix(
                    question.organ(),
                    name(connection, question),
                    question.period().from(),
                    question.period().to(),
                    question.scope(),
                    Tables.asOf(connection),
                    Tables.positions(connection),
                    Tables.matrix(connection, organs(connection, question), question.period())));
    return answer(request, matrix, List.of(question, matrix.organName(), matrix.rows()));
  }

  @GET
  @Path("disputes")
  @Operation(summary = "政府信息公开行政复议、行政诉讼情况: three groups by result, for any period")
  @APIResponse(responseCode = "200", description = "One snapshot")
  @APIResponse(responseCode = "304", description = "Nothing changed since the given ETag")
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Response disputes(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> year,
      @RestQuery Optional<String> from,
      @RestQuery Optional<String> to,
      @RestQuery Optional<String> scope,
      @Context Request request) {
    Question question = question(organ, year, from, to, scope);
    DisputeTable table =
        Snapshot.of(
            database,
            connection ->
                new DisputeTable(
                    question.organ(),
                    name(connection, question),
                    question.period().from(),
                    question.period().to(),
                    question.scope(),
                    Tables.asOf(connection),
                    Tables.disputes(connection, organs(connection, question), question.period())));
    return answer(request, table, List.of(question, table.organName(), table.rows()));
  }

  private Question question(
      Optional<String> organ,
      Optional<String> year,
      Optional<String> from,
      Optional<String> to,
      Optional<String> scope) {
    return Question.of(new Question.Asked(organ, year, from, to, scope), LocalDate.now(clock));
  }

  private String name(Connection connection, Question question) throws SQLException {
    return Organs.visibleName(connection, question.organ(), caller.get().scope())
        .orElseThrow(Refusal::notFound);
  }

  private static List<String> organs(Connection connection, Question question) throws SQLException {
    return Organs.codes(connection, question.organ(), question.scope(), question.period().to());
  }

  /** The tag tells figures apart, not moments: the same figures asked later have the same tag. */
  private static Response answer(Request request, Object table, List<Object> figures) {
    EntityTag tag = new EntityTag(FigureDigest.of(figures), true);
    CacheControl cache = new CacheControl();
    cache.setPrivate(true);
    cache.setNoCache(true);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(table) : unchanged)
        .tag(tag)
        .cacheControl(cache)
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .build();
  }
}
