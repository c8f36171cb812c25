package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.edge.Action;
import disclosure.edge.Right;
import disclosure.requests.contract.OrganCode;
import java.util.Optional;

/**
 * What the caller may do for an organ in a period, as the statistics answer.
 *
 * @param visible whether it may read
 * @param writable whether it may write; the release of statistics before this doesn't tell
 */
record Visibility(
    @JsonProperty(required = true) OrganCode organ,
    @JsonProperty(required = true) boolean visible,
    Optional<Boolean> writable) {

  /** As long as nothing is told of writing, whoever reads writes, as in the release before. */
  Visibility {
    writable = writable == null ? Optional.of(visible) : writable;
  }

  Right right(Action action) {
    return switch (action) {
      case READ -> visible ? Right.ALLOWED : Right.UNSEEN;
      case WRITE -> writable.orElse(visible) ? Right.ALLOWED : Right.FORBIDDEN;
    };
  }
}
