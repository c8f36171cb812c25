package disclosure.requests.organ;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganTerm;
import disclosure.requests.fault.RegisterFault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client says of an organ.
 *
 * @param name the full name, up to 200 characters
 * @param parentOrganCode the organ that it rolls up into; absent for the root of a tree
 * @param validFrom the first day in the directory; absent: always
 * @param validTo the last one; absent: until further notice
 * @param successorOrganCode the organ that it is merged into after {@code validTo}
 * @param since the day from which name, kind and parent are as said, while before it they were what
 *     the directory holds; absent: they correct what it holds
 * @param formerly what the organ was before, oldest first; absent: what the directory holds
 */
public record OrganRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull OrganKind kind,
    Optional<OrganCode> parentOrganCode,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    Optional<OrganCode> successorOrganCode,
    Optional<LocalDate> since,
    Optional<@Size(max = 100) List<@NotNull @Valid TermRequest>> formerly) {

  private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  /**
   * Looks at what the fields say together.
   *
   * @throws Refusal 400, naming each field at fault
   */
  void check(OrganCode code) {
    List<Fault> faults = new ArrayList<>();
    checkNotItself(code, "parentOrganCode", parentOrganCode, faults);
    checkNotItself(code, "successorOrganCode", successorOrganCode, faults);
    checkDay("validFrom", validFrom, faults);
    checkDay("validTo", validTo, faults);
    checkDay("since", since, faults);
    if (since.isPresent() && formerly.isPresent()) {
      faults.add(RegisterFault.SINCE_BESIDE_FORMERLY.at("since"));
    }
    if (successorOrganCode.isPresent() && validTo.isEmpty()) {
      faults.add(RegisterFault.REQUIRED_WITH_SUCCESSOR.at("validTo"));
    }
    List<TermRequest> terms = formerly.orElse(List.of());
    for (int i = 0; i < terms.size(); i++) {
      String field = "formerly[" + i + "].";
      checkNotItself(code, field + "parentOrganCode", terms.get(i).parentOrganCode(), faults);
      checkDay(field + "until", Optional.of(terms.get(i).until()), faults);
    }
    if (faults.isEmpty()
        && validFrom.isPresent()
        && validTo.isPresent()
        && validTo.get().isBefore(validFrom.get())) {
      faults.add(RegisterFault.ENDS_BEFORE_IT_BEGINS.at("validTo"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  /** The field by which the request gives another organ days, or takes some from it. */
  String fieldAbout(OrganCode other, Optional<OrganView> held) {
    Optional<OrganCode> about = Optional.of(other);
    if (successorOrganCode.equals(about)
        || held.flatMap(OrganView::successorOrganCode).equals(about)) {
      return "successorOrganCode";
    }
    List<TermRequest> terms = formerly.orElse(List.of());
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).parentOrganCode().equals(about)) {
        return "formerly[" + i + "].parentOrganCode";
      }
    }
    if (formerly.isPresent()) {
      return "formerly";
    }
    boolean present = held.flatMap(OrganView::parentOrganCode).equals(about);
    return present ? "parentOrganCode" : "validFrom";
  }

  /** The field that says whom the organ is below, or merged into, on a day. */
  String fieldOfPlace(LocalDate day) {
    return successorOrganCode.isPresent() && validTo.filter(day::isAfter).isPresent()
        ? "successorOrganCode"
        : fieldOfParent(day);
  }

  /** The field that says who its superior is on a day. */
  String fieldOfParent(LocalDate day) {
    List<TermRequest> terms = formerly.orElse(List.of());
    for (int i = 0; i < terms.size(); i++) {
      if (!terms.get(i).until().isBefore(day)) {
        return "formerly[" + i + "].parentOrganCode";
      }
    }
    return "parentOrganCode";
  }

  /**
   * What the organ was before, after this request.
   *
   * @param held what the directory holds; absent when the organ is new to it
   * @throws Refusal 400 or 422, naming the field
   */
  List<OrganTerm> terms(Optional<OrganView> held) {
    List<OrganTerm> terms =
        new ArrayList<>(
            formerly
                .map(said -> said.stream().map(TermRequest::term).toList())
                .orElse(held.map(OrganView::formerly).orElse(List.of())));
    since.flatMap(day -> change(day, held)).ifPresent(terms::add);
    checkOrder(terms);
    return terms;
  }

  /** The term that ends on the eve of the change, if something changes on that day. */
  private Optional<OrganTerm> change(LocalDate day, Optional<OrganView> held) {
    OrganView before =
        held.orElseThrow(
            () -> Refusal.notPermitted(RegisterFault.CHANGE_OF_UNKNOWN_ORGAN.at("since")));
    if (before.since().map(day::isBefore).orElse(false)) {
      throw Refusal.notPermitted(
          RegisterFault.BEFORE_LAST_CHANGE.at("since", Expected.atLeast(before.since().get())));
    }
    boolean same =
        before.name().equals(name)
            && before.kind() == kind
            && before.parentOrganCode().equals(parentOrganCode);
    return same || before.since().equals(Optional.of(day))
        ? Optional.empty()
        : Optional.of(before.until(day.minusDays(1)));
  }

  private void checkOrder(List<OrganTerm> terms) {
    Optional<LocalDate> before = validFrom.map(first -> first.minusDays(1));
    for (int i = 0; i < terms.size(); i++) {
      LocalDate until = terms.get(i).until();
      boolean follows =
          before.map(until::isAfter).orElse(true) && validTo.map(until::isBefore).orElse(true);
      if (!follows) {
        boolean added = since.isPresent() && i == terms.size() - 1;
        throw Refusal.invalid(
            RegisterFault.CHANGES_OUT_OF_ORDER.at(
                formerly.isPresent() ? "formerly[" + i + "].until" : added ? "since" : "validTo"));
      }
      before = Optional.of(until);
    }
  }

  private static void checkNotItself(
      OrganCode code, String field, Optional<OrganCode> other, List<Fault> faults) {
    if (other.equals(Optional.of(code))) {
      faults.add(RegisterFault.ORGAN_ITSELF.at(field));
    }
  }

  private static void checkDay(String field, Optional<LocalDate> day, List<Fault> faults) {
    if (day.filter(given -> given.isBefore(EARLIEST) || given.isAfter(LATEST)).isPresent()) {
      faults.add(RegisterFault.VALIDITY_OUT_OF_RANGE.at(field, Expected.between(EARLIEST, LATEST)));
    }
  }
}
