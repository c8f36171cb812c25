package disclosure.requests.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One organ of the directory as it stands after one change.
 *
 * @param organCode the key of the Kafka record
 * @param version from 1, grown by every change
 * @param name the organ's full name, since the last of its former terms
 * @param kind what it is, since then
 * @param parentOrganCode the organ that it rolls up into, since then; absent for the root of a tree
 * @param validFrom the first day on which the organ exists in the directory; absent: always
 * @param validTo the last such day; absent: until further notice
 * @param successorOrganCode the organ that it was merged into after {@code validTo}
 * @param formerly what it was before, oldest first; empty when it never changed
 * @param recordedAt when the change was recorded
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record OrganState(
    @JsonProperty(required = true) OrganCode organCode,
    @JsonProperty(required = true) long version,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) OrganKind kind,
    Optional<OrganCode> parentOrganCode,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    Optional<OrganCode> successorOrganCode,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OrganTerm> formerly,
    @JsonProperty(required = true) Instant recordedAt) {

  /**
   * @throws IllegalArgumentException when the parts contradict each other
   */
  public OrganState {
    Contracts.present("organCode", organCode);
    Contracts.present("name", name);
    Contracts.present("kind", kind);
    Contracts.present("recordedAt", recordedAt);
    parentOrganCode = Contracts.optional(parentOrganCode);
    validFrom = Contracts.optional(validFrom);
    validTo = Contracts.optional(validTo);
    successorOrganCode = Contracts.optional(successorOrganCode);
    formerly = formerly == null ? List.of() : List.copyOf(formerly);
    Contracts.require(version >= 1, "version is below 1");
    Contracts.require(!name.isBlank(), "name is blank");
    Contracts.require(
        !parentOrganCode.equals(Optional.of(organCode)), "an organ is its own parent");
    if (validFrom.isPresent() && validTo.isPresent()) {
      Contracts.require(!validTo.get().isBefore(validFrom.get()), "validTo is before validFrom");
    }
    Contracts.require(
        successorOrganCode.isEmpty() || validTo.isPresent(), "a successor without validTo");
    Contracts.require(
        !successorOrganCode.equals(Optional.of(organCode)), "an organ is its own successor");
    requireOrder(organCode, validFrom, validTo, formerly);
  }

  private static void requireOrder(
      OrganCode organCode,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo,
      List<OrganTerm> formerly) {
    Optional<LocalDate> before = validFrom.map(first -> first.minusDays(1));
    for (OrganTerm term : formerly) {
      LocalDate until = term.until();
      Contracts.require(
          before.map(until::isAfter).orElse(true) && validTo.map(until::isBefore).orElse(true),
          "formerly is not in the order of its days");
      Contracts.require(
          !term.parentOrganCode().equals(Optional.of(organCode)), "an organ was its own parent");
      before = Optional.of(until);
    }
  }
}
