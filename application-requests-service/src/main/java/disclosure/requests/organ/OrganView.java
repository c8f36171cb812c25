package disclosure.requests.organ;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import java.time.LocalDate;
import java.util.Optional;

/** An organ as clients see it; the fields are those of {@link OrganRequest}. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OrganView(
    OrganCode organCode,
    long version,
    String name,
    OrganKind kind,
    Optional<OrganCode> parentOrganCode,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo) {

  static OrganView of(Organ organ) {
    return new OrganView(
        new OrganCode(organ.code),
        organ.version,
        organ.name,
        organ.kind,
        Optional.ofNullable(organ.parentCode).map(OrganCode::new),
        Optional.ofNullable(organ.validFrom),
        Optional.ofNullable(organ.validTo));
  }

  /** Whether the organ already is what the client asks for. */
  boolean says(OrganRequest request) {
    return new OrganRequest(name, kind, parentOrganCode, validFrom, validTo).equals(request);
  }
}
