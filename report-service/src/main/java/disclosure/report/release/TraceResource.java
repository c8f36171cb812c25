package disclosure.report.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.report.access.ReportAccess;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.fault.ReportFault;
import disclosure.report.publication.FrozenApplication;
import disclosure.report.publication.FrozenDocument;
import disclosure.report.publication.FrozenReport;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.report.reference.Reference;
import disclosure.report.reference.References;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a published figure is followed to what it was made of. */
@Tag(name = "publication")
@Path("/reports/{organCode}/{year}/publications/{revision}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class TraceResource {

  private static final int PAGE = 1000;
  private static final String TOTAL = "TOTAL";

  private final Publications publications;
  private final ReportAccess access;
  private final Links links;

  TraceResource(Publications publications, ReportAccess access, Links links) {
    this.publications = publications;
    this.access = access;
    this.links = links;
  }

  /** All that was frozen, byte for byte what the digests of the revision are of. */
  @GET
  @Path("/record")
  @Uncompressed
  @Operation(
      operationId = "getFrozenRecord",
      summary = "The frozen record of a revision, whose digests the revision bears")
  @APIResponse(
      responseCode = "200",
      description = "The record, with its digests",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      description = "What was frozen, in the form of its time",
                      additionalProperties = Schema.True.class)))
  @APIResponse(responseCode = "404", description = "No such revision, or none the client may see")
  public Response record(
      @RestPath String organCode,
      @RestPath String year,
      @RestPath String revision,
      @RestQuery Optional<String> scope) {
    ReportId id = access.readable(organCode, year, scope);
    FrozenDocument record =
        publications.frozen(id, find(id, revision).revision()).orElseThrow(Refusal::notFound);
    return Response.ok(record.bytes())
        .header("Repr-Digest", record.digests().header())
        .header(HttpHeaders.CACHE_CONTROL, "no-store, no-transform")
        .build();
  }

  /** The versions of the applications behind table three, or behind a cell of it. */
  @GET
  @Path("/applications")
  @Operation(
      operationId = "listFrozenApplications",
      summary = "The application versions behind table three or a cell of it, by pages")
  @APIResponse(
      responseCode = "200",
      description = "Up to 1000 of them",
      content = @Content(schema = @Schema(implementation = TracedApplications.class)))
  @APIResponse(responseCode = "400", description = "An unknown row or column")
  @APIResponse(responseCode = "404", description = "No such revision, or none the client may see")
  public Response applications(
      @RestPath String organCode,
      @RestPath String year,
      @RestPath String revision,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> row,
      @RestQuery Optional<String> column,
      @RestQuery Optional<String> after,
      UriInfo uri) {
    ReportId id = access.readable(organCode, year, scope);
    Publication publication = find(id, revision);
    Predicate<FrozenApplication> wanted = cell(publication.report().matrix(), row, column);
    List<FrozenApplication> found = new ArrayList<>();
    Optional<UUID> place = after.map(TraceResource::uuid);
    boolean more = true;
    while (more && found.size() <= PAGE) {
      List<FrozenApplication> some =
          publications.applications(id, publication.revision(), place, PAGE + 1);
      some.stream().filter(wanted).forEach(found::add);
      more = some.size() > PAGE;
      place = some.stream().reduce((first, last) -> last).map(FrozenApplication::applicationId);
    }
    if (found.size() <= PAGE) {
      return answer(new TracedApplications(found, Optional.empty()));
    }
    List<FrozenApplication> page = found.subList(0, PAGE);
    URI next = links.with(uri, "after", page.get(PAGE - 1).applicationId());
    return answer(new TracedApplications(page, Optional.of(next.toString())));
  }

  /** What each report that was added up gave to a figure of the sum. */
  @GET
  @Path("/parts")
  @Operation(
      operationId = "listFrozenParts",
      summary = "A figure of a published sum, with what each added report gave to it")
  @APIResponse(
      responseCode = "200",
      description = "The figure and its parts",
      content = @Content(schema = @Schema(implementation = Parts.class)))
  @APIResponse(responseCode = "400", description = "No such figure, or the report is no sum")
  @APIResponse(responseCode = "404", description = "No such revision, or none the client may see")
  public Response parts(
      @RestPath String organCode,
      @RestPath String year,
      @RestPath String revision,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> figure) {
    ReportId id = access.readable(organCode, year, scope);
    Publication publication = find(id, revision);
    if (!id.isRollUp()) {
      throw Refusal.invalid(
          InputFault.NOT_ONE_OF.at("scope", Expected.oneOf(ReportScope.LEVEL, ReportScope.REGION)));
    }
    Reference sum = reference(publication.report(), figure.orElse(""));
    List<TracedPart> parts = new ArrayList<>();
    for (FrozenReport.AddedRevision child : publication.report().children()) {
      ReportId part = new ReportId(child.organ(), id.year(), child.scope());
      FrozenReport report =
          publications.revision(part, child.revision()).orElseThrow(Refusal::notFound).report();
      parts.add(
          new TracedPart(
              child.organ(),
              child.name(),
              child.scope(),
              child.revision(),
              reference(report, sum.name()).value()));
    }
    return answer(new Parts(sum.name(), sum.label(), sum.value(), parts, Optional.empty()));
  }

  /** Only what adds up is traced: not a share, and no figure that a report named for itself. */
  private static Reference reference(FrozenReport report, String name) {
    return References.of(
            report.matrix().rows(),
            report.disputes().rows(),
            report.handling(),
            report.content().proactive(),
            List.of())
        .find(name)
        .filter(found -> !name.endsWith(".share"))
        .orElseThrow(() -> Refusal.invalid(ReportFault.NOT_ADDED_UP.at("figure")));
  }

  private static Predicate<FrozenApplication> cell(
      Matrix matrix, Optional<String> row, Optional<String> column) {
    Optional<FormRow> wantedRow = row.map(name -> code("row", FormRow.values(), name));
    Optional<ApplicantType> wantedType =
        column
            .filter(name -> !name.equals(TOTAL))
            .map(name -> code("column", ApplicantType.values(), name));
    return application ->
        wantedType.map(application.applicantType()::equals).orElse(true)
            && wantedRow
                .map(TracedFigures.rows(application, matrix.from(), matrix.to())::contains)
                .orElse(true);
  }

  private static <T extends Enum<T>> T code(String field, T[] codes, String name) {
    return Arrays.stream(codes)
        .filter(code -> code.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid(InputFault.NOT_ONE_OF.at(field, Expected.oneOf(codes))));
  }

  private Publication find(ReportId id, String revision) {
    return publications.named(id, revision).orElseThrow(Refusal::notFound);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOne) {
      throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at("after"));
    }
  }

  private static Response answer(Object body) {
    return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** A list, and where the rest of it is. */
  record TracedApplications(List<FrozenApplication> items, Optional<String> next) {}

  /** A figure of a sum; a value is absent where the register could not tell it. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "TracedFigure")
  record Parts(
      String name,
      String label,
      Optional<String> value,
      List<TracedPart> items,
      Optional<String> next) {}

  /** What one report gave to it. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record TracedPart(
      OrganCode organCode, String name, ReportScope scope, int revision, Optional<String> value) {}
}
