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
 * @param last the last day of the period; or the last day on which it stood below somebody who
 *     existed, when it, or one above it, ended without a successor
 * @param countedWith the code of the organ whose own table has its applications
 * @param above the codes of those above it on the last day, from below upwards
 * @param isNowhere whether the sums of none of those above have it any more
 */
record OrganPlace(
    Organ organ,
    LocalDate last,
    Optional<String> countedWith,
    List<String> above,
    boolean isNowhere) {

  /** Whether it had ended by the end of the period. */
  boolean isEnded() {
    return !countedWith.equals(Optional.of(organ.code()));
  }

  /**
   * Those that the table of the question is made of, and those that were so when one ended without
   * a successor: that one, and what stood below it and was put below nobody else. In the order of
   * their codes; each is looked at when it is taken.
   *
   * @param after only those that come later
   */
  static Stream<OrganPlace> of(OrganTree tree, Question question, Optional<OrganCode> after) {
    LocalDate end = question.period().to();
    NavigableSet<String> codes = new TreeSet<>(Organs.codes(tree, question));
    tree.dated().stream()
        .filter(organ -> organ.successor().isEmpty())
        .filter(organ -> organ.validTo().filter(last -> last.isBefore(end)).isPresent())
        .flatMap(organ -> tree.subtree(organ.code(), end).stream())
        .filter(code -> wasCounted(tree, question, code))
        .forEach(codes::add);
    return after.map(code -> codes.tailSet(code.value(), false)).orElse(codes).stream()
        .flatMap(code -> tree.find(code).stream())
        .map(organ -> of(tree, organ, end));
  }

  /** What had ended before the period, and nobody took over, is of other years. */
  private static boolean wasCounted(OrganTree tree, Question question, String code) {
    Period days = question.period();
    LocalDate last = tree.lastPlaced(code, days.to());
    boolean lived =
        !last.isBefore(days.from())
            || tree.countedWith(code, days.to()).isPresent()
            || tree.find(code)
                .flatMap(Organ::validTo)
                .filter(end -> !end.isBefore(days.from()))
                .isPresent();
    return lived && Organs.isCounted(tree, question, code, last);
  }

  private static OrganPlace of(OrganTree tree, Organ organ, LocalDate day) {
    LocalDate last = tree.lastPlaced(organ.code(), day);
    return new OrganPlace(
        organ,
        last,
        tree.countedWith(organ.code(), day),
        tree.line(organ.code(), last).stream()
            .filter(above -> !above.equals(organ.code()))
            .toList(),
        last.isBefore(day));
  }
}
