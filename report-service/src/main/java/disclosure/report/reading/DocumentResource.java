package disclosure.report.reading;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.report.access.ReportIds;
import disclosure.report.content.ReportId;
import disclosure.report.document.DocumentFormat;
import disclosure.report.document.Documents;
import disclosure.report.publication.Publication;
import disclosure.report.signing.Proof;
import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a report is had as a document. */
@Tag(name = "reading")
@Path("/reports/{organCode}/{year}/document")
class DocumentResource {

  private final ReportIds ids;
  private final ReportReader reader;
  private final Revisions revisions;
  private final PublishedDocuments published;
  private final Documents documents;
  private final CurrentCaller caller;

  DocumentResource(
      ReportIds ids,
      ReportReader reader,
      Revisions revisions,
      PublishedDocuments published,
      Documents documents,
      CurrentCaller caller) {
    this.ids = ids;
    this.reader = reader;
    this.revisions = revisions;
    this.published = published;
    this.documents = documents;
    this.caller = caller;
  }

  /** The signature over the very bytes of a published document. */
  @GET
  @Path("/signature")
  @PermitAll
  @Uncompressed
  @Operation(
      operationId = "getSignature",
      summary = "The signature over a published document: SM2 with SM3, detached, as CMS in DER")
  @APIResponse(
      responseCode = "200",
      description = "The signature, with its signer's certificate and the moment of signing",
      content =
          @Content(
              mediaType = "application/pkcs7-signature",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "Still that of the given ETag")
  @APIResponse(responseCode = "400", description = "An unknown format, or no revision's number")
  @APIResponse(responseCode = "401", description = "Nothing is published, and there is no token")
  @APIResponse(responseCode = "404", description = "Nothing is published, or it isn't signed yet")
  public Response signature(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> revision,
      @RestQuery Optional<String> format,
      @Context Request request) {
    return proof(organCode, year, scope, revision, format, Proof.SIGNATURE, request);
  }

  /** The certificates of who signed a document. */
  @GET
  @Path("/signature/certificate")
  @PermitAll
  @Uncompressed
  @Operation(
      operationId = "getCertificate",
      summary =
          "The signer's certificate that a signature over a published document bears, and those"
              + " above it, in PEM")
  @APIResponse(
      responseCode = "200",
      description = "The signer's certificate first; whether it is the organ's, ask the organ",
      content =
          @Content(
              mediaType = "application/pem-certificate-chain",
              schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "304", description = "Still that of the given ETag")
  @APIResponse(responseCode = "400", description = "An unknown format, or no revision's number")
  @APIResponse(responseCode = "401", description = "Nothing is published, and there is no token")
  @APIResponse(responseCode = "404", description = "Nothing is published, or it isn't signed yet")
  public Response certificate(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> revision,
      @RestQuery Optional<String> format,
      @Context Request request) {
    return proof(organCode, year, scope, revision, format, Proof.CERTIFICATE, request);
  }

  /** The time stamp over the signature of a document. */
  @GET
  @Path("/signature/time-stamp")
  @PermitAll
  @Uncompressed
  @Operation(
      operationId = "getTimeStamp",
      summary =
          "The time stamp of an authority over the signature of a published document, by RFC 3161")
  @APIResponse(
      responseCode = "200",
      description = "What the authority answered, with its certificate",
      content =
          @Content(
              mediaType = "application/timestamp-reply",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "Still that of the given ETag")
  @APIResponse(responseCode = "400", description = "An unknown format, or no revision's number")
  @APIResponse(responseCode = "401", description = "Nothing is published, and there is no token")
  @APIResponse(
      responseCode = "404",
      description = "Nothing is published, or its signature isn't stamped yet")
  public Response timeStamp(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> revision,
      @RestQuery Optional<String> format,
      @Context Request request) {
    return proof(organCode, year, scope, revision, format, Proof.TIME_STAMP, request);
  }

  private Response proof(
      String organCode,
      String year,
      Optional<String> scope,
      Optional<String> revision,
      Optional<String> format,
      Proof proof,
      Request request) {
    ReportId id = ids.of(organCode, year, scope);
    DocumentFormat chosen = chosen(format);
    return published.proof(
        revisions.find(id, revision).orElseThrow(Refusal::notFound), chosen, proof, request);
  }

  /**
   * The report in the asked format: the bytes that were published, or as long as there are none a
   * draft with the figures of this moment. Not compressed on the way, since the digests are of
   * these very bytes.
   */
  @GET
  @PermitAll
  @Uncompressed
  @Operation(
      operationId = "getDocument",
      summary = "The report as a document: html, docx, pdf, ofd, xlsx, csv, csvw or json")
  @APIResponse(
      responseCode = "200",
      description = "The document; if published, with its digests",
      content = {
        @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = "application/pdf",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "application/ofd",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = "application/csvm+json",
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    description = "What the columns of the CSV are: W3C's metadata for tables",
                    additionalProperties = Schema.True.class)),
        @Content(
            mediaType = "application/json",
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    description = "The report as it is printed, in the form of its edition",
                    additionalProperties = Schema.True.class))
      })
  @APIResponse(responseCode = "304", description = "Published and still that of the given ETag")
  @APIResponse(responseCode = "400", description = "An unknown format")
  @APIResponse(responseCode = "401", description = "Nothing is published, and there is no token")
  @APIResponse(responseCode = "404", description = "No such report, or none the client may see")
  @APIResponse(responseCode = "422", description = "A character that no font can print")
  @APIResponse(
      responseCode = "503",
      description = "The figures can't be had, or too many are drawn")
  public Response get(
      @RestPath String organCode,
      @RestPath String year,
      @RestQuery Optional<String> scope,
      @RestQuery Optional<String> revision,
      @RestQuery Optional<String> format,
      @Context Request request) {
    ReportId id = ids.of(organCode, year, scope);
    DocumentFormat chosen = chosen(format);
    Optional<Publication> found = revisions.find(id, revision);
    if (found.isPresent()) {
      return published.answer(found.get(), chosen, request);
    }
    ReadReport report = reader.read(id);
    return PublishedDocuments.answer(
            documents.render(report.printed(), chosen, caller.clientId()),
            chosen.mediaType(),
            PublishedDocuments.disposition(id, report.figures().matrix().organName(), chosen))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static DocumentFormat chosen(Optional<String> format) {
    return format
        .flatMap(DocumentFormat::named)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    InputFault.NOT_ONE_OF.at("format", Expected.oneOf(DocumentFormat.names()))));
  }
}
