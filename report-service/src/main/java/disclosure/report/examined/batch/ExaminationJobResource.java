package disclosure.report.examined.batch;

import disclosure.edge.Concurrency;
import disclosure.edge.InputFault;
import disclosure.edge.Language;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.report.examined.ExaminedReport;
import disclosure.report.examined.FileTypes;
import disclosure.report.examined.ReadFile;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where archives of reports are handed over, and what comes of them is watched. */
@Tag(name = "examination")
@Path("/examination-jobs")
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ANALYST})
class ExaminationJobResource {

  private static final int PAGE = 500;

  private final ExaminationJobs jobs;
  private final Links links;

  ExaminationJobResource(ExaminationJobs jobs, Links links) {
    this.jobs = jobs;
    this.links = links;
  }

  /** Takes an archive as it comes. */
  @POST
  @Consumes({FileTypes.ZIP, MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  @Concurrency(perClient = 1, total = 2)
  @Operation(
      operationId = "orderExaminationJob",
      summary = "Examine a ZIP of many published reports in the background",
      description =
          "Takes a ZIP of at most 256 MiB and 1,000 files, each read as examineReports reads it. One"
              + " that can't be read stops no other. A client has two such jobs under way. The ZIP is"
              + " deleted when all is examined or the job is cancelled, the job with what was found"
              + " after a day.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = FileTypes.ZIP,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = MediaType.APPLICATION_OCTET_STREAM,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(
      responseCode = "202",
      description = "It will be done; Location says where to look",
      content = @Content(schema = @Schema(implementation = ExaminationJob.class)))
  @APIResponse(responseCode = "400", description = "There is nothing, or more than 1,000 files")
  @APIResponse(responseCode = "413", description = "More than 256 MiB")
  @APIResponse(responseCode = "422", description = "It is no ZIP, or a broken or empty one")
  public Response order(
      InputStream body,
      @Parameter(description = "what the ZIP is called", example = "全县2024年报.zip") @RestQuery
          Optional<String> fileName)
      throws IOException {
    ExaminationJob job = jobs.order(body, Parameters.text("fileName", fileName));
    return Response.accepted(job)
        .header(HttpHeaders.LOCATION, links.to("/examination-jobs/" + job.id()))
        .build();
  }

  /** The jobs of the client. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listExaminationJobs",
      summary = "The client's own jobs, or those of whoever signed in at it, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "All that are kept; they are a few dozen at most",
      content = @Content(schema = @Schema(implementation = ExaminationJobsPage.class)))
  public Response list() {
    return uncached(new ExaminationJobsPage(jobs.list(), Optional.empty()));
  }

  /** How far a job is. */
  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getExaminationJob", summary = "How far a job is")
  @APIResponse(
      responseCode = "200",
      description = "Its progress",
      content = @Content(schema = @Schema(implementation = ExaminationJob.class)))
  @APIResponse(responseCode = "404", description = "No such job, or somebody else's")
  public Response get(@RestPath String id) {
    return uncached(jobs.job(id));
  }

  /** Ends a job before its time. */
  @POST
  @Path("/{id}/cancellation")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "cancelExaminationJob",
      summary = "Cancel a job; what was examined before is kept, the ZIP isn't")
  @APIResponse(
      responseCode = "200",
      description = "It is over, or already was",
      content = @Content(schema = @Schema(implementation = ExaminationJob.class)))
  @APIResponse(responseCode = "404", description = "No such job, or somebody else's")
  public Response cancel(@RestPath String id) {
    return Response.ok(jobs.cancel(id)).build();
  }

  /** What became of each file. */
  @GET
  @Path("/{id}/files")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listExaminationJobFiles",
      summary = "What became of each file of a job, in the order of the ZIP")
  @APIResponse(
      responseCode = "200",
      description = "Up to 500 of them",
      content = @Content(schema = @Schema(implementation = ExaminationJobFilesPage.class)))
  @APIResponse(responseCode = "400", description = "Parameters at fault, each named")
  @APIResponse(responseCode = "404", description = "No such job, or somebody else's")
  public Response files(
      @RestPath String id,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> languages,
      UriInfo uri) {
    int last = number(after.orElse("0"));
    int size = Parameters.number("limit", limit, 1, PAGE, PAGE);
    List<BatchFile> found = jobs.files(id, last, size + 1, Language.of(languages));
    return uncached(
        new ExaminationJobFilesPage(
            found.subList(0, Math.min(size, found.size())),
            found.size() <= size
                ? Optional.empty()
                : Optional.of(links.with(uri, "after", found.get(size - 1).number()))));
  }

  private static int number(String after) {
    if (!after.matches("\\d{1,9}")) {
      throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at("after"));
    }
    return Integer.parseInt(after);
  }

  /** What was read of one file. */
  @GET
  @Path("/{id}/files/{number}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getExaminationJobReport",
      summary = "What was read of a file of a job, with all that was found")
  @APIResponse(
      responseCode = "200",
      description = "As examineReports tells it",
      content = @Content(schema = @Schema(implementation = ExaminedReport.class)))
  @APIResponse(
      responseCode = "404",
      description = "No such job or file, somebody else's, or one that wasn't read")
  public Response file(@RestPath String id, @RestPath String number) {
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw Refusal.notFound();
    }
    ReadFile file = jobs.file(id, Integer.parseInt(number));
    return uncached(file.report().orElseThrow(Refusal::notFound));
  }

  /** The same of all as a workbook. */
  @GET
  @Path("/{id}/summary")
  @Produces({FileTypes.XLSX, MediaType.APPLICATION_JSON})
  @Concurrency(perClient = 1, total = 1)
  @Operation(
      operationId = "getExaminationJobSummary",
      summary =
          "What was read and found in a job as a workbook: by organ and year, finding by finding, and"
              + " where a year doesn't go on from the year before")
  @APIResponse(
      responseCode = "200",
      description = "A workbook of all files that are done",
      content =
          @Content(
              mediaType = FileTypes.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "No such job, or somebody else's")
  public Response summary(@RestPath String id) {
    return Response.ok(jobs.summary(id))
        .header(HttpHeaders.CONTENT_TYPE, FileTypes.XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"examinations.xlsx\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static Response uncached(Object answer) {
    return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** The jobs that are kept. */
  record ExaminationJobsPage(List<ExaminationJob> items, Optional<URI> next) {}

  /** Some files, and where the rest of them is. */
  record ExaminationJobFilesPage(List<BatchFile> items, Optional<URI> next) {}
}
