package disclosure.report.text.sentence;

import disclosure.report.text.claim.OtherTables;
import disclosure.report.text.claim.Told;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.clause.Context;
import disclosure.report.text.clause.Context.Topic;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.requests.contract.DisputeKind;
import java.util.List;
import java.util.Optional;

/** Reads numbers of table four: 行政复议7件，维持5件. */
public final class DisputeReader {

  private final Context context;

  /** Which kind results that follow are of. */
  private Optional<Sense> kind = Optional.empty();

  /** Whether kinds were told one after the other, so that a result may be of any of them. */
  private boolean several;

  private boolean kindTold;

  /** Whether the sentence tells of disputes on applications: 因政府信息公开引发复议2件、诉讼3件. */
  private boolean named;

  /** Whether the sentence tells what the organ did with disputes of others. */
  private boolean reviewing;

  public DisputeReader(Context context) {
    this.context = context;
  }

  /**
   * At the beginning of a sentence.
   *
   * @param goesOn whether it goes on with parts of what the one before tells: 其中维持5件
   * @param first its first clause
   */
  public void begin(boolean goesOn, Clause first) {
    if (goesOn) {
      return;
    }
    boolean alike =
        first.tokens().stream().limit(1).anyMatch(word -> Reading.isDispute(word.sense()));
    kind = Optional.empty();
    reviewing = false;
    several = false;
    kindTold = false;
    named &= alike;
  }

  public static boolean isTold(Mention mention) {
    return mention.words().stream().anyMatch(word -> Reading.isDispute(word.sense()));
  }

  public List<Told> told(Clause clause, Mention mention) {
    List<Sense> kinds =
        mention.words().stream().map(Token::sense).filter(Reading::isDispute).distinct().toList();
    Optional<Sense> result =
        mention.words().stream().map(Token::sense).filter(Reading::isResult).findFirst();
    boolean sued =
        kinds.contains(Sense.DIRECT_LITIGATION) || kinds.contains(Sense.LITIGATION_AFTER);
    reviewing = !sued && (reviews(clause) || reviewing && !clause.has(Sense.PASSIVE));
    named |= !kinds.isEmpty() && !reviewing && clause.has(Sense.TOPIC, Sense.APPLICATION);
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

  /** Whether it tells what the organ did with disputes of others; 未经复议直接起诉 never does. */
  private boolean reviews(Clause clause) {
    return clause.has(Sense.RECEIVED) && !isAgainst(clause)
        || clause.has(Sense.REVIEWS)
        || clause.hasAny(Reading::isAnswer) && !isCause(clause)
        || context.topic() == Topic.ANOTHER
            && !named
            && !clause.has(Sense.TOPIC, Sense.APPLICATION);
  }

  /** 收到针对我街道信息公开事务的行政复议. */
  private static boolean isAgainst(Clause clause) {
    return clause.has(Sense.OWN)
        && clause.has(Sense.PASSIVE)
        && clause.has(Sense.TOPIC, Sense.APPLICATION);
  }

  /** 政府信息公开答复引起的行政诉讼: the answer is the organ's own. */
  private static boolean isCause(Clause clause) {
    List<Token> tokens = clause.tokens();
    for (int at = 1; at + 1 < tokens.size(); at++) {
      if (Reading.isAnswer(tokens.get(at).sense())) {
        boolean ofApplication =
            tokens.get(at - 1).is(Sense.TOPIC) || tokens.get(at - 1).is(Sense.APPLICATION);
        return ofApplication && tokens.get(at + 1).is(Sense.PASSIVE);
      }
    }
    return false;
  }
}
