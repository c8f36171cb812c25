package disclosure.statistics.contribution;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.fault.StatisticsFault;
import disclosure.statistics.matrix.Asked;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.matrix.SnapshotHead;
import disclosure.statistics.matrix.Tables;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.Viewer;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The organs behind table three over HTTP. */
@Tag(name = "tables")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class ContributionResource {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1000;

  private final DataSource database;
  private final CurrentCaller caller;
  private final Clock clock;
  private final Links links;

  ContributionResource(DataSource database, CurrentCaller caller, Clock clock, Links links) {
    this.database = database;
    this.caller = caller;
    this.clock = clock;
    this.links = links;
  }

  @GET
  @Path("matrix/organs")
  @Operation(
      operationId = "listCountedOrgans",
      summary =
          "The organs that a table is made of and what each has, with those that are in no sum since"
              + " one above ended without a successor or is yet to come; ended=true: only these, and"
              + " those that ended")
  @APIResponse(responseCode = "200", description = "A page of those that the caller may read")
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such organ, or not the caller's")
  public ContributionsPage organs(
      @BeanParam Asked asked,
      @RestQuery Optional<String> ended,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      @Context UriInfo uri) {
    Question question = Question.of(asked, clock);
    if (question.knownAt().isPresent()) {
      throw Refusal.invalid(StatisticsFault.NOT_SUPPORTED_HERE.at("knownAt"));
    }
    boolean endedOnly = Parameters.flag("ended", ended);
    Optional<OrganCode> begin = Parameters.organCode("after", after);
    int most = Parameters.number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT);
    Viewer viewer = Viewer.of(caller.get().scope(), clock);
    return Snapshot.of(
        database,
        connection -> {
          SnapshotHead head = SnapshotHead.of(connection);
          Organs.requireVisible(head.tree(), question, viewer);
          List<OrganPlace> found =
              OrganPlace.of(head.tree(), question, begin)
                  .filter(place -> !endedOnly || place.isEnded() || place.isNowhere())
                  .filter(
                      place -> viewer.mayRead(head.tree(), place.organ().code(), question.period()))
                  .limit(most + 1L)
                  .toList();
          List<OrganPlace> places = found.subList(0, Math.min(found.size(), most));
          Map<String, List<MatrixRow>> rows =
              Tables.matrices(
                  connection,
                  places.stream().map(place -> place.organ().code()).toList(),
                  question.period());
          List<Contribution> items =
              places.stream()
                  .flatMap(place -> told(place, rows.get(place.organ().code())))
                  .toList();
          return new ContributionsPage(
              question.organ(),
              question.period().from(),
              question.period().to(),
              question.scope(),
              head.mark().at(),
              items,
              found.size() > most ? Optional.of(next(uri, places)) : Optional.empty());
        });
  }

  /** A reform that was entered in advance is told of only where something is in no sum by it. */
  private static Stream<Contribution> told(OrganPlace place, List<MatrixRow> rows) {
    return Stream.of(Contribution.of(place, rows))
        .filter(contribution -> !place.isYetToCome() || contribution.hasFigures());
  }

  private URI next(UriInfo uri, List<OrganPlace> places) {
    return links.with(uri, "after", places.get(places.size() - 1).organ().code());
  }
}
