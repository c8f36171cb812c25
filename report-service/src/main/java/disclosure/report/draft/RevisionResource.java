package disclosure.report.draft;

import disclosure.report.problem.Parameters;
import disclosure.report.problem.Refusal;
import disclosure.report.security.Role;
import disclosure.report.statistics.LiveFigures;
import disclosure.requests.contract.OrganCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Where the history of a draft is read: every version as it was entered, references and all. */
@Path("/reports/{organCode}/{year}/revisions")
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class RevisionResource {

  private final Drafts drafts;
  private final LiveFigures figures;
  private final Clock clock;

  RevisionResource(Drafts drafts, LiveFigures figures, Clock clock) {
    this.drafts = drafts;
    this.figures = figures;
    this.clock = clock;
  }

  /** Who entered which version when, and what it changed; the newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The versions of the draft, the newest first, with the fields each changed")
  @APIResponse(responseCode = "200", description = "All versions")
  @APIResponse(responseCode = "404", description = "No such report, or none the client may see")
  public Response list(@RestPath String organCode, @RestPath String year) {
    List<Draft> history = history(organCode, year);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      Optional<Draft> before =
          i + 1 < history.size() ? Optional.of(history.get(i + 1)) : Optional.empty();
      Draft draft = history.get(i);
      entries.add(
          new Entry(
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
  public Response one(@RestPath String organCode, @RestPath String year, @RestPath String version) {
    return answer(
        history(organCode, year).stream()
            .filter(draft -> Long.toString(draft.version()).equals(version))
            .map(DraftAnswer::of)
            .findFirst()
            .orElseThrow(Refusal::notFound));
  }

  private List<Draft> history(String organCode, String year) {
    OrganCode organ = Parameters.organCode("organCode", organCode);
    int reportYear = Parameters.reportYear("year", year, LocalDate.now(clock).getYear());
    List<Draft> history = drafts.history(organ, reportYear);
    if (history.isEmpty() || !figures.shows(organ, reportYear)) {
      throw Refusal.notFound();
    }
    return history;
  }

  private static Response answer(Object body) {
    return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** A list that comes whole. */
  record Entries(List<Entry> items, Optional<String> next) {}

  /** One version without its content. */
  record Entry(long version, String recordedBy, Instant recordedAt, List<String> changed) {}
}
