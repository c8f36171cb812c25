package disclosure.requests.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Concurrency;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Language;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.ledger.reading.LedgerProblem;
import disclosure.requests.ledger.reading.ReadColumn;
import disclosure.requests.ledger.reading.ReadLedger.Ledger;
import disclosure.requests.ledger.reading.Skipped;
import disclosure.requests.ledger.result.DoneRow;
import disclosure.requests.ledger.result.RowToken;
import disclosure.requests.ledger.template.Template;
import disclosure.requests.repetition.Change;
import disclosure.requests.repetition.Duplicates;
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
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Ledgers over HTTP. */
@Path("/ledger")
@Blocking
@Tag(name = "ledger")
class LedgerResource {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CSV = "text/csv";
  private static final int MAX_PAGE = 500;
  private static final int DEFAULT_PAGE = 100;

  private final TakeLedger ledgers;
  private final Links links;

  LedgerResource(TakeLedger ledgers, Links links) {
    this.ledgers = ledgers;
    this.links = links;
  }

  /**
   * What a look at a ledger shows.
   *
   * @param total rows with anything in them
   * @param importable how many of them an import would take now
   * @param repeated how many of these are registered already
   * @param setAside how many others are sound and an import would not take now: not compared, since
   *     their client differed too often, or held back, since another client has their number
   * @param changes what is appended to registered applications, how others differ from them, and
   *     which new ones ask what the same person asked before
   * @param skipped rows and sheets that hold no application, such as sums and notes
   * @param columns which columns are read, and as what
   * @param ignoredHeadings headings that mean nothing here
   * @param problems everything that is wrong, by sheet, row and column
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "LedgerCheck")
  record Check(
      int total,
      int importable,
      int repeated,
      int setAside,
      List<LedgerProblem.View> changes,
      List<Skipped> skipped,
      List<ReadColumn> columns,
      List<String> ignoredHeadings,
      List<LedgerProblem.View> problems) {}

  @GET
  @Path("/template")
  @Produces({XLSX, MediaType.APPLICATION_JSON})
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "getLedgerTemplate",
      summary = "An empty ledger with instructions and lists to choose from")
  @APIResponse(
      responseCode = "200",
      description = "A workbook",
      content =
          @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response template() throws IOException {
    return Response.ok(Template.workbook(), XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger.xlsx\"")
        .build();
  }

  @POST
  @Path("/imports")
  @Consumes({XLSX, CSV, MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Concurrency(perClient = 1, total = 2)
  @Operation(
      operationId = "importLedger",
      summary =
          "Take over a ledger (XLSX or CSV); with dryRun=true only say what is wrong with it. A"
              + " ledger with anything wrong is not taken over at all, unless soundOnly=true. A row"
              + " whose number another client has registered for the organ is set aside, unless"
              + " acceptDuplicates=true says that it is another application.")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = Check.class)))
  @APIResponse(
      responseCode = "202",
      description = "It will be done; Location says where to look",
      content = @Content(schema = @Schema(implementation = LedgerImport.class)))
  public Response post(
      InputStream body,
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> dryRun,
      @RestQuery Optional<String> soundOnly,
      @RestQuery Optional<String> acceptDuplicates,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> languages)
      throws IOException, SQLException {
    OrganCode code = Parameters.organCode("organ", organ.orElse(""));
    boolean dry = Parameters.flag("dryRun", dryRun);
    boolean partly = Parameters.flag("soundOnly", soundOnly);
    Duplicates duplicates = duplicates(acceptDuplicates);
    Locale language = Language.of(languages);
    if (dry) {
      Ledger ledger = ledgers.check(body, code, duplicates);
      return Response.ok(
              new Check(
                  ledger.total(),
                  ledger.importable(),
                  ledger.repeated(),
                  ledger.setAside(),
                  ledger.changes().stream().map(change -> change.in(language)).toList(),
                  ledger.skipped(),
                  ledger.columns(),
                  ledger.ignored(),
                  ledger.problems().stream().map(problem -> problem.in(language)).toList()))
          .build();
    }
    UUID id = ledgers.order(body, code, partly, duplicates);
    return Response.accepted(ledgers.progress(id, language))
        .header(HttpHeaders.LOCATION, links.to("/ledger/imports/" + id))
        .build();
  }

  @POST
  @Path("/problems")
  @Consumes({XLSX, CSV, MediaType.APPLICATION_OCTET_STREAM})
  @Produces({XLSX, MediaType.APPLICATION_JSON})
  @RolesAllowed(Role.RECORDER)
  @Concurrency(perClient = 1, total = 2)
  @Operation(
      operationId = "markLedgerProblems",
      summary =
          "The same ledger as a workbook with a column 问题, which says what is wrong with each row,"
              + " and of which another client has the number; nothing is stored")
  @APIResponse(
      responseCode = "200",
      description = "A workbook",
      content =
          @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response problems(
      InputStream body,
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> acceptDuplicates,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> languages)
      throws IOException, SQLException {
    OrganCode code = Parameters.organCode("organ", organ.orElse(""));
    Duplicates duplicates = duplicates(acceptDuplicates);
    return Response.ok(ledgers.marked(body, code, duplicates, Language.of(languages)), XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger-problems.xlsx\"")
        .build();
  }

  @GET
  @Path("/imports/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(operationId = "getLedgerImport", summary = "How far the import of a ledger is")
  public LedgerImport get(
      @RestPath String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> languages)
      throws SQLException {
    return ledgers.progress(Parameters.id(id), Language.of(languages));
  }

  @GET
  @Path("/imports/{id}/rows")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "listLedgerImportRows",
      summary = "What was done with each row of a ledger")
  public DoneRow.Page rows(
      @RestPath String id,
      @RestQuery Optional<String> change,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> languages,
      UriInfo uri)
      throws SQLException {
    int size = Parameters.number("limit", limit, 1, MAX_PAGE, DEFAULT_PAGE);
    List<DoneRow> page =
        ledgers.rows(
            Parameters.id(id),
            change.map(LedgerResource::change),
            RowToken.of(after),
            size + 1,
            Language.of(languages));
    return page.size() <= size
        ? new DoneRow.Page(page, Optional.empty())
        : new DoneRow.Page(
            page.subList(0, size),
            Optional.of(links.with(uri, "after", page.get(size - 1).token().token())));
  }

  private static Change change(String text) {
    return Arrays.stream(Change.values())
        .filter(change -> change.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    InputFault.NOT_ONE_OF.at("change", Expected.oneOf(Change.values()))));
  }

  private static Duplicates duplicates(Optional<String> accept) {
    return Parameters.flag("acceptDuplicates", accept) ? Duplicates.ACCEPTED : Duplicates.HELD_BACK;
  }
}
