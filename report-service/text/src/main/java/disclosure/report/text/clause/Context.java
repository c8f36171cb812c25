package disclosure.report.text.clause;

import disclosure.report.text.Publisher;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import java.util.List;
import java.util.Optional;
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

  private static final Pattern MARK = Pattern.compile("[(]?[0-9一二三四五六七八九十]{1,3}[).、]");

  /** 申请内容主要涉及… and 涉及…等方面, but 涉及征地的 selects some. */
  private static final Pattern DESCRIBING =
      Pattern.compile(
          "(?:公开|申请|的|信息|事项|主题|类型|类别)*+(?:主要|集中|内容|大多)(?:信息|内容|事项|类型|集中)*+"
              + "(?:为|是|有|在|于|涉及|围绕|包括|反映|关于|聚焦).*[^的]"
              + "|(?:分别|均)?(?:涉及|集中|围绕|包括|反映|关于|聚焦).*(?:等|方面|领域|内容|信息|问题|事项)");

  private static final String MEANWHILE = "同时";

  /** 并推进欠薪核处， within a sentence on applications. */
  private static final Pattern DOING_MORE =
      Pattern.compile(
          "(?:并|还|又|另|另外|此外)(?:且)?(?:积极|扎实|大力|持续|深入|认真|不断|全面|有序|稳步|继续)*+"
              + "(?:推进|开展|组织|化解|整治|查处|核处|承办|督办|接待|排查|处置|治理)");

  /** Characters that a heading has at most. */
  private static final int HEADING = 20;

  private final NormalText text;
  private final OtherOrgans organs;
  private final OtherTimes times;
  private final KindsTold kinds;

  /** How many brackets the clause stands in. */
  private int depth;

  private Topic topic;
  private Topic topicOutside = Topic.OPEN;
  private boolean topicCounted;

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
    this.text = text;
    this.organs = new OtherOrgans(publisher, text);
    this.times = new OtherTimes(publisher, text);
    this.kinds = new KindsTold(text);
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
    return !organs.areTold() && !times.isAnother() && !intended;
  }

  public Topic topic() {
    return topic;
  }

  /** 其中属于信访类的3件，办结率100% may be of those. */
  public boolean isKindTold() {
    return kinds.isTold();
  }

  /** Whether the sentence says that it is about the year that is reported on. */
  public boolean isOfThisYear() {
    return times.isOfThisYear();
  }

  /** Whether it tells of another time than the year that is reported on. */
  public boolean isOfAnotherTime() {
    return times.isAnother();
  }

  /** Another year that figures of this clause are said to be of, by its number. */
  public Optional<Integer> otherYear() {
    return times.isAnother() && !organs.areTold() && !intended
        ? times.otherYear()
        : Optional.empty();
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
    leaveBrackets(clause);
    organs.enter(clause, counts);
    times.enter(clause, counts);
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
        .map(text::written)
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
    organs.begin();
    times.begin();
    if (topic == Topic.ANOTHER && !topicCounted && !headed) {
      topic = Topic.OPEN;
    }
  }

  /**
   * 受理10件（2024年12件）；其中自然人8件: what is counted in brackets is of another time, or business, alone.
   */
  private void leaveBrackets(Clause clause) {
    if (depth == 0) {
      times.stayOutside();
      organs.stayOutside();
      topicOutside = topic;
    } else if (clause.depth() == 0) {
      times.leaveBracket();
      organs.leaveBracket();
      if (topic == Topic.ANOTHER && topicCounted) {
        topic = topicOutside;
      }
    }
    depth = clause.depth();
  }

  private void topic(Clause clause, boolean counts) {
    boolean ofKind = kinds.enter(clause, topic == Topic.APPLICATIONS && topicCounted);
    boolean another =
        clause.hasAny(sense -> Reading.isDecision(sense) || Reading.isDocument(sense))
            || clause.hasAny(Reading::isForeign) && !ofKind
            || clause.has(Sense.CHARGES, Sense.OTHER_RATE)
            || clause.has(Sense.REVIEWS);
    if (isAnotherMatter(clause) && topic == Topic.APPLICATIONS) {
      topic(Topic.OPEN, false);
    }
    boolean verb = clause.has(Sense.RECEIVED) || clause.hasAny(Reading::isAnswer);
    boolean byWay = clause.has(Sense.VIA) && isPartByWay(clause) || isPartByReceiver(clause);
    if (topic == Topic.APPLICATIONS && byWay) {
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

  /** 收到申请12件。我局推进欠薪核处， goes on with something else. */
  private boolean isAnotherMatter(Clause clause) {
    return clause.leadsElsewhere()
        && (clause.opening() == Sense.FULL_STOP
            || clause.opening() == Sense.SEMICOLON
            || text.written(clause.tokens().get(0)).startsWith(MEANWHILE)
            || DOING_MORE.matcher(words(clause)).lookingAt());
  }

  /** 其中10件… is of the applications before, whatever it says of them. */
  private boolean isPartOfApplications(Clause clause) {
    return topic == Topic.APPLICATIONS && topicCounted && clause.has(Sense.OF_THESE);
  }

  /** 其中：线下申请15件，通过市政府网站在线申请9件 tells ways of the applications before. */
  private boolean isPartByWay(Clause clause) {
    boolean byMedium =
        clause.has(Sense.MEDIA) && clause.has(Sense.RECEIVED, Sense.SOME_APPLICATION);
    return clause.has(Sense.OF_THESE)
        || kinds.areParts()
            && (clause.has(Sense.CHANNEL) || byMedium)
            && clause.opening() == Sense.COMMA;
  }

  /** 其中平台收到11件，局长信箱收到2件 names where they came in; 信箱收到留言2件, something else. */
  private boolean isPartByReceiver(Clause clause) {
    List<Token> after =
        clause.tokens().stream().dropWhile(word -> !word.is(Sense.RECEIVED)).toList();
    return kinds.areParts()
        && clause.opening() == Sense.COMMA
        && !after.isEmpty()
        && clause.has(Sense.FOREIGN)
        && after.stream().noneMatch(word -> word.is(Sense.FOREIGN) || word.is(Sense.UNKNOWN));
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
