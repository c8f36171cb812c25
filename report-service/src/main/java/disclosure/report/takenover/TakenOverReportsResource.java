package disclosure.report.takenover;

import disclosure.edge.Concurrency;
import disclosure.edge.InputFault;
import disclosure.edge.Language;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.report.access.ReportAccess;
import disclosure.report.access.ReportIds;
import disclosure.report.examined.SentFile;
import disclosure.report.examined.SentFiles;
import disclosure.report.takenover.TakeOver.Outcome;
import disclosure.report.takenover.TakeOver.Said;
import disclosure.report.takenover.TakenOverAnswer.One;
import disclosure.report.takenover.TakenOverAnswer.Summary;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

/** Where an organ's reports of several years are taken over at once, and listed. */
@Tag(name = "examination")
@Path("/reports/{organCode}/taken-over")
@Blocking
@RolesAllowed({Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
class TakenOverReportsResource {

  private static final String FORM_OF_YEARS =
      "parts called by their years, each of which is a file";

  private final TakeOver takeOver;
  private final TakenOverReports reports;
  private final ReportIds ids;
  private final ReportAccess access;
  private final Links links;

  TakenOverReportsResource(
      TakeOver takeOver,
      TakenOverReports reports,
      ReportIds ids,
      ReportAccess access,
      Links links) {
    this.takeOver = takeOver;
    this.reports = reports;
    this.ids = ids;
    this.access = access;
    this.links = links;
  }

  /** Takes the reports on several years over. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.PUBLISHER)
  @Concurrency(perClient = 1, total = 1)
  @Operation(
      operationId = "importPublishedReports",
      summary = "Take an organ's reports on several years over at once",
      description =
          "As importPublishedReport, file by file: each has an outcome of its own. What isn't read"
              + " surely is confirmed there.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      description = FORM_OF_YEARS,
                      additionalProperties = File.class)))
  @APIResponse(
      responseCode = "200",
      description = "What became of each file, in their order",
      content = @Content(schema = @Schema(implementation = TakenOverAnswer.All.class)))
  @APIResponse(responseCode = "400", description = "No form, no file, or more than 20")
  @APIResponse(responseCode = "403", description = "Not an organ that the client writes for")
  @APIResponse(responseCode = "404", description = "No such organ for the client")
  @APIResponse(responseCode = "413", description = "More than 24 MiB")
  public Response takeAll(
      @RestPath String organCode,
      @RestQuery Optional<String> scope,
      @Parameter(description = "true: cells that are blank or have a mark mean zero") @RestQuery
          Optional<String> blanksAreZero,
      @Parameter(
              description = "the name that files bear, where that is none of the organ's",
              example = "临县水利局")
          @RestQuery
          Optional<String> organName,
      @Parameter(
              description = "why they replace what was taken over before",
              example = "上次接收的是征求意见稿")
          @RestQuery
          Optional<String> reason,
      InputStream body,
      @Context HttpHeaders headers,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> languages)
      throws IOException {
    Said said = Said.of(ConfirmedFigures.NONE, blanksAreZero, organName, reason);
    takeOver.require(ids.latest(organCode, scope));
    List<SentFile> files =
        SentFiles.of(
            body,
            Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)),
            Optional.empty());
    Set<String> years = new HashSet<>();
    List<One> outcomes = new ArrayList<>();
    for (SentFile file : files) {
      if (!years.add(file.part())) {
        throw Refusal.invalid(InputFault.REPEATED_FIELD.at(file.part()));
      }
    }
    for (SentFile file : files) {
      outcomes.add(one(organCode, scope, file, said, Language.of(languages)));
    }
    return Response.ok(new TakenOverAnswer.All(outcomes))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private One one(
      String organCode, Optional<String> scope, SentFile file, Said said, Locale language) {
    try {
      Outcome outcome = takeOver.take(ids.of(organCode, file.part(), scope), file, said);
      return new One(
          file.part(),
          file.name(),
          outcome.created() ? 201 : 200,
          Optional.of(Summary.of(outcome.taken(), links)),
          Optional.empty());
    } catch (Refusal refusal) {
      return new One(
          file.part(),
          file.name(),
          refusal.status(),
          Optional.empty(),
          Optional.of(refusal.problem(language)));
    }
  }

  /** All reports of an organ that were taken over. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listTakenOverReports",
      summary = "An organ's reports that were taken over, with their main figures year by year")
  @APIResponse(
      responseCode = "200",
      description = "By their years, as far as the client may read them",
      content = @Content(schema = @Schema(implementation = TakenOverAnswer.Summaries.class)))
  public Response list(@RestPath String organCode) {
    List<Summary> items =
        reports.ofOrgan(Parameters.organCode("organCode", organCode)).stream()
            .filter(taken -> access.isReadable(taken.report().id()))
            .map(taken -> Summary.of(taken, links))
            .toList();
    return Response.ok(new TakenOverAnswer.Summaries(items, Optional.empty()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
