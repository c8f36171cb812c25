package disclosure.statistics.matrix;

import disclosure.edge.EntityTags;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers that a client may keep, and ask whether they still hold. */
public final class Cached {

  private Cached() {}

  /**
   * The answer, or 304 or 412. The tag tells figures apart, not moments: the same figures asked
   * later have the same tag.
   *
   * @param figures what the answer depends on, but for the moment
   */
  public static Response.ResponseBuilder answer(
      Request request, Object table, String mediaType, List<Object> figures) {
    return answer(request, table, mediaType, FigureDigest.of(figures));
  }

  /** The same with a digest of the figures. */
  static Response.ResponseBuilder answer(
      Request request, Object table, String mediaType, String digest) {
    EntityTag tag = new EntityTag(digest, true);
    CacheControl cache = new CacheControl();
    cache.setPrivate(true);
    cache.setNoCache(true);
    return EntityTags.unchanged(request, tag)
        .orElseGet(() -> Response.ok(table, mediaType))
        .tag(tag)
        .cacheControl(cache)
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
  }
}
