package disclosure.report.text.application;

import disclosure.report.text.claim.ConcludedClaims;
import disclosure.report.text.claim.Told;
import disclosure.report.text.claim.Totals;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.clause.Context;
import disclosure.report.text.clause.Context.Topic;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.requests.contract.FormRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Numbers of all applications: received, handled, answered, made public. */
final class TotalReader {

  private static final String ACCEPTED = "受理";
  private static final Set<String> ON_REQUEST = Set.of("依申请公开", "依申请公开政府信息", "依申请公开信息");
  private static final Set<String> CASES = Set.of("件", "宗", "起");

  private static final Set<String> REQUESTS =
      Set.of("申请", "申请件", "申请事项", "依申请公开事项", "请求", "数量", "总量", "总数", "件数");

  /** 已公开 may say that it was public before. */
  private static final Set<String> ALREADY = Set.of("已", "已经");

  /** What doesn't say that some are meant. */
  private static final Set<String> NEUTRAL =
      Set.of("的", "为", "数", "数量", "件数", "总量", "总", "申请量", "本", "年", "年度", "度");

  private final Context context;
  private final NormalText text;
  private final ConcludedClaims concluded;
  private final Whole whole;
  private final Carried carried;
  private final LastTold last;

  /** Whether it is said of what was received, and not of what was carried in. */
  private boolean ofReceived;

  /** Whether the next clause tells what became of those counted, without a number: 1件，延期答复. */
  private boolean goesOn;

  /** Whether the next clause tells an outcome. */
  private boolean outcomesFollow;

  TotalReader(
      Context context,
      NormalText text,
      ConcludedClaims concluded,
      Whole whole,
      Carried carried,
      LastTold last) {
    this.context = context;
    this.text = text;
    this.concluded = concluded;
    this.whole = whole;
    this.carried = carried;
    this.last = last;
  }

  void begin() {
    ofReceived = false;
  }

  void goOn(Optional<Clause> next) {
    goesOn =
        next.filter(clause -> clause.opening() != Sense.FULL_STOP)
            .filter(
                clause ->
                    clause.has(Sense.UNKNOWN)
                        || !clause.has(Sense.ALL, Sense.OF_THESE, Sense.QUANTITY)
                            && !(clause.has(Sense.NOT) && clause.hasAny(Reading::isDispute))
                            && !(clause.has(Sense.IN_TIME) && clause.has(Sense.CONCLUDED)))
            .isPresent();
    outcomesFollow = next.filter(clause -> !Outcomes.of(clause.tokens()).isEmpty()).isPresent();
  }

  boolean isApplication(Mention mention) {
    return context.topic() == Topic.APPLICATIONS
        || mention.has(Sense.APPLICATION, Sense.SOME_APPLICATION);
  }

  /**
   * What the number may be the figure of.
   *
   * @param part whether it is a part of the number before
   * @param known whether it is known to be of applications
   */
  List<Told> told(Mention mention, boolean part, boolean known) {
    if (isTogether(mention)) {
      return List.of(Told.handled(List.of()));
    }
    if (mention.hasBefore(Sense.RECEIVED) && mention.hasBefore(Sense.CONCLUDED)) {
      whole.receivedTogether();
      return isApplication(mention) && isBoth(mention)
          ? whole.all(Totals::receivedAndAnswered)
          : List.of();
    }
    if (mention.has(Sense.MADE_PUBLIC)
        && !mention.has(Sense.RECEIVED, Sense.CONCLUDED, Sense.HANDLED)) {
      return madePublic(mention, part);
    }
    if (!part && isBare(mention)) {
      return whole.all(Totals::handled);
    }
    ofReceived |= isOfReceived(mention);
    if (whole.isReceivedTold()
        && !whole.isHandledTold()
        && (part ? isAgainReceived(mention) : isAccepted(mention))) {
      return List.of();
    }
    if (mention.has(Sense.RECEIVED)) {
      whole.received(mention.quantity().value());
      return isApplication(mention) ? whole.all(Totals::received) : List.of();
    }
    if (mention.has(Sense.CONCLUDED)) {
      return concluded(mention, part, known);
    }
    if (mention.has(Sense.HANDLED)) {
      whole.handled();
      return isApplication(mention) ? whole.all(Totals::handled) : List.of();
    }
    return List.of();
  }

  /** 收到58件，上年结转3件，共计61件. */
  private boolean isTogether(Mention mention) {
    return mention.hasBefore(Sense.SAID)
        && mention.words().stream().allMatch(word -> word.is(Sense.SAID) || word.is(Sense.FILLER))
        && last.areAllThatCameIn();
  }

  /** 收到并答复12件: one number of both. */
  private static boolean isBoth(Mention mention) {
    List<Token> words =
        mention.before().stream()
            .dropWhile(word -> !word.is(Sense.RECEIVED))
            .skip(1)
            .dropWhile(word -> word.is(Sense.AND) || word.is(Sense.FILLER))
            .toList();
    return !words.isEmpty() && words.get(0).is(Sense.CONCLUDED);
  }

  /** 收到12件，其中公开5件 may tell those disclosed in part, too; 公开信息40条 isn't of them. */
  private List<Told> madePublic(Mention mention, boolean part) {
    boolean only =
        mention.words().stream()
            .allMatch(
                word ->
                    word.is(Sense.MADE_PUBLIC)
                        || word.is(Sense.OF_THESE)
                        || word.is(Sense.FILLER) && !ALREADY.contains(text.written(word)));
    boolean among = part || outcomesFollow || whole.isNoMore(mention.quantity().value());
    whole.notAllReceived();
    whole.nothing();
    return only && whole.isReceivedTold() && among && context.topic() == Topic.APPLICATIONS
        ? Totals.madePublic(List.of())
        : List.of();
  }

  /** 2025年，政府信息公开申请12件; 尚有 and 对政府信息公开申请1件 tell of some. */
  private boolean isBare(Mention mention) {
    return (context.isOfThisYear() || mention.has(Sense.SAID))
        && !goesOn
        && !whole.isReceivedTold()
        && last.isNothing()
        && mention.after().isEmpty()
        && mention.before().stream()
            .filter(word -> word.is(Sense.APPLICATION))
            .anyMatch(
                word ->
                    REQUESTS.stream().anyMatch(end -> text.written(word).endsWith(end))
                        || isAskedFor(mention, word))
        && mention.before().stream()
            .allMatch(
                word ->
                    switch (word.sense()) {
                      case APPLICATION, YEAR, THIS_YEAR, OWN, SAID -> true;
                      case FILLER -> NEUTRAL.contains(text.written(word)) || isMark(word);
                      default -> false;
                    });
  }

  /** 依申请公开0件, but 依申请公开4条 may be papers. */
  private boolean isAskedFor(Mention mention, Token word) {
    return ON_REQUEST.stream().anyMatch(text.written(word)::endsWith)
        && CASES.contains(mention.quantity().unit())
        && last.isNone();
  }

  /** （一） and 1. begin an item. */
  private boolean isMark(Token word) {
    return text.written(word).chars().noneMatch(Character::isLetter)
        || ".)、".indexOf(text.at(word.end() - 1)) >= 0;
  }

  /** 收到的12件已答复, and what 2025年收到的申请12件 goes on with, is said of those received. */
  private boolean isOfReceived(Mention mention) {
    return mention.before().stream()
        .anyMatch(word -> word.is(Sense.RECEIVED) && text.at(word.end()) == '的');
  }

  /** 收到57件，撤回39件，受理18件 tells of some. */
  private boolean isAccepted(Mention mention) {
    return whole.isFewer(mention.quantity().value())
        && mention.words().stream()
            .anyMatch(word -> word.is(Sense.RECEIVED) && text.written(word).startsWith(ACCEPTED));
  }

  /** 接到25件，其中受理8件 tells of some; 收到92件，其中新收86件 tells the row. */
  private boolean isAgainReceived(Mention mention) {
    return mention.has(Sense.RECEIVED, Sense.HANDLED)
        && !mention.has(Sense.THIS_YEAR)
        && mention.words().stream()
            .noneMatch(word -> word.is(Sense.RECEIVED) && text.at(word.start()) == '新');
  }

  private List<Told> concluded(Mention mention, boolean part, boolean known) {
    whole.notAllReceived();
    boolean ofSome = carried.isOf(mention) || ofReceived;
    if (ofSome) {
      concluded.ofSome();
    }
    if (ofSome || part && !whole.isHandledTold() || !known) {
      whole.nothing();
      boolean among = part && !ofSome && context.topic() == Topic.APPLICATIONS;
      return among && mention.quantity().value().signum() > 0
          ? Totals.concludedOfReceived()
          : List.of();
    }
    whole.is(
        answersAll(mention)
            ? Totals::answered
            : columns -> List.of(Told.row(FormRow.CONCLUDED, columns)));
    return whole.in(List.of());
  }

  /** 12件均已答复 may be of those received. */
  private boolean answersAll(Mention mention) {
    return mention.hasAfter(Sense.ALL)
        && mention.words().stream().noneMatch(word -> Reading.isConclusion(text, word));
  }
}
