package disclosure.statistics.cell;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.edge.Role;
import disclosure.statistics.cell.CellQuestion.PageToken;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.matrix.Asked;
import disclosure.statistics.matrix.Matrices;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.matrix.SnapshotHead;
import disclosure.statistics.operations.Snapshot;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The applications behind a cell of table three over HTTP. */
@Tag(name = "tables")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class CellResource {

  private final DataSource database;
  private final CurrentCaller caller;
  private final Clock clock;
  private final Links links;

  CellResource(DataSource database, CurrentCaller caller, Clock clock, Links links) {
    this.database = database;
    this.caller = caller;
    this.clock = clock;
    this.links = links;
  }

  @GET
  @Path("matrix/cell")
  @Operation(
      operationId = "listCellApplications",
      summary = "The applications that make up one cell, a page at a time")
  @APIResponse(responseCode = "200", description = "As many in all pages as the cell says")
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public CellPage cell(
      @BeanParam Asked asked,
      @RestQuery Optional<String> row,
      @RestQuery Optional<String> column,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      @Context UriInfo uri) {
    Question question = Question.of(asked, clock);
    CellQuestion cell = CellQuestion.of(row, column, after, limit);
    return Snapshot.of(
        database,
        connection -> {
          SnapshotHead head = SnapshotHead.of(connection, question);
          Organs.requireListed(head.tree(), question, caller.get().scope());
          Matrix matrix = Matrices.visible(connection, head, question, caller.get().scope());
          MatrixRow figures = matrix.row(cell.row());
          long count = cell.column().map(type -> figures.counts().of(type)).orElse(figures.total());
          List<CellPage.Item> found =
              CellApplications.find(
                  connection,
                  Organs.codes(head.tree(), question),
                  question,
                  cell,
                  count,
                  cell.limit() + 1);
          List<CellPage.Item> items = found.subList(0, Math.min(found.size(), cell.limit()));
          return new CellPage(
              question.organ(),
              question.period().from(),
              question.period().to(),
              question.scope(),
              cell.row(),
              column.orElseThrow(),
              matrix.asOf(),
              count,
              List.copyOf(items),
              found.size() > items.size() ? Optional.of(next(uri, items)) : Optional.empty());
        });
  }

  private URI next(UriInfo uri, List<CellPage.Item> items) {
    CellPage.Item last = items.get(items.size() - 1);
    return links.with(uri, "after", new PageToken(last.organCode(), last.applicationId()));
  }
}
