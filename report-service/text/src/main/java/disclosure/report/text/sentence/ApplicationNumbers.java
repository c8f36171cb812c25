package disclosure.report.text.sentence;

import disclosure.report.text.Cell;
import disclosure.report.text.Publisher;
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
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads numbers of table three: what came in, what became of it, and whose it was. */
public final class ApplicationNumbers {

  /** 收到2个自然人的申请 counts persons. */
  private static final Set<String> PERSONS = Set.of("个", "家", "名", "位", "人");

  private static final String ACCEPTED = "受理";
  private static final Set<String> ON_REQUEST = Set.of("依申请公开", "依申请公开政府信息", "依申请公开信息");
  private static final Set<String> CASES = Set.of("件", "宗", "起");
  private static final Set<String> ENTERPRISES = Set.of("企业", "公司");

  private static final Set<String> REQUESTS =
      Set.of("申请", "申请件", "申请事项", "依申请公开事项", "请求", "数量", "总量", "总数", "件数");

  /** 已公开 may say that it was public before. */
  private static final Set<String> ALREADY = Set.of("已", "已经");

  /** What doesn't say that some are meant. */
  private static final Set<String> NEUTRAL =
      Set.of("的", "为", "数", "数量", "件数", "总量", "总", "申请量", "本", "年", "年度", "度");

  private static final Told NOTHING = new Told("", List.of());
  private static final List<Told> CAME_IN =
      List.of(Told.row(FormRow.NEWLY_RECEIVED, List.of()), Told.row(FormRow.CARRIED_IN, List.of()));

  private final Publisher publisher;
  private final Context context;
  private final NormalText text;
  private final NumberlessReader numberless;
  private final ConcludedClaims concluded;

  /** What further numbers are the parts of. */
  private Function<List<ApplicantType>, List<Told>> whole = Totals::received;

  /** Whether what was received was told last, so that 均已办结 is said of all of it. */
  private boolean allReceived;

  /** What was carried over, if that was the number before. */
  private Optional<BigDecimal> carriedBefore = Optional.empty();

  /** The number before, if it isn't known what that counts. */
  private Optional<BigDecimal> unknownBefore = Optional.empty();

  /** Whether that one was a part of what was told before. */
  private boolean unknownPart;

  /** Whether outcomes are told that may be of such a part: 其中涉及水利的7件，予以公开2件. */
  private boolean ofUnknownPart;

  /** How many kinds of organisations were told one after the other. */
  private int organisations;

  /** How many kinds of applicants were told one after the other. */
  private int kinds;

  /** Whether what follows is said of one kind of applicants, or of what came in one way. */
  private boolean ofKind;

  /** Whether it is said of what was received, and not of what was carried in. */
  private boolean ofReceived;

  /** Whether the sentence tells of nothing but what came in and became of it. */
  private boolean flowTold;

  /** Whether the sentence begins with a matter that isn't known. */
  private boolean ofUnknown;

  /** Whether disputes were told of last. */
  private boolean ofDisputes;

  private boolean handledTotal;

  /** Whether the sentence tells what was received. */
  private boolean receivedTold;

  private Optional<BigDecimal> received = Optional.empty();

  /** What came in by the ways that were told since. */
  private BigDecimal byChannels = BigDecimal.ZERO;

  /** The rows of the two numbers before. */
  private final Deque<Told> before = new ArrayDeque<>();

  /** Reasons that the sentence told by themselves. */
  private final Set<Sense> reasonsTold = EnumSet.noneOf(Sense.class);

  /** Outcomes that the number before counts, too. */
  private List<Sense> included = List.of();

  /** Whether the next clause tells what became of those counted, without a number: 1件，延期答复. */
  private boolean goesOn;

  /** Whether the next clause tells an outcome. */
  private boolean outcomesFollow;

  public ApplicationNumbers(
      Publisher publisher,
      Context context,
      NormalText text,
      NumberlessReader numberless,
      ConcludedClaims concluded) {
    this.publisher = publisher;
    this.context = context;
    this.text = text;
    this.numberless = numberless;
    this.concluded = concluded;
  }

  /**
   * At the beginning of a sentence.
   *
   * @param ofFlow whether it tells what came in or was carried over, and nothing else
   * @param ofUnknown whether it begins with another matter
   */
  public void begin(boolean ofFlow, boolean ofUnknown) {
    flowTold = ofFlow;
    this.ofUnknown = ofUnknown;
    unknownBefore = Optional.empty();
    ofUnknownPart = false;
    reasonsTold.clear();
    organisations = 0;
    kinds = 0;
    ofKind = false;
    ofReceived = false;
    ofDisputes = false;
    allReceived = false;
    receivedTold = false;
    received = Optional.empty();
    byChannels = BigDecimal.ZERO;
    before.clear();
  }

  public boolean isAllReceived() {
    return allReceived;
  }

  /** What isn't known to be applications has no kinds and outcomes. */
  public void unknown() {
    allReceived = false;
    whole = Totals::nothing;
  }

  /** 自然人申请10件，法人申请2件 are all kinds together. */
  public void anotherKind() {
    kinds += Math.min(kinds, 1);
  }

  public void notAllReceived() {
    allReceived = false;
  }

  /** What is told next is no part of applications. */
  public void ofOthers() {
    whole = Totals::nothing;
    ofDisputes = true;
  }

  /** （其中网络9件），办结11件 goes on with all of them. */
  public void leaveBracket() {
    kinds = 0;
    ofKind = false;
  }

  /** 收到网上申请9件，答复8件 tells what became of those. */
  public void byChannel(BigDecimal number) {
    byChannels = byChannels.add(number);
    allReceived |= isAll(byChannels);
    kinds += isAll(number) ? 2 : 1;
    ofDisputes = false;
  }

  /** 予以公开38件（含部分公开7件）: the next clause tells what the number before counts, too. */
  public void include(Optional<Clause> next) {
    goesOn =
        next.filter(clause -> clause.opening() != Sense.FULL_STOP)
            .filter(
                clause ->
                    clause.has(Sense.UNKNOWN)
                        || !clause.has(Sense.ALL, Sense.OF_THESE, Sense.QUANTITY)
                            && !(clause.has(Sense.NOT) && clause.hasAny(Reading::isDispute))
                            && !(clause.has(Sense.IN_TIME) && clause.has(Sense.CONCLUDED)))
            .isPresent();
    outcomesFollow = next.filter(clause -> !outcomes(clause.tokens()).isEmpty()).isPresent();
    included =
        next.filter(clause -> clause.has(Sense.INCLUDED))
            .filter(clause -> clause.opening() == Sense.OPENING || clause.opening() == Sense.COMMA)
            .map(clause -> outcomes(clause.tokens()))
            .orElse(List.of());
  }

  /** A semicolon ends the parts: 其中水利类9件；予以公开4件. */
  public void leavePart() {
    unknownPart = false;
  }

  /**
   * Once a number was read, whatever it counts.
   *
   * @param part whether it is a part of the number before
   */
  public void read(Mention mention, List<Told> either, boolean part) {
    if (before.size() > 1) {
      before.removeFirst();
    }
    before.addLast(either.isEmpty() ? NOTHING : either.get(0));
    boolean open = mention.has(Sense.CARRIED, Sense.PENDING);
    if (mention.hasBefore(Sense.REST) && !handledTotal && !open) {
      concluded.ofSome();
    }
    if (mention.quantity().countsItems()) {
      Optional<BigDecimal> number = Optional.of(mention.quantity().value());
      carriedBefore = number.filter(any -> open);
      unknownPart =
          part
              && mention.has(Sense.UNKNOWN)
              && !mention.has(Sense.CHANNEL)
              && outcomes(mention.words()).isEmpty()
              && !context.isKindTold();
      unknownBefore =
          number.filter(
              any -> either.isEmpty() && mention.words().stream().anyMatch(Reading::isOfOthers));
    }
  }

  /**
   * What a number of applications may be the figure of.
   *
   * @param part whether it is a part of the number before
   */
  public List<Told> told(Mention mention, boolean part) {
    List<Token> words = mention.words();
    List<Sense> outcomes = new ArrayList<>(outcomes(words));
    if (!outcomes.isEmpty() && mention.has(Sense.ANSWERED_OPENLY)) {
      outcomes.add(0, Sense.DISCLOSED);
    }
    List<ApplicantType> columns = named(mention, outcomes);
    enter(mention, outcomes, columns);
    if (isOfSome(mention, outcomes, columns)) {
      if (mention.has(Sense.CONCLUDED)) {
        concluded.ofSome();
      }
      return List.of();
    }
    ofUnknownPart |=
        !outcomes.isEmpty()
            && isOfUnknownPart(mention)
            && before.stream().noneMatch(ApplicationNumbers::isOutcome);
    boolean ofCorrections =
        outcomes.equals(List.of(Sense.CORRECTION_OVERDUE)) && unknownBefore.isPresent();
    if (ofUnknownPart && !outcomes.isEmpty() || ofCorrections) {
      return List.of();
    }
    boolean known = flowTold || isApplication(mention);
    if (!known && ofUnknown && !(outcomes.isEmpty() && columns.isEmpty())) {
      return List.of();
    }
    if (!outcomes.isEmpty()) {
      if (mention.words().stream().anyMatch(numberless::isConclusion)) {
        concluded.ofSome();
      }
      return withCategory(words, outcomes, columns, outcome(outcomes, columns));
    }
    if (mention.has(Sense.ANSWERED_OPENLY)) {
      return Totals.answeredOpenly(columns);
    }
    if (mention.has(Sense.CARRIED)) {
      return known ? carried(mention, columns) : List.of();
    }
    if (mention.has(Sense.PENDING)) {
      return known && !isOfUnknown(mention)
          ? List.of(Told.row(FormRow.CARRIED_OUT, columns))
          : List.of();
    }
    if (!columns.isEmpty()) {
      return PERSONS.contains(mention.quantity().unit()) ? List.of() : columns(mention, columns);
    }
    return total(mention, part);
  }

  private List<Told> total(Mention mention, boolean part) {
    if (isTogether(mention)) {
      return List.of(Told.handled(List.of()));
    }
    if (mention.hasBefore(Sense.RECEIVED) && mention.hasBefore(Sense.CONCLUDED)) {
      receivedTold = true;
      return isApplication(mention) && isBoth(mention)
          ? begin(Totals::receivedAndAnswered)
          : List.of();
    }
    if (mention.has(Sense.MADE_PUBLIC)
        && !mention.has(Sense.RECEIVED, Sense.CONCLUDED, Sense.HANDLED)) {
      return madePublic(mention, part);
    }
    if (!part && isBare(mention)) {
      return begin(Totals::handled);
    }
    ofReceived |= isOfReceived(mention);
    if (receivedTold && !handledTotal && (part ? isAgainReceived(mention) : isAccepted(mention))) {
      return List.of();
    }
    if (mention.has(Sense.RECEIVED)) {
      handledTotal = false;
      receivedTold = true;
      received = Optional.of(mention.quantity().value());
      byChannels = BigDecimal.ZERO;
      return isApplication(mention) ? begin(Totals::received) : List.of();
    }
    if (mention.has(Sense.CONCLUDED)) {
      return concluded(mention, part);
    }
    if (mention.has(Sense.HANDLED)) {
      handledTotal = true;
      return isApplication(mention) ? begin(Totals::handled) : List.of();
    }
    return List.of();
  }

  /** 其中征地类3件，正在办理1件 may say what became of those. */
  private boolean isOfUnknown(Mention mention) {
    return unknownBefore
        .filter(some -> mention.quantity().value().compareTo(some) <= 0)
        .isPresent();
  }

  /** 其中涉及水利的7件，予以公开2件 may say what became of those. */
  private boolean isOfUnknownPart(Mention mention) {
    return unknownPart && isOfUnknown(mention);
  }

  private static boolean isOutcome(Told told) {
    return told.cells().stream()
        .anyMatch(
            cell ->
                cell instanceof Cell.Application one && FormRow.outcomeRows().contains(one.row()));
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
                        || word.is(Sense.FILLER) && !ALREADY.contains(written(word)));
    boolean ofReceived =
        part
            || outcomesFollow
            || received.filter(all -> all.compareTo(mention.quantity().value()) >= 0).isPresent();
    allReceived = false;
    whole = Totals::nothing;
    return only && receivedTold && ofReceived && context.topic() == Topic.APPLICATIONS
        ? Totals.madePublic(List.of())
        : List.of();
  }

  /** 2025年，政府信息公开申请12件; 尚有 and 对政府信息公开申请1件 tell of some. */
  private boolean isBare(Mention mention) {
    return (context.isOfThisYear() || mention.has(Sense.SAID))
        && !goesOn
        && !receivedTold
        && before.stream().allMatch(NOTHING::equals)
        && mention.after().isEmpty()
        && mention.before().stream()
            .filter(word -> word.is(Sense.APPLICATION))
            .anyMatch(
                word ->
                    REQUESTS.stream().anyMatch(end -> written(word).endsWith(end))
                        || isAskedFor(mention, word))
        && mention.before().stream()
            .allMatch(
                word ->
                    switch (word.sense()) {
                      case APPLICATION, YEAR, THIS_YEAR, OWN, SAID -> true;
                      case FILLER -> NEUTRAL.contains(written(word)) || isMark(word);
                      default -> false;
                    });
  }

  /** 依申请公开0件, but 依申请公开4条 may be papers. */
  private boolean isAskedFor(Mention mention, Token word) {
    return ON_REQUEST.stream().anyMatch(written(word)::endsWith)
        && CASES.contains(mention.quantity().unit())
        && before.isEmpty();
  }

  /** （一） and 1. begin an item. */
  private boolean isMark(Token word) {
    return written(word).chars().noneMatch(Character::isLetter)
        || ".)、".indexOf(text.at(word.end() - 1)) >= 0;
  }

  private String written(Token word) {
    return text.text().substring(word.start(), word.end());
  }

  /** 收到57件，撤回39件，受理18件 tells of some. */
  private boolean isAccepted(Mention mention) {
    return received.filter(all -> mention.quantity().value().compareTo(all) < 0).isPresent()
        && mention.words().stream()
            .anyMatch(word -> word.is(Sense.RECEIVED) && written(word).startsWith(ACCEPTED));
  }

  /** 接到25件，其中受理8件 tells of some; 收到92件，其中新收86件 tells the row. */
  private boolean isAgainReceived(Mention mention) {
    return mention.has(Sense.RECEIVED, Sense.HANDLED)
        && !mention.has(Sense.THIS_YEAR)
        && mention.words().stream()
            .noneMatch(word -> word.is(Sense.RECEIVED) && text.at(word.start()) == '新');
  }

  /** 收到58件，上年结转3件，共计61件. */
  private boolean isTogether(Mention mention) {
    return mention.hasBefore(Sense.SAID)
        && mention.words().stream().allMatch(word -> word.is(Sense.SAID) || word.is(Sense.FILLER))
        && before.containsAll(CAME_IN);
  }

  private List<Told> concluded(Mention mention, boolean part) {
    allReceived = false;
    boolean ofCarried = isOfCarried(mention) || ofReceived;
    if (ofCarried) {
      concluded.ofSome();
    }
    if (ofCarried || part && !handledTotal || !flowTold && !isApplication(mention)) {
      whole = Totals::nothing;
      boolean among = part && !ofCarried && context.topic() == Topic.APPLICATIONS;
      return among && mention.quantity().value().signum() > 0
          ? Totals.concludedOfReceived()
          : List.of();
    }
    whole =
        answersAll(mention)
            ? Totals::answered
            : columns -> List.of(Told.row(FormRow.CONCLUDED, columns));
    return whole.apply(List.of());
  }

  /** 上年结转6件，已办结6件 may say what became of those. */
  private boolean isOfCarried(Mention mention) {
    return !mention.hasBefore(Sense.SAID)
        && carriedBefore
            .filter(open -> mention.quantity().value().compareTo(open) <= 0)
            .isPresent();
  }

  private List<Told> columns(Mention mention, List<ApplicantType> columns) {
    if (mention.has(Sense.MADE_PUBLIC)
        && !mention.has(Sense.RECEIVED, Sense.CONCLUDED, Sense.HANDLED)) {
      return List.of();
    }
    if (mention.has(Sense.CONCLUDED)) {
      return Totals.answered(columns);
    }
    if (mention.has(Sense.RECEIVED)) {
      whole = Totals::received;
    }
    return whole.apply(columns);
  }

  /** 自然人申请70件，予以公开25件 tells outcomes of natural persons alone. */
  private void enter(Mention mention, List<Sense> outcomes, List<ApplicantType> columns) {
    boolean kind =
        outcomes.isEmpty() && (!columns.isEmpty() || kinds > 0 && namesEnterprise(mention));
    boolean named = mention.has(Sense.APPLICATION, Sense.SOME_APPLICATION);
    ofKind =
        columns.isEmpty()
            && !kind
            && !(named && mention.has(Sense.RECEIVED))
            && (ofKind || kinds == 1);
    kinds = !kind ? 0 : isAll(mention.quantity().value()) ? 2 : kinds + 1;
    ofDisputes &= !named && outcomes.isEmpty();
  }

  /** The columns that its words name. */
  private List<ApplicantType> named(Mention mention, List<Sense> outcomes) {
    List<ApplicantType> columns =
        mention.words().stream()
            .flatMap(word -> word.sense().columns().stream())
            .distinct()
            .toList();
    if (columns.stream().anyMatch(ApplicantType::isOrganization)) {
      organisations++;
      return columns;
    }
    boolean other = columns.isEmpty() && outcomes.isEmpty() && namesOtherColumn(mention);
    boolean last = other && organisations > 1;
    organisations = 0;
    return last ? List.of(ApplicantType.OTHER_ORGANIZATION) : columns;
  }

  /** 法律服务机构申请13件，其他申请34件: the last column, after others of organisations. */
  private static boolean namesOtherColumn(Mention mention) {
    return mention.hasBefore(Sense.REST)
        && mention.words().stream()
            .allMatch(
                word ->
                    word.is(Sense.REST)
                        || word.is(Sense.SOME_APPLICATION)
                        || word.is(Sense.FILLER));
  }

  /** 自然人34件，企业1件 goes on with another kind of applicants. */
  private boolean namesEnterprise(Mention mention) {
    return mention.before().stream().anyMatch(word -> ENTERPRISES.contains(written(word)))
        && !mention.has(Sense.RECEIVED, Sense.CONCLUDED, Sense.CARRIED, Sense.PENDING);
  }

  /** Whether it is known to be said of a part, or of disputes. */
  private boolean isOfSome(Mention mention, List<Sense> outcomes, List<ApplicantType> columns) {
    boolean became = mention.has(Sense.CONCLUDED, Sense.CARRIED, Sense.PENDING);
    return ofDisputes && columns.isEmpty()
        || ofKind && (became || !outcomes.isEmpty())
        || became && outcomes.isEmpty() && columns.isEmpty() && namesReason(mention);
  }

  /** 收到12件，其中网络申请12件 names no part. */
  private boolean isAll(BigDecimal number) {
    return received.filter(all -> all.compareTo(number) == 0).isPresent();
  }

  /** 答复“信息不存在”的18件. */
  private boolean namesReason(Mention mention) {
    return mention.words().stream()
        .map(word -> text.text().substring(word.start(), word.end()))
        .anyMatch(word -> word.contains("不存在") || word.contains("原因"));
  }

  /** 收到的12件已答复, and what 2025年收到的申请12件 goes on with, is said of those received. */
  private boolean isOfReceived(Mention mention) {
    return mention.before().stream()
        .anyMatch(word -> word.is(Sense.RECEIVED) && text.at(word.end()) == '的');
  }

  /** 12件均已答复 may be of those received. */
  private boolean answersAll(Mention mention) {
    return mention.hasAfter(Sense.ALL)
        && mention.words().stream().noneMatch(numberless::isConclusion);
  }

  private List<Told> begin(Function<List<ApplicantType>, List<Told>> total) {
    whole = total;
    allReceived = true;
    return total.apply(List.of());
  }

  private boolean isApplication(Mention mention) {
    return context.topic() == Topic.APPLICATIONS
        || mention.has(Sense.APPLICATION, Sense.SOME_APPLICATION);
  }

  /** Where a reason stands beside 不予公开 and the like, the reason's own row is told. */
  private static List<Sense> outcomes(List<Token> words) {
    List<Sense> all = words.stream().map(Token::sense).filter(Sense::isOutcome).distinct().toList();
    List<Sense> reasons = all.stream().filter(sense -> !sense.isCategory()).toList();
    return reasons.isEmpty() ? all : reasons;
  }

  private List<Told> outcome(List<Sense> outcomes, List<ApplicantType> columns) {
    allReceived = false;
    List<Sense> more = new ArrayList<>(outcomes);
    included.stream()
        .filter(each -> outcomes.stream().noneMatch(of -> of.rows().containsAll(each.rows())))
        .forEach(more::add);
    List<FormRow> others = others(outcomes);
    outcomes.stream().filter(each -> !each.isCategory()).forEach(reasonsTold::add);
    if (!others.isEmpty()) {
      whole =
          columnsOf ->
              List.of(
                  Told.outcomes(outcomes, columnsOf),
                  Told.rows(others.get(0).label(), others, columnsOf),
                  Told.row(others.get(others.size() - 1), columnsOf));
      return whole.apply(columns);
    }
    whole =
        more.size() == outcomes.size()
            ? columnsOf -> List.of(Told.outcomes(outcomes, columnsOf))
            : columnsOf ->
                List.of(Told.outcomes(more, columnsOf), Told.outcomes(outcomes, columnsOf));
    return whole.apply(columns);
  }

  /** 逾期未补正2件，其他处理5件: what the category has beside the reasons told before; maybe none. */
  private List<FormRow> others(List<Sense> outcomes) {
    if (outcomes.size() != 1 || !outcomes.get(0).isCategory()) {
      return List.of();
    }
    List<FormRow> rows = new ArrayList<>(outcomes.get(0).rows());
    boolean told =
        reasonsTold.stream().map(each -> rows.removeAll(each.rows())).anyMatch(any -> any);
    return told ? rows : List.of();
  }

  /** 因不掌握等原因无法提供21件 names a reason as an example of what it counts, or the one there is. */
  private List<Told> withCategory(
      List<Token> words, List<Sense> outcomes, List<ApplicantType> columns, List<Told> told) {
    List<Sense> categories =
        words.stream().map(Token::sense).filter(Sense::isCategory).distinct().toList();
    if (told.isEmpty() || categories.isEmpty() || outcomes.stream().anyMatch(Sense::isCategory)) {
      return told;
    }
    List<Told> either = new ArrayList<>(told);
    boolean example = words.stream().anyMatch(this::isAndOthers);
    either.add(example ? 0 : either.size(), Told.outcomes(categories, columns));
    return List.copyOf(either);
  }

  private boolean isAndOthers(Token word) {
    return word.is(Sense.FILLER) && text.at(word.start()) == '等';
  }

  private List<Told> carried(Mention mention, List<ApplicantType> columns) {
    if (mention.hasBefore(Sense.CONCLUDED) && !isToBeConcluded(mention)) {
      return List.of();
    }
    List<Integer> years =
        mention.words().stream()
            .filter(word -> word.is(Sense.YEAR))
            .map(word -> word.quantity().orElseThrow().value().intValue())
            .toList();
    boolean before = mention.has(Sense.LAST_YEAR) || isCarried(years, publisher.year() - 1);
    boolean next = mention.has(Sense.NEXT_YEAR) || isCarried(years, publisher.year() + 1);
    if (mention.hasBefore(Sense.RECEIVED)) {
      boolean together = mention.hasBefore(Sense.AND, Sense.PAUSE, Sense.SAID, Sense.INCLUDED);
      Told all = Told.handled(columns);
      if (next) {
        return List.of();
      }
      return together ? List.of(all) : List.of(Told.row(FormRow.CARRIED_IN, columns), all);
    }
    if (before && next) {
      return List.of();
    }
    List<FormRow> rows =
        before
            ? List.of(FormRow.CARRIED_IN)
            : next
                ? List.of(FormRow.CARRIED_OUT)
                : List.of(FormRow.CARRIED_OUT, FormRow.CARRIED_IN);
    Function<List<ApplicantType>, List<Told>> further = whole;
    whole =
        columnsOf ->
            Stream.concat(
                    rows.stream().map(row -> Told.row(row, columnsOf)),
                    further.apply(columnsOf).stream())
                .toList();
    return rows.stream().map(row -> Told.row(row, columns)).toList();
  }

  /** 结转下一年答复1件. */
  private static boolean isToBeConcluded(Mention mention) {
    List<Sense> senses =
        mention.before().stream()
            .map(Token::sense)
            .filter(sense -> sense != Sense.FILLER && sense != Sense.TO)
            .toList();
    int carried = senses.indexOf(Sense.CARRIED);
    return carried >= 0
        && senses.indexOf(Sense.CONCLUDED) == carried + 2
        && senses.get(carried + 1) == Sense.NEXT_YEAR;
  }

  /** Whether the other of two years is named: 2024年结转至2025年; by itself, or with the report's. */
  private boolean isCarried(List<Integer> years, int other) {
    return years.contains(other)
        && years.stream().allMatch(year -> year == other || year == publisher.year());
  }
}
