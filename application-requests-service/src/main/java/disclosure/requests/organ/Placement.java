package disclosure.requests.organ;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganTerm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The days for which another organ has an organ's figures, as its superior or as its successor.
 *
 * @param above the other organ
 * @param from the first day; absent: always
 * @param until the last one; absent: until further notice
 * @param as what it has them; absent for the successor
 */
record Placement(
    OrganCode above, Optional<LocalDate> from, Optional<LocalDate> until, Optional<As> as) {

  /** What the organ was at the time. */
  record As(String name, OrganKind kind) {}

  /** The organs that have other days after a change than before it, or have them otherwise. */
  static Set<OrganCode> concerned(List<Placement> before, List<Placement> after) {
    Set<Placement> changed = new HashSet<>(before);
    changed.removeAll(after);
    Set<Placement> added = new HashSet<>(after);
    before.forEach(added::remove);
    changed.addAll(added);
    return changed.stream().map(Placement::above).collect(Collectors.toSet());
  }

  /** Those of an organ as the directory holds it. */
  static List<Placement> of(OrganView organ) {
    return of(
        organ.formerly(),
        new As(organ.name(), organ.kind()),
        organ.parentOrganCode(),
        organ.validFrom(),
        organ.validTo(),
        organ.successorOrganCode());
  }

  /** Those of an organ as a client wants it. */
  static List<Placement> of(OrganRequest organ, List<OrganTerm> formerly) {
    return of(
        formerly,
        new As(organ.name(), organ.kind()),
        organ.parentOrganCode(),
        organ.validFrom(),
        organ.validTo(),
        organ.successorOrganCode());
  }

  private static List<Placement> of(
      List<OrganTerm> formerly,
      As now,
      Optional<OrganCode> parent,
      Optional<LocalDate> first,
      Optional<LocalDate> last,
      Optional<OrganCode> successor) {
    List<Placement> all = new ArrayList<>();
    Optional<LocalDate> from = first;
    for (OrganTerm term : formerly) {
      add(
          all,
          term.parentOrganCode(),
          from,
          Optional.of(term.until()),
          new As(term.name(), term.kind()));
      from = Optional.of(term.until().plusDays(1));
    }
    add(all, parent, from, last, now);
    successor.ifPresent(
        next ->
            all.add(
                new Placement(
                    next, last.map(day -> day.plusDays(1)), Optional.empty(), Optional.empty())));
    return all;
  }

  private static void add(
      List<Placement> all,
      Optional<OrganCode> above,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      As as) {
    above.ifPresent(organ -> all.add(new Placement(organ, from, until, Optional.of(as))));
  }
}
