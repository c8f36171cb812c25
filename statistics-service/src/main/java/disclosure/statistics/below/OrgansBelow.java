package disclosure.statistics.below;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.Viewer;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which organs below one have tables of their own on the last day of a period. */
final class OrgansBelow {

  private OrgansBelow() {}

  /**
   * The organ of the question and those below it, as far as the caller may read their tables, in
   * the order of their codes. Those that have ended are in the tables of their successors, but for
   * the one that is asked about. Each is looked at when it is taken.
   *
   * @param after only those that come later
   */
  static Stream<Organ> of(
      OrganTree tree, Question asked, Viewer viewer, Optional<OrganCode> after) {
    NavigableSet<String> all = new TreeSet<>(tree.subtree(asked.organ().value(), asked.placedOn()));
    return after.map(code -> all.tailSet(code.value(), false)).orElse(all).stream()
        .filter(code -> Organs.standsInLists(tree, asked, code))
        .flatMap(code -> Organs.visible(tree, asked.about(code), viewer).stream());
  }
}
