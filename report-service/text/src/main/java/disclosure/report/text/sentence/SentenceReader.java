package disclosure.report.text.sentence;

import disclosure.report.text.Cell.ProactiveItem;
import disclosure.report.text.Paragraph;
import disclosure.report.text.Publisher;
import disclosure.report.text.application.ApplicationNumbers;
import disclosure.report.text.claim.Claim;
import disclosure.report.text.claim.ConcludedClaims;
import disclosure.report.text.claim.Told;
import disclosure.report.text.claim.Totals;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.clause.Context;
import disclosure.report.text.clause.Context.Topic;
import disclosure.report.text.clause.PartOf;
import disclosure.report.text.clause.Quoting;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.share.PartsReader;
import disclosure.report.text.share.PercentageReader;
import disclosure.report.text.word.Lexicon;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Quantity;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.report.text.word.Tokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one paragraph clause by clause into claims. */
public final class SentenceReader {

  private static final String CITIZENS = "公民";
  private static final Set<String> MATTERS = Set.of("类", "方面", "领域", "的");

  private final NormalText text;
  private final List<Clause> clauses;
  private final Context context;
  private final List<Claim> claims = new ArrayList<>();
  private final PartsReader parts;
  private final Quoting quoting;
  private final NumberlessReader numberless;
  private final YearsTold years;
  private final PartOf partOf;
  private final ConcludedClaims concluded = new ConcludedClaims();
  private final SettledLater later;
  private final Unclear unclear;
  private final ApplicationNumbers applications;
  private final DisputeReader disputes;
  private final ProactiveReader proactive;
  private final PercentageReader percentages;

  /** What the next numbers are the figures of, one for each name before 分别. */
  private final Deque<List<Told>> inTurn = new ArrayDeque<>();

  /** Whether the sentence leaves some out: 除2件外. */
  private boolean exceptions;

  /** Whether the sentence began with a kind of matters: 征地类，收到30件. */
  private boolean ofMatter;

  /** Whether the sentence counts one thing. */
  private boolean oneNumber;

  /** What the total before says, if it doesn't say that it is of applications for information. */
  private Optional<Claim.Figure> unnamedTotal = Optional.empty();

  /** How many brackets the clause stands in. */
  private int depth;

  /**
   * For one paragraph.
   *
   * @param headed what a heading before it says that it is about
   */
  public SentenceReader(Paragraph paragraph, Publisher publisher, Lexicon lexicon, Topic headed) {
    this.text = NormalText.of(paragraph.text());
    this.clauses = Clause.of(Tokenizer.tokens(text, lexicon));
    this.context = new Context(publisher, text, headed);
    this.quoting = new Quoting(paragraph, text);
    this.parts = new PartsReader(quoting::quote);
    this.numberless = new NumberlessReader(context, text, quoting, publisher.year());
    this.unclear = new Unclear(text);
    this.later = new SettledLater(text);
    this.years = new YearsTold(quoting, context, publisher.year());
    this.partOf = new PartOf(text);
    this.applications = new ApplicationNumbers(publisher, context, text, concluded);
    this.disputes = new DisputeReader(context, text);
    this.proactive = new ProactiveReader(text);
    this.percentages = new PercentageReader(context, text, quoting);
  }

  public List<Claim> read() {
    for (int at = 0; at < clauses.size(); at++) {
      Clause clause = clauses.get(at);
      Optional<Clause> next =
          at + 1 < clauses.size() ? Optional.of(clauses.get(at + 1)) : Optional.empty();
      context.enter(clause);
      years.add(clause);
      if (clause.opening() == Sense.FULL_STOP) {
        begin(at);
      }
      List<Mention> mentions = clause.mentions();
      enter(clause, mentions);
      applications.include(next);
      unclear.exclude(next);
      for (Mention mention : mentions) {
        mention(clause, mention);
      }
      if (mentions.stream().noneMatch(mention -> mention.quantity().countsItems())) {
        claims.addAll(numberless.claims(clause, exceptions, applications.isAllReceived()));
      }
      numberless.allInTime(clause, exceptions).ifPresent(claims::add);
    }
    settle();
    later.settleParagraph(claims);
    disputes.settle(claims);
    claims.addAll(parts.claims(clauses));
    return claims;
  }

  /** What a heading of this paragraph says of the next, once this one is read. */
  public Topic headsNext() {
    return context.headsNext();
  }

  /** Which years it told of, once it is read. */
  public YearsTold years() {
    return years;
  }

  private void settle() {
    concluded.settle(claims);
    later.settle(claims);
  }

  private void begin(int at) {
    settle();
    later.begin();
    Sentence sentence = Sentence.at(clauses, at);
    applications.begin(sentence.tellsFlow(), sentence.leadsElsewhere());
    disputes.begin(sentence.goesOn(), sentence.clauses());
    proactive.begin(sentence.clauses());
    percentages.begin();
    partOf.begin();
    oneNumber = sentence.countsOnce();
    exceptions = false;
    ofMatter = false;
    unnamedTotal = Optional.empty();
    unclear.begin();
    inTurn.clear();
  }

  private void enter(Clause clause, List<Mention> mentions) {
    exceptions |= clause.has(Sense.EXCEPT);
    if (clause.depth() > depth) {
      unclear.enterBracket();
    } else if (clause.depth() < depth) {
      unclear.leaveBracket();
      applications.leaveBracket();
    }
    if (clause.opening() == Sense.SEMICOLON) {
      applications.leavePart();
    }
    depth = clause.depth();
    partOf.enter(clause, mentions);
    ofMatter |= mentions.isEmpty() && namesMatter(clause) && !context.describes(clause);
    boolean tells =
        clause.tokens().stream()
            .anyMatch(word -> Reading.tells(word.sense()) || Reading.isOfOthers(word));
    if (mentions.isEmpty() && tells) {
      percentages.forget();
    }
    if (mentions.isEmpty() && clause.hasAny(Reading::isDispute)) {
      applications.ofOthers();
    }
    if (mentions.isEmpty()) {
      proactive.enter(clause);
    }
  }

  /** 征地类， 涉及水土保持的， and 工程建设方面， tell of some matters; 依申请公开方面， of all. */
  private boolean namesMatter(Clause clause) {
    List<Token> tokens = clause.tokens();
    return clause.has(Sense.UNKNOWN)
        && !clause.has(Sense.APPLICATION, Sense.SOME_APPLICATION)
        && tokens.stream()
            .skip(tokens.size() - 1L)
            .anyMatch(last -> MATTERS.contains(text.written(last)));
  }

  private void mention(Clause clause, Mention mention) {
    Quantity quantity = mention.quantity();
    partOf.enter(clause, mention);
    boolean named = mention.has(Sense.TOPIC, Sense.APPLICATION);
    if (named && partOf.isFirst()) {
      unnamedTotal.ifPresent(claims::remove);
    }
    if (quantity.isPercentage()) {
      percentages.claim(clause, mention).ifPresent(claims::add);
      return;
    }
    disputes.note(clause, mention, partOf.isPart());
    List<Told> either =
        context.isOfThisReport() && !Reading.isCompared(mention) && !mention.hasBefore(Sense.NOT)
            ? either(clause, mention)
            : List.of();
    if (!either.isEmpty() && !quantity.approximate()) {
      Claim.Figure claim = new Claim.Figure(quoting.quote(mention), quantity.value(), either);
      claims.add(claim);
      concluded.add(claim);
      if (mention.hasBefore(Sense.APPLICATION)) {
        concluded.named(claim);
      }
      later.add(mention, claim);
      unnamedTotal = named ? Optional.empty() : Optional.of(claim);
    }
    later.told(mention);
    if (mention.has(Sense.RECOUNTED)) {
      concluded.recounted();
    }
    if (quantity.countsItems() && clause.depth() == 0 && !namesKind(mention)) {
      concluded.number(quantity.value());
    }
    applications.read(mention, either, partOf.isPart());
    if (quantity.countsItems()) {
      percentages.number(mention, either, partOf.isFirst());
    }
  }

  /** 自然人34件，企业1件 and 网络9件 tell by whom and how, and not what became of them. */
  private static boolean namesKind(Mention mention) {
    List<Token> before = mention.before();
    boolean counted =
        before.stream()
            .skip(Math.max(0, before.size() - 1))
            .anyMatch(w -> w.is(Sense.FOREIGN_ORGAN));
    return counted
        || mention.has(Sense.CHANNEL) && !mention.has(Sense.RECEIVED)
        || mention.words().stream().anyMatch(word -> word.sense().isColumn())
            && !mention.has(Sense.RECEIVED, Sense.CONCLUDED);
  }

  private List<Told> either(Clause clause, Mention mention) {
    Quantity quantity = mention.quantity();
    if (mention.hasBefore(Sense.CHARGES) && quantity.isMoney()) {
      return Reading.isUnclear(mention) || Reading.isOfThing(clause, mention)
          ? List.of()
          : List.of(Told.proactive(ProactiveItem.CHARGES_YUAN));
    }
    return quantity.countsItems() || isTimes(mention) ? counted(clause, mention) : List.of();
  }

  /** 收到依申请公开9次 counts applications. */
  private static boolean isTimes(Mention mention) {
    return mention.quantity().unit().equals("次")
        && mention.hasBefore(Sense.RECEIVED)
        && mention.hasBefore(Sense.APPLICATION);
  }

  private List<Told> counted(Clause clause, Mention mention) {
    boolean goesOn = mention.words().stream().allMatch(word -> isConnecting(word.sense()));
    if (goesOn && !inTurn.isEmpty()) {
      return inTurn.remove();
    }
    inTurn.clear();
    unclear.enter(clause, mention, partOf.isFirst());
    if (unclear.is() || mention.has(Sense.SELECTING)) {
      if (mention.has(Sense.CONCLUDED)) {
        concludedOfOthers(mention);
      }
      applications.unknown();
      if (DisputeReader.isTold(mention)) {
        applications.ofOthers();
        disputes.ofUnknown(mention);
      }
      if (unclear.is()) {
        return List.of();
      }
      applications.anotherKind();
      return ofCitizens(mention) ? Totals.ofCitizens() : List.of();
    }
    if (unclear.isPart()) {
      return List.of();
    }
    List<Told> told =
        mention.hasBefore(Sense.RESPECTIVELY)
            ? respectively(clause, mention)
            : told(clause, mention);
    unclear.partsFollow(
        told.isEmpty() && mention.hasBefore(Sense.PASSIVE) && !DisputeReader.isTold(mention));
    return told;
  }

  /** 收到公民申请15件 counts natural persons' or, where nobody else applied, all. */
  private boolean ofCitizens(Mention mention) {
    return mention.words().stream()
            .filter(word -> word.is(Sense.SELECTING))
            .allMatch(word -> text.written(word).equals(CITIZENS))
        && mention.hasBefore(Sense.RECEIVED)
        && mention.hasBefore(Sense.APPLICATION, Sense.SOME_APPLICATION)
        && !mention.has(Sense.CARRIED, Sense.CONCLUDED, Sense.HANDLED, Sense.CHANNEL, Sense.VIA)
        && !partOf.isPart()
        && oneNumber
        && !ofMatter
        && context.topic() != Topic.ANOTHER;
  }

  private void concludedOfOthers(Mention mention) {
    boolean known =
        !mention.has(Sense.SELECTING, Sense.APPLICATION, Sense.SOME_APPLICATION)
            && mention.has(Sense.FOREIGN);
    if (known) {
      concluded.ofOthers();
    } else {
      concluded.ofSome();
    }
  }

  private static boolean isConnecting(Sense sense) {
    return sense == Sense.AND || sense == Sense.FILLER || sense == Sense.SAID;
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
    applications.notAllReceived();
    return inTurn.remove();
  }

  private List<Told> told(Clause clause, Mention mention) {
    List<Told> ofTableTwo = proactive.told(clause, mention);
    if (!ofTableTwo.isEmpty()) {
      return ofTableTwo;
    }
    List<Told> dispute = disputes.told(clause, mention);
    if (DisputeReader.isTold(mention)) {
      applications.ofOthers();
      return dispute;
    }
    if (!dispute.isEmpty()) {
      return dispute;
    }
    boolean ofSome = ofMatter && !mention.has(Sense.APPLICATION);
    if (ofSome || context.topic() == Topic.ANOTHER || isOther(mention)) {
      applications.notAllReceived();
      if (mention.has(Sense.CHANNEL)) {
        applications.byChannel(mention.quantity().value());
      }
      return List.of();
    }
    return applications.told(mention, partOf.isPart());
  }

  private static boolean isOther(Mention mention) {
    return mention.has(Sense.CHANNEL, Sense.SHARE, Sense.RATE, Sense.FEE, Sense.FEE_NOTICE)
        || mention.words().stream()
            .anyMatch(word -> Reading.isDecision(word.sense()) || Reading.isDocument(word.sense()));
  }
}
