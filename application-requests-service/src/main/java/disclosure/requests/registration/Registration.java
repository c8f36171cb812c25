package disclosure.requests.registration;

import disclosure.edge.Refusal;
import java.util.UUID;

/** What became of one posted application. */
public sealed interface Registration {

  /**
   * It is in the register.
   *
   * @param id the register's id
   * @param answer the body that the first post of it was answered with
   * @param created whether this post was the first
   */
  record Recorded(UUID id, String answer, boolean created) implements Registration {

    /** The HTTP status: 201 for the first post, 200 for a repeated one. */
    int status() {
      return created ? 201 : 200;
    }
  }

  /**
   * It is not.
   *
   * @param refusal why
   */
  record Refused(Refusal refusal) implements Registration {}
}
