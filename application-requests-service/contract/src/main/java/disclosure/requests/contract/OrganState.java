package disclosure.requests.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One organ of the directory as it stands after one change.
 *
 * @param organCode the key of the Kafka record
 * @param version from 1, grown by every change
 * @param name the organ's full name
 * @param kind what it is
 * @param parentOrganCode the organ that it rolls up into; absent for the root of a tree
 * @param validFrom the first day on which the organ exists in the directory; absent: always
 * @param validTo the last such day; absent: until further notice
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
    Contracts.require(version >= 1, "version is below 1");
    Contracts.require(!name.isBlank(), "name is blank");
    Contracts.require(
        !parentOrganCode.equals(Optional.of(organCode)), "an organ is its own parent");
    if (validFrom.isPresent() && validTo.isPresent()) {
      Contracts.require(!validTo.get().isBefore(validFrom.get()), "validTo is before validFrom");
    }
  }
}
