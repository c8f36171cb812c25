package disclosure.report.text.sentence;

import disclosure.report.text.claim.OtherTables;
import disclosure.report.text.claim.Told;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads numbers of table two: 制发行政规范性文件6件，废止2件; 作出行政处罚决定8件. */
public final class ProactiveReader {

  private static final List<Sense> KINDS = List.of(Sense.LICENCES, Sense.PENALTIES, Sense.COERCION);

  /** What may stand before and between the kinds. */
  private static final Set<Sense> LEADING =
      Set.of(
          Sense.YEAR,
          Sense.THIS_YEAR,
          Sense.OWN,
          Sense.SAID,
          Sense.FILLER,
          Sense.HANDLED,
          Sense.DECIDED,
          Sense.AND,
          Sense.PAUSE);

  private static final Set<String> ROWS = Set.of("制发", "现行有效", "废止");

  private final NormalText text;

  /** What the sentence tells of. */
  private Optional<Sense> documents = Optional.empty();

  /** Whether a clause without numbers named them, so that only the form's own words count. */
  private boolean onlyNamed;

  /** Whether a number in the form's own words followed, so that others go on with it. */
  private boolean listed;

  /** Whether the sentence tells how many decisions of each kind there were. */
  private boolean allKinds;

  /** Whether nothing stands before 行政强制 that says something else of it. */
  private boolean plain;

  /** Whether decisions were told, so that another kind goes on with them. */
  private boolean decided;

  public ProactiveReader(NormalText text) {
    this.text = text;
  }

  /**
   * At the beginning of a sentence.
   *
   * @param sentence its clauses
   */
  public void begin(List<Clause> sentence) {
    documents = Optional.empty();
    onlyNamed = false;
    listed = false;
    decided = false;
    allKinds = namesAllKinds(sentence);
    plain = namesThemPlainly(sentence);
  }

  /** 公示行政强制2件 and 权责清单有行政强制15项 tell of something else. */
  private static boolean namesThemPlainly(List<Clause> sentence) {
    return sentence.stream()
        .flatMap(clause -> clause.tokens().stream())
        .takeWhile(word -> !word.is(Sense.COERCION))
        .allMatch(
            word ->
                LEADING.contains(word.sense())
                    || Reading.isDecision(word.sense())
                    || Reading.isDocument(word.sense())
                    || word.is(Sense.QUANTITY)
                    || word.is(Sense.ISSUED)
                    || word.is(Sense.REPEALED)
                    || word.is(Sense.IN_FORCE));
  }

  /** 办理行政许可12件、行政处罚8件、行政强制0件: all three kinds of the table, and nothing else before them. */
  private static boolean namesAllKinds(List<Clause> sentence) {
    List<Token> words = sentence.stream().flatMap(clause -> clause.tokens().stream()).toList();
    List<Sense> kinds = new ArrayList<>();
    for (int at = 0; at < words.size() && kinds.size() < KINDS.size(); at++) {
      Token word = words.get(at);
      boolean counted = at + 1 < words.size() && words.get(at + 1).is(Sense.QUANTITY);
      if (Reading.isDecision(word.sense()) && counted) {
        kinds.add(word.sense());
      } else if (!word.is(Sense.QUANTITY) && !LEADING.contains(word.sense())) {
        return false;
      }
    }
    return kinds.equals(KINDS);
  }

  /** A clause without numbers may name what the next ones count: 行政规范性文件：制发1件. */
  public void enter(Clause clause) {
    List<Sense> kinds =
        clause.tokens().stream().map(Token::sense).filter(Reading::isDocument).distinct().toList();
    if (kinds.size() == 1) {
      documents = Optional.of(kinds.get(0));
      onlyNamed = true;
      listed = false;
    }
  }

  public List<Told> told(Clause clause, Mention mention) {
    mention.words().stream()
        .map(Token::sense)
        .filter(Reading::isDocument)
        .findFirst()
        .ifPresent(
            kind -> {
              documents = Optional.of(kind);
              onlyNamed = false;
            });
    List<Sense> decisions =
        mention.words().stream().map(Token::sense).filter(Reading::isDecision).toList();
    boolean published = mention.quantity().unit().equals("条") && !isOfTable(mention);
    boolean single = decisions.size() == 1 && !published;
    boolean applied = mention.has(Sense.RECEIVED, Sense.HANDLED, Sense.CONCLUDED);
    if (single && allKinds && mention.quantity().countsItems()) {
      return List.of(Told.proactive(OtherTables.decision(decisions.get(0))));
    }
    if (single && (!applied || isDecision(mention))) {
      boolean goesOn = decided && mention.words().stream().allMatch(ProactiveReader::isListed);
      decided = isDecided(clause, mention) || goesOn;
      return decided || plain && decisions.contains(Sense.COERCION)
          ? List.of(Told.proactive(OtherTables.decision(decisions.get(0))))
          : List.of();
    }
    return documents.map(kind -> document(kind, mention)).orElse(List.of());
  }

  /** 行政处罚本年处理决定数量80条 is the form's own number. */
  private boolean isOfTable(Mention mention) {
    return mention.before().stream().map(text::written).anyMatch(word -> word.equals("处理决定数量"));
  }

  /** 办理行政许可处理决定12件 counts decisions, and 办理行政许可12件 applications. */
  private boolean isDecision(Mention mention) {
    return !mention.has(Sense.RECEIVED)
        && mention.before().stream().map(text::written).anyMatch(word -> word.startsWith("处理决定"));
  }

  /** 行政许可决定5件、行政处罚8件. */
  private static boolean isListed(Token word) {
    return Reading.isDecision(word.sense()) || word.is(Sense.FILLER) || word.is(Sense.AND);
  }

  /** 公开行政处罚决定106件 counts those that are published. */
  private static boolean isDecided(Clause clause, Mention mention) {
    if (mention.hasBefore(Sense.MADE_PUBLIC)) {
      return false;
    }
    return mention.has(Sense.DECIDED)
        || clause.hasAny(Reading::isDecision) && clause.has(Sense.DECIDED);
  }

  private List<Told> document(Sense kind, Mention mention) {
    if (onlyNamed && !isOfForm(mention)) {
      return List.of();
    }
    List<Sense> what =
        mention.words().stream()
            .map(Token::sense)
            .filter(
                sense ->
                    sense == Sense.ISSUED || sense == Sense.REPEALED || sense == Sense.IN_FORCE)
            .distinct()
            .toList();
    boolean goesOn =
        !mention.hasBefore(Sense.IN_FORCE)
            && mention.hasAfter(Sense.IN_FORCE)
            && mention.hasAfter(Sense.UNKNOWN);
    return what.size() == 1 && !goesOn
        ? List.of(Told.proactive(OtherTables.document(kind == Sense.REGULATION, what.get(0))))
        : List.of();
  }

  /** 废止 alone may be of some of them, but not beside 制发 or 现行有效. */
  private boolean isOfForm(Mention mention) {
    List<String> rows = mention.words().stream().map(text::written).filter(ROWS::contains).toList();
    listed |= rows.contains("制发") || rows.contains("现行有效");
    return listed && !rows.isEmpty();
  }
}
