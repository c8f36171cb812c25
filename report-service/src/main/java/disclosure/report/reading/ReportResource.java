package disclosure.report.reading;

import disclosure.report.language.Language;
import disclosure.report.problem.Parameters;
import disclosure.report.security.Role;
import disclosure.requests.contract.OrganCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Where reports are read. */
@Path("/reports/{organCode}/{year}")
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class ReportResource {

  private final ReportReader reader;
  private final Clock clock;

  ReportResource(ReportReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** The report as JSON; its ETag is the one to send when the draft is changed. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The report: six sections with live figures, and every check")
  @APIResponse(responseCode = "200", description = "The report")
  @APIResponse(responseCode = "404", description = "No such report, or none the client may see")
  @APIResponse(responseCode = "503", description = "The figures can't be had in full just now")
  public Response get(
      @RestPath String organCode,
      @RestPath String year,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    OrganCode organ = Parameters.organCode("organCode", organCode);
    int reportYear = Parameters.reportYear("year", year, LocalDate.now(clock).getYear());
    ReadReport report = reader.read(organ, reportYear);
    Locale language = Language.of(Optional.ofNullable(acceptLanguage));
    return Response.ok(ReportAnswer.of(report, language))
        .tag(Long.toString(report.draft().version()))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** All 21 checks of the report as it stands, at any time of the year. */
  @GET
  @Path("/checks")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The 21 cross-checks: what blocks publication, what wants a reason")
  @APIResponse(responseCode = "200", description = "Each check that holds, each finding of others")
  @APIResponse(responseCode = "404", description = "No such report, or none the client may see")
  @APIResponse(responseCode = "503", description = "The figures can't be had in full just now")
  public Response checks(
      @RestPath String organCode,
      @RestPath String year,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    OrganCode organ = Parameters.organCode("organCode", organCode);
    int reportYear = Parameters.reportYear("year", year, LocalDate.now(clock).getYear());
    Locale language = Language.of(Optional.ofNullable(acceptLanguage));
    return Response.ok(ChecksAnswer.of(reader.read(organ, reportYear), language))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
