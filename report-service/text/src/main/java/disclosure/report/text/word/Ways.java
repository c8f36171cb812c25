package disclosure.report.text.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** 通过网络、信函等方式共收到12件 says by which ways all of them came; 网络9件，信函3件 counts those of each. */
public final class Ways {

  private static final Set<String> AND_OTHERS = Set.of("等", "等多种", "等各种");
  private static final Set<String> VARIOUS = Set.of("多种", "各种");
  private static final Set<String> WAYS = Set.of("方式", "形式", "途径", "渠道");

  /** Ways among others. */
  private static final Set<String> ALSO_WAYS = Set.of("邮件", "邮箱", "电话", "平台", "来访", "来信");

  private static final String SUBMITTED = "提交";

  private final List<Token> tokens;
  private final NormalText text;

  private Ways(List<Token> tokens, NormalText text) {
    this.tokens = tokens;
    this.text = text;
  }

  /** The words of a text, without the meaning of those that name the ways of all. */
  public static List<Token> ofAll(List<Token> tokens, NormalText text) {
    return new Ways(tokens, text).read();
  }

  private List<Token> read() {
    List<Token> read = new ArrayList<>(tokens);
    int at = 0;
    while (at < tokens.size()) {
      int end = listEnd(at);
      if (end > at && saysHow(end) && isOfAll(at, end)) {
        for (int way = at; way < end; way++) {
          if (isWay(tokens.get(way))) {
            read.set(way, Token.word(Sense.FILLER, tokens.get(way).start(), tokens.get(way).end()));
          }
        }
      }
      at = Math.max(end, at) + 1;
    }
    return read;
  }

  /** Where a list of two ways and more ends; where it begins when there is none. */
  private int listEnd(int from) {
    int end = from;
    int ways = 0;
    boolean channel = false;
    while (end < tokens.size() && (isWay(tokens.get(end)) || ways > 0 && isBetween(end))) {
      ways += isWay(tokens.get(end)) ? 1 : 0;
      channel |= tokens.get(end).is(Sense.CHANNEL);
      end++;
    }
    return ways > 1 && channel ? end : from;
  }

  private boolean isWay(Token token) {
    return token.is(Sense.CHANNEL)
        || token.is(Sense.MEDIA)
        || ALSO_WAYS.contains(text.written(token));
  }

  private boolean isBetween(int at) {
    Token token = tokens.get(at);
    return token.is(Sense.PAUSE) || token.is(Sense.AND) || words(at).equals(SUBMITTED);
  }

  private boolean saysHow(int at) {
    int way = VARIOUS.contains(words(at + 1)) ? at + 2 : at + 1;
    return AND_OTHERS.contains(words(at)) && WAYS.contains(words(way));
  }

  private String words(int at) {
    return at < tokens.size()
        ? text.text().substring(tokens.get(at).start(), tokens.get(at).end())
        : "";
  }

  /** Whether the sentence tells what was received, and no way beside these before its parts. */
  private boolean isOfAll(int from, int to) {
    int begin = from;
    while (begin > 0 && !tokens.get(begin - 1).is(Sense.FULL_STOP)) {
      begin--;
    }
    boolean received = false;
    boolean parts = false;
    for (int at = begin; at < tokens.size() && !tokens.get(at).is(Sense.FULL_STOP); at++) {
      Token token = tokens.get(at);
      boolean handled = token.is(Sense.HANDLED) && at < from;
      received |= token.is(Sense.RECEIVED) || handled && isApplication(to);
      parts |= at > to && (token.is(Sense.OF_THESE) || token.is(Sense.OPENING));
      if (!parts && token.is(Sense.CHANNEL) && (at < from || at >= to)) {
        return false;
      }
    }
    return received;
  }

  /** 办理通过网络、邮寄等途径依申请公开信息20件: an application stands after the ways. */
  private boolean isApplication(int from) {
    int at = from;
    while (at < tokens.size() && !tokens.get(at).sense().isStop()) {
      if (tokens.get(at).is(Sense.APPLICATION)) {
        return true;
      }
      at++;
    }
    return false;
  }
}
