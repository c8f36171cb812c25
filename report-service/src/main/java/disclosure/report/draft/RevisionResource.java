package disclosure.report.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.report.access.ReportAccess;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where the history of a draft is read: every version as it was entered, references and all. */
@Tag(name = "writing")
@Path("/reports/{organCode}/{year}/revisions")
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class RevisionResource {

  private static final int MAX_PAGE = 100;

  private final Drafts drafts;
  private final ReportAccess access;
  private final ReportIds ids;
  private final Links links;

  RevisionResource(ReportIds ids, Drafts drafts, ReportAccess access, Links links) {
    this.drafts = drafts;
    this.access = access;
    this.ids = ids;
    this.links = links;
  }

  /** Who entered which version when, and what it changed; the newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listDraftVersions",
      summary = "The versions of the draft, the newest first, with the fields each changed")
  @APIResponse(
      responseCode = "200",
      description = "As many as the limit says, 100 by itself",
      content = @Content(schema = @Schema(implementation = Entries.class)))
  @APIResponse(responseCode = "404", description = "No such report, or none the client may see")
  public Response list(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri) {
    ReportId id = readable(organCode, year, scope);
    int size = Parameters.number("limit", limit, 1, MAX_PAGE, MAX_PAGE);
    int last = Parameters.number("after", after, 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    // One more than is answered says what the last of them changed, and whether there are others.
    List<Draft> history = drafts.before(id, last, size + 1);
    List<RevisionEntry> entries = new ArrayList<>();
    for (int i = 0; i < Math.min(size, history.size()); i++) {
      Optional<Draft> before =
          i + 1 < history.size() ? Optional.of(history.get(i + 1)) : Optional.empty();
      Draft draft = history.get(i);
      entries.add(
          new RevisionEntry(
              draft.version(),
              draft.recordedBy(),
              draft.person(),
              draft.recordedAt(),
              ChangedFields.of(before.map(Draft::content), draft.content())));
    }
    return answer(
        new Entries(
            entries,
            history.size() > size
                ? Optional.of(links.with(uri, "after", entries.get(size - 1).version()))
                : Optional.empty()));
  }

  /** One version as it was entered. */
  @GET
  @Path("/{version}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getDraftVersion",
      summary = "One version of the draft as it was entered, with its references")
  @APIResponse(
      responseCode = "200",
      description = "The version",
      content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
  @APIResponse(responseCode = "404", description = "No such version, or none the client may see")
  public Response one(
      @RestPath String organCode,
      @RestPath String year,
      @RestPath String version,
      @RestQuery Optional<String> scope) {
    ReportId id = readable(organCode, year, scope);
    if (!version.matches("[1-9]\\d{0,8}")) {
      throw Refusal.notFound();
    }
    return answer(
        drafts
            .version(id, Long.parseLong(version))
            .map(DraftAnswer::of)
            .orElseThrow(Refusal::notFound));
  }

  /** Who may not read it, and who asks for what nobody wrote, are told the same. */
  private ReportId readable(String organCode, String year, Optional<String> scope) {
    ReportId id = ids.of(organCode, year, scope);
    access.requireReadable(id);
    if (drafts.find(id).isEmpty()) {
      throw Refusal.notFound();
    }
    return id;
  }

  private static Response answer(Object body) {
    return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** Some versions, and where those before them are. */
  @Schema(name = "DraftVersions")
  record Entries(List<RevisionEntry> items, Optional<URI> next) {}

  /** One version without its content. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record RevisionEntry(
      long version,
      String recordedBy,
      Optional<String> person,
      Instant recordedAt,
      List<String> changed) {}
}
