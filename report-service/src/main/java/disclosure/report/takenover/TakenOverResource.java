package disclosure.report.takenover;

import disclosure.edge.Concurrency;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.report.access.ReportAccess;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
import disclosure.report.examined.FileTypes;
import disclosure.report.examined.SentFile;
import disclosure.report.examined.SentFiles;
import disclosure.report.examined.SentForm;
import disclosure.report.takenover.TakeOver.Outcome;
import disclosure.report.takenover.TakeOver.Said;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where reports that were published elsewhere are taken over, and read. */
@Tag(name = "examination")
@Path("/reports/{organCode}/{year}/taken-over")
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class TakenOverResource {

  private static final String FIGURES = "figures";

  private final TakeOver takeOver;
  private final TakenOverReports reports;
  private final ReportIds ids;
  private final ReportAccess access;
  private final StrictJson json;
  private final Links links;

  TakenOverResource(
      TakeOver takeOver,
      TakenOverReports reports,
      ReportIds ids,
      ReportAccess access,
      StrictJson json,
      Links links) {
    this.takeOver = takeOver;
    this.reports = reports;
    this.ids = ids;
    this.access = access;
    this.json = json;
    this.links = links;
  }

  /** Takes one file over. */
  @POST
  @Consumes({
    MediaType.APPLICATION_OCTET_STREAM,
    MediaType.MULTIPART_FORM_DATA,
    FileTypes.PDF,
    FileTypes.OFD,
    FileTypes.DOCX,
    FileTypes.XLSX,
    MediaType.TEXT_HTML,
    MediaType.TEXT_PLAIN
  })
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.PUBLISHER)
  @Concurrency(perClient = 1, total = 1)
  @Operation(
      operationId = "importPublishedReport",
      summary = "Take a report over that the organ published elsewhere",
      description =
          "Takes one file as examineReports does, and keeps it with its figures and all that was"
              + " found as the organ's report on the year: later reports are compared with it."
              + " Every figure has to be read surely, or be given in the part figures of a form; a"
              + " name in the file that is none of the organ's is confirmed by organName. The same"
              + " file with the same figures may be sent again.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = TakeOverForm.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is taken over",
      content = @Content(schema = @Schema(implementation = TakenOverAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was taken over before",
      content = @Content(schema = @Schema(implementation = TakenOverAnswer.class)))
  @APIResponse(responseCode = "400", description = "There is not one file, or a malformed figure")
  @APIResponse(responseCode = "403", description = "Not an organ that the client writes for")
  @APIResponse(
      responseCode = "409",
      description = "The report is published here, or another one was taken over")
  @APIResponse(responseCode = "412", description = "Another one was taken over meanwhile")
  @APIResponse(responseCode = "413", description = "More than 24 MiB, or a file of more than 20")
  @APIResponse(
      responseCode = "422",
      description =
          "It can't be read, is on another year, bears another organ's name, or has cells that"
              + " weren't read surely: each is named")
  public Response take(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @Parameter(description = "what a body is called that is a file", example = "年度报告.pdf")
          @RestQuery
          Optional<String> fileName,
      @Parameter(description = "true: cells that are blank or have a mark mean zero") @RestQuery
          Optional<String> blanksAreZero,
      @Parameter(
              description = "the name that the file bears, where that is none of the organ's",
              example = "临县水利局")
          @RestQuery
          Optional<String> organName,
      @Parameter(
              description = "why it replaces what was taken over before",
              example = "上次接收的是征求意见稿")
          @RestQuery
          Optional<String> reason,
      InputStream body,
      @Context HttpHeaders headers)
      throws IOException {
    ReportId id = ids.of(organCode, year, scope);
    Said said = Said.of(ConfirmedFigures.NONE, blanksAreZero, organName, reason);
    takeOver.require(id);
    SentForm form = form(body, fileName, headers);
    List<SentFile> files =
        form.files().stream().filter(file -> !file.part().equals(FIGURES)).toList();
    if (files.size() != 1) {
      throw Refusal.invalid(InputFault.WRONG_COUNT.at("file", Expected.between(1, 1)));
    }
    Outcome outcome = takeOver.take(id, files.get(0), said.with(figures(form)));
    return answer(outcome.created() ? 201 : 200, outcome.taken());
  }

  /** A report that was taken over. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getTakenOverReport",
      summary = "A report that was taken over: where it comes from, its figures, what was found")
  @APIResponse(
      responseCode = "200",
      description = "The revision that counts",
      content = @Content(schema = @Schema(implementation = TakenOverAnswer.class)))
  @APIResponse(responseCode = "404", description = "None was taken over, or not for the client")
  public Response get(
      @RestPath String organCode, @RestPath String year, @RestQuery Optional<String> scope) {
    ReportId id = access.readable(organCode, year, scope);
    return answer(200, reports.newest(id).orElseThrow(Refusal::notFound));
  }

  /** Its file. What is in it is whoever's it is: no browser shows it as a page of ours. */
  @GET
  @Path("/file")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Uncompressed
  @Concurrency(perClient = 1, total = 2)
  @Operation(
      operationId = "getTakenOverFile",
      summary = "The file that was taken over, byte for byte as it was sent")
  @APIResponse(
      responseCode = "200",
      description = "The file, with its digests",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "None was taken over, or not for the client")
  public Response file(
      @RestPath String organCode, @RestPath String year, @RestQuery Optional<String> scope) {
    ReportId id = access.readable(organCode, year, scope);
    TakenOver taken = reports.newest(id).orElseThrow(Refusal::notFound);
    byte[] file = reports.file(id, taken.revision()).orElseThrow(Refusal::notFound);
    String name =
        String.format(
            Locale.ROOT,
            "%s-%d.%s",
            id.organ().value(),
            id.year(),
            taken.format().toLowerCase(Locale.ROOT));
    return Response.ok(file)
        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\""
                + name
                + "\"; filename*=UTF-8''"
                + URLEncoder.encode(
                        taken.fileName().isEmpty() ? name : taken.fileName(),
                        StandardCharsets.UTF_8)
                    .replace("+", "%20"))
        .header("Repr-Digest", taken.digests().header())
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Response answer(int status, TakenOver taken) {
    return Response.status(status)
        .entity(
            TakenOverAnswer.of(
                taken,
                reports
                    .examined(taken.report().id(), taken.revision())
                    .orElseThrow(Refusal::notFound),
                links))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static SentForm form(InputStream body, Optional<String> fileName, HttpHeaders headers)
      throws IOException {
    return SentFiles.form(
        body,
        Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)),
        Parameters.text("fileName", fileName));
  }

  /** They may come as a field or, from programs, as a file. */
  private ConfirmedFigures figures(SentForm form) {
    return Optional.ofNullable(form.fields().get(FIGURES))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .or(
            () ->
                form.files().stream()
                    .filter(file -> file.part().equals(FIGURES))
                    .map(SentFile::content)
                    .findFirst())
        .map(figures -> json.read(figures, ConfirmedFigures.class))
        .orElse(ConfirmedFigures.NONE);
  }
}
