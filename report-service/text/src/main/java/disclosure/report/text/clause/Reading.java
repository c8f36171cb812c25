package disclosure.report.text.clause;

import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import java.util.List;

/** What the senses of words mean for one another. */
public final class Reading {

  private static final int COMPARISON = 2;

  private Reading() {}

  /** Whether the number is one that others are compared with. */
  public static boolean isCompared(Mention mention) {
    return mention.hasBefore(Sense.COMPARED)
        || mention.after().stream()
            .takeWhile(word -> !word.is(Sense.UNKNOWN))
            .anyMatch(Reading::isComparison);
  }

  /** 相比 after a number makes it the one that is compared with; 较 begins another number. */
  private static boolean isComparison(Token word) {
    return word.end() - word.start() == COMPARISON && word.is(Sense.COMPARED);
  }

  /** Whether words stand by that the lexicon doesn't have, so that it may count anything. */
  public static boolean isUnclear(Mention mention) {
    boolean before = mention.before().stream().anyMatch(Reading::isOfOthers);
    boolean told = mention.before().stream().anyMatch(word -> tells(word.sense()));
    return before || !told && untilTold(mention.after()).stream().anyMatch(Reading::isOfOthers);
  }

  /** 予以公开20件批文 and 0.5万元/户 name what is counted right after the number. */
  public static boolean isOfThing(Clause clause, Mention mention) {
    return clause.at(mention.number().end()).filter(Reading::isOfOthers).isPresent();
  }

  /** Whether it may be of something that the tables don't count. */
  public static boolean isOfOthers(Token word) {
    return word.is(Sense.UNKNOWN)
        || isForeign(word.sense())
        || word.is(Sense.REVIEWS)
        || word.is(Sense.RECOUNTED);
  }

  private static List<Token> untilTold(List<Token> after) {
    int last = -1;
    for (int at = 0; at < after.size(); at++) {
      if (tells(after.get(at).sense())) {
        last = at;
      }
    }
    return after.subList(0, last + 1);
  }

  /** Whether the word alone can say what a quantity counts. */
  public static boolean tells(Sense sense) {
    return sense.isOutcome()
        || sense.isColumn()
        || isDispute(sense)
        || isDocument(sense)
        || isFee(sense)
        || switch (sense) {
          case RECEIVED,
              HANDLED,
              CONCLUDED,
              ANSWERED_OPENLY,
              CARRIED,
              PENDING,
              COMPARED,
              SHARE,
              RATE,
              CHARGES,
              UPHELD,
              CORRECTED,
              OTHER_RESULT,
              UNDECIDED,
              ISSUED,
              REPEALED,
              IN_FORCE,
              LICENCES,
              PENALTIES,
              COERCION,
              CHANNEL,
              REST ->
              true;
          default -> false;
        };
  }

  /** Whether it names something else than applications for information. */
  public static boolean isForeign(Sense sense) {
    return sense == Sense.FOREIGN || sense == Sense.MEDIA;
  }

  /** Whether it says that an application was answered or dealt with. */
  public static boolean isAnswer(Sense sense) {
    return sense == Sense.CONCLUDED || sense == Sense.HANDLED || sense == Sense.ANSWERED_OPENLY;
  }

  /** 办结 ends an application; 答复 and 办理 may leave it open; 办结件 are those that are ended. */
  public static boolean isConclusion(NormalText text, Token word) {
    String written = text.written(word);
    return word.is(Sense.CONCLUDED)
        && !written.endsWith("件")
        && (written.contains("办结") || written.contains("办理完"));
  }

  public static boolean isDispute(Sense sense) {
    return sense == Sense.RECONSIDERATION
        || sense == Sense.LITIGATION
        || sense == Sense.DIRECT_LITIGATION
        || sense == Sense.LITIGATION_AFTER;
  }

  public static boolean isDocument(Sense sense) {
    return sense == Sense.REGULATION || sense == Sense.NORMATIVE;
  }

  public static boolean isFee(Sense sense) {
    return sense == Sense.FEE
        || sense == Sense.FEE_NOTICE
        || sense == Sense.FEE_TOTAL
        || sense == Sense.FEE_PAID;
  }

  public static boolean isResult(Sense sense) {
    return sense == Sense.UPHELD
        || sense == Sense.CORRECTED
        || sense == Sense.OTHER_RESULT
        || sense == Sense.UNDECIDED;
  }

  public static boolean isDecision(Sense sense) {
    return sense == Sense.LICENCES || sense == Sense.PENALTIES || sense == Sense.COERCION;
  }
}
