package disclosure.statistics.organ;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An organ.
 *
 * @param code its 统一社会信用代码
 * @param name its name, since the last of its former terms
 * @param kind its kind, since then
 * @param parent the code of the organ above since then, which need not be known
 * @param validFrom its first day, when known
 * @param validTo its last day, when there is one
 * @param successor the code of the organ that it was merged into after its last day
 * @param formerly what it was before, oldest first
 */
public record Organ(
    String code,
    String name,
    OrganKind kind,
    Optional<String> parent,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    Optional<String> successor,
    List<OrganTerm> formerly) {

  /** A defensive copy is kept. */
  public Organ {
    formerly = List.copyOf(formerly);
  }

  /** Whether the organ exists on the day. */
  public boolean isValidOn(LocalDate day) {
    return !validFrom.map(first -> first.isAfter(day)).orElse(false) && !isGoneOn(day);
  }

  /** Its name on the day; for a day after its end the last one. */
  public String nameOn(LocalDate day) {
    return termOn(day).map(OrganTerm::name).orElse(name);
  }

  /** What it is on the day. */
  public OrganKind kindOn(LocalDate day) {
    return termOn(day).map(OrganTerm::kind).orElse(kind);
  }

  /** Where it stands after all changes: below the organ that it was merged into, or its parent. */
  Optional<String> above() {
    return successor.isPresent() ? successor : parent;
  }

  /**
   * Where it stands on the day: below its parent of then, or once merged, below its successor. One
   * that is yet to come, or gone without a successor, stands nowhere.
   */
  public Optional<String> above(LocalDate day) {
    if (isGoneOn(day)) {
      return successor;
    }
    if (!isValidOn(day)) {
      return Optional.empty();
    }
    return parentOn(day);
  }

  /**
   * Whose callers act for it on the day, beside its own: those of its parent of then, or once
   * merged, of its successor. Before it begins it has its first parent for that, and its last one
   * when it is gone without a successor.
   */
  Optional<String> superior(LocalDate day) {
    if (isGoneOn(day) && successor.isPresent()) {
      return successor;
    }
    LocalDate last = validTo.filter(end -> end.isBefore(day)).orElse(day);
    return parentOn(validFrom.filter(first -> first.isAfter(last)).orElse(last));
  }

  /** Whether it is not the same on all days. */
  boolean isDated() {
    return validFrom.isPresent() || validTo.isPresent() || !formerly.isEmpty();
  }

  /** The days since which something is otherwise. */
  Stream<LocalDate> changes() {
    return Stream.of(
            validFrom.stream(),
            validTo.stream().map(last -> last.plusDays(1)),
            formerly.stream().map(term -> term.until().plusDays(1)))
        .flatMap(days -> days);
  }

  private boolean isGoneOn(LocalDate day) {
    return validTo.map(last -> last.isBefore(day)).orElse(false);
  }

  private Optional<String> parentOn(LocalDate day) {
    Optional<OrganTerm> term = termOn(day);
    return term.isPresent() ? term.get().parentOrganCode().map(OrganCode::value) : parent;
  }

  private Optional<OrganTerm> termOn(LocalDate day) {
    return formerly.stream().filter(term -> !term.until().isBefore(day)).findFirst();
  }
}
