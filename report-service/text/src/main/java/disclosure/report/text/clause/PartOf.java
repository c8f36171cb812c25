package disclosure.report.text.clause;

import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import java.util.List;

/** Which numbers of a sentence are parts of the one before: 收到12件，其中10件已办结. */
public final class PartOf {

  private final NormalText text;

  /** Whether the next number is a part of the one before. */
  private boolean introduced;

  /** Whether the clause before ends with 中. */
  private boolean within;

  /** Whether the number that is read is a part. */
  private boolean part;

  /** How many brackets the parts stand in. */
  private int depth;

  /** How many brackets the clause before stands in. */
  private int before;

  /** Whether it is the first of the parts. */
  private boolean first;

  public PartOf(NormalText text) {
    this.text = text;
  }

  /** At the beginning of a sentence. */
  public void begin() {
    part = false;
  }

  public void enter(Clause clause, List<Mention> mentions) {
    if (clause.depth() < depth) {
      part = false;
    }
    introduced &= clause.depth() >= before;
    before = clause.depth();
    depth = part || clause.opening() == Sense.OPENING ? depth : 0;
    introduced |=
        clause.opening() == Sense.OPENING
            || clause.has(Sense.OF_THESE) && mentions.isEmpty()
            || within;
    within =
        !clause.tokens().isEmpty() && isWithin(clause.tokens().get(clause.tokens().size() - 1));
  }

  public void enter(Clause clause, Mention mention) {
    first =
        introduced
            || mention.hasBefore(Sense.OF_THESE, Sense.REST)
            || mention.before().stream().limit(1).anyMatch(this::isWithin);
    part = first || part && isStep(mention) && !isAnew(clause, mention);
    if (first) {
      depth = clause.depth();
    }
    introduced = false;
  }

  public boolean isFirst() {
    return first;
  }

  public boolean isPart() {
    return part;
  }

  /** 申请中，… tells parts of them. */
  private boolean isWithin(Token word) {
    return text.written(word).equals("中");
  }

  private static boolean isStep(Mention mention) {
    return mention.has(Sense.CARRIED, Sense.PENDING, Sense.CONCLUDED);
  }

  /** 收到86件（含上年结转6件）；本年办结88件 tells no part of what was received. */
  private static boolean isAnew(Clause clause, Mention mention) {
    return clause.opening() == Sense.SEMICOLON && mention.hasBefore(Sense.THIS_YEAR, Sense.SAID);
  }
}
