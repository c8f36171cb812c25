package disclosure.report.text.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words that mean something only beside others: 转至2026年, 群众向我局提出的申请. */
public final class Phrases {

  private static final Set<String> APPLICANTS =
      Set.of("群众", "公民", "居民", "村民", "市民", "企业", "公众", "社会公众", "申请人");

  /** Those that are anybody, and no kind of applicants. */
  private static final Set<String> ANYBODY =
      Set.of("群众", "人民群众", "广大群众", "居民", "村民", "市民", "公众", "社会公众", "社会各界", "申请人");

  private static final Set<String> LEFT_OVER =
      Set.of("遗留", "转入", "转来", "延续", "接转", "剩余", "未办结", "尚未办结", "未办理完结");
  private static final Set<String> OCCURRED = Set.of("发生", "产生", "产生的", "发生的");
  private static final Set<String> BY = Set.of("按照", "依照", "根据", "依据", "遵照");
  private static final Set<String> ANSWERING = Set.of("答复中", "办理中");
  private static final String ANSWER = "答复";
  private static final Set<String> AMONG = Set.of("在", "从", "上述", "以上", "其", "这", "该");
  private static final String WITHIN = "中";
  private static final String OF = "的";
  private static final String RECEIVED = "收";
  private static final String WITH = "以";
  private static final String RESPONDENT = "为被申请人";
  private static final String AS = "按";
  private static final String RULE = "规定";
  private static final String DISSATISFIED = "不服";
  private static final String PUBLISHED = "发布";
  private static final String ADDED = "新增";
  private static final Set<String> CASES = Set.of("事项", "案件", "案例", "事件", "纠纷", "问题");
  private static final Set<String> COMPLAINTS = Set.of("申诉", "行政申诉", "投诉", "举报", "投诉举报");
  private static final String GOES_ON = "继续办理";
  private static final String GATHERED = "梳理";
  private static final Set<String> HANDED_IN = Set.of("提出", "提出的", "提交", "提交的", "递交的");

  private final List<Token> tokens;
  private final NormalText text;
  private final Manners manners;

  /** Where the clause begins that is read, and whether it counted or received something. */
  private int from;

  private boolean counted;
  private boolean received;

  private Phrases(List<Token> tokens, NormalText text) {
    this.tokens = tokens;
    this.text = text;
    this.manners = new Manners(tokens, text);
  }

  /** The words of a text as those beside them make them mean. */
  public static List<Token> read(List<Token> tokens, NormalText text) {
    return new Phrases(tokens, text).read();
  }

  private List<Token> read() {
    List<Token> read = new ArrayList<>(tokens.size());
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.sense().isStop() && !leadsToNumber(at)) {
        from = at + 1;
        counted = false;
        received = false;
      }
      received |= token.is(Sense.RECEIVED);
      counted |= token.is(Sense.QUANTITY);
      if (leadsToNumber(at)) {
        received = false;
      } else if (isLeftOver(at)) {
        read.add(as(Sense.CARRIED, token));
      } else if (manners.ofAll(at, from) > at) {
        at = fill(read, at, manners.ofAll(at, from) - 1);
      } else if (token.is(Sense.MOVED_TO)) {
        boolean year = is(at + 1, Sense.YEAR) || is(at + 1, Sense.NEXT_YEAR);
        read.add(as(year ? Sense.CARRIED : Sense.UNKNOWN, token));
      } else if (token.is(Sense.UNKNOWN) && manners.byWhat(at) > at) {
        at = fill(read, at, manners.byWhat(at));
      } else if (goesOnNextYear(at)) {
        read.add(as(Sense.CARRIED, token));
      } else if (hasOccurred(at)) {
        read.add(as(Sense.RECEIVED, token));
      } else if (isApplicant(at)
          || isAnybody(at)
          || isGathered(at)
          || isOfDispute(at)
          || isByRule(at)
          || isRule(at)
          || isAs(at)
          || isAgainst(at)
          || isDissatisfied(at)) {
        read.add(as(Sense.FILLER, token));
      } else if (isIssued(at)) {
        read.add(as(Sense.ISSUED, token));
      } else if (isAdded(at)) {
        at++;
        read.add(Token.word(Sense.RECEIVED, token.start(), tokens.get(at).end()));
      } else if (token.is(Sense.UNKNOWN)
          && words(at).equals(RECEIVED)
          && is(at + 1, Sense.APPLICATION)) {
        read.add(as(Sense.RECEIVED, token));
      } else if (isAnswering(at) && isAmong(at)) {
        among(read, at);
      } else if (isWithin(at)) {
        read.add(token);
        read.add(Token.word(Sense.COMMA, token.end(), token.end()));
      } else if (beginsAnew(at)) {
        read.add(Token.word(Sense.COMMA, token.start(), token.start()));
        read.add(token);
      } else {
        read.add(token);
      }
    }
    return read;
  }

  /** 收到政府信息公开申请，共计12件: the stop parts nothing. */
  private boolean leadsToNumber(int at) {
    return is(at, Sense.COMMA)
        && received
        && !counted
        && is(at - 1, Sense.APPLICATION)
        && is(at + 1, Sense.SAID)
        && is(at + 2, Sense.QUANTITY);
  }

  /** Words that say nothing of what is counted. */
  private int fill(List<Token> read, int start, int last) {
    for (Token word : tokens.subList(start, last + 1)) {
      read.add(word.is(Sense.IN_TIME) ? word : as(Sense.FILLER, word));
    }
    return last;
  }

  /** 上年遗留1件 and 上年度未办结申请1件 were carried in. */
  private boolean isLeftOver(int at) {
    boolean lastYear = at > 0 && is(at - 1, Sense.LAST_YEAR);
    boolean after = at > 1 && is(at - 1, Sense.FILLER) && is(at - 2, Sense.LAST_YEAR);
    return LEFT_OVER.contains(words(at)) && (lastYear || after);
  }

  /** 下年度继续办理3件 by itself carries over. */
  private boolean goesOnNextYear(int at) {
    return is(at, Sense.FILLER)
        && words(at).startsWith(GOES_ON)
        && at > from
        && is(at - 1, Sense.NEXT_YEAR)
        && is(at + 1, Sense.QUANTITY)
        && tokens.subList(from, at).stream().noneMatch(word -> word.is(Sense.CARRIED));
  }

  /** 梳理出现行有效规范性文件26件. */
  private boolean isGathered(int at) {
    boolean gathered = words(at).equals(GATHERED) || words(at).equals(GATHERED + "出");
    return is(at, Sense.UNKNOWN) && gathered && is(at + 1, Sense.IN_FORCE);
  }

  /** 行政复议、行政诉讼情况事项: what stands behind belongs to the name. */
  private boolean isOfDispute(int at) {
    int before = at - 1;
    while (before > from && is(before, Sense.FILLER)) {
      before--;
    }
    return CASES.contains(words(at)) && before >= from && isDispute(before)
        || COMPLAINTS.contains(words(at)) && isDenied(at);
  }

  /** 未发生行政复议、行政诉讼或申诉 says of the former what it says of the latter. */
  private boolean isDenied(int at) {
    boolean dispute = false;
    for (int before = at - 1; before >= 0 && isOfList(before); before--) {
      dispute |= isDispute(before);
      if (is(before, Sense.NOT)) {
        return dispute;
      }
    }
    return false;
  }

  private boolean isOfList(int at) {
    return is(at, Sense.PAUSE) || !tokens.get(at).sense().isStop() && !is(at, Sense.UNKNOWN);
  }

  private boolean isDispute(int at) {
    return is(at, Sense.RECONSIDERATION)
        || is(at, Sense.LITIGATION)
        || is(at, Sense.DIRECT_LITIGATION)
        || is(at, Sense.LITIGATION_AFTER);
  }

  /** 发生依申请公开2件 tells what came in; what came of applications is told of disputes. */
  private boolean hasOccurred(int at) {
    return is(at, Sense.PASSIVE)
        && OCCURRED.contains(words(at))
        && is(at + 1, Sense.APPLICATION)
        && (is(at + 2, Sense.QUANTITY) || is(at + 2, Sense.SAID) && is(at + 3, Sense.QUANTITY));
  }

  /** 收到群众提交的申请: anybody's. */
  private boolean isAnybody(int at) {
    int next = HANDED_IN.contains(words(at + 1)) || words(at + 1).equals(OF) ? at + 2 : at + 1;
    return ANYBODY.contains(words(at))
        && at > from
        && comesFromReceived(at - 1)
        && is(next, Sense.APPLICATION);
  }

  private boolean comesFromReceived(int at) {
    boolean by = words(at).equals("来自") || words(at).equals("由") || is(at, Sense.SAID);
    return is(at, Sense.RECEIVED) || by && at > from && is(at - 1, Sense.RECEIVED);
  }

  /** 按照《条例》 says by what rule, not what is counted. */
  private boolean isByRule(int at) {
    return is(at, Sense.UNKNOWN) && BY.contains(words(at)) && words(at + 1).startsWith("《");
  }

  /** 以我局为被申请人的行政复议. */
  private boolean isAgainst(int at) {
    return is(at, Sense.UNKNOWN)
        && words(at).equals(WITH)
        && is(at + 1, Sense.OWN)
        && text.hasAt(RESPONDENT, tokens.get(at + 1).end());
  }

  /** 按无法提供办结. */
  private boolean isAs(int at) {
    return is(at, Sense.UNKNOWN)
        && words(at).equals(AS)
        && at + 1 < tokens.size()
        && tokens.get(at + 1).sense().isOutcome();
  }

  /** 按照《条例》规定顺延: what follows is no part of the rule. */
  private boolean isRule(int at) {
    int title = at > 0 && words(at - 1).equals(OF) ? at - 2 : at - 1;
    return title > 0
        && words(at).equals(RULE)
        && words(title).startsWith("《")
        && BY.contains(words(title - 1));
  }

  /** 不服（政府信息公开）答复 is what disputes came of; 不服征收决定 isn't of applications. */
  private boolean isDissatisfied(int at) {
    if (!is(at, Sense.UNKNOWN) || !words(at).equals(DISSATISFIED)) {
      return false;
    }
    int next = at + 1;
    while (is(next, Sense.TOPIC)
        || is(next, Sense.APPLICATION)
        || is(next, Sense.OWN)
        || is(next, Sense.FILLER)) {
      next++;
    }
    return is(next, Sense.CONCLUDED) && words(next).startsWith(ANSWER);
  }

  /** 新增依申请公开12件 tells what came in. */
  private boolean isAdded(int at) {
    return (words(at) + words(at + 1)).equals(ADDED) && is(at + 2, Sense.APPLICATION);
  }

  /** 规范性文件发布2件，废止1件 and 发布规范性文件2件，废止1件 name the form's rows in their order. */
  private boolean isIssued(int at) {
    if (!words(at).equals(PUBLISHED)) {
      return false;
    }
    int number = isPaper(at + 1) ? at + 2 : isPaper(at - 1) ? at + 1 : tokens.size();
    boolean stops = is(number + 1, Sense.COMMA) || is(number + 1, Sense.PAUSE);
    return is(number, Sense.QUANTITY) && stops && is(number + 2, Sense.REPEALED);
  }

  private boolean isPaper(int at) {
    return at >= 0 && (is(at, Sense.NORMATIVE) || is(at, Sense.REGULATION));
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

  /** 2件答复中 are open; 11件答复中，予以公开3件 tells what became of them. */
  private boolean isAnswering(int at) {
    return is(at, Sense.PENDING) && ANSWERING.contains(words(at));
  }

  private boolean isAmong(int at) {
    boolean framed = is(from, Sense.ALL) || AMONG.contains(words(from));
    boolean number = is(at + 1, Sense.QUANTITY);
    boolean follows = !ends(at) && !number && !words(at + 1).equals(OF);
    return framed || number && counted || follows || isAnswer(at) && outcomeFollows(at + 1);
  }

  private boolean isAnswer(int at) {
    return words(at).equals(ANSWER + WITHIN);
  }

  private boolean outcomeFollows(int stop) {
    int to = stop + 1;
    while (to < tokens.size() && !tokens.get(to).sense().isStop()) {
      if (tokens.get(to).sense().isOutcome()) {
        return is(stop, Sense.COMMA);
      }
      to++;
    }
    return false;
  }

  /** 答复中 as 答复 and 中, with a stop after it. */
  private void among(List<Token> read, int at) {
    Token token = tokens.get(at);
    int within = token.end() - 1;
    read.add(Token.word(isAnswer(at) ? Sense.CONCLUDED : Sense.FILLER, token.start(), within));
    read.add(Token.word(Sense.FILLER, within, token.end()));
    if (!ends(at)) {
      read.add(Token.word(Sense.COMMA, token.end(), token.end()));
    }
  }

  /** 12件申请中予以公开3件 lacks a stop before its parts. */
  private boolean isWithin(int at) {
    return is(at, Sense.FILLER)
        && words(at).equals(WITHIN)
        && !ends(at)
        && !words(at + 1).equals(OF)
        && counted;
  }

  /** Whether its clause ends with it. */
  private boolean ends(int at) {
    return at + 1 == tokens.size() || tokens.get(at + 1).sense().isStop();
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
