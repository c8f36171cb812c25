package disclosure.report.reading;

import disclosure.edge.EntityTags;
import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import disclosure.report.document.DocumentFormat;
import disclosure.report.form.Title;
import disclosure.report.publication.FrozenDocument;
import disclosure.report.publication.Publication;
import disclosure.report.publication.Publications;
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

  PublishedDocuments(Publications publications) {
    this.publications = publications;
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

  static Response.ResponseBuilder answer(byte[] bytes, String mediaType, String disposition) {
    return Response.ok(bytes)
        .header(HttpHeaders.CONTENT_TYPE, mediaType)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  }

  /** The file's name in Chinese for those who read RFC 5987, and in ASCII for the others. */
  static String disposition(ReportId id, String organName, DocumentFormat format) {
    String name = Title.of(organName, id.year(), id.scope()) + "." + format.extension();
    return (format == DocumentFormat.HTML ? "inline" : "attachment")
        + "; filename=\"report-"
        + id.year()
        + "."
        + format.extension()
        + "\"; filename*=UTF-8''"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
