package disclosure.requests.organ;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.problem.Fault;
import disclosure.requests.problem.Refusal;
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
 */
record OrganRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull OrganKind kind,
    Optional<OrganCode> parentOrganCode,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo) {

  private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  /**
   * Looks at what the fields say together.
   *
   * @throws Refusal 400, naming each field at fault
   */
  void check(OrganCode code) {
    List<Fault> faults = new ArrayList<>();
    if (parentOrganCode.equals(Optional.of(code))) {
      faults.add(Fault.of("parentOrganCode", "不能是本机关", "must not be the organ itself"));
    }
    validFrom.filter(OrganRequest::isOdd).ifPresent(day -> faults.add(odd("validFrom")));
    validTo.filter(OrganRequest::isOdd).ifPresent(day -> faults.add(odd("validTo")));
    if (faults.isEmpty()
        && validFrom.isPresent()
        && validTo.isPresent()
        && validTo.get().isBefore(validFrom.get())) {
      faults.add(Fault.of("validTo", "不得早于 validFrom", "must not be before validFrom"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static boolean isOdd(LocalDate day) {
    return day.isBefore(EARLIEST) || day.isAfter(LATEST);
  }

  private static Fault odd(String field) {
    return Fault.of(
        field,
        "应在1949-10-01至2199-12-31之间；没有期限时请省略",
        "must lie between 1949-10-01 and 2199-12-31; leave it out when there is no limit");
  }
}
