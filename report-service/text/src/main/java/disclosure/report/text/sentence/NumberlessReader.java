package disclosure.report.text.sentence;

import disclosure.report.text.Cell.DisputeColumn;
import disclosure.report.text.Quote;
import disclosure.report.text.claim.Claim;
import disclosure.report.text.claim.OtherTables;
import disclosure.report.text.claim.Told;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Context;
import disclosure.report.text.clause.Context.Topic;
import disclosure.report.text.clause.Quoting;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what clauses say without a number: 未收到, 均已办结, 均按期答复. */
public final class NumberlessReader {

  private static final List<Sense> DISPUTES =
      List.of(
          Sense.DIRECT_LITIGATION, Sense.LITIGATION_AFTER, Sense.RECONSIDERATION, Sense.LITIGATION);

  private static final Set<String> COMPLAINTS =
      Set.of("举报", "投诉", "信访", "案件", "案例", "纠纷", "问题", "申诉", "申诉案", "申诉件", "申诉案件", "行政申诉");

  /** With one of these beside it, several ways may be meant to be all. */
  private static final Set<String> ONLINE = Set.of("网", "在线", "线上", "平台");

  private static final Set<String> WAYS = Set.of("方式", "形式", "途径", "渠道");

  private static final Set<String> ANY = Set.of("任何", "所有", "各种", "各类");

  /** Characters of what may still be open, or be some of it. */
  private static final String NOT_YET = "需待应可拟将能未不非难尚除半近后前已部分类";

  private final Context context;
  private final NormalText text;
  private final Quoting quoting;
  private final int reported;
  private final List<Claim> claims = new ArrayList<>();

  /** Whether the clause before says that there were no disputes: 无…行政复议，提起行政诉讼的情况. */
  private boolean noDisputes;

  /**
   * For one paragraph.
   *
   * @param reported the year of the report
   */
  public NumberlessReader(Context context, NormalText text, Quoting quoting, int reported) {
    this.reported = reported;
    this.context = context;
    this.text = text;
    this.quoting = quoting;
  }

  /**
   * That there was none, or that nothing is left.
   *
   * @param exceptions whether the sentence leaves some out
   * @param received whether the sentence tells what was received before
   */
  public List<Claim> claims(Clause clause, boolean exceptions, boolean received) {
    claims.clear();
    boolean noneBefore = noDisputes && clause.opening() == Sense.COMMA;
    noDisputes = false;
    if (!context.isOfThisReport() || clause.tokens().isEmpty()) {
      return List.of();
    }
    boolean clear =
        clause.tokens().stream()
            .filter(word -> !isComplaint(clause, word))
            .noneMatch(Reading::isOfOthers);
    boolean some = exceptions || clause.has(Sense.REST, Sense.SELECTING);
    if (noneBefore && !some && goesOnWithDisputes(clause)) {
      disputes(clause, quoting.quote(clause.tokens()));
      noDisputes = true;
    } else if (clear && clause.has(Sense.NOT) && !some && !clause.has(Sense.ALL, Sense.IN_TIME)) {
      none(clause);
    } else if (!clause.has(Sense.NOT) && !some) {
      allConcluded(clause, received);
    }
    return List.copyOf(claims);
  }

  /** 没有因政府信息公开引发的投诉、行政复议 tells of both. */
  private boolean isComplaint(Clause clause, Token word) {
    return (word.is(Sense.FOREIGN) || word.is(Sense.UNKNOWN))
        && COMPLAINTS.contains(text.written(word))
        && (clause.has(Sense.TOPIC, Sense.APPLICATION)
            || context.topic() == Topic.APPLICATIONS && followsDisputes(clause, word))
        && clause.hasAny(Reading::isDispute)
        && (clause.has(Sense.PASSIVE) || followsDisputes(clause, word));
  }

  /** 无政府信息公开行政复议、行政诉讼和举报投诉. */
  private static boolean followsDisputes(Clause clause, Token word) {
    return clause.tokens().stream()
        .takeWhile(before -> before.start() < word.start())
        .anyMatch(before -> Reading.isDispute(before.sense()));
  }

  private void none(Clause clause) {
    List<Sense> senses = clause.tokens().stream().map(Token::sense).distinct().toList();
    Quote quote = quoting.quote(clause.tokens());
    boolean results = senses.stream().anyMatch(Reading::isResult);
    List<List<Told>> told = new ArrayList<>();
    if (senses.stream().anyMatch(Reading::isDispute)) {
      boolean some =
          results
              || clause.has(Sense.COLLECTED, Sense.CHARGES)
              || clause.hasAny(Reading::isDecision)
              || senses.stream().anyMatch(Sense::isOutcome)
              || clause.has(Sense.CARRIED, Sense.LAST_YEAR, Sense.NEXT_YEAR)
              || quote.words().contains("新的");
      if (!some && !dealsWithThem(clause) && !mayReview(clause)) {
        disputes(clause, quote);
        noDisputes = true;
      }
    } else if (clause.has(Sense.LICENCES, Sense.PENALTIES, Sense.COERCION)) {
      if (clause.has(Sense.DECIDED)) {
        senses.stream()
            .filter(Reading::isDecision)
            .forEach(kind -> told.add(List.of(Told.proactive(OtherTables.decision(kind)))));
      }
    } else if (clause.hasAny(Reading::isDocument)) {
      noDocuments(clause, senses, told);
    } else if (context.topic() != Topic.ANOTHER) {
      List<Sense> outcomes = senses.stream().filter(Sense::isOutcome).toList();
      if (!outcomes.isEmpty()) {
        outcomes.forEach(each -> told.add(List.of(Told.outcomes(List.of(each), List.of()))));
      } else if (clause.has(Sense.CARRIED)) {
        boolean in = clause.has(Sense.LAST_YEAR) || tellsYear(clause, reported - 1);
        boolean out = clause.has(Sense.NEXT_YEAR) || tellsYear(clause, reported + 1);
        if (in != out) {
          FormRow row = in ? FormRow.CARRIED_IN : FormRow.CARRIED_OUT;
          told.add(List.of(Told.row(row, List.of())));
        }
      } else if (clause.has(Sense.APPLICATION)
          && isOfAllWays(clause, quote)
          && (clause.has(Sense.RECEIVED) || senses.stream().allMatch(NumberlessReader::isBare))) {
        List<ApplicantType> columns =
            senses.stream().flatMap(sense -> sense.columns().stream()).distinct().toList();
        told.add(List.of(Told.row(FormRow.NEWLY_RECEIVED, columns)));
      }
    }
    told.forEach(either -> claims.add(new Claim.Figure(quote, BigDecimal.ZERO, either)));
  }

  /** 无结转2026年继续办理件 names the year by its number. */
  private static boolean tellsYear(Clause clause, int year) {
    return clause.tokens().stream()
        .filter(word -> word.is(Sense.YEAR))
        .anyMatch(word -> word.quantity().orElseThrow().value().intValue() == year);
  }

  /** 未办理复议; what came of 申请办理 is what the organ did with applications. */
  private static boolean dealsWithThem(Clause clause) {
    List<Token> tokens = clause.tokens();
    for (int at = 0; at < tokens.size(); at++) {
      boolean cause =
          at > 0
              && at + 1 < tokens.size()
              && (tokens.get(at - 1).is(Sense.APPLICATION) || tokens.get(at - 1).is(Sense.TOPIC))
              && tokens.get(at + 1).is(Sense.PASSIVE);
      if ((tokens.get(at).is(Sense.HANDLED) || tokens.get(at).is(Sense.CONCLUDED)) && !cause) {
        return true;
      }
    }
    return false;
  }

  private void disputes(Clause clause, Quote quote) {
    DISPUTES.stream()
        .filter(clause::has)
        .map(kind -> OtherTables.disputes(kind, DisputeColumn.TOTAL).subList(0, 1))
        .forEach(either -> claims.add(new Claim.Figure(quote, BigDecimal.ZERO, either)));
  }

  /** Whether it names disputes and nothing that happened to them. */
  private boolean goesOnWithDisputes(Clause clause) {
    Token first = clause.tokens().get(0);
    boolean begins = Reading.isDispute(first.sense()) || text.hasAt("提起", first.start());
    return begins
        && clause.hasAny(Reading::isDispute)
        && clause.tokens().stream()
            .allMatch(
                word ->
                    Reading.isDispute(word.sense())
                        || word.is(Sense.PASSIVE)
                        || word.is(Sense.AND)
                        || word.is(Sense.PAUSE)
                        || word.is(Sense.FILLER));
  }

  /**
   * 未收到复议 may be said of what the organ reviews, but not of disputes on 政府信息公开 that came of
   * something, or that went to court, too.
   */
  private static boolean mayReview(Clause clause) {
    boolean inCourt = clause.has(Sense.RECONSIDERATION) && clause.has(Sense.LITIGATION);
    return clause.has(Sense.RECEIVED)
        && !(clause.has(Sense.TOPIC, Sense.APPLICATION) && (clause.has(Sense.PASSIVE) || inCourt));
  }

  /** 未收到通过信函、传真提出的申请 says nothing of other ways; 通过网络等方式 means any. */
  private static boolean isOfAllWays(Clause clause, Quote quote) {
    List<Token> ways = clause.tokens().stream().filter(word -> word.is(Sense.CHANNEL)).toList();
    String words = quote.words();
    boolean online = ONLINE.stream().anyMatch(words::contains);
    return ways.isEmpty() && WAYS.stream().noneMatch(words::contains)
        || ANY.stream().anyMatch(words::contains)
        || online && (ways.size() != 1 || words.contains("等"));
  }

  /** 无依申请公开事项, and nothing else. */
  private static boolean isBare(Sense sense) {
    return switch (sense) {
      case NOT, APPLICATION, FILLER, OWN, YEAR, THIS_YEAR -> true;
      default -> false;
    };
  }

  private static void noDocuments(Clause clause, List<Sense> senses, List<List<Told>> told) {
    List<Sense> what =
        senses.stream().filter(sense -> sense == Sense.ISSUED || sense == Sense.REPEALED).toList();
    if (what.size() == 1 && !clause.has(Sense.IN_FORCE)) {
      senses.stream()
          .filter(Reading::isDocument)
          .forEach(
              kind ->
                  told.add(
                      List.of(
                          Told.proactive(
                              OtherTables.document(kind == Sense.REGULATION, what.get(0))))));
    }
  }

  private void allConcluded(Clause clause, boolean received) {
    boolean says =
        clause.has(Sense.ALL)
            && saysConcluded(clause.tokens())
            && clause.tokens().stream()
                .noneMatch(word -> Reading.isOfOthers(word) && !isManner(clause.tokens(), word))
            && !clause.hasAny(NumberlessReader::isOfSome)
            && context.topic() != Topic.ANOTHER;
    if (!says) {
      return;
    }
    boolean named = clause.has(Sense.APPLICATION, Sense.SOME_APPLICATION);
    if (named || received) {
      claims.add(new Claim.AllConcluded(quoting.quote(clause.tokens()), !named));
    }
  }

  /** 均已圆满办结: what stands between 均 and 办结 says how, unless it says that it may not be so. */
  private boolean isManner(List<Token> tokens, Token word) {
    boolean between =
        tokens.stream().anyMatch(all -> all.is(Sense.ALL) && all.start() < word.start())
            && tokens.stream()
                .anyMatch(end -> Reading.isConclusion(text, end) && end.start() > word.start());
    return between
        && word.is(Sense.UNKNOWN)
        && text.written(word).chars().noneMatch(each -> NOT_YET.indexOf(each) >= 0);
  }

  private static boolean isOfSome(Sense sense) {
    return Reading.isDispute(sense)
        || sense.isOutcome()
        || sense.isColumn()
        || sense == Sense.CARRIED
        || sense == Sense.LAST_YEAR
        || sense == Sense.CHANNEL
        || sense == Sense.OF_THESE;
  }

  /** 申请均已办结 says it of all; 已办结的申请均… says something of those that are. */
  private boolean saysConcluded(List<Token> tokens) {
    int all = -1;
    int conclusion = -1;
    int application = -1;
    for (int at = 0; at < tokens.size(); at++) {
      Token word = tokens.get(at);
      if (word.is(Sense.ALL)) {
        all = at;
      } else if (Reading.isConclusion(text, word)) {
        conclusion = at;
      } else if (word.is(Sense.APPLICATION) || word.is(Sense.SOME_APPLICATION)) {
        application = at;
      }
    }
    return conclusion > all && conclusion > application;
  }

  /** That every answer went out in time. */
  public Optional<Claim> allInTime(Clause clause, boolean exceptions) {
    boolean says =
        clause.has(Sense.ALL)
            && clause.has(Sense.IN_TIME)
            && clause.hasAny(Reading::isAnswer)
            && !exceptions
            && !clause.has(Sense.NOT, Sense.REVIEWS, Sense.REST, Sense.SELECTING)
            && !clause.hasAny(Reading::isForeign)
            && context.topic() != Topic.ANOTHER
            && context.isOfThisReport();
    return says
        ? Optional.of(new Claim.AllInTime(quoting.quote(allTo(clause.tokens()))))
        : Optional.empty();
  }

  /** From 全部 to 办结. */
  private static List<Token> allTo(List<Token> tokens) {
    List<Token> words = tokens.stream().dropWhile(word -> !word.is(Sense.ALL)).toList();
    int end = 0;
    for (int at = 0; at < words.size(); at++) {
      if (Reading.isAnswer(words.get(at).sense())) {
        end = at + 1;
      }
    }
    return end == 0 ? tokens : words.subList(0, end);
  }
}
