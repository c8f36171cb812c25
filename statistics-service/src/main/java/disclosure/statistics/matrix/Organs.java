package disclosure.statistics.matrix;

import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which organs a question is about, as they were known at its moment, and who may ask it, by what
 * is known now.
 */
public final class Organs {

  private Organs() {}

  /**
   * The organ, when there is such an organ and the caller may read this table of it. Who acts for
   * it as it stands reads the sums of all below it. Who was above it reads them when every organ
   * that counts in them, on any of the days, is one that it may read in these days.
   */
  public static Optional<Organ> visible(OrganTree tree, Question question, Viewer viewer) {
    Period days = question.period();
    return tree.find(question.organ().value())
        .filter(organ -> viewer.mayRead(tree, organ.code(), days))
        .filter(
            organ ->
                question.scope() == Scope.OWN
                    || viewer.isActing(tree, organ.code())
                    || tree.days(days.from(), days.to())
                        .flatMap(
                            day -> codes(tree, question.in(new Period(days.from(), day))).stream())
                        .distinct()
                        .allMatch(code -> viewer.mayRead(tree, code, days)));
  }

  /**
   * Gives a list that tells the organs of the scope apart only to who may read each of them in
   * these days.
   *
   * @throws Refusal 404 when there is no such organ, or one that the caller may not read
   */
  public static void requireListed(OrganTree tree, Question question, Viewer viewer) {
    if (!isListed(tree, question, viewer)) {
      throw Refusal.notFound();
    }
  }

  static boolean isListed(OrganTree tree, Question question, Viewer viewer) {
    return visible(tree, question, viewer).isPresent()
        && (viewer.scope().everywhere()
            || codes(tree, question).stream()
                .allMatch(code -> viewer.mayRead(tree, code, question.period())));
  }

  /**
   * Lets only those through who may read the organ's own tables of the days.
   *
   * @throws Refusal 404 when there is no such organ, or one that the caller may not read
   */
  public static void requireVisible(OrganTree tree, Question question, Viewer viewer) {
    if (tree.find(question.organ().value())
        .filter(organ -> viewer.mayRead(tree, organ.code(), question.period()))
        .isEmpty()) {
      throw Refusal.notFound();
    }
  }

  /** The organ, when there is such an organ and the caller acts for it as it stands. */
  public static Optional<Organ> visible(OrganTree tree, OrganCode organ, Viewer viewer) {
    return tree.find(organ.value()).filter(found -> viewer.isActing(tree, found.code()));
  }

  /**
   * The organ's name at the end of the period.
   *
   * @throws Refusal 404 when there is no such organ, or none that the caller may read
   */
  static String name(OrganTree tree, Question question, Viewer viewer) {
    return visible(tree, question, viewer)
        .map(organ -> organ.nameOn(question.period().to()))
        .orElseThrow(Refusal::notFound);
  }

  /**
   * The codes of the organs in the scope, by the hierarchy valid on the period's last day, in their
   * order. An organ's own include those that were merged into it by then.
   */
  public static List<String> codes(OrganTree tree, Question question) {
    String organ = question.organ().value();
    return switch (question.scope()) {
      case OWN -> tree.own(organ, question.placedOn(), question.without());
      case LEVEL -> tree.level(organ, question.placedOn());
      case SUBTREE -> tree.subtree(organ, question.placedOn());
    };
  }

  /**
   * The organs in the scope that stand in a list side by side, in the order of their codes, each
   * with the codes of those that its own table counts: itself, and what was merged into it by then.
   * Together these are all in the scope, each once. An organ that has ended stands in no list
   * beside its successor, but for the one that is asked about.
   */
  public static SortedMap<String, List<String>> listed(OrganTree tree, Question question) {
    String asked = question.organ().value();
    SortedMap<String, List<String>> listed = new TreeMap<>();
    codes(tree, question).stream()
        .filter(code -> standsInLists(tree, question, code))
        .forEach(
            code ->
                listed.put(
                    code,
                    tree.own(
                        code,
                        question.placedOn(),
                        code.equals(asked) ? question.without() : Set.of(asked))));
    return listed;
  }

  /** Whether one organ in the scope stands in such a list. */
  public static boolean standsInLists(OrganTree tree, Question question, String code) {
    return code.equals(question.organ().value())
        || tree.find(code).filter(organ -> organ.isValidOn(question.placedOn())).isPresent();
  }

  /** Whether one organ is in the scope by the hierarchy valid on a day. */
  public static boolean isCounted(OrganTree tree, Question question, String code, LocalDate day) {
    String organ = question.organ().value();
    Optional<String> countedWith = tree.countedWith(code, day);
    return switch (question.scope()) {
      case OWN ->
          countedWith.equals(Optional.of(organ))
              && tree.line(code, day).stream()
                  .takeWhile(above -> !above.equals(organ))
                  .noneMatch(question.without()::contains);
      case LEVEL ->
          countedWith.equals(Optional.of(organ))
              || countedWith
                  .flatMap(tree::find)
                  .filter(counting -> counting.kindOn(day) == OrganKind.DEPARTMENT)
                  .flatMap(counting -> counting.above(day))
                  .equals(Optional.of(organ));
      case SUBTREE -> tree.line(code, day).contains(organ);
    };
  }
}
