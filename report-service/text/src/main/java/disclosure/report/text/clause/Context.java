package disclosure.report.text.clause;

import disclosure.report.text.Publisher;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.statistics.contract.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom, what and when a clause is about: what it doesn't say itself, it has from the clauses
 * before.
 */
public final class Context {

  /** What is counted. */
  public enum Topic {
    OPEN,
    APPLICATIONS,
    ANOTHER
  }

  private static final String LEVELS = "省市县区旗州盟镇乡";

  private static final Pattern MARK = Pattern.compile("[(]?[0-9一二三四五六七八九十]{1,3}[).、]");

  /** Those of the level itself, as against places below it. */
  private static final Pattern OFFICES = Pattern.compile(".*(?:部门|单位|直)");

  /** 申请内容主要涉及… and 涉及…等方面, but 涉及征地的 selects some. */
  private static final Pattern DESCRIBING =
      Pattern.compile(
          "(?:公开|申请|的|信息|事项|主题|类型|类别)*(?:主要|集中|内容|大多)(?:信息|内容|事项|类型|集中)*"
              + "(?:为|是|有|在|于|涉及|围绕|包括|反映|关于|聚焦).*[^的]"
              + "|(?:分别|均)?(?:涉及|集中|围绕|包括|反映|关于|聚焦).*(?:等|方面|领域|内容|信息|问题|事项)");

  private static final Set<String> MEANS = Set.of("系统", "村");
  private static final Set<Sense> APPLYING = Set.of(Sense.APPLICATION, Sense.SOME_APPLICATION);

  private static final Set<Sense> DOING = Set.of(Sense.DECIDED, Sense.COLLECTED);

  /** 其中属于信访类3件 says of what kind the applications are. */
  private static final String OF_KIND = "属于";

  private static final Set<String> ALREADY = Set.of("已", "已经");
  private static final String MEANWHILE = "同时";

  /** 并推进欠薪核处， within a sentence on applications. */
  private static final Pattern DOING_MORE =
      Pattern.compile(
          "(?:并|还|又|另|另外|此外)(?:且)?(?:积极|扎实|大力|持续|深入|认真|不断|全面|有序|稳步|继续)*"
              + "(?:推进|开展|组织|化解|整治|查处|核处|承办|督办|接待|排查|处置|治理)");

  private static final String ACTIVELY = "主动公开";
  private static final Set<String> AS_KIND = Set.of("的", "类");

  private static final Set<String> IN_A_YEAR = Set.of("累计", "以来");
  private static final Set<String> UNTIL = Set.of("截至", "截止");

  /** Characters that a heading has at most. */
  private static final int HEADING = 20;

  private final Publisher publisher;
  private final NormalText text;
  private boolean others;
  private boolean othersCounted;
  private boolean anotherTime;
  private boolean anotherTimeCounted;

  /** Whether the sentence says that it is about this year: 累计 counts within it then. */
  private boolean ofThisYear;

  /** The one other year by its number that the clause and those before it tell of. */
  private Optional<Integer> otherYear = Optional.empty();

  /** How many brackets the clause stands in, and whether what is outside is of another time. */
  private int depth;

  private boolean anotherTimeOutside;

  private Topic topic;
  private Topic topicOutside = Topic.OPEN;
  private boolean topicCounted;

  /** Whether the sentence tells parts of what was told before. */
  private boolean inParts;

  /** Whether the clause before names a kind of the applications told: 属于信访类3件. */
  private boolean kindBefore;

  /** Whether it is 其中 by itself. */
  private boolean partsFollow;

  /** Whether the sentence told such a kind, of which a rate may be. */
  private boolean kindTold;

  private boolean intended;

  /** Whether the sentence is a heading as far as it goes. */
  private boolean heading;

  /** Whether the paragraph itself names applications. */
  private boolean named;

  /** Whether a heading says what all that follows is about. */
  private boolean headed;

  /**
   * At the beginning of a paragraph.
   *
   * @param headed what a heading in a paragraph before says that this is about
   */
  public Context(Publisher publisher, NormalText text, Topic headed) {
    this.publisher = publisher;
    this.text = text;
    this.headed = headed == Topic.ANOTHER;
    this.topic = headed;
  }

  /**
   * What the paragraph's heading says of what follows: another business, until the next heading.
   */
  public Topic headsNext() {
    boolean says = topic == Topic.ANOTHER ? heading || headed : heading && named;
    return says ? topic : Topic.OPEN;
  }

  /** Whether a figure of this clause can be one of the report's tables. */
  public boolean isOfThisReport() {
    return !others && !anotherTime && !intended;
  }

  public Topic topic() {
    return topic;
  }

  /** 其中属于信访类的3件，办结率100% may be of those. */
  public boolean isKindTold() {
    return kindTold;
  }

  /** Whether the sentence says that it is about the year that is reported on. */
  public boolean isOfThisYear() {
    return ofThisYear;
  }

  /** Whether it tells of another time than the year that is reported on. */
  public boolean isOfAnotherTime() {
    return anotherTime;
  }

  /** Another year that figures of this clause are said to be of, by its number. */
  public Optional<Integer> otherYear() {
    return anotherTime && !others && !intended ? otherYear : Optional.empty();
  }

  /** Takes over what the clause says of itself. */
  public void enter(Clause clause) {
    boolean counts = clause.has(Sense.QUANTITY);
    boolean marked = isMarked(clause);
    if (clause.opening() == Sense.FULL_STOP) {
      headed = !marked && (headed || heading) && topic == Topic.ANOTHER;
      begin();
      heading = marked || clause.tokens().stream().anyMatch(word -> word.start() == 0);
    }
    heading &=
        !counts
            && !clause.has(Sense.NOT)
            && clause.opening() == Sense.FULL_STOP
            && length(clause) <= HEADING;
    if (describes(clause)) {
      return;
    }
    scope(clause, counts);
    leaveBrackets(clause);
    time(clause, counts);
    topic(clause, counts);
    intended |= clause.has(Sense.INTENT);
  }

  /** 申请事项主要集中在规划计划、建设项目等方面 describes the applications told before, and counts none. */
  public boolean describes(Clause clause) {
    return topic == Topic.APPLICATIONS
        && clause.opening() == Sense.COMMA
        && clause.depth() == 0
        && !clause.tokens().isEmpty()
        && !clause.has(Sense.QUANTITY)
        && DESCRIBING.matcher(words(clause)).matches();
  }

  private String words(Clause clause) {
    List<Token> tokens = clause.tokens();
    return text.text().substring(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
  }

  /** Whether it begins an item: （四）, 4. or 四、. */
  private boolean isMarked(Clause clause) {
    return clause.tokens().stream()
        .findFirst()
        .map(word -> text.text().substring(word.start(), word.end()))
        .filter(word -> MARK.matcher(word).matches())
        .isPresent();
  }

  private static int length(Clause clause) {
    List<Token> tokens = clause.tokens();
    return tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end() - tokens.get(0).start();
  }

  /** A sentence goes on with what was counted before it, not with what was only mentioned. */
  private void begin() {
    intended = false;
    ofThisYear = false;
    others &= othersCounted;
    anotherTime &= anotherTimeCounted;
    if (topic == Topic.ANOTHER && !topicCounted && !headed) {
      topic = Topic.OPEN;
    }
  }

  private void scope(Clause clause, boolean counts) {
    Optional<Boolean> said = Optional.empty();
    List<Token> tokens = clause.tokens();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      Optional<Boolean> next = areOthers(token);
      if (next.isPresent() && !isMeans(tokens, at) && !isCounted(tokens, at)) {
        said = Optional.of(next.get() || said.orElse(false) && !token.is(Sense.OWN));
      }
    }
    if (clause.has(Sense.EVERY_LEVEL) && !clause.has(Sense.REGION)) {
      said = Optional.of(publisher.scope() != Scope.SUBTREE);
    }
    if (clause.first(Sense.REGION).filter(this::isAllOf).isPresent() && isEveryone(clause)) {
      said = Optional.of(false);
    }
    if (said.isPresent()) {
      others = said.get();
      othersCounted = counts;
    } else if (others && counts) {
      othersCounted = true;
    }
  }

  /** 通过县政府网站收到9件 names a means; whose they are, it doesn't say. */
  private boolean isMeans(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean through = tokens.stream().limit(at).anyMatch(word -> word.is(Sense.VIA));
    return through && (token.is(Sense.FOREIGN_ORGAN) || MEANS.contains(words(token)))
        || isRecipient(tokens, at);
  }

  /** 向市档案馆移交文件45件 tells what the organ handed over; 向企业收取2万元 and 向市政府提出的申请 are of some. */
  private boolean isRecipient(List<Token> tokens, int at) {
    boolean counted =
        tokens.stream()
            .map(Token::sense)
            .anyMatch(
                sense -> APPLYING.contains(sense) || DOING.contains(sense) || Reading.tells(sense));
    return !counted
        && tokens.get(at).is(Sense.FOREIGN_ORGAN)
        && tokens.stream().limit(at).anyMatch(word -> words(word).equals("向"));
  }

  /** 企业2件 is what is counted. */
  private static boolean isCounted(List<Token> tokens, int at) {
    return tokens.get(at).is(Sense.FOREIGN_ORGAN)
        && at + 1 < tokens.size()
        && tokens.get(at + 1).is(Sense.QUANTITY);
  }

  private Optional<Boolean> areOthers(Token token) {
    return switch (token.sense()) {
      case OWN -> Optional.of(publisher.scope() != Scope.OWN);
      case LEVEL -> Optional.of(publisher.scope() != Scope.LEVEL);
      case REGION -> Optional.of(!isAllOf(token));
      case BELOW, FOREIGN_ORGAN -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  /** Whether what is called 全市 or 全区 is what the report is over. */
  private boolean isAllOf(Token region) {
    return publisher.scope() == Scope.SUBTREE && isOwnRegion(region)
        || publisher.scope() == Scope.OWN && publisher.isZone() && words(region).endsWith("区");
  }

  /** 全市各部门、各乡镇 are all of them; 全市各乡镇 are some. */
  private boolean isEveryone(Clause clause) {
    List<String> below =
        clause.tokens().stream().filter(one -> one.is(Sense.BELOW)).map(this::words).toList();
    boolean offices =
        clause.has(Sense.EVERY_LEVEL)
            || below.stream().anyMatch(one -> OFFICES.matcher(one).matches());
    return offices && below.stream().anyMatch(one -> !OFFICES.matcher(one).matches());
  }

  /** 全省 in the report of a city is more than the report is over. */
  private boolean isOwnRegion(Token token) {
    return level(publisher.organName()) == level(text.text().substring(token.start(), token.end()));
  }

  private static int level(String name) {
    return name.chars()
        .map(LEVELS::indexOf)
        .filter(level -> level >= 0)
        .reduce(LEVELS.length(), (first, last) -> last);
  }

  /**
   * 受理10件（2024年12件）；其中自然人8件: what is counted in brackets is of another time, or business, alone.
   */
  private void leaveBrackets(Clause clause) {
    if (depth == 0) {
      anotherTimeOutside = anotherTime;
      topicOutside = topic;
    } else if (clause.depth() == 0) {
      if (!anotherTimeOutside && anotherTimeCounted) {
        anotherTime(false, false);
      }
      if (topic == Topic.ANOTHER && topicCounted) {
        topic = topicOutside;
      }
    }
    depth = clause.depth();
  }

  private void time(Clause clause, boolean counts) {
    boolean carries = clause.has(Sense.CARRIED);
    boolean until = clause.tokens().stream().anyMatch(token -> UNTIL.contains(words(token)));
    int lastYear = 0;
    for (Token token : clause.tokens()) {
      switch (token.sense()) {
        case YEAR -> {
          int year = token.quantity().orElseThrow().value().intValue();
          boolean range = lastYear != 0 && lastYear != year;
          boolean carriedOver =
              carries
                  && (isNext(year)
                      || year == publisher.year() && lastYear != 0 && isNext(lastYear));
          ofThisYear = year == publisher.year() && !range && !until;
          if (!carriedOver && !clause.has(Sense.COMPARED)) {
            anotherTime(range || year != publisher.year(), counts);
            otherYear =
                range || until || !counts && !begins(clause) ? Optional.empty() : Optional.of(year);
          }
          lastYear = year;
        }
        case CUMULATIVE -> {
          boolean withinYear = ofThisYear && IN_A_YEAR.contains(words(token));
          if (!afterCount(clause, token) && !withinYear) {
            anotherTime(true, counts);
            otherYear = Optional.empty();
          }
        }
        case PART_OF_YEAR -> {
          if (!afterCount(clause, token)) {
            anotherTime(true, counts);
            otherYear = Optional.empty();
          }
        }
        case LAST_YEAR -> {
          if (!carries && !clause.has(Sense.COMPARED)) {
            anotherTime(true, counts);
            otherYear = Optional.empty();
          }
        }
        case NEXT_YEAR -> {
          anotherTime(anotherTime || !carries, counts);
          otherYear = Optional.empty();
        }
        case THIS_YEAR -> {
          anotherTime(false, counts);
          ofThisYear = true;
        }
        default -> {}
      }
    }
    anotherTimeCounted |= anotherTime && counts;
  }

  /** Whether it is the year before the report's, or the one after. */
  private boolean isNext(int year) {
    return Math.abs(year - publisher.year()) == 1;
  }

  /** 2024年， and 2024年我局… say what the next clause tells of; 根据2024年的通知， doesn't. */
  private static boolean begins(Clause clause) {
    List<Token> tokens = clause.tokens();
    return tokens.get(0).is(Sense.YEAR)
        && tokens.stream()
            .skip(1)
            .limit(1)
            .allMatch(
                token ->
                    token.is(Sense.OWN)
                        || token.is(Sense.REGION)
                        || token.is(Sense.LEVEL)
                        || token.is(Sense.FILLER));
  }

  private String words(Token token) {
    return text.text().substring(token.start(), token.end());
  }

  private static boolean afterCount(Clause clause, Token token) {
    return clause
        .first(Sense.QUANTITY)
        .filter(number -> number.start() < token.start())
        .isPresent();
  }

  private void anotherTime(boolean another, boolean counts) {
    anotherTime = another;
    anotherTimeCounted = another && counts;
  }

  private void topic(Clause clause, boolean counts) {
    inParts &= clause.opening() != Sense.FULL_STOP;
    inParts |= clause.has(Sense.OF_THESE);
    boolean ofKind = isKindOfApplications(clause);
    kindTold = ofKind || kindTold && clause.opening() != Sense.FULL_STOP;
    kindBefore = ofKind;
    partsFollow = clause.has(Sense.OF_THESE) && !counts;
    boolean another =
        clause.hasAny(sense -> Reading.isDecision(sense) || Reading.isDocument(sense))
            || clause.hasAny(Reading::isForeign) && !ofKind
            || clause.has(Sense.CHARGES, Sense.OTHER_RATE)
            || clause.has(Sense.REVIEWS);
    if (isAnotherMatter(clause) && topic == Topic.APPLICATIONS) {
      topic(Topic.OPEN, false);
    }
    boolean verb = clause.has(Sense.RECEIVED) || clause.hasAny(Reading::isAnswer);
    if (topic == Topic.APPLICATIONS && clause.has(Sense.VIA) && isPartByWay(clause)) {
      return;
    }
    if (clause.has(Sense.APPLICATION)) {
      named = true;
      if (!another && (verb || topic != Topic.ANOTHER || clause.opening() == Sense.FULL_STOP)) {
        topic(Topic.APPLICATIONS, counts);
      }
    } else if (another
        || counts && verb && isUnknown(clause) && !isPartOfApplications(clause)
        || isUnknownApplication(clause)) {
      topic(Topic.ANOTHER, counts);
    } else if (counts && topic == Topic.ANOTHER) {
      topicCounted = true;
    }
  }

  private void topic(Topic next, boolean counts) {
    topic = next;
    topicCounted = counts;
  }

  /** 其中属于信访类的3件 and 已主动公开的30件 are kinds of the applications before. */
  private boolean isKindOfApplications(Clause clause) {
    return topic == Topic.APPLICATIONS
        && topicCounted
        && inParts
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
        boolean said = before.stream().anyMatch(word -> words(word).endsWith(OF_KIND));
        boolean introduced = partsFollow || Clause.anyOf(before, Sense.OF_THESE);
        boolean already =
            at > 0
                && ALREADY.contains(words(tokens.get(at - 1)))
                && words(tokens.get(at)).equals(ACTIVELY);
        boolean goesOn = kindBefore && endsAsKind(tokens);
        return said || clause.opening() != Sense.SEMICOLON && (introduced || already || goesOn);
      }
    }
    return false;
  }

  private boolean endsAsKind(List<Token> tokens) {
    List<Token> named = tokens.stream().takeWhile(word -> !word.is(Sense.QUANTITY)).toList();
    return !named.isEmpty() && AS_KIND.contains(words(named.get(named.size() - 1)));
  }

  /** 收到申请12件。我局推进欠薪核处， goes on with something else. */
  private boolean isAnotherMatter(Clause clause) {
    return clause.leadsElsewhere()
        && (clause.opening() == Sense.FULL_STOP
            || clause.opening() == Sense.SEMICOLON
            || words(clause.tokens().get(0)).startsWith(MEANWHILE)
            || DOING_MORE.matcher(words(clause)).lookingAt());
  }

  /** 其中10件… is of the applications before, whatever it says of them. */
  private boolean isPartOfApplications(Clause clause) {
    return topic == Topic.APPLICATIONS && topicCounted && clause.has(Sense.OF_THESE);
  }

  /** 其中：线下申请15件，通过市政府网站在线申请9件 tells ways of the applications before. */
  private boolean isPartByWay(Clause clause) {
    return clause.has(Sense.OF_THESE)
        || inParts && clause.has(Sense.CHANNEL) && clause.opening() == Sense.COMMA;
  }

  private static boolean isUnknown(Clause clause) {
    return clause.has(Sense.UNKNOWN);
  }

  /** 工伤认定申请 is no application for information. */
  private static boolean isUnknownApplication(Clause clause) {
    List<Token> tokens = clause.tokens();
    for (int at = 1; at < tokens.size(); at++) {
      if (tokens.get(at).is(Sense.SOME_APPLICATION) && tokens.get(at - 1).is(Sense.UNKNOWN)) {
        return true;
      }
    }
    return false;
  }
}
