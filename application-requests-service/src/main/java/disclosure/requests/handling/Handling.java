package disclosure.requests.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who handles an application, and what is noted of it.
 *
 * @param handler 承办人: the number or name by which the office knows one of its own; no applicant's
 * @param note for the office alone; may name people, and is encrypted
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "ApplicationHandling")
public record Handling(
    Optional<@Size(min = 1, max = 100) String> handler,
    Optional<@Size(min = 1, max = 2000) String> note) {

  /** Without the note: such a text ends up in logs. */
  @Override
  public String toString() {
    return "Handling";
  }
}
