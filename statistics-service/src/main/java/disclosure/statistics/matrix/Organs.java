package disclosure.statistics.matrix;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.security.CallerScope;
import java.util.List;
import java.util.Optional;

/** Which organs a question is about, and who may ask it. */
public final class Organs {

  private Organs() {}

  /** The organ, when there is such an organ and the caller acts for it or did at some time. */
  public static Optional<Organ> visible(OrganTree tree, OrganCode organ, CallerScope caller) {
    return tree.find(organ.value())
        .filter(found -> caller.isWithin(tree.everAtOrAbove(found.code())));
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
