package disclosure.report.text.sentence;

import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import java.util.Optional;
import java.util.Set;

/** Whether it is known what numbers count, and whether others are the parts of such a one. */
final class Unclear {

  private static final Set<String> EXCLUDING = Set.of("不含", "不包", "不计", "剔除", "扣除", "未含", "未计");

  private final NormalText text;

  /** Whether it isn't known what the number before counts. */
  private boolean unclear;

  /** Whether the numbers are parts of such a one. */
  private boolean part;

  /** Whether those before the brackets were. */
  private boolean outside;

  /** Whether the next clause says what the number before it doesn't count. */
  private boolean excluding;

  Unclear(NormalText text) {
    this.text = text;
  }

  /** At the beginning of a sentence. */
  void begin() {
    part = false;
    outside = false;
  }

  void enterBracket() {
    outside = part;
  }

  void leaveBracket() {
    part = outside;
  }

  /** 办结10件（不含上年结转1件）. */
  void exclude(Optional<Clause> next) {
    excluding = next.filter(this::excludes).isPresent();
  }

  private boolean excludes(Clause clause) {
    return clause.opening() == Sense.OPENING
        && clause.tokens().stream()
            .limit(1)
            .anyMatch(word -> EXCLUDING.stream().anyMatch(one -> text.hasAt(one, word.start())));
  }

  /**
   * Takes over what a number counts.
   *
   * @param first whether it is the first part of the number before
   */
  void enter(Clause clause, Mention mention, boolean first) {
    boolean anew =
        mention.has(Sense.RECEIVED)
            || clause.opening() == Sense.SEMICOLON
                && mention.hasBefore(Sense.NORMATIVE, Sense.REGULATION, Sense.APPLICATION);
    boolean before = first ? unclear : part && !anew;
    unclear = isUnclear(clause, mention);
    part = before || unclear && mention.has(Sense.APPLICATION, Sense.SOME_APPLICATION);
  }

  private boolean isUnclear(Clause clause, Mention mention) {
    boolean named =
        mention.hasBefore(Sense.APPLICATION, Sense.SOME_APPLICATION)
            || DisputeReader.isTold(mention);
    return Reading.isUnclear(mention)
        || !named && Reading.isOfThing(clause, mention)
        || excluding && mention.has(Sense.CONCLUDED, Sense.HANDLED);
  }

  boolean is() {
    return unclear;
  }

  /** Whether the number is the part of one of which it isn't known what it counts. */
  boolean isPart() {
    return part;
  }

  void partsFollow(boolean follow) {
    part = follow;
  }
}
