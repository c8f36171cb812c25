package disclosure.statistics.matrix;

import disclosure.edge.CallerScope;
import disclosure.edge.OrganLine;
import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Period;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which organs a question is about, and who may ask it. */
public final class Organs {

  private Organs() {}

  /** The organ, when there is such an organ and the caller may read it in the days. */
  public static Optional<Organ> visible(
      OrganTree tree, OrganCode organ, Period days, CallerScope caller) {
    return tree.find(organ.value()).filter(found -> line(tree, found, days).isVisible(caller));
  }

  /** The organ, when there is such an organ and the caller acts for it as it stands. */
  public static Optional<Organ> visible(OrganTree tree, OrganCode organ, CallerScope caller) {
    return tree.find(organ.value())
        .filter(found -> OrganLine.ofNow(Set.copyOf(tree.line(found.code()))).isVisible(caller));
  }

  /** The organ and those above it, when there is such an organ. */
  static Optional<OrganLine> line(OrganTree tree, OrganCode organ, Period days) {
    return tree.find(organ.value()).map(found -> line(tree, found, days));
  }

  /**
   * The organ's name at the end of the period.
   *
   * @throws Refusal 404 when there is no such organ, or none that the caller may read
   */
  static String name(OrganTree tree, Question question, CallerScope caller) {
    return visible(tree, question.organ(), question.period(), caller)
        .map(organ -> organ.nameOn(question.period().to()))
        .orElseThrow(Refusal::notFound);
  }

  static OrganLine line(OrganTree tree, Organ organ, Period days) {
    return tree.organLine(organ.code(), days.from(), days.to());
  }

  /**
   * The codes of the organs in the scope, by the hierarchy valid on the period's last day, in their
   * order.
   */
  public static List<String> codes(OrganTree tree, Question question) {
    String organ = question.organ().value();
    return switch (question.scope()) {
      case OWN -> List.of(organ);
      case LEVEL -> tree.level(organ, question.period().to());
      case SUBTREE -> tree.subtree(organ, question.period().to());
    };
  }
}
