package disclosure.requests.organ;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.OrganTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  static OrganView of(OrganState state) {
    return new OrganView(
        state.organCode(),
        state.version(),
        state.name(),
        state.kind(),
        state.parentOrganCode(),
        state.validFrom(),
        state.validTo(),
        state.successorOrganCode(),
        state.formerly());
  }

  /** The organ as it was on a day; empty when it did not exist then. */
  Optional<OrganView> on(LocalDate day) {
    if (!existsOn(day)) {
      return Optional.empty();
    }
    OrganTerm then = termOn(day).orElseGet(() -> until(day));
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

  /** Whether it is there on a day. */
  boolean existsOn(LocalDate day) {
    return !validFrom.map(day::isBefore).orElse(false) && !isGoneOn(day);
  }

  /** Whether it has ended before a day. */
  boolean isGoneOn(LocalDate day) {
    return validTo.map(day::isAfter).orElse(false);
  }

  /**
   * Whom it stands below on a day: its superior of then, or once merged, its successor. One that is
   * yet to come, or gone without a successor, stands nowhere.
   */
  Optional<OrganCode> above(LocalDate day) {
    if (existsOn(day)) {
      Optional<OrganTerm> then = termOn(day);
      return then.isPresent() ? then.get().parentOrganCode() : parentOrganCode;
    }
    return isGoneOn(day) ? successorOrganCode : Optional.empty();
  }

  /** All that it stands below at whatever time. */
  Stream<OrganCode> everAbove() {
    return Stream.concat(
        formerly.stream().flatMap(term -> term.parentOrganCode().stream()),
        Stream.concat(parentOrganCode.stream(), successorOrganCode.stream()));
  }

  /** Whether it is there on the same days as another version of it, and stands where that does. */
  boolean standsAs(OrganView other) {
    return validFrom.equals(other.validFrom)
        && validTo.equals(other.validTo)
        && Stream.concat(changes(), other.changes())
            .allMatch(day -> above(day).equals(other.above(day)))
        && above(LocalDate.MIN).equals(other.above(LocalDate.MIN));
  }

  /** The days since which something of it is otherwise. */
  Stream<LocalDate> changes() {
    return Stream.concat(
        Stream.concat(validFrom.stream(), validTo.map(last -> last.plusDays(1)).stream()),
        formerly.stream().map(term -> term.until().plusDays(1)));
  }

  private Optional<OrganTerm> termOn(LocalDate day) {
    return formerly.stream().filter(term -> !term.until().isBefore(day)).findFirst();
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
