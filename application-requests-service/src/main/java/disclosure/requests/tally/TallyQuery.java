package disclosure.requests.tally;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be counted.
 *
 * @param organ the organ
 * @param from the first day, not before the Regulation
 * @param to the last day, not before {@code from} and not after the end of the present year
 * @param scope which organs
 * @param without organs that are left out of those that were merged into the organ, with what was
 *     merged into them
 */
record TallyQuery(
    OrganCode organ, LocalDate from, LocalDate to, TallyScope scope, Set<OrganCode> without) {

  private static final LocalDate REGULATION_IN_FORCE = LocalDate.of(2008, 5, 1);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * Reads the query's parameters.
   *
   * @throws Refusal 400, naming every parameter that is missing or wrong
   */
  static TallyQuery read(
      Optional<String> organ,
      Optional<String> year,
      Optional<String> from,
      Optional<String> to,
      Optional<String> scope,
      List<String> without,
      Instant now) {
    List<Fault> faults = new ArrayList<>();
    int present = LocalDate.ofInstant(now, ZONE).getYear();
    Optional<OrganCode> code = organ(organ, faults);
    Optional<TallyScope> which = scope(scope, faults);
    Set<OrganCode> leftOut = Parameters.organCodes("without", without, faults);
    if (!leftOut.isEmpty() && which.filter(TallyScope.SUBTREE::equals).isPresent()) {
      faults.add(InputFault.FOR_OWN_SCOPE.at("without"));
    }
    Optional<LocalDate> first;
    Optional<LocalDate> last;
    if (year.isPresent()) {
      from.ifPresent(given -> faults.add(notBeside("from")));
      to.ifPresent(given -> faults.add(notBeside("to")));
      Optional<Integer> number = year(year.get(), present, faults);
      first = number.map(y -> LocalDate.of(y, 1, 1));
      last = number.map(y -> LocalDate.of(y, 12, 31));
    } else {
      first = day("from", from, present, faults);
      last = day("to", to, present, faults);
      if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
        faults.add(InputFault.PERIOD_REVERSED.at("to", "from"));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new TallyQuery(
        code.orElseThrow(), first.orElseThrow(), last.orElseThrow(), which.orElseThrow(), leftOut);
  }

  private static Optional<OrganCode> organ(Optional<String> text, List<Fault> faults) {
    if (text.isEmpty()) {
      faults.add(InputFault.REQUIRED.at("organ"));
      return Optional.empty();
    }
    try {
      return Optional.of(Parameters.organCode("organ", text.get()));
    } catch (Refusal malformed) {
      faults.addAll(malformed.faults());
      return Optional.empty();
    }
  }

  private static Optional<TallyScope> scope(Optional<String> text, List<Fault> faults) {
    String name = text.orElse(TallyScope.OWN.name());
    for (TallyScope scope : TallyScope.values()) {
      if (scope.name().equals(name)) {
        return Optional.of(scope);
      }
    }
    faults.add(InputFault.NOT_ONE_OF.at("scope", Expected.oneOf("OWN", "SUBTREE")));
    return Optional.empty();
  }

  private static Optional<Integer> year(String text, int present, List<Fault> faults) {
    int first = REGULATION_IN_FORCE.getYear();
    if (text.matches("[0-9]{4}")) {
      int year = Integer.parseInt(text);
      if (year >= first && year <= present) {
        return Optional.of(year);
      }
    }
    faults.add(InputFault.YEAR_OUT_OF_RANGE.at("year", Expected.between(first, present)));
    return Optional.empty();
  }

  private static Optional<LocalDate> day(
      String name, Optional<String> text, int present, List<Fault> faults) {
    if (text.isEmpty()) {
      faults.add(InputFault.PERIOD_REQUIRED.needing(name, "year"));
      return Optional.empty();
    }
    return Parameters.day(
        name, text.get(), REGULATION_IN_FORCE, LocalDate.of(present, 12, 31), faults);
  }

  private static Fault notBeside(String name) {
    return RegisterFault.NOT_BESIDE_YEAR.at(name);
  }
}
