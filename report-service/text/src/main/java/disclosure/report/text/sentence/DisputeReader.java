package disclosure.report.text.sentence;

import disclosure.report.text.Cell;
import disclosure.report.text.Cell.DisputeColumn;
import disclosure.report.text.claim.Claim;
import disclosure.report.text.claim.OtherTables;
import disclosure.report.text.claim.Told;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.clause.Context;
import disclosure.report.text.clause.Context.Topic;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.requests.contract.DisputeKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads numbers of table four: 行政复议7件，维持5件. */
public final class DisputeReader {

  private static final Set<String> ENDED = Set.of("胜诉", "败诉");
  private static final String DISSATISFIED = "不服";

  private final Context context;
  private final NormalText text;

  /** Which kind results that follow are of. */
  private Optional<Sense> kind = Optional.empty();

  /** Whether kinds were told one after the other, so that a result may be of any of them. */
  private boolean several;

  private boolean kindTold;

  /** Whether the sentence tells of disputes on applications: 因政府信息公开引发复议2件、诉讼3件. */
  private boolean named;

  /** Whether the sentence tells what the organ did with disputes of others. */
  private boolean reviewing;

  /** Whether the sentence names lawsuits beside reconsiderations. */
  private boolean inCourt;

  /** Which kinds the sentence told of. */
  private final Set<Sense> kindsTold = EnumSet.noneOf(Sense.class);

  /** Whether the number is one of those. */
  private boolean carrying;

  /** Whether the sentence tells of another matter: 不服征收决定，…. */
  private boolean ofUnknown;

  /** Kinds of which the paragraph tells apart what the year before left over. */
  private final Set<Cell.Dispute> carriedIn = new HashSet<>();

  public DisputeReader(Context context, NormalText text) {
    this.context = context;
    this.text = text;
  }

  /**
   * At the beginning of a sentence.
   *
   * @param goesOn whether it goes on with parts of what the one before tells: 其中维持5件
   * @param sentence its clauses
   */
  public void begin(boolean goesOn, List<Clause> sentence) {
    if (goesOn) {
      return;
    }
    Clause first = sentence.get(0);
    inCourt =
        sentence.stream().anyMatch(clause -> clause.has(Sense.RECONSIDERATION))
            && sentence.stream().anyMatch(DisputeReader::isOfCourt)
            && sentence.stream()
                .flatMap(clause -> clause.tokens().stream())
                .noneMatch(word -> word.is(Sense.REVIEWS) && !saysEnd(word));
    boolean alike =
        first.tokens().stream().limit(1).anyMatch(word -> Reading.isDispute(word.sense()));
    kind = Optional.empty();
    kindsTold.clear();
    carrying = false;
    ofUnknown = first.leadsElsewhere();
    reviewing = false;
    several = false;
    kindTold = false;
    named &= alike;
  }

  private static boolean isOfCourt(Clause clause) {
    return clause.has(Sense.LITIGATION, Sense.DIRECT_LITIGATION, Sense.LITIGATION_AFTER);
  }

  /** 征收类行政诉讼20件: what follows may be of those; 20件作出决定 says what became of them. */
  public void ofUnknown(Mention mention) {
    ofUnknown |= mention.before().stream().anyMatch(Reading::isOfOthers);
  }

  public static boolean isTold(Mention mention) {
    return mention.words().stream().anyMatch(word -> Reading.isDispute(word.sense()));
  }

  /** 行政复议4件，上年结转行政复议1件: the table counts them together, or the new ones alone. */
  public void settle(List<Claim> claims) {
    claims.removeIf(
        claim ->
            claim instanceof Claim.Figure figure
                && figure.either().get(0).cells().stream()
                    .anyMatch(
                        cell ->
                            cell instanceof Cell.Dispute one && carriedIn.contains(total(one))));
  }

  private static Cell total(Cell.Dispute cell) {
    return new Cell.Dispute(cell.kind(), DisputeColumn.TOTAL);
  }

  /**
   * Notes what the year before left over, whatever it may be the figure of.
   *
   * @param part whether it is a part of the number before
   */
  public void note(Clause clause, Mention mention, boolean part) {
    List<Sense> kinds = kinds(mention);
    boolean goesOn =
        carrying && !kinds.isEmpty() && mention.words().stream().allMatch(DisputeReader::isListed);
    carrying = goesOn || isCarried(mention, kinds);
    boolean included =
        part && clause.opening() != Sense.OPENING
            || mention.before().stream().anyMatch(this::includes)
                && !mention.hasBefore(Sense.UNKNOWN);
    kindsTold.addAll(kinds);
    if (carrying && !included && !mention.has(Sense.NEXT_YEAR)) {
      (kinds.isEmpty() ? kindsTold : kinds)
          .stream()
              .flatMap(of -> OtherTables.disputes(of, DisputeColumn.TOTAL).get(0).cells().stream())
              .flatMap(cell -> cell instanceof Cell.Dispute one ? Stream.of(one) : Stream.of())
              .forEach(carriedIn::add);
    }
  }

  /** 含上年结转1件, but not 加上上年结转1件. */
  private boolean includes(Token word) {
    return word.is(Sense.INCLUDED) && text.at(word.start()) != '加';
  }

  private static List<Sense> kinds(Mention mention) {
    return mention.words().stream()
        .map(Token::sense)
        .filter(Reading::isDispute)
        .distinct()
        .toList();
  }

  private static boolean isListed(Token word) {
    return Reading.isDispute(word.sense()) || word.is(Sense.FILLER) || word.is(Sense.AND);
  }

  public List<Told> told(Clause clause, Mention mention) {
    List<Sense> kinds = kinds(mention);
    Optional<Sense> result =
        mention.words().stream().map(Token::sense).filter(Reading::isResult).findFirst();
    boolean sued = isSued(clause, kinds);
    boolean ofDisputes =
        !kinds.isEmpty()
            || kind.isPresent()
            || clause.has(Sense.REVIEWS)
            || context.topic() != Topic.APPLICATIONS;
    reviewing = !sued && (ofDisputes && reviews(clause) || reviewing && !clause.has(Sense.PASSIVE));
    named |= !kinds.isEmpty() && !reviewing && clause.has(Sense.TOPIC, Sense.APPLICATION);
    if (!kinds.isEmpty()) {
      kind = reviewing ? Optional.empty() : Optional.of(kinds.get(0));
    }
    if (kind.isEmpty() || reviewing) {
      return List.of();
    }
    if (carrying || ofUnknown && !named) {
      return List.of();
    }
    if (kinds.isEmpty()) {
      kindTold = false;
    } else {
      boolean apart = clause.opening() == Sense.SEMICOLON;
      several = kindTold && !apart || kinds.size() > 1;
      kindTold = result.isEmpty();
    }
    if (kinds.size() > 1
        && kinds.contains(Sense.LITIGATION)
        && kinds.contains(Sense.RECONSIDERATION)) {
      return List.of(
          Told.disputes("行政复议”和“行政诉讼", OtherTables.column(result), DisputeKind.values()));
    }
    if (kinds.isEmpty() && (result.isEmpty() || several)) {
      return List.of();
    }
    return OtherTables.disputes(kind.get(), OtherTables.column(result));
  }

  /** 上年结转1件 and 上年未审结1件 go on with the disputes before. */
  private static boolean isCarried(Mention mention, List<Sense> kinds) {
    boolean carried =
        mention.has(Sense.CARRIED)
            || mention.has(Sense.LAST_YEAR) && mention.has(Sense.UNDECIDED, Sense.UNKNOWN);
    boolean applications = mention.has(Sense.APPLICATION, Sense.SOME_APPLICATION);
    return carried && !(kinds.isEmpty() && applications);
  }

  /** Lawsuits by how they came, on applications as far as is known: 应诉20件，其中未经复议直接起诉15件 isn't. */
  private boolean isSued(Clause clause, List<Sense> kinds) {
    boolean known =
        named
            || clause.has(Sense.TOPIC, Sense.APPLICATION)
            || context.topic() == Topic.APPLICATIONS
            || context.topic() == Topic.OPEN && !reviewing;
    return known
        && (kinds.contains(Sense.DIRECT_LITIGATION) || kinds.contains(Sense.LITIGATION_AFTER));
  }

  /** Whether it tells what the organ did with disputes of others; 未经复议直接起诉 never does. */
  private boolean reviews(Clause clause) {
    return clause.has(Sense.RECEIVED) && !isAgainst(clause)
        || clause.has(Sense.REVIEWS) && clause.tokens().stream().anyMatch(this::saysReviewed)
        || clause.hasAny(Reading::isAnswer) && !isCause(clause)
        || context.topic() == Topic.ANOTHER
            && !named
            && !clause.has(Sense.TOPIC, Sense.APPLICATION);
  }

  /** 因政府信息公开产生复议3件，均胜诉 tells how it ended. */
  private boolean saysReviewed(Token word) {
    return word.is(Sense.REVIEWS) && !(named && saysEnd(word));
  }

  private boolean saysEnd(Token word) {
    return ENDED.contains(text.written(word));
  }

  /** 收到针对我街道信息公开事务的行政复议; 收到涉及依申请公开的行政复议2件，行政诉讼1件. */
  private boolean isAgainst(Clause clause) {
    boolean receives = inCourt && !clause.hasAny(Reading::isAnswer);
    return (clause.has(Sense.OWN) || receives)
        && clause.has(Sense.PASSIVE)
        && clause.has(Sense.TOPIC, Sense.APPLICATION);
  }

  /** 政府信息公开答复引起的行政诉讼, 不服答复引起的: the answer is the organ's own. */
  private boolean isCause(Clause clause) {
    List<Token> tokens = clause.tokens();
    for (int at = 1; at + 1 < tokens.size(); at++) {
      if (Reading.isAnswer(tokens.get(at).sense())) {
        boolean ofApplication =
            tokens.get(at - 1).is(Sense.TOPIC)
                || tokens.get(at - 1).is(Sense.APPLICATION)
                || isOfApplications(tokens.get(at - 1));
        return ofApplication && tokens.get(at + 1).is(Sense.PASSIVE);
      }
    }
    return false;
  }

  /** 不服 where applications are told of. */
  private boolean isOfApplications(Token before) {
    return context.topic() == Topic.APPLICATIONS && text.written(before).equals(DISSATISFIED);
  }
}
