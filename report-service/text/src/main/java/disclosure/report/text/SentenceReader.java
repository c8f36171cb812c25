package disclosure.report.text;

import disclosure.report.text.Cell.ProactiveItem;
import disclosure.report.text.Clause.Mention;
import disclosure.report.text.Context.Topic;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads one paragraph clause by clause into claims. */
final class SentenceReader {

  /** 收到2个自然人的申请 counts persons. */
  private static final Set<String> PERSONS = Set.of("个", "家", "名", "位", "人");

  private final Publisher publisher;
  private final NormalText text;
  private final List<Clause> clauses;
  private final Context context;
  private final List<Claim> claims = new ArrayList<>();
  private final PartsReader parts;
  private final Quoting quoting;
  private final NumberlessReader numberless;
  private final YearsTold years;

  /** What further numbers are the parts of. */
  private Function<List<ApplicantType>, List<Told>> whole = Totals::received;

  private Optional<Sense> disputes = Optional.empty();

  /** Whether the sentence tells what the organ did with disputes of others. */
  private boolean reviewing;

  private Optional<Sense> documents = Optional.empty();
  private final Deque<List<Told>> inTurn = new ArrayDeque<>();
  private Optional<BigDecimal> lastNumber = Optional.empty();

  /** Numbers of one list, up to the last: 予以公开31件、部分公开7件. */
  private final List<BigDecimal> list = new ArrayList<>();

  private final List<BigDecimal> numbers = new ArrayList<>();
  private Optional<Boolean> allOfNew = Optional.empty();

  /** Whether the sentence leaves some out: 除2件外. */
  private boolean exceptions;

  /** Whether the next number is a part of the one before. */
  private boolean introduced;

  /** Whether the clause before ends with 中. */
  private boolean within;

  /** Whether the number that is read is a part of the one before. */
  private boolean part;

  /** What was carried over, if that was the number before. */
  private Optional<BigDecimal> carriedBefore = Optional.empty();

  /** What the sentence says was concluded. */
  private final List<Claim.Figure> concluded = new ArrayList<>();

  private final Flow flow = new Flow();
  private final Bases bases = new Bases();

  /** Whether it says so of some as well. */
  private boolean someConcluded;

  /** How many kinds of applicants were told one after the other. */
  private int kinds;

  /** Whether outcomes are those of one kind of applicants. */
  private boolean ofKind;

  private boolean handledTotal;
  private boolean unclear;
  private boolean ofUnclear;
  private List<Sense> included = List.of();

  /**
   * For one paragraph.
   *
   * @param headed whether a heading before it says that it is about another business
   */
  SentenceReader(Paragraph paragraph, Publisher publisher, Lexicon lexicon, boolean headed) {
    this.publisher = publisher;
    this.text = NormalText.of(paragraph.text());
    this.clauses = Clause.of(Tokenizer.tokens(text, lexicon));
    this.context = new Context(publisher, text, headed);
    this.quoting = new Quoting(paragraph, text);
    this.parts = new PartsReader(quoting::quote);
    this.numberless = new NumberlessReader(context, text, quoting);
    this.years = new YearsTold(quoting, context, publisher.year());
  }

  List<Claim> read() {
    for (int at = 0; at < clauses.size(); at++) {
      Clause clause = clauses.get(at);
      context.enter(clause);
      years.add(clause);
      if (clause.opening() == Sense.FULL_STOP) {
        begin();
      }
      List<Mention> mentions = clause.mentions();
      enter(clause, mentions);
      included = at + 1 < clauses.size() ? included(clauses.get(at + 1)) : List.of();
      for (Mention mention : mentions) {
        mention(clause, mention);
      }
      if (mentions.stream().noneMatch(mention -> mention.quantity().countsItems())) {
        claims.addAll(numberless.claims(clause, exceptions, allOfNew.isPresent()));
      }
      numberless.allInTime(clause, exceptions).ifPresent(claims::add);
    }
    settle();
    claims.addAll(parts.claims(clauses));
    return claims;
  }

  /** Whether a heading of this paragraph says the same of the next, once this one is read. */
  boolean headsNext() {
    return context.headsNext();
  }

  /** Which years it told of, once it is read. */
  YearsTold years() {
    return years;
  }

  /** Where several numbers of one sentence are concluded, each is of something of its own. */
  private void settle() {
    if (someConcluded || concluded.stream().map(Claim.Figure::said).distinct().count() > 1) {
      claims.removeAll(concluded);
    }
    concluded.stream().filter(flow::isOfReceived).forEach(claims::remove);
    flow.clear();
    concluded.clear();
    someConcluded = false;
  }

  private void enter(Clause clause, List<Mention> mentions) {
    exceptions |= clause.has(Sense.EXCEPT);
    introduced |=
        clause.opening() == Sense.OPENING
            || clause.has(Sense.OF_THESE) && mentions.isEmpty()
            || within;
    within =
        !clause.tokens().isEmpty() && isWithin(clause.tokens().get(clause.tokens().size() - 1));
    boolean tells =
        clause.tokens().stream().anyMatch(word -> Reading.tells(word.sense()) || isForeign(word));
    if (mentions.isEmpty() && tells) {
      lastNumber = Optional.empty();
      list.clear();
    }
  }

  /** 申请中，… tells parts of them. */
  private boolean isWithin(Token word) {
    return text.text().substring(word.start(), word.end()).equals("中");
  }

  /** 予以公开38件（含部分公开7件）: the outcomes that the number before counts, too. */
  private static List<Sense> included(Clause next) {
    return next.has(Sense.INCLUDED)
            && (next.opening() == Sense.OPENING || next.opening() == Sense.COMMA)
        ? outcomes(next.tokens())
        : List.of();
  }

  private void begin() {
    settle();
    bases.begin();
    carriedBefore = Optional.empty();
    exceptions = false;
    kinds = 0;
    ofKind = false;
    ofUnclear = false;
    part = false;
    list.clear();
    disputes = Optional.empty();
    reviewing = false;
    documents = Optional.empty();
    inTurn.clear();
    lastNumber = Optional.empty();
    allOfNew = Optional.empty();
  }

  private void mention(Clause clause, Mention mention) {
    Quantity quantity = mention.quantity();
    boolean begins =
        introduced
            || mention.hasBefore(Sense.OF_THESE, Sense.REST)
            || mention.before().stream().limit(1).anyMatch(this::isWithin);
    part = begins || part && isStep(mention) && !isAnew(clause, mention);
    introduced = false;
    if (quantity.isPercentage()) {
      percentage(clause, mention);
      list.clear();
      return;
    }
    boolean charges = mention.hasBefore(Sense.CHARGES) && quantity.isMoney();
    List<Told> either = List.of();
    if (context.isOfThisReport() && !isCompared(mention) && !mention.hasBefore(Sense.NOT)) {
      if (charges && !isUnclear(mention)) {
        either = List.of(Told.proactive(ProactiveItem.CHARGES_YUAN));
      } else if (quantity.countsItems()) {
        either = counted(clause, mention, begins);
      }
    }
    if (!either.isEmpty() && !quantity.approximate()) {
      Claim.Figure claim = new Claim.Figure(quoting.quote(mention), quantity.value(), either);
      claims.add(claim);
      flow.add(claim);
      if (quantity.countsItems()) {
        boolean listed = mention.words().stream().anyMatch(SentenceReader::isListed);
        bases.add(either.get(0), quantity.value(), begins, listed);
      }
      if (isConcluded(either)) {
        concluded.add(claim);
      }
    }
    if (mention.hasBefore(Sense.REST) && !handledTotal) {
      someConcluded = true;
    }
    if (quantity.countsItems()) {
      boolean open = mention.has(Sense.CARRIED, Sense.PENDING);
      carriedBefore = open ? Optional.of(quantity.value()) : Optional.empty();
      if (!isCompared(mention)) {
        numbers.add(quantity.value());
        if (mention.words().stream().noneMatch(SentenceReader::isListed)) {
          list.clear();
        }
        list.add(quantity.value());
      }
      lastNumber =
          either.isEmpty() || quantity.approximate()
              ? Optional.empty()
              : Optional.of(quantity.value());
    }
  }

  /** 收到86件（含上年结转6件）；本年办结88件 tells no part of what was received. */
  private static boolean isAnew(Clause clause, Mention mention) {
    return clause.opening() == Sense.SEMICOLON && mention.hasBefore(Sense.THIS_YEAR, Sense.SAID);
  }

  private static boolean isConcluded(List<Told> either) {
    return either.get(0).equals(Told.row(FormRow.CONCLUDED, List.of()));
  }

  private static boolean isListed(Token word) {
    return word.sense().isOutcome() || word.sense().isColumn();
  }

  private static boolean isStep(Mention mention) {
    return mention.has(Sense.CARRIED, Sense.PENDING, Sense.CONCLUDED);
  }

  private static boolean isCompared(Mention mention) {
    return mention.hasBefore(Sense.COMPARED)
        || mention.after().stream()
            .takeWhile(word -> !word.is(Sense.UNKNOWN))
            .anyMatch(word -> word.is(Sense.COMPARED) && isComparison(word));
  }

  /** 相比 after a number makes it the one that is compared with; 同比 begins another number. */
  private static boolean isComparison(Token word) {
    return word.end() - word.start() == 2 && word.is(Sense.COMPARED);
  }

  /** Whether words stand by that the lexicon doesn't have, so that it may count anything. */
  private static boolean isUnclear(Mention mention) {
    boolean before = mention.before().stream().anyMatch(SentenceReader::isForeign);
    boolean told = mention.before().stream().anyMatch(word -> Reading.tells(word.sense()));
    return before
        || !told && untilTold(mention.after()).stream().anyMatch(SentenceReader::isForeign);
  }

  /** Whether it may be of something that the tables don't count. */
  static boolean isForeign(Token word) {
    return word.is(Sense.UNKNOWN) || Reading.isForeign(word.sense()) || word.is(Sense.REVIEWS);
  }

  private static List<Token> untilTold(List<Token> after) {
    int last = -1;
    for (int at = 0; at < after.size(); at++) {
      if (Reading.tells(after.get(at).sense())) {
        last = at;
      }
    }
    return after.subList(0, last + 1);
  }

  private List<Told> counted(Clause clause, Mention mention, boolean begins) {
    boolean goesOn = mention.words().stream().allMatch(word -> isConnecting(word.sense()));
    if (goesOn && !inTurn.isEmpty()) {
      return inTurn.remove();
    }
    inTurn.clear();
    boolean ofUnclearBefore = begins ? unclear : ofUnclear && !mention.has(Sense.RECEIVED);
    unclear = isUnclear(mention);
    ofUnclear =
        ofUnclearBefore || unclear && mention.has(Sense.APPLICATION, Sense.SOME_APPLICATION);
    if (unclear || mention.has(Sense.SELECTING)) {
      someConcluded |= mention.has(Sense.CONCLUDED);
      allOfNew = Optional.empty();
      whole = Totals::nothing;
      return List.of();
    }
    if (ofUnclear) {
      return List.of();
    }
    return mention.hasBefore(Sense.RESPECTIVELY)
        ? respectively(clause, mention)
        : told(clause, mention);
  }

  /** 新收、办结分别为86件、88件: each name has a number of its own. */
  private List<Told> respectively(Clause clause, Mention mention) {
    List<List<Token>> names = new ArrayList<>(List.of(new ArrayList<>()));
    List<Token> ofAll = new ArrayList<>();
    boolean named = true;
    for (Token word : mention.before()) {
      if (word.is(Sense.RESPECTIVELY)) {
        named = false;
      } else if (!named) {
        ofAll.add(word);
      } else if (word.is(Sense.PAUSE) || word.is(Sense.AND)) {
        names.add(new ArrayList<>());
      } else {
        names.get(names.size() - 1).add(word);
      }
    }
    if (names.size() < 2) {
      return List.of();
    }
    for (List<Token> name : names) {
      name.addAll(ofAll);
      inTurn.add(told(clause, new Mention(mention.number(), name, List.of())));
    }
    allOfNew = Optional.empty();
    return inTurn.remove();
  }

  private List<Told> told(Clause clause, Mention mention) {
    List<Told> proactive = proactive(clause, mention);
    if (!proactive.isEmpty()) {
      return proactive;
    }
    List<Told> dispute = dispute(clause, mention);
    if (!dispute.isEmpty()
        || mention.words().stream().anyMatch(w -> Reading.isDispute(w.sense()))) {
      return dispute;
    }
    if (context.topic() == Topic.ANOTHER || isOther(mention)) {
      allOfNew = Optional.empty();
      return List.of();
    }
    return application(mention);
  }

  private static boolean isOther(Mention mention) {
    return mention.has(Sense.CHANNEL, Sense.SHARE, Sense.RATE, Sense.FEE, Sense.FEE_NOTICE)
        || mention.words().stream()
            .anyMatch(word -> Reading.isDecision(word.sense()) || Reading.isDocument(word.sense()));
  }

  private List<Told> application(Mention mention) {
    List<Token> words = mention.words();
    List<Sense> outcomes = new ArrayList<>(outcomes(words));
    if (!outcomes.isEmpty() && mention.has(Sense.ANSWERED_OPENLY)) {
      outcomes.add(0, Sense.DISCLOSED);
    }
    List<ApplicantType> columns =
        words.stream().flatMap(word -> word.sense().columns().stream()).distinct().toList();
    enter(outcomes, columns);
    if (!outcomes.isEmpty()) {
      return withCategory(words, outcomes, columns, outcome(outcomes, columns));
    }
    if (mention.has(Sense.ANSWERED_OPENLY)) {
      return Totals.answeredOpenly(columns);
    }
    if (mention.has(Sense.CARRIED)) {
      return carried(mention, columns);
    }
    if (mention.has(Sense.PENDING)) {
      return List.of(Told.row(FormRow.CARRIED_OUT, columns));
    }
    if (!columns.isEmpty()) {
      return PERSONS.contains(mention.quantity().unit()) ? List.of() : columns(mention, columns);
    }
    if (mention.hasBefore(Sense.RECEIVED) && mention.hasBefore(Sense.CONCLUDED)) {
      return List.of();
    }
    if (mention.has(Sense.RECEIVED)) {
      handledTotal = false;
      return isApplication(words) ? begin(Totals::received) : List.of();
    }
    if (mention.has(Sense.CONCLUDED)) {
      allOfNew = Optional.empty();
      boolean some = isOfCarried(mention);
      someConcluded |= some;
      if (some || part && !handledTotal) {
        whole = Totals::nothing;
        return List.of();
      }
      whole =
          answersAll(mention)
              ? Totals::answered
              : columnsOf -> List.of(Told.row(FormRow.CONCLUDED, columnsOf));
      return whole.apply(List.of());
    }
    if (mention.has(Sense.HANDLED)) {
      handledTotal = true;
      return isApplication(words) ? begin(Totals::handled) : List.of();
    }
    return List.of();
  }

  /** 上年结转6件，已办结6件 may say what became of those. */
  private boolean isOfCarried(Mention mention) {
    return !mention.hasBefore(Sense.SAID)
        && carriedBefore
            .filter(open -> mention.quantity().value().compareTo(open) <= 0)
            .isPresent();
  }

  private List<Told> columns(Mention mention, List<ApplicantType> columns) {
    if (mention.has(Sense.MADE_PUBLIC)) {
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
  private void enter(List<Sense> outcomes, List<ApplicantType> columns) {
    boolean kind = outcomes.isEmpty() && !columns.isEmpty();
    ofKind = !outcomes.isEmpty() && columns.isEmpty() && (ofKind || kinds == 1);
    kinds = kind ? kinds + 1 : 0;
  }

  /** 12件均已答复 may be of those received. */
  private boolean answersAll(Mention mention) {
    return mention.hasAfter(Sense.ALL)
        && mention.words().stream().noneMatch(numberless::isConclusion);
  }

  private static boolean isConnecting(Sense sense) {
    return sense == Sense.AND || sense == Sense.FILLER || sense == Sense.SAID;
  }

  private List<Told> begin(Function<List<ApplicantType>, List<Told>> total) {
    whole = total;
    allOfNew = Optional.of(true);
    return total.apply(List.of());
  }

  private boolean isApplication(List<Token> words) {
    return context.topic() == Topic.APPLICATIONS
        || Clause.anyOf(words, Sense.APPLICATION, Sense.SOME_APPLICATION);
  }

  /** Where a reason stands beside 不予公开 and the like, the reason's own row is told. */
  private static List<Sense> outcomes(List<Token> words) {
    List<Sense> all = words.stream().map(Token::sense).filter(Sense::isOutcome).distinct().toList();
    List<Sense> reasons = all.stream().filter(sense -> !sense.isCategory()).toList();
    return reasons.isEmpty() ? all : reasons;
  }

  private List<Told> outcome(List<Sense> outcomes, List<ApplicantType> columns) {
    allOfNew = Optional.empty();
    if (ofKind) {
      return List.of();
    }
    List<Sense> more = new ArrayList<>(outcomes);
    included.stream()
        .filter(each -> outcomes.stream().noneMatch(of -> of.rows().containsAll(each.rows())))
        .forEach(more::add);
    whole =
        more.size() == outcomes.size()
            ? columnsOf -> List.of(Told.outcomes(outcomes, columnsOf))
            : columnsOf ->
                List.of(Told.outcomes(more, columnsOf), Told.outcomes(outcomes, columnsOf));
    return whole.apply(columns);
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
    if (mention.hasBefore(Sense.CONCLUDED)) {
      return List.of();
    }
    Optional<Integer> year =
        mention.words().stream()
            .filter(word -> word.is(Sense.YEAR))
            .map(word -> word.quantity().orElseThrow().value().intValue())
            .reduce((first, last) -> last);
    boolean before = mention.has(Sense.LAST_YEAR) || year.equals(Optional.of(publisher.year() - 1));
    boolean next = mention.has(Sense.NEXT_YEAR) || year.equals(Optional.of(publisher.year() + 1));
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

  private List<Told> dispute(Clause clause, Mention mention) {
    List<Sense> kinds =
        mention.words().stream().map(Token::sense).filter(Reading::isDispute).distinct().toList();
    Optional<Sense> result =
        mention.words().stream().map(Token::sense).filter(Reading::isResult).findFirst();
    boolean reviews =
        clause.has(Sense.RECEIVED, Sense.REVIEWS)
            || clause.hasAny(Reading::isAnswer)
            || context.topic() == Topic.ANOTHER && !clause.has(Sense.TOPIC, Sense.APPLICATION);
    reviewing = reviews || reviewing && !clause.has(Sense.PASSIVE);
    if (!kinds.isEmpty()) {
      whole = Totals::nothing;
      disputes = reviewing ? Optional.empty() : Optional.of(kinds.get(0));
    }
    if (disputes.isEmpty() || reviewing) {
      return List.of();
    }
    if (kinds.size() > 1
        && kinds.contains(Sense.LITIGATION)
        && kinds.contains(Sense.RECONSIDERATION)) {
      return List.of(
          Told.disputes("行政复议”和“行政诉讼", OtherTables.column(result), DisputeKind.values()));
    }
    if (kinds.isEmpty() && result.isEmpty()) {
      return List.of();
    }
    return OtherTables.disputes(disputes.get(), OtherTables.column(result));
  }

  private List<Told> proactive(Clause clause, Mention mention) {
    mention.words().stream()
        .map(Token::sense)
        .filter(Reading::isDocument)
        .findFirst()
        .ifPresent(kind -> documents = Optional.of(kind));
    boolean decided =
        mention.has(Sense.DECIDED)
            || clause.tokens().stream().filter(t -> Reading.isDecision(t.sense())).count() > 0
                && clause.has(Sense.DECIDED);
    List<Sense> decisions =
        mention.words().stream().map(Token::sense).filter(Reading::isDecision).toList();
    boolean published = mention.quantity().unit().equals("条");
    boolean single = decisions.size() == 1 && !published;
    if (single && !mention.has(Sense.RECEIVED, Sense.HANDLED, Sense.CONCLUDED)) {
      return decided || decisions.contains(Sense.COERCION)
          ? List.of(Told.proactive(OtherTables.decision(decisions.get(0))))
          : List.of();
    }
    if (documents.isEmpty()) {
      return List.of();
    }
    boolean regulations = documents.get() == Sense.REGULATION;
    List<Sense> what =
        mention.words().stream()
            .map(Token::sense)
            .filter(
                sense ->
                    sense == Sense.ISSUED || sense == Sense.REPEALED || sense == Sense.IN_FORCE)
            .distinct()
            .toList();
    if (what.size() != 1) {
      return List.of();
    }
    return List.of(Told.proactive(OtherTables.document(regulations, what.get(0))));
  }

  private void percentage(Clause clause, Mention mention) {
    Quantity quantity = mention.quantity();
    boolean approximate =
        quantity.approximate() || mention.before().stream().anyMatch(this::isAbout);
    if (!context.isOfThisReport() || isCompared(mention) || isUnclear(mention)) {
      lastNumber = Optional.empty();
      return;
    }
    boolean bracketed = clause.opening() == Sense.OPENING && mention.before().isEmpty();
    boolean another =
        mention.hasBefore(Sense.RESPECTIVELY)
            || mention.before().stream()
                .takeWhile(word -> !word.is(Sense.SHARE))
                .anyMatch(word -> Reading.tells(word.sense()));
    if (lastNumber.isPresent() && (mention.hasBefore(Sense.SHARE) && !another || bracketed)) {
      claims.add(
          new Claim.Share(
              quoting.quote(mention),
              quantity.value(),
              approximate,
              shared(mention, lastNumber.get()),
              List.copyOf(numbers),
              bases.of(mention)));
    } else if (mention.hasBefore(Sense.RATE) && context.topic() != Topic.ANOTHER) {
      String rate = words(mention, Sense.RATE);
      boolean whole = quantity.value().compareTo(BigDecimal.valueOf(100)) == 0;
      if (rate.equals("办结率") && !clause.has(Sense.IN_TIME)) {
        claims.add(new Claim.Rate(quoting.quote(mention), quantity.value(), approximate));
      } else if (whole && (rate.contains("按") || clause.has(Sense.IN_TIME))) {
        claims.add(new Claim.AllInTime(quoting.quote(mention)));
      }
    }
    lastNumber = Optional.empty();
  }

  /** The number before, or it and those before it in the list together. */
  private List<BigDecimal> shared(Mention mention, BigDecimal last) {
    boolean together =
        mention.before().stream()
            .takeWhile(word -> !word.is(Sense.SHARE))
            .anyMatch(word -> word.is(Sense.SAID));
    Deque<BigDecimal> parts = new ArrayDeque<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (int at = list.size() - 1; at >= 0; at--) {
      sum = sum.add(list.get(at));
      if (together) {
        parts.addFirst(sum);
      } else {
        parts.addLast(sum);
      }
    }
    return parts.isEmpty() ? List.of(last) : List.copyOf(parts);
  }

  private boolean isAbout(Token word) {
    return text.text().substring(word.start(), word.end()).contains("约");
  }

  private String words(Mention mention, Sense sense) {
    return mention.before().stream()
        .filter(word -> word.is(sense))
        .map(word -> text.text().substring(word.start(), word.end()))
        .findFirst()
        .orElse("");
  }
}
