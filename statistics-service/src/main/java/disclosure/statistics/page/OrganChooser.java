package disclosure.statistics.page;

import disclosure.edge.CallerScope;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.matrix.LiveMatrices;
import disclosure.statistics.matrix.LiveMatrices.Hierarchy;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganSearch;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The organs among which a person chooses: those that he acts for, and no other. */
@ApplicationScoped
class OrganChooser {

  private static final int MAX_SHOWN = 50;

  private final LiveMatrices matrices;

  OrganChooser(LiveMatrices matrices) {
    this.matrices = matrices;
  }

  /** Those that are looked for; without a word, those at the top. */
  Choice.Links organs(Choice choice, CallerScope caller, LocalDate today) {
    Hierarchy now = matrices.now();
    OrganTree tree = now.tree();
    List<Organ> found =
        choice
            .find()
            .map(words -> OrganSearch.find(tree, words, today))
            .orElseGet(() -> atTop(tree, caller))
            .stream()
            .filter(organ -> isReadable(now, organ.code(), caller))
            .toList();
    return new Choice.Links(
        found.stream().limit(MAX_SHOWN).map(organ -> choice.link(organ, today)).toList(),
        found.size());
  }

  /** The only organ that the person's rights name, when there is such an organ. */
  Optional<OrganCode> only(CallerScope caller) {
    if (caller.everywhere() || caller.roots().size() != 1) {
      return Optional.empty();
    }
    OrganCode one = caller.roots().iterator().next();
    return isReadable(matrices.now(), one.value(), caller) ? Optional.of(one) : Optional.empty();
  }

  /** What the chosen organ is, when there is such an organ and the person acts for it. */
  Optional<OrganKind> kind(Choice choice, CallerScope caller, LocalDate today) {
    Hierarchy now = matrices.now();
    OrganTree tree = now.tree();
    return choice
        .organ()
        .filter(code -> isReadable(now, code, caller))
        .flatMap(tree::find)
        .map(organ -> organ.kindOn(today));
  }

  private static List<Organ> atTop(OrganTree tree, CallerScope caller) {
    return tree.organs().stream().filter(organ -> isAtTop(tree, organ, caller)).toList();
  }

  private static boolean isAtTop(OrganTree tree, Organ organ, CallerScope caller) {
    return caller.everywhere()
        ? tree.line(organ.code()).stream().skip(1).allMatch(above -> tree.find(above).isEmpty())
        : caller.roots().contains(new OrganCode(organ.code()));
  }

  private static boolean isReadable(Hierarchy now, String code, CallerScope caller) {
    return OrganCode.isValid(code)
        && Organs.visible(now.tree(), new OrganCode(code), new Viewer(caller, now.today()))
            .isPresent();
  }
}
