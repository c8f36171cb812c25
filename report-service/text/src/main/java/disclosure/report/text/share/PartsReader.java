package disclosure.report.text.share;

import disclosure.report.text.Quote;
import disclosure.report.text.claim.Claim;
import disclosure.report.text.clause.Clause;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.clause.Quoting;
import disclosure.report.text.clause.Reading;
import disclosure.report.text.word.Quantity;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Totals that are followed by 其中, a colon or a bracket with their parts. */
public final class PartsReader {

  private static final int A_HUNDRED = 100;
  private static final Set<String> OVERLAP = Set.of("分别计", "重复计", "交叉", "同时涉", "兼有", "多项", "多个");

  /** Turns places in the text into a quote. */
  @FunctionalInterface
  public interface Quoting {
    Quote of(int start, int end);
  }

  /** By what something is parted; parts of one total are of one kind. */
  private enum Kind {
    OUTCOME,
    COLUMN,
    CHANNEL,
    RESULT,
    LITIGATION,
    NEW_OR_CARRIED,
    STEP,
    REST,
    NAMED,
    NONE
  }

  private record Part(
      Mention mention, Kind kind, boolean category, int depth, Sense opening, boolean of) {}

  private final Quoting quoting;

  public PartsReader(Quoting quoting) {
    this.quoting = quoting;
  }

  public List<Claim> claims(List<Clause> clauses) {
    List<Claim> claims = new ArrayList<>();
    List<Part> sentence = new ArrayList<>();
    boolean of = false;
    for (Clause clause : clauses) {
      if (clause.opening() == Sense.FULL_STOP) {
        sentence(sentence, claims);
        sentence.clear();
        of = false;
      }
      of |= clause.has(Sense.OF_THESE) || isCountingBracket(clause);
      for (Mention mention : clause.mentions()) {
        boolean inClause = mention.hasBefore(Sense.OF_THESE);
        sentence.add(
            new Part(
                mention,
                kind(mention),
                mention.words().stream().anyMatch(word -> word.sense().isCategory()),
                clause.depth(),
                clause.opening(),
                of || inClause));
        of = false;
      }
    }
    sentence(sentence, claims);
    return claims;
  }

  /** （其中网络9件）, but not 政务（工作）动态类9件. */
  private static boolean isCountingBracket(Clause clause) {
    return clause.opening() == Sense.OPENING && clause.has(Sense.QUANTITY);
  }

  private static Kind kind(Mention mention) {
    if (mention.has(Sense.COMPARED, Sense.SHARE, Sense.RATE, Sense.NOT, Sense.MEDIA)) {
      return Kind.NONE;
    }
    if (mention.words().stream().anyMatch(word -> word.sense().isOutcome())) {
      return Kind.OUTCOME;
    }
    if (mention.words().stream().anyMatch(word -> word.sense().isColumn())) {
      return Kind.COLUMN;
    }
    if (mention.has(Sense.VIA, Sense.SELECTING) && !mention.has(Sense.CHANNEL)) {
      return Kind.NONE;
    }
    if (mention.has(Sense.CHANNEL)) {
      return Kind.CHANNEL;
    }
    if (mention.words().stream().anyMatch(word -> Reading.isResult(word.sense()))) {
      return Kind.RESULT;
    }
    if (mention.has(Sense.DIRECT_LITIGATION, Sense.LITIGATION_AFTER)) {
      return Kind.LITIGATION;
    }
    if (mention.has(Sense.LAST_YEAR, Sense.RECEIVED)) {
      return Kind.NEW_OR_CARRIED;
    }
    if (mention.has(Sense.CARRIED, Sense.CONCLUDED, Sense.PENDING, Sense.HANDLED)) {
      return Kind.STEP;
    }
    if (mention.hasBefore(Sense.REST)
        && mention.before().stream()
            .allMatch(
                w -> w.is(Sense.REST) || w.is(Sense.FILLER) || w.is(Sense.SOME_APPLICATION))) {
      return Kind.REST;
    }
    return mention.has(Sense.UNKNOWN, Sense.FOREIGN) ? Kind.NAMED : Kind.NONE;
  }

  private void sentence(List<Part> sentence, List<Claim> claims) {
    for (int at = 0; at + 2 < sentence.size(); at++) {
      if (sentence.get(at + 1).of()) {
        parts(sentence.get(at), sentence.subList(at + 1, sentence.size()), claims);
      }
    }
  }

  /** Parts that have parts of their own (政策类207条，包含安全类95条) can't be told from these. */
  private void parts(Part total, List<Part> following, List<Claim> claims) {
    Quantity whole = total.mention().quantity();
    Part first = following.get(0);
    if (!whole.isCount()
        || whole.approximate()
        || total.kind() == Kind.NONE && isRate(total)
        || isCarried(total)) {
      return;
    }
    List<Part> parts = new ArrayList<>();
    boolean complete = false;
    boolean goesOn = false;
    boolean commas = false;
    for (Part part : following) {
      if (!parts.isEmpty() && part.mention().hasBefore(Sense.INCLUDED)) {
        return;
      }
      boolean fits =
          (part.kind() == first.kind() && part.category() == first.category()
                  || part.kind() == Kind.REST)
              && part.kind() != Kind.NONE
              && part.depth() == first.depth()
              && part.mention().quantity().unit().equals(whole.unit())
              && (parts.isEmpty() || !part.of())
              && (parts.isEmpty() || part.opening() != Sense.FULL_STOP)
              && !(commas && part.opening() == Sense.SEMICOLON);
      if (!fits) {
        if (isShare(part)) {
          continue;
        }
        if (isFlow(first, part)) {
          return;
        }
        goesOn = isFurther(part, parts);
        break;
      }
      commas |= !parts.isEmpty() && part.opening() == Sense.COMMA;
      complete |= part.kind() == Kind.REST || part.mention().has(Sense.ORGANISATIONS);
      parts.add(part);
    }
    if (namesOtherDisputes(total, parts)) {
      return;
    }
    boolean approximate = parts.stream().anyMatch(part -> part.mention().quantity().approximate());
    boolean places = first.kind() == Kind.CHANNEL && isForeign(total);
    if (parts.size() < 2 || approximate || places || first.kind() == Kind.STEP) {
      return;
    }
    List<BigDecimal> numbers = parts.stream().map(p -> p.mention().quantity().value()).toList();
    if (sum(numbers).compareTo(whole.value()) > 0
        && (mayOverlap(first)
            || first.kind() == Kind.NAMED && isAllBefore(whole.value(), numbers)
            || isOfSeveral(parts))) {
      return;
    }
    Token number = total.mention().number();
    claims.add(
        new Claim.Parts(
            quoting.of(number.start(), number.end()),
            whole.value(),
            numbers,
            complete || !goesOn && isNearly(whole.value(), numbers)));
  }

  /** 复议6件和诉讼3件，其中复议结果维持5件，诉讼结果维持3件 parts both. */
  private static boolean namesOtherDisputes(Part total, List<Part> parts) {
    List<Sense> of = disputes(total);
    return parts.stream()
        .anyMatch(part -> !of.containsAll(disputes(part)) && part.kind() == Kind.RESULT);
  }

  private static List<Sense> disputes(Part part) {
    return part.mention().words().stream().map(Token::sense).filter(Reading::isDispute).toList();
  }

  /** 新收9件，上年结转1件，其中… parts both together. */
  private static boolean isCarried(Part total) {
    return total.mention().has(Sense.CARRIED);
  }

  /** What follows in the list, though it isn't known what it is, may be a part as well. */
  private static boolean isFurther(Part next, List<Part> parts) {
    return !parts.isEmpty()
        && next.depth() == parts.get(0).depth()
        && !next.of()
        && next.opening() != Sense.FULL_STOP
        && next.mention().quantity().unit().equals(parts.get(0).mention().quantity().unit());
  }

  /** 办结11件（受理12件，上年结转1件，结转下年2件） tells what came in and what is left of it. */
  private static boolean isFlow(Part first, Part next) {
    return first.kind() == Kind.NEW_OR_CARRIED
        && next.kind() == Kind.STEP
        && first.depth() > 0
        && next.depth() == first.depth();
  }

  /** What is published stands in several places; an application comes by one. */
  private static boolean isForeign(Part total) {
    return total.mention().words().stream().anyMatch(word -> Reading.isForeign(word.sense()));
  }

  /** 征地类50件，占58.1%，规划类… goes on; after 面商率100% another partition may begin. */
  private static boolean isShare(Part part) {
    return part.mention().quantity().isPercentage()
        && !part.mention().has(Sense.RATE, Sense.OTHER_RATE)
        && (part.mention().has(Sense.SHARE, Sense.COMPARED) || part.mention().before().isEmpty());
  }

  /** What touches on several matters is counted with each of them. */
  private boolean mayOverlap(Part first) {
    Token number = first.mention().number();
    String sentence = quoting.of(number.start(), number.end()).sentence();
    return first.mention().hasBefore(Sense.PASSIVE)
        || OVERLAP.stream().anyMatch(sentence::contains);
  }

  /** 161条，其中公开106条，不公开54条，文件1条，解读1条: those before the last are all of them. */
  private static boolean isAllBefore(BigDecimal total, List<BigDecimal> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int at = 0; at < parts.size() - 1; at++) {
      sum = sum.add(parts.get(at));
      if (at > 0 && sum.compareTo(total) == 0) {
        return true;
      }
    }
    return false;
  }

  /** What is 主动公开 and what isn't are no parts beside kinds of papers. */
  private boolean isOfSeveral(List<Part> parts) {
    return parts.stream()
            .filter(part -> part.kind() != Kind.REST)
            .map(this::tellsHowPublic)
            .distinct()
            .count()
        > 1;
  }

  private boolean tellsHowPublic(Part part) {
    return part.mention().words().stream()
        .map(word -> quoting.of(word.start(), word.end()).words())
        .anyMatch(word -> word.equals("主动公开") || word.endsWith("不公开"));
  }

  private static boolean isRate(Part total) {
    return total.mention().has(Sense.COMPARED, Sense.SHARE, Sense.RATE);
  }

  /** A list of three and more that lacks less than a hundredth is meant to be all. */
  private static boolean isNearly(BigDecimal total, List<BigDecimal> parts) {
    return parts.size() > 2
        && total.subtract(sum(parts)).abs().multiply(BigDecimal.valueOf(A_HUNDRED)).compareTo(total)
            < 0;
  }

  private static BigDecimal sum(List<BigDecimal> parts) {
    return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
