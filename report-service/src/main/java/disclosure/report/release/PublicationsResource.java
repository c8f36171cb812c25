package disclosure.report.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.Text;
import disclosure.report.access.ReportAccess;
import disclosure.report.access.ReportIds;
import disclosure.report.check.Result;
import disclosure.report.content.ReportId;
import disclosure.report.publication.ChangedFigure;
import disclosure.report.publication.Digests;
import disclosure.report.publication.FrozenReport;
import disclosure.report.publication.LifeStep;
import disclosure.report.publication.LifeSteps;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.report.publication.ReportState;
import disclosure.report.reading.ReadReport;
import disclosure.report.reading.ReportReader;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where published revisions are listed, traced and compared with the register of today. */
@Tag(name = "publication")
@Path("/reports/{organCode}/{year}")
@Produces(MediaType.APPLICATION_JSON)
class PublicationsResource {

  private static final int MAX_PUBLICATIONS = 50;
  private static final int MAX_STEPS = 500;

  private final ReportIds ids;
  private final Publications publications;
  private final LifeSteps steps;
  private final ReportAccess access;
  private final ReportReader reader;
  private final Links links;

  PublicationsResource(
      ReportIds ids,
      Publications publications,
      LifeSteps steps,
      ReportAccess access,
      ReportReader reader,
      Links links) {
    this.ids = ids;
    this.publications = publications;
    this.steps = steps;
    this.access = access;
    this.reader = reader;
    this.links = links;
  }

  /** Every published revision with its reason, the figures it changed and its digests. */
  @GET
  @Path("/publications")
  @PermitAll
  @Operation(
      operationId = "listPublications",
      summary = "The published revisions, the newest first, with reasons and digests")
  @APIResponse(
      responseCode = "200",
      description = "As many as the limit says, 50 by itself",
      content = @Content(schema = @Schema(implementation = Revisions.class)))
  @APIResponse(responseCode = "404", description = "Nothing is published")
  public Response list(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri) {
    ReportId id = ids.of(organCode, year, scope);
    int size = Parameters.number("limit", limit, 1, MAX_PUBLICATIONS, MAX_PUBLICATIONS);
    int last = Parameters.number("after", after, 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    List<Publication> found = publications.before(id, last, size + 1);
    if (found.isEmpty() && after.isEmpty()) {
      throw Refusal.notFound();
    }
    List<Revision> items =
        found.stream().limit(size).map(publication -> revision(id, publication)).toList();
    return Response.ok(
            new Revisions(
                items,
                found.size() > size
                    ? Optional.of(links.with(uri, "after", items.get(size - 1).revision()))
                    : Optional.empty()))
        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
        .build();
  }

  /** Who submitted, returned and published the report when. */
  @GET
  @Path("/life")
  @RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "listLifeSteps",
      summary =
          "What was done with the report: submitted, returned, published; and by which edit a"
              + " submission was withdrawn")
  @APIResponse(
      responseCode = "200",
      description = "The newest first, as many as the limit says, 500 by itself",
      content = @Content(schema = @Schema(implementation = ReportSteps.class)))
  @APIResponse(responseCode = "404", description = "No such organ, or none the client may see")
  public Response life(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri) {
    ReportId id = access.readable(organCode, year, scope);
    int size = Parameters.number("limit", limit, 1, MAX_STEPS, MAX_STEPS);
    int last = Parameters.number("after", after, 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    List<LifeStep> found = steps.before(id, last, size + 1);
    return Response.ok(
            new ReportSteps(
                found.subList(0, Math.min(size, found.size())),
                found.size() > size
                    ? Optional.of(links.with(uri, "after", found.get(size - 1).number()))
                    : Optional.empty()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** How each check came out when a revision was published, with the reasons. */
  @GET
  @Path("/publications/{revision}/checks")
  @RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "getPublishedChecks",
      summary = "How each check came out at publication, with the reasons that were kept")
  @APIResponse(
      responseCode = "200",
      description = "All of them",
      content = @Content(schema = @Schema(implementation = KeptChecks.class)))
  @APIResponse(responseCode = "404", description = "No such revision, or none the client may see")
  public Response checks(
      @RestPath String organCode,
      @RestPath String year,
      @RestPath String revision,
      @RestQuery Optional<String> scope) {
    ReportId id = access.readable(organCode, year, scope);
    List<FrozenReport.CheckOutcome> checks =
        publications.named(id, revision).orElseThrow(Refusal::notFound).report().checks();
    return Response.ok(
            new KeptChecks(checks.stream().map(KeptCheck::of).toList(), Optional.empty()))
        .build();
  }

  /** What moved since the report was published: nothing of it changes what is published. */
  @GET
  @Path("/drift")
  @RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "getDrift",
      summary = "The figures that are others today than in the published report")
  @APIResponse(
      responseCode = "200",
      description = "Each figure with both numbers",
      content = @Content(schema = @Schema(implementation = PublicationDrift.class)))
  @APIResponse(responseCode = "404", description = "Nothing is published, or not for the client")
  @APIResponse(responseCode = "503", description = "The figures can't be had in full just now")
  public Response drift(
      @RestPath String organCode, @RestPath String year, @RestQuery Optional<String> scope) {
    ReportId id = access.readable(organCode, year, scope);
    Publication published = publications.newest(id).orElseThrow(Refusal::notFound);
    ReadReport now = reader.read(id);
    FrozenReport frozen = published.report();
    List<ChangedFigure> moved =
        ChangedFigure.between(
            frozen.printed(),
            new FrozenReport(
                    id,
                    frozen.edition(),
                    frozen.draftVersion(),
                    id.isRollUp() ? now.content() : frozen.content(),
                    now.figures().matrix(),
                    now.figures().disputes(),
                    frozen.handling(),
                    frozen.checks(),
                    frozen.children())
                .printed());
    return Response.ok(
            new PublicationDrift(
                published.revision(),
                published.publishedAt(),
                now.figures().matrix().asOf(),
                moved,
                Optional.empty()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Revision revision(ReportId id, Publication publication) {
    return new Revision(
        publication.revision(),
        publication.state(),
        publication.publishedAt(),
        publication.reason(),
        publication.changed(),
        publication.digests(),
        publications.documents(id, publication.revision()).stream()
            .map(
                document ->
                    new Document(
                        document.format(),
                        document.mediaType(),
                        document.digests(),
                        document.signature().isPresent(),
                        document.signedAt(),
                        document.stampedAt()))
            .toList(),
        publication.report().children(),
        id.isRollUp()
            ? Optional.of(publications.isStale(id, publication.revision()))
            : Optional.empty());
  }

  /** Some revisions, and where the rest of them is. */
  record Revisions(List<Revision> items, Optional<URI> next) {}

  /** Some steps of a report, and where the rest of them is. */
  record ReportSteps(List<LifeStep> items, Optional<URI> next) {}

  /** How every check came out. */
  record KeptChecks(List<KeptCheck> items, Optional<URI> next) {}

  /**
   * How one check came out.
   *
   * @param check its number
   * @param number the same, as it was called before
   */
  record KeptCheck(
      int check,
      @Schema(deprecated = true, description = "the same as check") int number,
      Result result,
      List<Text> findings,
      Optional<String> reason) {

    static KeptCheck of(FrozenReport.CheckOutcome kept) {
      return new KeptCheck(
          kept.number(), kept.number(), kept.result(), kept.findings(), kept.reason());
    }
  }

  /**
   * One revision without its content.
   *
   * @param stale of a sum, whether one of its reports was corrected since
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Revision(
      int revision,
      ReportState state,
      Instant publishedAt,
      Optional<String> reason,
      List<ChangedFigure> changed,
      Digests digests,
      List<Document> documents,
      List<FrozenReport.AddedRevision> children,
      Optional<Boolean> stale) {}

  /**
   * One document without its bytes.
   *
   * @param signed whether there is a signature over it
   * @param signedAt when it was signed; absent where that was with the publication
   * @param stampedAt when an authority for time stamps saw the signature; absent without a stamp
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Document(
      String format,
      String mediaType,
      Digests digests,
      boolean signed,
      Optional<Instant> signedAt,
      Optional<Instant> stampedAt) {}

  /** What moved. */
  record PublicationDrift(
      int revision,
      Instant publishedAt,
      Instant asOf,
      List<ChangedFigure> items,
      Optional<String> next) {}
}
