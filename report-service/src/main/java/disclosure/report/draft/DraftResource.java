package disclosure.report.draft;

import disclosure.edge.IfMatch;
import disclosure.edge.Role;
import disclosure.report.access.ReportIds;
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

  private final ReportIds ids;
  private final WriteDraft write;

  DraftResource(ReportIds ids, WriteDraft write) {
    this.ids = ids;
    this.write = write;
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
      description =
          "The draft was changed, or already was so; a change of what was submitted withdraws the"
              + " submission, which withdrew and state tell",
      content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
  @APIResponse(responseCode = "403", description = "Not an organ that the client writes for")
  @APIResponse(responseCode = "412", description = "If-Match names an older version, or *")
  @APIResponse(responseCode = "428", description = "There is a draft: If-Match is missing")
  public Response put(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      DraftBody body) {
    ReportId id = ids.of(organCode, year, scope);
    WriteDraft.Written written = write.write(id, body, IfMatch.of(ifMatch));
    Drafts.Saved saved = written.saved();
    return Response.status(saved.created() ? Response.Status.CREATED : Response.Status.OK)
        .tag(Long.toString(saved.draft().version()))
        .entity(DraftAnswer.of(written))
        .build();
  }
}
