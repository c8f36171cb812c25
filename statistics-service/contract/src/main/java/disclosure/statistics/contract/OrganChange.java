package disclosure.statistics.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What became of an organ during a period.
 *
 * @param organCode the organ
 * @param name its name after the change, or the last one it had
 * @param change what happened
 * @param on the first day on which it was so
 * @param formerName the name before, when it was renamed
 * @param successorOrganCode the organ that it was merged into
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record OrganChange(
    @JsonProperty(required = true) OrganCode organCode,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) Kind change,
    @JsonProperty(required = true) LocalDate on,
    Optional<String> formerName,
    Optional<OrganCode> successorOrganCode) {

  /** What can happen to an organ, seen from the organs that are counted. */
  public enum Kind {
    /** It was set up; what it has is counted. */
    ESTABLISHED,
    /** It ended and nobody took over; what it had is not counted any more. */
    ABOLISHED,
    /** It ended and was merged into another; what it had is counted with that one. */
    MERGED,
    /** It came from elsewhere; all that it has is counted. */
    MOVED_IN,
    /** It went elsewhere; nothing of it is counted. */
    MOVED_OUT,
    /** It has another parent, kind or name and is counted as before. */
    CHANGED
  }

  /** A missing optional part is absent. */
  public OrganChange {
    formerName = formerName == null ? Optional.empty() : formerName;
    successorOrganCode = successorOrganCode == null ? Optional.empty() : successorOrganCode;
  }
}
