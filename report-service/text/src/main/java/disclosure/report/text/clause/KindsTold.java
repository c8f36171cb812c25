package disclosure.report.text.clause;

import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import java.util.List;
import java.util.Set;

/** Whether clauses tell kinds of the applications before them, and no other business. */
final class KindsTold {

  /** 其中属于信访类3件 says of what kind the applications are. */
  private static final String OF_KIND = "属于";

  private static final Set<String> ALREADY = Set.of("已", "已经");

  private static final String ACTIVELY = "主动公开";
  private static final Set<String> AS_KIND = Set.of("的", "类");

  private final NormalText text;

  /** Whether the sentence tells parts of what was told before. */
  private boolean inParts;

  /** Whether the clause before names a kind of the applications told: 属于信访类3件. */
  private boolean kindBefore;

  /** Whether it is 其中 by itself. */
  private boolean partsFollow;

  /** Whether the sentence told such a kind, of which a rate may be. */
  private boolean told;

  KindsTold(NormalText text) {
    this.text = text;
  }

  boolean isTold() {
    return told;
  }

  boolean areParts() {
    return inParts;
  }

  /**
   * Whether the clause names such a kind.
   *
   * @param counted whether applications were counted before it
   */
  boolean enter(Clause clause, boolean counted) {
    inParts &= clause.opening() != Sense.FULL_STOP;
    inParts |= clause.has(Sense.OF_THESE);
    boolean is = counted && isKind(clause);
    told = is || told && clause.opening() != Sense.FULL_STOP;
    kindBefore = is;
    partsFollow = clause.has(Sense.OF_THESE) && !clause.has(Sense.QUANTITY);
    return is;
  }

  /** 其中属于信访类的3件 and 已主动公开的30件 are kinds of the applications before. */
  private boolean isKind(Clause clause) {
    return inParts
        && !clause.has(Sense.MEDIA, Sense.RECEIVED)
        && !clause.hasAny(Reading::isAnswer)
        && namesKind(clause);
  }

  /** 属于信访类, 已主动公开 and, in their list, 投诉的; 群众留言20件 is another business. */
  private boolean namesKind(Clause clause) {
    List<Token> tokens = clause.tokens();
    for (int at = 0; at < tokens.size(); at++) {
      if (Reading.isForeign(tokens.get(at).sense())) {
        List<Token> before = tokens.subList(0, at);
        boolean said = before.stream().anyMatch(word -> text.written(word).endsWith(OF_KIND));
        boolean introduced = partsFollow || Clause.anyOf(before, Sense.OF_THESE);
        boolean already =
            at > 0
                && ALREADY.contains(text.written(tokens.get(at - 1)))
                && text.written(tokens.get(at)).equals(ACTIVELY);
        boolean goesOn = kindBefore && endsAsKind(tokens);
        return said || clause.opening() != Sense.SEMICOLON && (introduced || already || goesOn);
      }
    }
    return false;
  }

  private boolean endsAsKind(List<Token> tokens) {
    List<Token> named = tokens.stream().takeWhile(word -> !word.is(Sense.QUANTITY)).toList();
    return !named.isEmpty() && AS_KIND.contains(text.written(named.get(named.size() - 1)));
  }
}
