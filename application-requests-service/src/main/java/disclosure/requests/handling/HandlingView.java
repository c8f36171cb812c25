package disclosure.requests.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.handling.HandleApplication.Handled;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who handles an application, and what is noted of it, as it is now.
 *
 * @param handler 承办人
 * @param note for the office alone
 * @param unreadable {@code note} when there is one that no key opens: it is replaced by another
 *     one, and left as it is by who gives none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "ApplicationHandlingView")
record HandlingView(
    Optional<String> handler,
    Optional<String> note,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unreadable) {

  /** A defensive copy is kept. */
  HandlingView {
    unreadable = List.copyOf(unreadable);
  }

  static HandlingView of(Handled handled) {
    return new HandlingView(
        handled.handling().handler(),
        handled.handling().note(),
        handled.noteUnreadable() ? List.of("note") : List.of());
  }

  /** Without the note: such a text ends up in logs. */
  @Override
  public String toString() {
    return "HandlingView";
  }
}
