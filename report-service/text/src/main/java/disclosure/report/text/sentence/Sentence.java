package disclosure.report.text.sentence;

import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.word.Sense;
import java.util.List;
import java.util.Set;

/**
 * What stands between two full stops.
 *
 * @param clauses at least one
 */
record Sentence(List<Clause> clauses) {

  /** What may stand before the words that say what a clause is about. */
  private static final Set<Sense> LEADING =
      Set.of(
          Sense.FILLER,
          Sense.OWN,
          Sense.YEAR,
          Sense.THIS_YEAR,
          Sense.DAY,
          Sense.REGION,
          Sense.INCLUDED,
          Sense.OF_THESE);

  /** The sentence that begins with a clause of a paragraph. */
  static Sentence at(List<Clause> paragraph, int from) {
    int to = from + 1;
    while (to < paragraph.size() && paragraph.get(to).opening() != Sense.FULL_STOP) {
      to++;
    }
    return new Sentence(paragraph.subList(from, to));
  }

  /** 其中 goes on with the sentence before. */
  boolean goesOn() {
    return clauses.get(0).tokens().stream().limit(1).allMatch(word -> word.is(Sense.OF_THESE));
  }

  /** Whether it counts one thing. */
  boolean countsOnce() {
    return clauses.stream()
            .flatMap(clause -> clause.tokens().stream())
            .filter(word -> word.is(Sense.QUANTITY) && word.quantity().orElseThrow().countsItems())
            .count()
        == 1;
  }

  /** Whether it begins with another matter. */
  boolean leadsElsewhere() {
    return clauses.get(0).leadsElsewhere();
  }

  /** Whether it tells of nothing but what came in and became of it. */
  boolean tellsFlow() {
    return clauses.stream()
            .anyMatch(
                clause ->
                    clause.has(Sense.RECEIVED, Sense.CARRIED)
                        || clause.hasAny(sense -> sense.isOutcome() || sense.isColumn()))
        && clauses.stream()
            .noneMatch(
                clause ->
                    clause.has(Sense.REVIEWS)
                        || clause.hasAny(Reading::isForeign)
                        || isOfUnknown(clause));
  }

  /** 欠薪线索上年结转2件 names something that isn't known before it counts. */
  private static boolean isOfUnknown(Clause clause) {
    return clause.leadsElsewhere()
        || clause.has(Sense.QUANTITY)
            && clause.tokens().stream()
                .filter(word -> !LEADING.contains(word.sense()))
                .findFirst()
                .filter(word -> word.is(Sense.UNKNOWN))
                .isPresent();
  }
}
