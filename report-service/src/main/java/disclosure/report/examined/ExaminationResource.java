package disclosure.report.examined;

import disclosure.edge.Concurrency;
import disclosure.edge.Language;
import disclosure.edge.Parameters;
import disclosure.edge.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Where published reports are handed over. They are no organ's here, and nothing is stored. */
@Tag(name = "examination")
@Path("/examinations")
@Blocking
@Consumes({
  MediaType.APPLICATION_OCTET_STREAM,
  MediaType.MULTIPART_FORM_DATA,
  FileTypes.ZIP,
  FileTypes.PDF,
  FileTypes.OFD,
  FileTypes.DOCX,
  FileTypes.XLSX,
  MediaType.TEXT_HTML,
  MediaType.TEXT_PLAIN
})
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ANALYST})
class ExaminationResource {

  private final Examinations examinations;

  ExaminationResource(Examinations examinations) {
    this.examinations = examinations;
  }

  /** Examines the files of a body; what they are is known by their content. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Concurrency(perClient = 1, total = 2)
  @Operation(
      operationId = "examineReports",
      summary = "Read published reports as they are, and say what is wrong with them",
      description =
          "Takes a file (TXT, HTML, DOCX, XLSX, PDF with text, OFD) or a ZIP of such files as the"
              + " body, or several as the parts of a form. A file is known by its content. At most"
              + " 24 MiB and 20 files, each of at most 20 MiB. A file that can't be read has its"
              + " reason. Nothing is stored.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = FileForms.Several.class)))
  @APIResponse(
      responseCode = "200",
      description = "What became of each file, in their order",
      content = @Content(schema = @Schema(implementation = ExaminedFile.Answer.class)))
  @APIResponse(responseCode = "413", description = "More than 24 MiB")
  public Response examine(
      InputStream body,
      @Parameter(description = "what a body is called that is a file", example = "年度报告.pdf")
          @RestQuery
          Optional<String> fileName,
      @Context HttpHeaders headers,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> languages)
      throws IOException {
    return Response.ok(
            ExaminedFile.of(
                examinations.of(files(body, fileName, headers)), Language.of(languages)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** The same of one report as a letter to whom it is of. */
  @POST
  @Path("/letter")
  @Produces({FileTypes.DOCX, MediaType.APPLICATION_JSON})
  @Concurrency(perClient = 1, total = 1)
  @Operation(
      operationId = "createExaminationLetter",
      summary = "Read a published report, and write a letter on what is wrong with it",
      description =
          "Takes one file as examineReports does. The letter (函) names every finding with its"
              + " sentence and its places: what is wrong, and what is to be looked at. Nothing is"
              + " stored.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = FileForms.One.class)))
  @APIResponse(
      responseCode = "200",
      description = "The letter",
      content =
          @Content(
              mediaType = FileTypes.DOCX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "400", description = "There is not one file")
  @APIResponse(responseCode = "413", description = "More than 24 MiB")
  @APIResponse(responseCode = "422", description = "The file can't be read")
  public Response letter(
      InputStream body,
      @Parameter(description = "what a body is called that is a file", example = "年度报告.pdf")
          @RestQuery
          Optional<String> fileName,
      @Parameter(description = "who sends the letter and signs it", example = "临县人民政府办公室")
          @RestQuery
          Optional<String> sender,
      @Context HttpHeaders headers)
      throws IOException {
    Optional<String> signedBy = Parameters.text("sender", sender);
    return Response.ok(examinations.letter(files(body, fileName, headers), signedBy))
        .header(HttpHeaders.CONTENT_TYPE, FileTypes.DOCX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"letter.docx\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** The same of several as a workbook. */
  @POST
  @Path("/summary")
  @Produces({FileTypes.XLSX, MediaType.APPLICATION_JSON})
  @Concurrency(perClient = 1, total = 1)
  @Operation(
      operationId = "createExaminationSummary",
      summary = "Read published reports, and sum up what was read and found as a workbook",
      description =
          "Takes what examineReports takes. The workbook lists the reports by organ and year, every"
              + " finding, and where a year doesn't go on from the year before. Nothing is stored.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = FileForms.Several.class)))
  @APIResponse(
      responseCode = "200",
      description = "A workbook",
      content =
          @Content(
              mediaType = FileTypes.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "413", description = "More than 24 MiB")
  public Response summary(
      InputStream body,
      @Parameter(description = "what a body is called that is a file", example = "年度报告.pdf")
          @RestQuery
          Optional<String> fileName,
      @Context HttpHeaders headers)
      throws IOException {
    return Response.ok(examinations.summary(files(body, fileName, headers)))
        .header(HttpHeaders.CONTENT_TYPE, FileTypes.XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"examinations.xlsx\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static List<SentFile> files(
      InputStream body, Optional<String> fileName, HttpHeaders headers) throws IOException {
    return SentFiles.of(
        body,
        Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)),
        Parameters.text("fileName", fileName));
  }
}
