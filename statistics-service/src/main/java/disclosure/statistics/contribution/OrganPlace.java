package disclosure.statistics.contribution;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Period;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where an organ is counted at the end of a period.
 *
 * @param organ the organ
 * @param day the last day of the period; or the last day on which it stood below somebody who
 *     existed, when it, or one above it, ended without a successor; or the first one, when one of
 *     them was yet to come
 * @param countedWith the code of the organ whose own table has its applications
 * @param above the codes of those above it on that day, from below upwards
 * @param isNowhere whether the sums of none of those above have it at the end of the period
 * @param isYetToCome whether that is because it, or one above it, begins later
 */
record OrganPlace(
    Organ organ,
    LocalDate day,
    Optional<String> countedWith,
    List<String> above,
    boolean isNowhere,
    boolean isYetToCome) {

  /** Whether it had ended by the end of the period, or was yet to come. */
  boolean isEnded() {
    return !countedWith.equals(Optional.of(organ.code()));
  }

  /**
   * Those that the table of the question is made of, and those that were so when one ended without
   * a successor, or will be so when one begins: that one, and what stands below it and below nobody
   * else. In the order of their codes; each is looked at when it is taken.
   *
   * @param after only those that come later
   */
  static Stream<OrganPlace> of(OrganTree tree, Question question, Optional<OrganCode> after) {
    LocalDate end = question.period().to();
    NavigableSet<String> codes = new TreeSet<>(Organs.codes(tree, question));
    tree.dated().stream()
        .filter(organ -> isGone(organ, end) || isYetToCome(organ, end))
        .flatMap(organ -> tree.subtree(organ.code(), end).stream())
        .filter(code -> isElsewhereCounted(tree, question, code))
        .forEach(codes::add);
    return after.map(code -> codes.tailSet(code.value(), false)).orElse(codes).stream()
        .flatMap(code -> tree.find(code).stream())
        .map(organ -> of(tree, organ, end));
  }

  private static boolean isGone(Organ organ, LocalDate end) {
    return organ.successor().isEmpty() && organ.validTo().filter(end::isAfter).isPresent();
  }

  private static boolean isYetToCome(Organ organ, LocalDate end) {
    return organ.validFrom().filter(end::isBefore).isPresent();
  }

  /**
   * Whether it was counted, or is to be, on the nearest day on which it stands somewhere. What had
   * ended before the period, and nobody took over, is of other years.
   */
  private static boolean isElsewhereCounted(OrganTree tree, Question question, String code) {
    Period days = question.period();
    LocalDate placed = tree.placed(code, days.to());
    boolean lived =
        !placed.isBefore(days.from())
            || tree.countedWith(code, days.to()).isPresent()
            || tree.find(code)
                .flatMap(Organ::validTo)
                .filter(end -> !end.isBefore(days.from()))
                .isPresent();
    return lived && Organs.isCounted(tree, question, code, placed);
  }

  private static OrganPlace of(OrganTree tree, Organ organ, LocalDate end) {
    LocalDate placed = tree.placed(organ.code(), end);
    return new OrganPlace(
        organ,
        placed,
        tree.countedWith(organ.code(), end),
        tree.line(organ.code(), placed).stream()
            .filter(above -> !above.equals(organ.code()))
            .toList(),
        !placed.equals(end),
        placed.isAfter(end));
  }
}
