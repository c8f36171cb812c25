package disclosure.report.text.application;

import disclosure.report.text.Publisher;
import disclosure.report.text.claim.ConcludedClaims;
import disclosure.report.text.claim.Told;
import disclosure.report.text.claim.Totals;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.clause.Context;
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

/** Reads numbers of table three: what came in, what became of it, and whose it was. */
public final class ApplicationNumbers {

  /** 收到2个自然人的申请 counts persons. */
  private static final Set<String> PERSONS = Set.of("个", "家", "名", "位", "人");

  private final Context context;
  private final NormalText text;
  private final ConcludedClaims concluded;
  private final Whole whole = new Whole();
  private final LastTold last = new LastTold();
  private final Kinds kinds;
  private final Outcomes outcomes;
  private final Carried carried;
  private final TotalReader total;

  /** The number before, if it isn't known what that counts. */
  private Optional<BigDecimal> unknownBefore = Optional.empty();

  /** Whether that one was a part of what was told before. */
  private boolean unknownPart;

  /** Whether outcomes are told that may be of such a part: 其中涉及水利的7件，予以公开2件. */
  private boolean ofUnknownPart;

  /** Whether the sentence tells of nothing but what came in and became of it. */
  private boolean flowTold;

  /** Whether the sentence begins with a matter that isn't known. */
  private boolean ofUnknown;

  /** Whether disputes were told of last. */
  private boolean ofDisputes;

  public ApplicationNumbers(
      Publisher publisher, Context context, NormalText text, ConcludedClaims concluded) {
    this.context = context;
    this.text = text;
    this.concluded = concluded;
    this.kinds = new Kinds(text);
    this.outcomes = new Outcomes(text);
    this.carried = new Carried(publisher, whole);
    this.total = new TotalReader(context, text, concluded, whole, carried, last);
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
    ofDisputes = false;
    whole.begin();
    last.begin();
    kinds.begin();
    outcomes.begin();
    total.begin();
  }

  public boolean isAllReceived() {
    return whole.isAllReceived();
  }

  /** What isn't known to be applications has no kinds and outcomes. */
  public void unknown() {
    whole.notAllReceived();
    whole.nothing();
  }

  /** 自然人申请10件，法人申请2件 are all kinds together. */
  public void anotherKind() {
    kinds.another();
  }

  public void notAllReceived() {
    whole.notAllReceived();
  }

  /** What is told next is no part of applications. */
  public void ofOthers() {
    whole.nothing();
    ofDisputes = true;
  }

  /** （其中网络9件），办结11件 goes on with all of them. */
  public void leaveBracket() {
    kinds.leaveBracket();
  }

  /** 收到网上申请9件，答复8件 tells what became of those. */
  public void byChannel(BigDecimal number) {
    whole.byChannel(number);
    kinds.byChannel(whole.isAll(number));
    ofDisputes = false;
  }

  /** What the next clause says of the numbers of this one. */
  public void include(Optional<Clause> next) {
    total.goOn(next);
    outcomes.include(next);
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
    last.add(either);
    boolean open = mention.has(Sense.CARRIED, Sense.PENDING);
    if (mention.hasBefore(Sense.REST) && !whole.isHandledTold() && !open) {
      concluded.ofSome();
    }
    if (mention.quantity().countsItems()) {
      carried.read(mention);
      unknownPart =
          part
              && mention.has(Sense.UNKNOWN)
              && !mention.has(Sense.CHANNEL)
              && Outcomes.of(mention.words()).isEmpty()
              && !context.isKindTold();
      unknownBefore =
          Optional.of(mention.quantity().value())
              .filter(
                  any ->
                      either.isEmpty() && mention.words().stream().anyMatch(Reading::isOfOthers));
    }
  }

  /**
   * What a number of applications may be the figure of.
   *
   * @param part whether it is a part of the number before
   */
  public List<Told> told(Mention mention, boolean part) {
    List<Token> words = mention.words();
    List<Sense> named = new ArrayList<>(Outcomes.of(words));
    if (!named.isEmpty() && mention.has(Sense.ANSWERED_OPENLY)) {
      named.add(0, Sense.DISCLOSED);
    }
    List<ApplicantType> columns = kinds.named(mention, !named.isEmpty());
    enter(mention, named, columns);
    if (isOfSome(mention, named, columns)) {
      if (mention.has(Sense.CONCLUDED)) {
        concluded.ofSome();
      }
      return List.of();
    }
    ofUnknownPart |= !named.isEmpty() && isOfUnknownPart(mention) && !last.hasOutcome();
    boolean ofCorrections =
        named.equals(List.of(Sense.CORRECTION_OVERDUE)) && unknownBefore.isPresent();
    if (ofUnknownPart && !named.isEmpty() || ofCorrections) {
      return List.of();
    }
    boolean known = flowTold || total.isApplication(mention);
    if (!known && ofUnknown && !(named.isEmpty() && columns.isEmpty())) {
      return List.of();
    }
    if (!named.isEmpty()) {
      if (words.stream().anyMatch(word -> Reading.isConclusion(text, word))) {
        concluded.ofSome();
      }
      whole.notAllReceived();
      whole.is(outcomes.told(named));
      return outcomes.withCategory(words, named, columns, whole.in(columns));
    }
    if (mention.has(Sense.ANSWERED_OPENLY)) {
      return Totals.answeredOpenly(columns);
    }
    if (mention.has(Sense.CARRIED)) {
      return known ? carried.told(mention, columns) : List.of();
    }
    if (mention.has(Sense.PENDING)) {
      return known && !isOfUnknown(mention)
          ? List.of(Told.row(FormRow.CARRIED_OUT, columns))
          : List.of();
    }
    if (!columns.isEmpty()) {
      return PERSONS.contains(mention.quantity().unit()) ? List.of() : columns(mention, columns);
    }
    return total.told(mention, part, known);
  }

  private void enter(Mention mention, List<Sense> named, List<ApplicantType> columns) {
    kinds.enter(mention, !named.isEmpty(), columns, whole.isAll(mention.quantity().value()));
    ofDisputes &= !mention.has(Sense.APPLICATION, Sense.SOME_APPLICATION) && named.isEmpty();
  }

  /** Whether it is known to be said of a part, or of disputes. */
  private boolean isOfSome(Mention mention, List<Sense> named, List<ApplicantType> columns) {
    boolean became = mention.has(Sense.CONCLUDED, Sense.CARRIED, Sense.PENDING);
    return ofDisputes && columns.isEmpty()
        || kinds.isOfOne() && (became || !named.isEmpty())
        || became && named.isEmpty() && columns.isEmpty() && namesReason(mention);
  }

  /** 答复“信息不存在”的18件. */
  private boolean namesReason(Mention mention) {
    return mention.words().stream()
        .map(text::written)
        .anyMatch(word -> word.contains("不存在") || word.contains("原因"));
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

  private List<Told> columns(Mention mention, List<ApplicantType> columns) {
    if (mention.has(Sense.MADE_PUBLIC)
        && !mention.has(Sense.RECEIVED, Sense.CONCLUDED, Sense.HANDLED)) {
      return List.of();
    }
    if (mention.has(Sense.CONCLUDED)) {
      return Totals.answered(columns);
    }
    if (mention.has(Sense.RECEIVED)) {
      whole.is(Totals::received);
    }
    return whole.in(columns);
  }
}
