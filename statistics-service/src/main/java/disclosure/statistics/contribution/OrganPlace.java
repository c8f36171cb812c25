package disclosure.statistics.contribution;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Period;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where an organ is counted at the end of a period.
 *
 * @param organ the organ
 * @param last the last day of the period, or of the organ when it stands nowhere at that time
 * @param countedWith the code of the organ whose own table has its applications
 * @param above the codes of those above it on the last day, from below upwards
 */
record OrganPlace(Organ organ, LocalDate last, Optional<String> countedWith, List<String> above) {

  /** Whether it had ended by the end of the period. */
  boolean isEnded() {
    return !countedWith.equals(Optional.of(organ.code()));
  }

  /** Whether it comes later in the order of the codes. */
  boolean isAfter(OrganCode code) {
    return organ.code().compareTo(code.value()) > 0;
  }

  /**
   * Those that the table of the question is made of, and those that were so on an earlier day of
   * the period and then ended without a successor; in the order of their codes.
   */
  static List<OrganPlace> of(OrganTree tree, Question question) {
    Period days = question.period();
    TreeSet<String> codes = new TreeSet<>(Organs.codes(tree, question));
    tree.days(days.from(), days.to())
        .flatMap(day -> Organs.codes(tree, question.in(new Period(day, day))).stream())
        .filter(code -> tree.countedWith(code, days.to()).isEmpty())
        .forEach(codes::add);
    return codes.stream()
        .flatMap(code -> tree.find(code).stream())
        .map(organ -> of(tree, organ, days.to()))
        .toList();
  }

  private static OrganPlace of(OrganTree tree, Organ organ, LocalDate day) {
    Optional<String> countedWith = tree.countedWith(organ.code(), day);
    LocalDate last = countedWith.isPresent() ? day : organ.validTo().orElse(day);
    return new OrganPlace(
        organ,
        last,
        countedWith,
        Stream.of(tree.line(organ.code(), last))
            .flatMap(line -> line.stream().filter(above -> !above.equals(organ.code())))
            .toList());
  }
}
