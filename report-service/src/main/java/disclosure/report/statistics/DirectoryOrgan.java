package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An organ of the directory.
 *
 * @param organCode which
 * @param name its name
 * @param kind what it is
 * @param parentOrganCode the organ directly above; absent for one at the top
 * @param validTo its last day; absent while there is none
 * @param successorOrganCode the organ that it was merged into then; absent for none
 * @param formerly what it was called before, if the register knows that
 */
public record DirectoryOrgan(
    @JsonProperty(required = true) OrganCode organCode,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) OrganKind kind,
    Optional<OrganCode> parentOrganCode,
    Optional<LocalDate> validTo,
    Optional<OrganCode> successorOrganCode,
    List<FormerName> formerly) {

  /** A name that it had up to a day. */
  public record FormerName(@JsonProperty(required = true) String name) {}

  /** What the register leaves out is absent. */
  public DirectoryOrgan {
    parentOrganCode = parentOrganCode == null ? Optional.empty() : parentOrganCode;
    validTo = validTo == null ? Optional.empty() : validTo;
    successorOrganCode = successorOrganCode == null ? Optional.empty() : successorOrganCode;
    formerly = formerly == null ? List.of() : List.copyOf(formerly);
  }

  /** The names that it has and had. */
  public List<String> names() {
    return Stream.concat(Stream.of(name), formerly.stream().map(FormerName::name)).toList();
  }

  /** Whether it was abolished in the course of a year, so that it was gone at the year's end. */
  public boolean endedIn(int year) {
    return validTo
        .filter(last -> last.getYear() == year && last.isBefore(LocalDate.of(year, 12, 31)))
        .isPresent();
  }
}
