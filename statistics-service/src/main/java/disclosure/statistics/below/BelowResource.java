package disclosure.statistics.below;

import disclosure.edge.Concurrency;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StreamedAnswer;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.csv.MatrixCsv;
import disclosure.statistics.fault.StatisticsFault;
import disclosure.statistics.matrix.Asked;
import disclosure.statistics.matrix.Cached;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.matrix.SnapshotHead;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.Viewer;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Table three of all organs below one over HTTP. */
@Tag(name = "tables")
@Path("/matrices")
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class BelowResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  /** Organs whose tables are in memory at a time while all are sent. */
  private static final int CHUNK = 100;

  private static final Duration PAGE_TIMEOUT = Duration.ofSeconds(45);
  private static final Duration CSV_TIMEOUT = Duration.ofMinutes(2);

  private final DataSource database;
  private final CurrentCaller caller;
  private final Clock clock;
  private final Links links;

  BelowResource(DataSource database, CurrentCaller caller, Clock clock, Links links) {
    this.database = database;
    this.caller = caller;
    this.clock = clock;
    this.links = links;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, MatrixCsv.CSV})
  @Concurrency(perClient = 2, total = 4)
  @Operation(
      operationId = "listMatrices",
      summary =
          "25 rows by six applicant types of an organ and of every organ below it, each as it is"
              + " answered by itself; format=csv: all in one table, of one moment")
  @APIResponse(
      responseCode = "200",
      description = "A page of those that the caller may read, from one snapshot; as CSV all",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = TablesPage.class)),
        @Content(mediaType = MatrixCsv.CSV, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "304", description = "Nothing changed since the given ETag")
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Response below(
      @BeanParam Asked asked,
      @RestQuery Optional<String> format,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      @Context Request request,
      @Context RoutingContext routing,
      @Context UriInfo uri) {
    Question question = Question.of(asked, clock);
    if (!question.without().isEmpty()) {
      throw Refusal.invalid(StatisticsFault.NOT_SUPPORTED_HERE.at("without"));
    }
    Optional<OrganCode> begin = Parameters.organCode("after", after);
    int most = Parameters.number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT);
    Viewer viewer = Viewer.of(caller.get().scope(), clock);
    return switch (format.orElse("json")) {
      case "json" -> page(question, viewer, begin, most, request, uri);
      case "csv" -> {
        if (limit.isPresent()) {
          throw Refusal.invalid(StatisticsFault.NOT_SUPPORTED_HERE.at("limit"));
        }
        yield csv(question, viewer, begin, routing);
      }
      default ->
          throw Refusal.invalid(InputFault.NOT_ONE_OF.at("format", Expected.oneOf("json", "csv")));
    };
  }

  private Response page(
      Question question,
      Viewer viewer,
      Optional<OrganCode> after,
      int most,
      Request request,
      UriInfo uri) {
    TablesPage page =
        Snapshot.of(
            database,
            connection -> {
              SnapshotHead head = visible(connection, question, viewer);
              List<Organ> found =
                  OrgansBelow.of(head.tree(), question, viewer, after).limit(most + 1L).toList();
              List<Organ> organs = found.subList(0, Math.min(found.size(), most));
              return new TablesPage(
                  question.organ(),
                  question.period().from(),
                  question.period().to(),
                  question.scope(),
                  question.knownAt().orElse(head.mark().at()),
                  new TablesBelow(connection, head, question, PAGE_TIMEOUT).read(organs),
                  found.size() > most
                      ? Optional.of(links.with(uri, "after", organs.get(most - 1).code()))
                      : Optional.empty());
            });
    return Cached.answer(request, page, MediaType.APPLICATION_JSON, figures(question, page))
        .build();
  }

  /** What the page depends on, but for the moment. */
  private static List<Object> figures(Question question, TablesPage page) {
    return List.of(
        question, page.next(), page.items().stream().map(BelowResource::figures).toList());
  }

  private static List<Object> figures(Matrix table) {
    return List.of(
        table.organ(), table.organName(), table.rows(), table.organChanges(), table.merged());
  }

  private Response csv(
      Question question, Viewer viewer, Optional<OrganCode> after, RoutingContext request) {
    // Told to HEAD too, for which no content is made.
    Snapshot.of(database, connection -> visible(connection, question, viewer));
    return Response.ok(
            StreamedAnswer.of(
                request,
                CSV_TIMEOUT,
                out ->
                    Snapshot.of(
                        database,
                        connection -> {
                          write(connection, question, viewer, after, out);
                          return true;
                        })),
            MatrixCsv.CSV)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static SnapshotHead visible(Connection connection, Question question, Viewer viewer)
      throws SQLException {
    SnapshotHead head = SnapshotHead.of(connection, question);
    Organs.requireVisible(head.tree(), question, viewer);
    return head;
  }

  private static void write(
      Connection connection,
      Question question,
      Viewer viewer,
      Optional<OrganCode> after,
      OutputStream out)
      throws SQLException {
    SnapshotHead head = visible(connection, question, viewer);
    Iterator<Organ> organs = OrgansBelow.of(head.tree(), question, viewer, after).iterator();
    TablesBelow tables = new TablesBelow(connection, head, question, CSV_TIMEOUT);
    try {
      Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      MatrixCsv.begin(csv);
      while (organs.hasNext()) {
        for (Matrix table : tables.read(next(organs))) {
          MatrixCsv.print(table, csv);
        }
      }
      csv.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static List<Organ> next(Iterator<Organ> organs) {
    List<Organ> some = new ArrayList<>();
    while (some.size() < CHUNK && organs.hasNext()) {
      some.add(organs.next());
    }
    return some;
  }
}
