package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.edge.Action;
import disclosure.edge.Right;
import disclosure.requests.contract.OrganCode;
import java.util.Optional;
import java.util.Set;

/**
 * What the caller may do for an organ in a period, as the statistics answer.
 *
 * @param visible whether it may read
 * @param writable whether it may write; the release of statistics before this doesn't tell
 * @param readable when asked for, the organ and those below it that it may read; the release before
 *     doesn't tell
 */
record Visibility(
    @JsonProperty(required = true) OrganCode organ,
    @JsonProperty(required = true) boolean visible,
    Optional<Boolean> writable,
    Optional<Set<OrganCode>> readable) {

  /** As long as nothing is told of writing, whoever reads writes, as in the release before. */
  Visibility {
    writable = writable == null ? Optional.of(visible) : writable;
    readable = readable == null ? Optional.empty() : readable;
  }

  Right right(Action action) {
    return switch (action) {
      case READ -> visible ? Right.ALLOWED : Right.UNSEEN;
      case WRITE -> writable.orElse(visible) ? Right.ALLOWED : Right.FORBIDDEN;
    };
  }
}
