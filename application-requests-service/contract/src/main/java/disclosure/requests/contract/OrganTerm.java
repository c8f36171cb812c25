package disclosure.requests.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an organ was until it was renamed, moved or made something else.
 *
 * @param until the last day on which this held
 * @param name its name at the time
 * @param kind its kind at the time
 * @param parentOrganCode the organ that it rolled up into; absent for the root of a tree
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record OrganTerm(
    @JsonProperty(required = true) LocalDate until,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) OrganKind kind,
    Optional<OrganCode> parentOrganCode) {

  /**
   * @throws IllegalArgumentException when a part is missing
   */
  public OrganTerm {
    Contracts.present("until", until);
    Contracts.present("name", name);
    Contracts.present("kind", kind);
    parentOrganCode = Contracts.optional(parentOrganCode);
    Contracts.require(!name.isBlank(), "name is blank");
  }
}
