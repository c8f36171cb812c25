package disclosure.edge;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Versions as entity tags, and what a request asks of them. */
public final class EntityTags {

  private EntityTags() {}

  /** The entity tag of a version. */
  public static String of(long version) {
    return '"' + Long.toString(version) + '"';
  }

  /**
   * An answer 304 when the client has what it asks for.
   *
   * @throws Refusal 412 when it asks only for something else
   */
  public static Optional<Response.ResponseBuilder> unchanged(Request request, EntityTag tag) {
    Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
    if (answer != null && answer.build().getStatus() == 412) {
      throw Refusal.changedMeanwhile();
    }
    return Optional.ofNullable(answer);
  }
}
