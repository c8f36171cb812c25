package disclosure.report.text.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words that mean something only beside others: 转至2026年, 群众向我局提出的申请. */
public final class Phrases {

  private static final Set<String> APPLICANTS =
      Set.of("群众", "公民", "居民", "村民", "市民", "企业", "公众", "社会公众", "申请人");
  private static final Set<String> BY = Set.of("按照", "依照", "根据", "依据", "遵照");
  private static final String RECEIVED = "收";
  private static final Set<String> HANDED_IN = Set.of("提出", "提出的", "提交", "提交的");

  private final List<Token> tokens;
  private final NormalText text;

  private Phrases(List<Token> tokens, NormalText text) {
    this.tokens = tokens;
    this.text = text;
  }

  /** The words of a text as those beside them make them mean. */
  public static List<Token> read(List<Token> tokens, NormalText text) {
    return new Phrases(tokens, text).read();
  }

  private List<Token> read() {
    List<Token> read = new ArrayList<>(tokens.size());
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.is(Sense.MOVED_TO)) {
        boolean year = is(at + 1, Sense.YEAR) || is(at + 1, Sense.NEXT_YEAR);
        read.add(as(year ? Sense.CARRIED : Sense.UNKNOWN, token));
      } else if (isApplicant(at) || isByRule(at)) {
        read.add(as(Sense.FILLER, token));
      } else if (token.is(Sense.UNKNOWN)
          && words(at).equals(RECEIVED)
          && is(at + 1, Sense.APPLICATION)) {
        read.add(as(Sense.RECEIVED, token));
      } else if (beginsAnew(at)) {
        read.add(Token.word(Sense.COMMA, token.start(), token.start()));
        read.add(token);
      } else {
        read.add(token);
      }
    }
    return read;
  }

  /** 按照《条例》 says by what rule, not what is counted. */
  private boolean isByRule(int at) {
    return is(at, Sense.UNKNOWN) && BY.contains(words(at)) && words(at + 1).startsWith("《");
  }

  /** Who hands in to the organ itself is anybody; 公民提交的 may be some of them. */
  private boolean isApplicant(int at) {
    return APPLICANTS.contains(words(at))
        && words(at + 1).equals("向")
        && is(at + 2, Sense.OWN)
        && HANDED_IN.contains(words(at + 3));
  }

  /** 做好依申请公开工作2025年共收到… lacks a stop before the year. */
  private boolean beginsAnew(int at) {
    if (!is(at, Sense.YEAR) || at == 0) {
      return false;
    }
    boolean answer = is(at - 1, Sense.CONCLUDED);
    boolean words =
        is(at - 1, Sense.UNKNOWN) || is(at - 1, Sense.APPLICATION) || is(at - 1, Sense.FOREIGN);
    boolean tells = is(at + 1, Sense.SAID) || is(at + 1, Sense.OWN) || is(at + 1, Sense.THIS_YEAR);
    return words && tells || answer && words(at + 1).equals("因");
  }

  private boolean is(int at, Sense sense) {
    return at < tokens.size() && tokens.get(at).is(sense);
  }

  private String words(int at) {
    return at < tokens.size()
        ? text.text().substring(tokens.get(at).start(), tokens.get(at).end())
        : "";
  }

  private static Token as(Sense sense, Token token) {
    return Token.word(sense, token.start(), token.end());
  }
}
