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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Where published reports are handed over. They are no organ's here, and nothing is stored. */
@Tag(name = "examination")
@Path("/examinations")
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ANALYST})
class ExaminationResource {

  private static final String ZIP = "application/zip";
  private static final String PDF = "application/pdf";
  private static final String OFD = "application/ofd";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Examinations examinations;

  ExaminationResource(Examinations examinations) {
    this.examinations = examinations;
  }

  /** Examines the files of a body; what they are is known by their content. */
  @POST
  @Consumes({
    MediaType.APPLICATION_OCTET_STREAM,
    MediaType.MULTIPART_FORM_DATA,
    ZIP,
    PDF,
    OFD,
    DOCX,
    XLSX,
    MediaType.TEXT_HTML,
    MediaType.TEXT_PLAIN
  })
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
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_OCTET_STREAM,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    properties =
                        @SchemaProperty(
                            name = "file",
                            type = SchemaType.STRING,
                            format = "binary",
                            description = "a file; there may be several such parts"))),
        @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = OFD, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
      })
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
                examinations.of(
                    SentFiles.of(
                        body,
                        Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)),
                        Parameters.text("fileName", fileName))),
                Language.of(languages)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
