package disclosure.report.text;

import disclosure.report.text.Clause.Mention;
import disclosure.report.text.Context.Topic;
import disclosure.requests.contract.DisputeKind;
import java.util.List;
import java.util.Optional;

/** Reads numbers of table four: 行政复议7件，维持5件. */
final class DisputeReader {

  private final Context context;

  /** Which kind results that follow are of. */
  private Optional<Sense> kind = Optional.empty();

  /** Whether kinds were told one after the other, so that a result may be of any of them. */
  private boolean several;

  private boolean kindTold;

  /** Whether the sentence tells what the organ did with disputes of others. */
  private boolean reviewing;

  DisputeReader(Context context) {
    this.context = context;
  }

  /** At the beginning of a sentence. */
  void begin() {
    kind = Optional.empty();
    reviewing = false;
    several = false;
    kindTold = false;
  }

  static boolean isTold(Mention mention) {
    return mention.words().stream().anyMatch(word -> Reading.isDispute(word.sense()));
  }

  List<Told> told(Clause clause, Mention mention) {
    List<Sense> kinds =
        mention.words().stream().map(Token::sense).filter(Reading::isDispute).distinct().toList();
    Optional<Sense> result =
        mention.words().stream().map(Token::sense).filter(Reading::isResult).findFirst();
    boolean reviews =
        clause.has(Sense.RECEIVED, Sense.REVIEWS)
            || clause.hasAny(Reading::isAnswer)
            || context.topic() == Topic.ANOTHER && !clause.has(Sense.TOPIC, Sense.APPLICATION);
    reviewing = reviews || reviewing && !clause.has(Sense.PASSIVE);
    if (!kinds.isEmpty()) {
      kind = reviewing ? Optional.empty() : Optional.of(kinds.get(0));
    }
    if (kind.isEmpty() || reviewing) {
      return List.of();
    }
    if (kinds.isEmpty()) {
      kindTold = false;
    } else {
      several = kindTold || kinds.size() > 1;
      kindTold = result.isEmpty();
    }
    if (kinds.size() > 1
        && kinds.contains(Sense.LITIGATION)
        && kinds.contains(Sense.RECONSIDERATION)) {
      return List.of(
          Told.disputes("行政复议”和“行政诉讼", OtherTables.column(result), DisputeKind.values()));
    }
    if (kinds.isEmpty() && (result.isEmpty() || several)) {
      return List.of();
    }
    return OtherTables.disputes(kind.get(), OtherTables.column(result));
  }
}
