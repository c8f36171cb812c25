package disclosure.report.draft;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where the history of a draft is read: every version as it was entered, references and all. */
@Path("/reports/{organCode}/{year}/revisions")
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class RevisionResource {

  private final Drafts drafts;
  private final ReportAccess access;
  private final ReportIds ids;

  RevisionResource(ReportIds ids, Drafts drafts, ReportAccess access) {
    this.drafts = drafts;
    this.access = access;
    this.ids = ids;
  }

  /** Who entered which version when, and what it changed; the newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The versions of the draft, the newest first, with the fields each changed")
  @APIResponse(responseCode = "200", description = "All versions")
  @APIResponse(responseCode = "404", description = "No such report, or none the client may see")
  public Response list(
      @RestPath String organCode, @RestPath String year, @RestQuery Optional<String> scope) {
    List<Draft> history = history(ids.of(organCode, year, scope));
    List<RevisionEntry> entries = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      Optional<Draft> before =
          i + 1 < history.size() ? Optional.of(history.get(i + 1)) : Optional.empty();
      Draft draft = history.get(i);
      entries.add(
          new RevisionEntry(
              draft.version(),
              draft.recordedBy(),
              draft.recordedAt(),
              ChangedFields.of(before.map(Draft::content), draft.content())));
    }
    return answer(new Entries(entries, Optional.empty()));
  }

  /** One version as it was entered. */
  @GET
  @Path("/{version}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "One version of the draft as it was entered, with its references")
  @APIResponse(responseCode = "200", description = "The version")
  @APIResponse(responseCode = "404", description = "No such version, or none the client may see")
  public Response one(
      @RestPath String organCode,
      @RestPath String year,
      @RestPath String version,
      @RestQuery Optional<String> scope) {
    return answer(
        history(ids.of(organCode, year, scope)).stream()
            .filter(draft -> Long.toString(draft.version()).equals(version))
            .map(DraftAnswer::of)
            .findFirst()
            .orElseThrow(Refusal::notFound));
  }

  private List<Draft> history(ReportId id) {
    List<Draft> history = drafts.history(id);
    if (history.isEmpty()) {
      throw Refusal.notFound();
    }
    access.requireReadable(id);
    return history;
  }

  private static Response answer(Object body) {
    return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** A list that comes whole. */
  record Entries(List<RevisionEntry> items, Optional<String> next) {}

  /** One version without its content. */
  record RevisionEntry(long version, String recordedBy, Instant recordedAt, List<String> changed) {}
}
