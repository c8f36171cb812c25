package disclosure.report.text.word;

import java.util.List;
import java.util.Set;

/**
 * Words that say how something was done or what all of it is about, and nothing of what is counted.
 */
final class Manners {

  private static final List<String> ACCORDING =
      List.of("按", "按照", "依照", "依据", "根据", "遵照", "遵循", "参照", "对照");

  /** What may stand in the name of a rule of disclosure itself. */
  private static final Set<Sense> NEUTRAL =
      Set.of(
          Sense.FILLER,
          Sense.OWN,
          Sense.TOPIC,
          Sense.APPLICATION,
          Sense.IN_TIME,
          Sense.PAUSE,
          Sense.AND);

  private static final List<String> RULES =
      List.of("要求", "规定", "程序", "流程", "时限", "期限", "职责", "职能范围", "原则", "制度", "规范", "标准", "办法");

  /** How many words name a rule at most. */
  private static final int LONGEST_RULE = 12;

  private static final String TOUCHING = "涉及";
  private static final String AND_OTHERS = "等";

  private final List<Token> tokens;
  private final NormalText text;

  Manners(List<Token> tokens, NormalText text) {
    this.tokens = tokens;
    this.text = text;
  }

  /**
   * 按照依申请公开工作流程 says by what it was done, and not what is counted: up to where it ends. A rule of
   * another business may select some of what is counted after it.
   */
  int byWhat(int at) {
    if (ACCORDING.stream().noneMatch(words(at)::endsWith)) {
      return at;
    }
    int rule = at;
    boolean others = false;
    int to = at + 1;
    while (to < tokens.size() && to <= at + LONGEST_RULE && !bounds(to)) {
      if (RULES.stream().anyMatch(words(to)::endsWith)) {
        rule = to;
        break;
      }
      others |= !NEUTRAL.contains(tokens.get(to).sense());
      to++;
    }
    boolean known = !others && (RULES.contains(words(rule)) || is(rule, Sense.FILLER));
    return rule > at && (known || !countsFrom(rule)) ? rule : at;
  }

  /**
   * 共收到涉及征地、规划等领域的申请16件 says what all are about, where nothing was received before; 涉及征地的 selects
   * some.
   */
  int ofAll(int at, int from) {
    boolean all =
        words(at).equals(TOUCHING)
            && at > from + 1
            && is(at - 1, Sense.RECEIVED)
            && is(at - 2, Sense.SAID)
            && tokens.subList(0, at - 1).stream().noneMatch(word -> word.is(Sense.RECEIVED));
    int to = at;
    boolean others = false;
    while (all && to < tokens.size() && !is(to, Sense.APPLICATION)) {
      if (bounds(to)) {
        return at;
      }
      others |= words(to).startsWith(AND_OTHERS);
      to++;
    }
    return others && to < tokens.size() && words(to - 1).equals("的") ? to : at;
  }

  private boolean bounds(int at) {
    return tokens.get(at).sense().isStop() && !is(at, Sense.PAUSE) || is(at, Sense.QUANTITY);
  }

  /** Whether the clause counts something from there on; what goes on for long may. */
  private boolean countsFrom(int at) {
    int to = at;
    while (to < tokens.size() && !tokens.get(to).sense().isStop()) {
      if (is(to, Sense.QUANTITY) || to > at + LONGEST_RULE) {
        return true;
      }
      to++;
    }
    return false;
  }

  private boolean is(int at, Sense sense) {
    return at >= 0 && at < tokens.size() && tokens.get(at).is(sense);
  }

  private String words(int at) {
    return at < tokens.size() ? text.written(tokens.get(at)) : "";
  }
}
