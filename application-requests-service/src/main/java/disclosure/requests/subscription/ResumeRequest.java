package disclosure.requests.subscription;

import disclosure.edge.Refusal;
import disclosure.requests.fault.RegisterFault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * From where a subscription goes on.
 *
 * @param from a moment in ISO 8601 with its offset; absent: where it stands
 */
record ResumeRequest(Optional<String> from) {

  /**
   * The moment as such.
   *
   * @throws Refusal 400 when it is none
   */
  Optional<Instant> moment() {
    try {
      return from.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException malformed) {
      throw Refusal.invalid(RegisterFault.NOT_A_MOMENT.at("from"));
    }
  }
}
