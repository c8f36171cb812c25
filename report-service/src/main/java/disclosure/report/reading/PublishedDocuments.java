package disclosure.report.reading;

import disclosure.edge.EntityTags;
import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import disclosure.report.document.DocumentFormat;
import disclosure.report.form.Title;
import disclosure.report.publication.Digests;
import disclosure.report.publication.DocumentKey;
import disclosure.report.publication.FrozenDocument;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
import disclosure.report.signing.Proof;
import disclosure.report.signing.Proofs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a document is answered: its name, its digests and its policy. */
@ApplicationScoped
public class PublishedDocuments {

  private final Publications publications;
  private final Proofs proofs;

  PublishedDocuments(Publications publications, Proofs proofs) {
    this.publications = publications;
    this.proofs = proofs;
  }

  /**
   * The very bytes that were published, with their digests; 304 to whoever has them.
   *
   * @throws Refusal 404 when the revision has no such document
   */
  public Response answer(Publication publication, DocumentFormat format, Request request) {
    ReportId id = publication.report().id();
    FrozenDocument document =
        publications
            .document(id, publication.revision(), format.extension())
            .orElseThrow(Refusal::notFound);
    EntityTag tag = new EntityTag(document.digests().sha256());
    return EntityTags.unchanged(request, tag)
        .orElseGet(
            () ->
                answer(
                    document.bytes(),
                    document.mediaType(),
                    disposition(id, publication.report().matrix().organName(), format)))
        .tag(tag)
        .header("Repr-Digest", document.digests().header())
        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache, no-transform")
        .build();
  }

  /**
   * What proves that the bytes are those that were published; 304 to whoever has it.
   *
   * @throws Refusal 404 when the revision has no such document, or none of that for it
   */
  public Response proof(
      Publication publication, DocumentFormat format, Proof proof, Request request) {
    ReportId id = publication.report().id();
    DocumentKey key = new DocumentKey(id, publication.revision(), format.extension());
    byte[] bytes = proofs.of(key, proof).orElseThrow(Refusal::notFound);
    EntityTag tag = new EntityTag(Digests.of(bytes).sha256());
    String organ = publication.report().matrix().organName();
    return EntityTags.unchanged(request, tag)
        .orElseGet(
            () ->
                answer(
                    bytes,
                    proof.mediaType(),
                    attachment(id, organ, format.extension() + proof.ending())))
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache, no-transform")
        .build();
  }

  static Response.ResponseBuilder answer(byte[] bytes, String mediaType, String disposition) {
    return Response.ok(bytes)
        .header(HttpHeaders.CONTENT_TYPE, mediaType)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  }

  /** The file's name in Chinese for those who read RFC 5987, and in ASCII for the others. */
  static String disposition(ReportId id, String organName, DocumentFormat format) {
    return (format == DocumentFormat.HTML ? "inline" : "attachment")
        + named(id, organName, format.extension());
  }

  private static String attachment(ReportId id, String organName, String extension) {
    return "attachment" + named(id, organName, extension);
  }

  private static String named(ReportId id, String organName, String extension) {
    String name = Title.of(organName, id.year(), id.scope()) + "." + extension;
    return "; filename=\"report-"
        + id.year()
        + "."
        + extension
        + "\"; filename*=UTF-8''"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
