package disclosure.report.reading;

import disclosure.report.assembly.Title;
import disclosure.report.language.Text;
import disclosure.report.problem.Parameters;
import disclosure.report.problem.Refusal;
import disclosure.report.security.Role;
import disclosure.requests.contract.OrganCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a report is had as a document. */
@Path("/reports/{organCode}/{year}/document")
@RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class DocumentResource {

  private final ReportReader reader;
  private final Documents documents;
  private final Clock clock;

  DocumentResource(ReportReader reader, Documents documents, Clock clock) {
    this.reader = reader;
    this.documents = documents;
    this.clock = clock;
  }

  /** The report in the asked format, with the figures of this moment. */
  @GET
  @Operation(summary = "The report as a document: html, docx, pdf, ofd, xlsx, csv, csvw or json")
  @APIResponse(responseCode = "200", description = "The document")
  @APIResponse(responseCode = "400", description = "An unknown format")
  @APIResponse(responseCode = "404", description = "No such report, or none the client may see")
  @APIResponse(responseCode = "422", description = "A character that no font can print")
  @APIResponse(responseCode = "503", description = "The figures can't be had in full just now")
  public Response get(
      @RestPath String organCode, @RestPath String year, @RestQuery Optional<String> format) {
    OrganCode organ = Parameters.organCode("organCode", organCode);
    int reportYear = Parameters.reportYear("year", year, LocalDate.now(clock).getYear());
    DocumentFormat chosen =
        format
            .flatMap(DocumentFormat::named)
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "format",
                        new Text(
                            "应为 html、docx、pdf、ofd、xlsx、csv、csvw 或 json",
                            "must be html, docx, pdf, ofd, xlsx, csv, csvw or json")));
    ReadReport report = reader.read(organ, reportYear);
    return Response.ok(documents.render(report, chosen))
        .header(HttpHeaders.CONTENT_TYPE, chosen.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(report, chosen))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .build();
  }

  /** The file's name in Chinese for those who read RFC 5987, and in ASCII for the others. */
  private static String disposition(ReadReport report, DocumentFormat format) {
    String name =
        Title.of(report.figures().matrix().organName(), report.draft().year())
            + "."
            + format.extension();
    return (format == DocumentFormat.HTML ? "inline" : "attachment")
        + "; filename=\"report-"
        + report.draft().year()
        + "."
        + format.extension()
        + "\"; filename*=UTF-8''"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
