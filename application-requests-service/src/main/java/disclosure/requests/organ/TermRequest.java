package disclosure.requests.organ;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganTerm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a client says that an organ was.
 *
 * @param until the last day on which this held
 * @param name its name at the time, up to 200 characters
 * @param kind its kind at the time
 * @param parentOrganCode the organ that it rolled up into; absent for the root of a tree
 */
record TermRequest(
    @NotNull LocalDate until,
    @NotBlank @Size(max = 200) String name,
    @NotNull OrganKind kind,
    Optional<OrganCode> parentOrganCode) {

  OrganTerm term() {
    return new OrganTerm(until, name, kind, parentOrganCode);
  }
}
