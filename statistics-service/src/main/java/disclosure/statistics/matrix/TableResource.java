package disclosure.statistics.matrix;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.edge.Role;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.csv.MatrixCsv;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.Viewer;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
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

/** Tables three and four of the annual report, live. */
@Tag(name = "tables")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class TableResource {

  private static final String FORMAT = "format";

  private final DataSource database;
  private final WarmMatrices warm;
  private final CurrentCaller caller;
  private final Clock clock;
  private final Links links;

  TableResource(
      DataSource database, WarmMatrices warm, CurrentCaller caller, Clock clock, Links links) {
    this.database = database;
    this.warm = warm;
    this.caller = caller;
    this.clock = clock;
    this.links = links;
  }

  @GET
  @Path("matrix")
  @NonBlocking
  @Produces({MediaType.APPLICATION_JSON, MatrixCsv.CSV, MatrixCsv.CSVW})
  @Operation(
      operationId = "getMatrix",
      summary = "收到和处理政府信息公开申请情况: 25 rows by six applicant types, for any period")
  @APIResponse(
      responseCode = "200",
      description = "One snapshot with its watermark",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Matrix.class)),
        @Content(mediaType = MatrixCsv.CSV, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = MatrixCsv.CSVW,
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    description = "What the columns of the CSV are: W3C's metadata for tables",
                    additionalProperties = Schema.True.class))
      })
  @APIResponse(responseCode = "304", description = "Nothing changed since the given ETag")
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Uni<Response> matrix(
      @BeanParam Asked asked,
      @RestQuery Optional<String> format,
      @Context Request request,
      @Context UriInfo uri) {
    Question question = Question.of(asked, clock);
    return switch (MatrixFormat.named(format)) {
      case JSON ->
          warm.read(question, viewer())
              .map(
                  ready ->
                      Cached.answer(request, ready.json(), MediaType.APPLICATION_JSON, ready.tag())
                          .build());
      case CSV -> csv(question, request, uri);
      case CSVW -> csvw(question, request, uri);
    };
  }

  private Uni<Response> csv(Question question, Request request, UriInfo uri) {
    URI metadata = links.with(uri, FORMAT, "csvw");
    return read(question)
        .map(
            matrix ->
                Cached.answer(
                        request,
                        MatrixCsv.csv(matrix),
                        MatrixCsv.CSV,
                        List.of(FigureDigest.of(question, matrix), MatrixFormat.CSV))
                    .links(Link.fromUri(metadata).rel("describedby").type(MatrixCsv.CSVW).build())
                    .build());
  }

  private Uni<Response> csvw(Question question, Request request, UriInfo uri) {
    URI csv = links.with(uri, FORMAT, "csv");
    return read(question)
        .map(
            matrix ->
                Cached.answer(
                        request,
                        MatrixCsv.metadata(matrix, csv.toString()),
                        MatrixCsv.CSVW,
                        List.of(FigureDigest.of(question, matrix), MatrixFormat.CSVW))
                    .build());
  }

  private Uni<Matrix> read(Question question) {
    Viewer viewer = viewer();
    return Uni.createFrom()
        .item(
            () ->
                Snapshot.of(
                    database,
                    connection ->
                        Matrices.visible(
                            connection, SnapshotHead.of(connection, question), question, viewer)))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Viewer viewer() {
    return Viewer.of(caller.get().scope(), clock);
  }

  @GET
  @Path("disputes")
  @Operation(
      operationId = "getDisputeTable",
      summary = "政府信息公开行政复议、行政诉讼情况: three groups by result, for any period")
  @APIResponse(
      responseCode = "200",
      description = "One snapshot",
      content = @Content(schema = @Schema(implementation = DisputeTable.class)))
  @APIResponse(responseCode = "304", description = "Nothing changed since the given ETag")
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public Response disputes(@BeanParam Asked asked, @Context Request request) {
    Question question = Question.of(asked, clock);
    DisputeTable table =
        Snapshot.of(database, connection -> disputes(connection, question, viewer()));
    return Cached.answer(
            request,
            table,
            MediaType.APPLICATION_JSON,
            List.of(question, table.organName(), table.rows()))
        .build();
  }

  private static DisputeTable disputes(Connection connection, Question question, Viewer viewer)
      throws SQLException {
    SnapshotHead head = SnapshotHead.of(connection, question);
    return new DisputeTable(
        question.organ(),
        Organs.name(head.tree(), question, viewer),
        question.period().from(),
        question.period().to(),
        question.scope(),
        question.knownAt().orElse(head.mark().at()),
        Tables.disputes(
            connection,
            Organs.codes(head.tree(), question),
            question.period(),
            question.knownAt()));
  }
}
