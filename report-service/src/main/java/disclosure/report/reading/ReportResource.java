package disclosure.report.reading;

import disclosure.edge.Language;
import disclosure.edge.Role;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
import disclosure.report.publication.Publication;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where reports are read. */
@Tag(name = "reading")
@Path("/reports/{organCode}/{year}")
class ReportResource {

  private final ReportIds ids;
  private final ReportReader reader;
  private final Revisions revisions;

  ReportResource(ReportIds ids, ReportReader reader, Revisions revisions) {
    this.ids = ids;
    this.reader = reader;
    this.revisions = revisions;
  }

  /**
   * The report as JSON: the newest publication, or the draft as long as there is none. The ETag of
   * a draft is the one to send when it is changed.
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  @Operation(
      operationId = "getReport",
      summary = "The report: as published, or the draft with live figures and every check")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content = @Content(schema = @Schema(implementation = ReportAnswer.class)))
  @APIResponse(responseCode = "401", description = "Nothing is published, and there is no token")
  @APIResponse(responseCode = "404", description = "No such report, or none the client may see")
  @APIResponse(responseCode = "503", description = "The figures can't be had in full just now")
  public Response get(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> revision,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    ReportId id = ids.of(organCode, year, scope);
    Optional<Publication> published = revisions.find(id, revision);
    if (published.isPresent()) {
      return Response.ok(ReportAnswer.of(published.get()))
          .tag(published.get().etag())
          .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
          .build();
    }
    JudgedReport report = reader.judge(id);
    Locale language = Language.of(Optional.ofNullable(acceptLanguage));
    return Response.ok(ReportAnswer.of(report, language))
        .tag(Long.toString(report.draft().version()))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** All 22 checks of the draft as it stands, at any time of the year. */
  @GET
  @Path("/checks")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "getChecks",
      summary = "The 22 cross-checks: what blocks publication, what wants a reason")
  @APIResponse(
      responseCode = "200",
      description = "Each check that holds, each finding of others",
      content = @Content(schema = @Schema(implementation = ChecksAnswer.class)))
  @APIResponse(responseCode = "404", description = "No such report, or none the client may see")
  @APIResponse(responseCode = "503", description = "The figures can't be had in full just now")
  public Response checks(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    ReportId id = ids.of(organCode, year, scope);
    Locale language = Language.of(Optional.ofNullable(acceptLanguage));
    return Response.ok(ChecksAnswer.of(reader.judge(id), language))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
