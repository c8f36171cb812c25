package disclosure.report.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.report.access.ReportAccess;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeStep;
import disclosure.report.publication.LifeSteps;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.report.publication.ReportState;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where an office sees how the reports stand that it adds up. */
@Tag(name = "collection")
@Path("/reports/{organCode}/{year}/collection")
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class CollectionResource {

  private final ReportIds ids;
  private final ExpectedReports expected;
  private final LifeSteps steps;
  private final Publications publications;
  private final ReportAccess access;
  private final Clock clock;
  private final Links links;

  CollectionResource(
      ReportIds ids,
      ExpectedReports expected,
      LifeSteps steps,
      Publications publications,
      ReportAccess access,
      Clock clock,
      Links links) {
    this.links = links;
    this.ids = ids;
    this.expected = expected;
    this.steps = steps;
    this.publications = publications;
    this.access = access;
    this.clock = clock;
  }

  /** Every report that belongs to the sum and that the caller may read, and how it stands. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getCollection",
      summary = "The reports that belong to a sum: submitted, returned, published, late")
  @APIResponse(
      responseCode = "200",
      description =
          "The sums are of all that the client may read; up to 500 of them, the organ's own first",
      content = @Content(schema = @Schema(implementation = Collected.class)))
  @APIResponse(responseCode = "400", description = "The scope is not LEVEL or REGION")
  @APIResponse(responseCode = "404", description = "No such organ, or none the client may see")
  @APIResponse(responseCode = "503", description = "The directory can't be asked just now")
  public Response get(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @BeanParam ReportPage page,
      UriInfo uri) {
    ReportId id = ids.of(organCode, year, scope);
    if (!id.isRollUp()) {
      throw Refusal.invalid(
          InputFault.NOT_ONE_OF.at("scope", Expected.oneOf(ReportScope.LEVEL, ReportScope.REGION)));
    }
    access.requireReadable(id);
    Optional<Set<OrganCode>> readable = access.readableBelow(id);
    List<ExpectedReport> reports =
        expected.of(id).stream()
            .filter(report -> readable.map(it -> it.contains(report.id().organ())).orElse(true))
            .toList();
    Map<ReportId, Life> lives =
        steps.lives(id.year(), reports.stream().map(report -> report.id().organ()).toList());
    Optional<Publication> sum = publications.newest(id);
    Map<OrganCode, Integer> used = used(sum);
    Published published = published(id, reports, used, sum);
    List<CollectedReport> items =
        reports.stream().map(report -> item(report, lives, used, published)).toList();
    boolean stale = published.stale().contains(id);
    return Response.ok(
            new Collected(
                items.size(),
                items.stream().filter(CollectedReport::published).count(),
                items.stream().filter(item -> item.state() == ReportState.SUBMITTED).count(),
                items.stream().filter(item -> item.returned().isPresent()).count(),
                items.stream().filter(CollectedReport::late).count(),
                stale,
                page.of(items),
                page.next(items, links, uri)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /**
   * What is asked about all reports at once.
   *
   * @param first when each was first published
   * @param stale which of the sums that were added up, and whether the sum itself, is of a report
   *     that was corrected since
   */
  private record Published(Map<ReportId, Instant> first, Set<ReportId> stale) {}

  private Published published(
      ReportId id,
      List<ExpectedReport> reports,
      Map<OrganCode, Integer> used,
      Optional<Publication> sum) {
    Map<ReportId, Integer> revisions = new HashMap<>();
    for (ExpectedReport report : reports) {
      Optional.ofNullable(used.get(report.id().organ()))
          .ifPresent(revision -> revisions.put(report.id(), revision));
    }
    sum.ifPresent(published -> revisions.put(id, published.revision()));
    return new Published(
        publications.firstPublished(id.year(), reports.stream().map(ExpectedReport::id).toList()),
        publications.stale(id.year(), revisions));
  }

  /** The revisions that the published sum was made of. */
  private static Map<OrganCode, Integer> used(Optional<Publication> sum) {
    Map<OrganCode, Integer> used = new HashMap<>();
    sum.map(Publication::report)
        .ifPresent(
            report ->
                used.putAll(
                    report.children().stream()
                        .collect(
                            Collectors.toMap(child -> child.organ(), child -> child.revision()))));
    return used;
  }

  private CollectedReport item(
      ExpectedReport report,
      Map<ReportId, Life> lives,
      Map<OrganCode, Integer> used,
      Published published) {
    Life life = Optional.ofNullable(lives.get(report.id())).orElse(Life.NONE);
    Optional<Instant> publishedAt = Optional.ofNullable(published.first().get(report.id()));
    LocalDate reached =
        publishedAt
            .map(moment -> LocalDate.ofInstant(moment, clock.getZone()))
            .orElseGet(() -> LocalDate.now(clock));
    return new CollectedReport(
        report.id().organ(),
        report.name(),
        report.kind(),
        report.id().scope(),
        life.state(),
        life.revision(),
        report.dueOn(),
        reached.isAfter(report.dueOn()),
        life.last().filter(step -> life.state() == ReportState.SUBMITTED).map(LifeStep::recordedAt),
        publishedAt,
        life.returned(),
        Optional.ofNullable(used.get(report.id().organ()))
            .map(revision -> revision < life.revision() || published.stale().contains(report.id()))
            .orElse(false));
  }

  /**
   * How the reports stand.
   *
   * @param stale whether the published sum is of a report that was corrected since, directly or in
   *     a sum below
   */
  @Schema(name = "CollectedReports")
  record Collected(
      int expected,
      long published,
      long submitted,
      long returned,
      long late,
      boolean stale,
      List<CollectedReport> items,
      Optional<URI> next) {}

  /**
   * How one report stands.
   *
   * @param revision the newest that is published; 0 when none is
   * @param late whether it was published after the day it is due, or isn't yet
   * @param returned why it was given back, when it was
   * @param stale whether the published sum is of an earlier revision, or of a sum that is stale
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CollectedReport(
      OrganCode organCode,
      String name,
      OrganKind kind,
      ReportScope scope,
      ReportState state,
      int revision,
      LocalDate dueOn,
      boolean late,
      Optional<Instant> submittedAt,
      Optional<Instant> publishedAt,
      Optional<String> returned,
      boolean stale) {

    boolean published() {
      return revision > 0;
    }
  }
}
