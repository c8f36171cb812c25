package disclosure.report.draft;

import disclosure.edge.Action;
import disclosure.edge.CurrentCaller;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.edge.Right;
import disclosure.edge.Role;
import disclosure.report.access.ReportAccess;
import disclosure.report.access.ReportIds;
import disclosure.report.content.DraftContent;
import disclosure.report.content.ReportId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where editors write. */
@Tag(name = "writing")
@Path("/reports/{organCode}/{year}")
class DraftResource {

  private final Drafts drafts;
  private final ReportAccess access;
  private final CurrentCaller caller;
  private final ReportIds ids;
  private final Clock clock;

  DraftResource(
      ReportIds ids, Drafts drafts, ReportAccess access, CurrentCaller caller, Clock clock) {
    this.ids = ids;
    this.drafts = drafts;
    this.access = access;
    this.caller = caller;
    this.clock = clock;
  }

  /** Creates the draft of an organ's report for a year, or replaces what was entered so far. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.EDITOR)
  @Operation(
      operationId = "putDraft",
      summary = "Write the texts, the section-two figures and the signature of a report")
  @APIResponse(
      responseCode = "201",
      description = "The draft was created",
      content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "The draft was changed, or already was so",
      content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
  @APIResponse(responseCode = "403", description = "Not an organ that the client writes for")
  @APIResponse(responseCode = "412", description = "If-Match names an older version")
  @APIResponse(responseCode = "428", description = "There is a draft: If-Match is missing")
  public Response put(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      DraftBody body) {
    ReportId id = ids.of(organCode, year, scope);
    DraftContent content = body.content(id);
    NamedFigures.require(content.figures());
    KnownReferences.require(content);
    content.signedOn().ifPresent(on -> SigningDates.require(on, id.year(), LocalDate.now(clock)));
    requireReach(id);
    Drafts.Saved saved = drafts.save(id, content, IfMatch.of(ifMatch), caller.get());
    Draft draft = saved.draft();
    return Response.status(saved.created() ? Response.Status.CREATED : Response.Status.OK)
        .tag(Long.toString(draft.version()))
        .entity(DraftAnswer.of(draft))
        .build();
  }

  /**
   * An organ that the token itself names is taken at its word once it has a draft, so that editing
   * goes on while the statistics are away; every other takes the hierarchy to tell.
   */
  private void requireReach(ReportId id) {
    boolean known = access.isNamed(id) && drafts.find(id).isPresent();
    if (!known && access.right(id, Action.WRITE) != Right.ALLOWED) {
      throw Refusal.outOfScope("organCode");
    }
  }
}
