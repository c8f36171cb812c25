package disclosure.statistics.matrix;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.OrganChange;
import disclosure.statistics.contract.OrganChange.Kind;
import disclosure.statistics.contract.Period;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What became of the counted organs during a period, for those who compare periods. */
final class OrganChanges {

  private final OrganTree tree;
  private final Question question;
  private final List<OrganChange> found = new ArrayList<>();

  private OrganChanges(OrganTree tree, Question question) {
    this.tree = tree;
    this.question = question;
  }

  /** In the order of the days. */
  static List<OrganChange> of(OrganTree tree, Question question) {
    OrganChanges changes = new OrganChanges(tree, question);
    tree.dated().forEach(changes::look);
    changes.found.sort(
        Comparator.comparing(OrganChange::on).thenComparing(change -> change.organCode().value()));
    return changes.found;
  }

  private void look(Organ organ) {
    organ
        .validFrom()
        .filter(first -> isWithin(first) && isCounted(organ, first))
        .ifPresent(first -> add(organ, Kind.ESTABLISHED, first));
    organ.formerly().forEach(term -> lookAtChange(organ, term.until().plusDays(1)));
    organ
        .validTo()
        .filter(last -> isWithin(last.plusDays(1)) && isCounted(organ, last))
        .ifPresent(
            last ->
                add(
                    organ,
                    organ.successor().isPresent() ? Kind.MERGED : Kind.ABOLISHED,
                    last.plusDays(1)));
  }

  private void lookAtChange(Organ organ, LocalDate day) {
    if (!isWithin(day)) {
      return;
    }
    boolean before = isCounted(organ, day.minusDays(1));
    boolean after = isCounted(organ, day);
    if (before || after) {
      add(organ, !before ? Kind.MOVED_IN : !after ? Kind.MOVED_OUT : Kind.CHANGED, day);
    }
  }

  private void add(Organ organ, Kind kind, LocalDate day) {
    String name = organ.nameOn(day);
    found.add(
        new OrganChange(
            new OrganCode(organ.code()),
            name,
            kind,
            day,
            Optional.of(organ.nameOn(day.minusDays(1))).filter(former -> !former.equals(name)),
            kind == Kind.MERGED ? organ.successor().map(OrganCode::new) : Optional.empty()));
  }

  private boolean isWithin(LocalDate day) {
    Period period = question.period();
    return !day.isBefore(period.from()) && !day.isAfter(period.to());
  }

  private boolean isCounted(Organ organ, LocalDate day) {
    String root = question.organ().value();
    if (!organ.isValidOn(day)) {
      return false;
    }
    return switch (question.scope()) {
      case OWN -> organ.code().equals(root);
      case LEVEL -> tree.level(root, day).contains(organ.code());
      case SUBTREE -> tree.line(organ.code(), day).contains(root);
    };
  }
}
