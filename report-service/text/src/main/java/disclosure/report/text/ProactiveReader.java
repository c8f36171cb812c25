package disclosure.report.text;

import disclosure.report.text.Clause.Mention;
import java.util.List;
import java.util.Optional;

/** Reads numbers of table two: 制发行政规范性文件6件，废止2件; 作出行政处罚决定8件. */
final class ProactiveReader {

  /** What the sentence tells of. */
  private Optional<Sense> documents = Optional.empty();

  /** At the beginning of a sentence. */
  void begin() {
    documents = Optional.empty();
  }

  List<Told> told(Clause clause, Mention mention) {
    mention.words().stream()
        .map(Token::sense)
        .filter(Reading::isDocument)
        .findFirst()
        .ifPresent(kind -> documents = Optional.of(kind));
    List<Sense> decisions =
        mention.words().stream().map(Token::sense).filter(Reading::isDecision).toList();
    boolean published = mention.quantity().unit().equals("条");
    boolean single = decisions.size() == 1 && !published;
    if (single && !mention.has(Sense.RECEIVED, Sense.HANDLED, Sense.CONCLUDED)) {
      return isDecided(clause, mention) || decisions.contains(Sense.COERCION)
          ? List.of(Told.proactive(OtherTables.decision(decisions.get(0))))
          : List.of();
    }
    return documents.map(kind -> document(kind, mention)).orElse(List.of());
  }

  private static boolean isDecided(Clause clause, Mention mention) {
    return mention.has(Sense.DECIDED)
        || clause.hasAny(Reading::isDecision) && clause.has(Sense.DECIDED);
  }

  private static List<Told> document(Sense kind, Mention mention) {
    List<Sense> what =
        mention.words().stream()
            .map(Token::sense)
            .filter(
                sense ->
                    sense == Sense.ISSUED || sense == Sense.REPEALED || sense == Sense.IN_FORCE)
            .distinct()
            .toList();
    boolean goesOn =
        !mention.hasBefore(Sense.IN_FORCE)
            && mention.hasAfter(Sense.IN_FORCE)
            && mention.hasAfter(Sense.UNKNOWN);
    return what.size() == 1 && !goesOn
        ? List.of(Told.proactive(OtherTables.document(kind == Sense.REGULATION, what.get(0))))
        : List.of();
  }
}
