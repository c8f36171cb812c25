package disclosure.report.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Concurrency;
import disclosure.edge.EntityTags;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.report.access.ReportIds;
import disclosure.report.catalogue.Catalogue.Wanted;
import disclosure.report.publication.Digests;
import disclosure.requests.contract.OrganCode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What is published, for everybody. */
@Tag(name = "publication")
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
class CatalogueResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 100;

  private final Catalogue catalogue;
  private final ReportIds ids;
  private final OrgansBelow below;
  private final Links links;

  CatalogueResource(Catalogue catalogue, ReportIds ids, OrgansBelow below, Links links) {
    this.catalogue = catalogue;
    this.ids = ids;
    this.below = below;
    this.links = links;
  }

  /**
   * Some of the published reports.
   *
   * @param next where the following ones are; absent on the last page
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CataloguePage(List<CataloguedReport> items, Optional<URI> next) {}

  /** The published reports of a year, of the organs below one, or of an organ. */
  @GET
  @PermitAll
  @Concurrency(perClient = 8, total = 16)
  @Operation(
      operationId = "listReports",
      summary =
          "The published reports of a year, of the organs directly below one in it (parent), or of"
              + " one organ, with the metadata of a directory of government information")
  @APIResponse(
      responseCode = "200",
      description = "The revisions in force, as many as the limit says, 50 by itself",
      content = @Content(schema = @Schema(implementation = CataloguePage.class)))
  @APIResponse(responseCode = "304", description = "Nothing changed since the given ETag")
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  public Response list(
      @RestQuery Optional<String> year,
      @RestQuery Optional<String> parent,
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> name,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      @Context Request request,
      @Context UriInfo uri) {
    Wanted wanted = wanted(year, parent, organ, Parameters.text("name", name));
    int size = Parameters.number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT);
    List<CatalogueEntry> found =
        catalogue.read(wanted, CatalogueKey.read("after", after), size + 1);
    List<CatalogueEntry> shown = found.stream().limit(size).toList();
    CataloguePage page =
        new CataloguePage(
            shown.stream().map(entry -> CataloguedReport.of(entry, links)).toList(),
            found.size() > size
                ? Optional.of(links.with(uri, "after", CatalogueKey.of(shown.get(size - 1).id())))
                : Optional.empty());
    EntityTag tag =
        new EntityTag(Digests.of(page.toString().getBytes(StandardCharsets.UTF_8)).sha256(), true);
    return EntityTags.unchanged(request, tag)
        .orElseGet(() -> Response.ok(page))
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
        .build();
  }

  private Wanted wanted(
      Optional<String> year,
      Optional<String> parent,
      Optional<String> organ,
      Optional<String> name) {
    Optional<OrganCode> above = Parameters.organCode("parent", parent);
    Optional<OrganCode> one = Parameters.organCode("organ", organ);
    Optional<Integer> reported = year.map(ids::year);
    if (reported.isEmpty()) {
      return one.filter(code -> above.isEmpty())
          .<Wanted>map(Wanted.OfOrgan::new)
          .orElseThrow(() -> Refusal.invalid(InputFault.REQUIRED.at("year")));
    }
    int on = reported.get();
    if (above.isPresent()) {
      return new Wanted.OfOrgans(
          on,
          below.in(above.get(), on).stream()
              .filter(code -> one.isEmpty() || one.get().equals(code))
              .toList());
    }
    return one.<Wanted>map(code -> new Wanted.OfOrgans(on, List.of(code)))
        .orElseGet(() -> new Wanted.OfYear(on, name));
  }
}
