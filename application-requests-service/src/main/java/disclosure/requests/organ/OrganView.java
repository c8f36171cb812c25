package disclosure.requests.organ;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An organ as clients see it; the fields are those of {@link OrganRequest}. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record OrganView(
    OrganCode organCode,
    long version,
    String name,
    OrganKind kind,
    Optional<OrganCode> parentOrganCode,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    Optional<OrganCode> successorOrganCode,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OrganTerm> formerly) {

  static OrganView of(Organ organ) {
    return new OrganView(
        new OrganCode(organ.code),
        organ.version,
        organ.name,
        organ.kind,
        Optional.ofNullable(organ.parentCode).map(OrganCode::new),
        Optional.ofNullable(organ.validFrom),
        Optional.ofNullable(organ.validTo),
        Optional.ofNullable(organ.successorCode).map(OrganCode::new),
        organ.formerly.stream().map(Term::said).toList());
  }

  /** The organ as it was on a day; empty when it did not exist then. */
  Optional<OrganView> on(LocalDate day) {
    if (validFrom.map(day::isBefore).orElse(false) || validTo.map(day::isAfter).orElse(false)) {
      return Optional.empty();
    }
    OrganTerm then =
        formerly.stream()
            .filter(term -> !term.until().isBefore(day))
            .findFirst()
            .orElseGet(() -> until(day));
    return Optional.of(
        new OrganView(
            organCode,
            version,
            then.name(),
            then.kind(),
            then.parentOrganCode(),
            validFrom,
            validTo,
            successorOrganCode,
            formerly));
  }

  /** Whether the organ already is what the client asks for. */
  boolean says(OrganRequest request, List<OrganTerm> terms) {
    return name.equals(request.name())
        && kind == request.kind()
        && parentOrganCode.equals(request.parentOrganCode())
        && validFrom.equals(request.validFrom())
        && validTo.equals(request.validTo())
        && successorOrganCode.equals(request.successorOrganCode())
        && formerly.equals(terms);
  }

  /** The first day on which the organ is what it is now, when there is one. */
  Optional<LocalDate> since() {
    return formerly.isEmpty()
        ? validFrom
        : Optional.of(formerly.get(formerly.size() - 1).until().plusDays(1));
  }

  /** What the organ is now, as what it was up to a day. */
  OrganTerm until(LocalDate day) {
    return new OrganTerm(day, name, kind, parentOrganCode);
  }
}
