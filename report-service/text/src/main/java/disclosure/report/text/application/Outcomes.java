package disclosure.report.text.application;

import disclosure.report.text.claim.Told;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What became of applications: the rows that a number may be of. */
final class Outcomes {

  private final NormalText text;

  /** Reasons that the sentence told by themselves. */
  private final Set<Sense> reasonsTold = EnumSet.noneOf(Sense.class);

  /** Outcomes that the number before counts, too. */
  private List<Sense> included = List.of();

  Outcomes(NormalText text) {
    this.text = text;
  }

  void begin() {
    reasonsTold.clear();
  }

  /** 予以公开38件（含部分公开7件）: the next clause tells what the number before counts, too. */
  void include(Optional<Clause> next) {
    included =
        next.filter(clause -> clause.has(Sense.INCLUDED))
            .filter(clause -> clause.opening() == Sense.OPENING || clause.opening() == Sense.COMMA)
            .map(clause -> of(clause.tokens()))
            .orElse(List.of());
  }

  /** Where a reason stands beside 不予公开 and the like, the reason's own row is told. */
  static List<Sense> of(List<Token> words) {
    List<Sense> all = words.stream().map(Token::sense).filter(Sense::isOutcome).distinct().toList();
    List<Sense> reasons = all.stream().filter(sense -> !sense.isCategory()).toList();
    return reasons.isEmpty() ? all : reasons;
  }

  /** What a number of these outcomes may be, in all columns or in some. */
  Function<List<ApplicantType>, List<Told>> told(List<Sense> outcomes) {
    List<Sense> more = new ArrayList<>(outcomes);
    included.stream()
        .filter(each -> outcomes.stream().noneMatch(of -> of.rows().containsAll(each.rows())))
        .forEach(more::add);
    List<FormRow> others = others(outcomes);
    outcomes.stream().filter(each -> !each.isCategory()).forEach(reasonsTold::add);
    if (!others.isEmpty()) {
      return columns ->
          List.of(
              Told.outcomes(outcomes, columns),
              Told.rows(others.get(0).label(), others, columns),
              Told.row(others.get(others.size() - 1), columns));
    }
    return more.size() == outcomes.size()
        ? columns -> List.of(Told.outcomes(outcomes, columns))
        : columns -> List.of(Told.outcomes(more, columns), Told.outcomes(outcomes, columns));
  }

  /** 逾期未补正2件，其他处理5件: what the category has beside the reasons told before; maybe none. */
  private List<FormRow> others(List<Sense> outcomes) {
    if (outcomes.size() != 1 || !outcomes.get(0).isCategory()) {
      return List.of();
    }
    List<FormRow> rows = new ArrayList<>(outcomes.get(0).rows());
    boolean told =
        reasonsTold.stream().map(each -> rows.removeAll(each.rows())).anyMatch(any -> any);
    return told ? rows : List.of();
  }

  /** 因不掌握等原因无法提供21件 names a reason as an example of what it counts, or the one there is. */
  List<Told> withCategory(
      List<Token> words, List<Sense> outcomes, List<ApplicantType> columns, List<Told> told) {
    List<Sense> categories =
        words.stream().map(Token::sense).filter(Sense::isCategory).distinct().toList();
    if (told.isEmpty() || categories.isEmpty() || outcomes.stream().anyMatch(Sense::isCategory)) {
      return told;
    }
    List<Told> either = new ArrayList<>(told);
    boolean example = words.stream().anyMatch(this::isAndOthers);
    either.add(example ? 0 : either.size(), Told.outcomes(categories, columns));
    return List.copyOf(either);
  }

  private boolean isAndOthers(Token word) {
    return word.is(Sense.FILLER) && text.at(word.start()) == '等';
  }
}
