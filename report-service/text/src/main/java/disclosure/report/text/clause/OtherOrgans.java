package disclosure.report.text.clause;

import disclosure.report.text.Publisher;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.statistics.contract.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether clauses tell of other organs than the report is over. */
final class OtherOrgans {

  private static final String LEVELS = "省市县区旗州盟镇乡";

  /** Those of the level itself, as against places below it. */
  private static final Pattern OFFICES = Pattern.compile(".*(?:部门|单位|直)");

  /** 在县政府公开栏发布 and 依托县政府平台 name where and with what. */
  private static final Set<String> BY_MEANS_OF = Set.of("在", "依托", "利用", "借助");

  private static final Set<String> MEANS = Set.of("系统", "村");
  private static final Set<Sense> APPLYING = Set.of(Sense.APPLICATION, Sense.SOME_APPLICATION);

  private static final Set<Sense> DOING = Set.of(Sense.DECIDED, Sense.COLLECTED);

  private final Publisher publisher;
  private final NormalText text;
  private boolean others;
  private boolean counted;

  /** Whether what stands outside of the brackets is of others. */
  private boolean outside;

  OtherOrgans(Publisher publisher, NormalText text) {
    this.publisher = publisher;
    this.text = text;
  }

  boolean areTold() {
    return others;
  }

  /** A sentence goes on with what was counted before it, not with what was only mentioned. */
  void begin() {
    others &= counted;
  }

  /** 收到12件（在全市各部门中居第三），办结11件: whose it is within the brackets ends with them. */
  void leaveBracket() {
    if (!outside) {
      others = false;
      counted = false;
    }
  }

  void stayOutside() {
    outside = others;
  }

  /** Takes over what the clause says of it. */
  void enter(Clause clause, boolean counts) {
    Optional<Boolean> said = Optional.empty();
    List<Token> tokens = clause.tokens();
    int through = first(tokens, this::leadsToMeans);
    int toward = first(tokens, word -> text.written(word).equals("向"));
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      Optional<Boolean> next = areOthers(token);
      boolean passed =
          at > through && isMeans(token)
              || at > toward && isRecipient(clause, at)
              || isCounted(tokens, at);
      if (next.isPresent() && !passed && !(next.get() && isMedium(clause, at))) {
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
      counted = counts && !(others && isObject(clause));
    } else if (others && counts) {
      counted = true;
    }
  }

  /** Where the first such word stands, or behind the last one. */
  private static int first(List<Token> tokens, Predicate<Token> wanted) {
    int at = 0;
    while (at < tokens.size() && !wanted.test(tokens.get(at))) {
      at++;
    }
    return at;
  }

  private boolean leadsToMeans(Token word) {
    return word.is(Sense.VIA) || BY_MEANS_OF.contains(text.written(word));
  }

  /** 通过县政府网站收到9件 names a means; whose they are, it doesn't say. */
  private boolean isMeans(Token token) {
    return token.is(Sense.FOREIGN_ORGAN) || MEANS.contains(text.written(token));
  }

  /** 向市档案馆移交文件45件 tells what the organ handed over; 向企业收取2万元 and 向市政府提出的申请 are of some. */
  private static boolean isRecipient(Clause clause, int at) {
    return clause.tokens().get(at).is(Sense.FOREIGN_ORGAN)
        && !clause.hasAny(
            sense -> APPLYING.contains(sense) || DOING.contains(sense) || Reading.tells(sense));
  }

  /** 受理社区平台交办案件300件 names whose business it was, and not whose the figures after it are. */
  private static boolean isObject(Clause clause) {
    List<Token> before =
        clause.tokens().stream().takeWhile(word -> !isOrgan(word.sense())).toList();
    return before.stream()
        .anyMatch(word -> word.is(Sense.RECEIVED) || Reading.isAnswer(word.sense()));
  }

  private static boolean isOrgan(Sense sense) {
    return switch (sense) {
      case OWN, LEVEL, REGION, BELOW, EVERY_LEVEL, FOREIGN_ORGAN -> true;
      default -> false;
    };
  }

  /** 县政府门户网站发布信息300条 names a medium: what goes on from there isn't the government's. */
  private static boolean isMedium(Clause clause, int at) {
    List<Token> tokens = clause.tokens();
    boolean medium = at + 1 < tokens.size() && tokens.get(at + 1).is(Sense.MEDIA);
    return medium
        && (tokens.get(at).is(Sense.FOREIGN_ORGAN) || tokens.get(at).is(Sense.OWN))
        && !clause.has(Sense.RECEIVED, Sense.APPLICATION, Sense.SOME_APPLICATION)
        && !clause.hasAny(Reading::isAnswer);
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
        || publisher.scope() == Scope.OWN
            && publisher.isZone()
            && text.written(region).endsWith("区");
  }

  /** 全市各部门、各乡镇 are all of them; 全市各乡镇 are some. */
  private boolean isEveryone(Clause clause) {
    List<String> below =
        clause.tokens().stream().filter(one -> one.is(Sense.BELOW)).map(text::written).toList();
    boolean offices =
        clause.has(Sense.EVERY_LEVEL)
            || below.stream().anyMatch(one -> OFFICES.matcher(one).matches());
    return offices && below.stream().anyMatch(one -> !OFFICES.matcher(one).matches());
  }

  /** 全省 in the report of a city is more than the report is over. */
  private boolean isOwnRegion(Token token) {
    return level(publisher.organName()) == level(text.written(token));
  }

  private static int level(String name) {
    return name.chars()
        .map(LEVELS::indexOf)
        .filter(level -> level >= 0)
        .reduce(LEVELS.length(), (first, last) -> last);
  }
}
