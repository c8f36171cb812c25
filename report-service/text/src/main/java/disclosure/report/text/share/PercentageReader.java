package disclosure.report.text.share;

import disclosure.report.text.claim.Claim;
import disclosure.report.text.claim.Told;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.clause.Context;
import disclosure.report.text.clause.Context.Topic;
import disclosure.report.text.clause.Quoting;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Quantity;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads shares and rates: 予以公开31件，占35.23%; 办结率为95.65%. */
public final class PercentageReader {

  private final Context context;
  private final NormalText text;
  private final Quoting quoting;
  private final Bases bases = new Bases();

  private Optional<BigDecimal> lastNumber = Optional.empty();

  /** Numbers of one list, up to the last: 予以公开31件、部分公开7件. */
  private final List<BigDecimal> list = new ArrayList<>();

  private final List<BigDecimal> numbers = new ArrayList<>();

  public PercentageReader(Context context, NormalText text, Quoting quoting) {
    this.context = context;
    this.text = text;
    this.quoting = quoting;
  }

  /** At the beginning of a sentence. */
  public void begin() {
    bases.begin();
    forget();
  }

  /** Something else is told of: no share is of the numbers before. */
  public void forget() {
    lastNumber = Optional.empty();
    list.clear();
  }

  /**
   * A number that shares may be of.
   *
   * @param either what it may be the figure of
   * @param begins whether it is a part of the one before
   */
  public void number(Mention mention, List<Told> either, boolean begins) {
    Quantity quantity = mention.quantity();
    boolean listed =
        mention.words().stream()
            .anyMatch(word -> word.sense().isOutcome() || word.sense().isColumn());
    boolean known = !either.isEmpty() && !quantity.approximate();
    if (known) {
      bases.add(either.get(0), quantity.value(), begins, listed);
    }
    if (!Reading.isCompared(mention)) {
      numbers.add(quantity.value());
      if (!listed) {
        list.clear();
      }
      list.add(quantity.value());
    }
    lastNumber = known ? Optional.of(quantity.value()) : Optional.empty();
  }

  public Optional<Claim> claim(Clause clause, Mention mention) {
    Optional<Claim> claim =
        !context.isOfThisReport() || Reading.isCompared(mention) || Reading.isUnclear(mention)
            ? Optional.empty()
            : isShare(clause, mention)
                ? Optional.of(share(mention, lastNumber.orElseThrow()))
                : rate(clause, mention);
    forget();
    return claim;
  }

  private boolean isShare(Clause clause, Mention mention) {
    boolean bracketed = clause.opening() == Sense.OPENING && mention.before().isEmpty();
    boolean another =
        mention.hasBefore(Sense.RESPECTIVELY)
            || mention.before().stream()
                .takeWhile(word -> !word.is(Sense.SHARE))
                .anyMatch(word -> Reading.tells(word.sense()))
            || isOfSeveral(mention);
    return lastNumber.isPresent() && (mention.hasBefore(Sense.SHARE) && !another || bracketed);
  }

  /** 占不予公开和无法提供总数的55.3% is of those. */
  private static boolean isOfSeveral(Mention mention) {
    return mention.before().stream()
            .dropWhile(word -> !word.is(Sense.SHARE))
            .map(Token::sense)
            .filter(sense -> sense.isOutcome() || sense.isColumn() || Reading.isDispute(sense))
            .distinct()
            .count()
        > 1;
  }

  private Claim share(Mention mention, BigDecimal last) {
    return new Claim.Share(
        quoting.quote(mention),
        mention.quantity().value(),
        isApproximate(mention),
        shared(mention, last),
        List.copyOf(numbers),
        bases.of(mention));
  }

  private Optional<Claim> rate(Clause clause, Mention mention) {
    if (!mention.hasBefore(Sense.RATE)
        || context.topic() == Topic.ANOTHER
        || context.isKindTold()) {
      return Optional.empty();
    }
    BigDecimal percent = mention.quantity().value();
    String rate = words(mention, Sense.RATE);
    if (rate.equals("办结率") && !clause.has(Sense.IN_TIME)) {
      return Optional.of(new Claim.Rate(quoting.quote(mention), percent, isApproximate(mention)));
    }
    boolean whole = percent.compareTo(BigDecimal.valueOf(100)) == 0;
    return whole && (rate.contains("按") || clause.has(Sense.IN_TIME))
        ? Optional.of(new Claim.AllInTime(quoting.quote(mention)))
        : Optional.empty();
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

  private boolean isApproximate(Mention mention) {
    return mention.quantity().approximate() || mention.before().stream().anyMatch(this::isAbout);
  }

  private boolean isAbout(Token word) {
    return text.written(word).contains("约");
  }

  private String words(Mention mention, Sense sense) {
    return mention.before().stream()
        .filter(word -> word.is(sense))
        .map(text::written)
        .findFirst()
        .orElse("");
  }
}
