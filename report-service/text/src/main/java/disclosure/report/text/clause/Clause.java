package disclosure.report.text.clause;

import disclosure.report.text.word.Quantity;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What stands between two stops.
 *
 * @param tokens its words and quantities, without stops, in their order
 * @param senses those of all of them, since each number of a long clause asks for them anew
 * @param opening the stop before it; a full stop at the beginning
 * @param depth how many brackets it stands in
 */
public record Clause(List<Token> tokens, Set<Sense> senses, Sense opening, int depth) {

  private Clause(List<Token> tokens, Sense opening, int depth) {
    this(
        List.copyOf(tokens),
        tokens.stream().map(Token::sense).collect(Collectors.toUnmodifiableSet()),
        opening,
        depth);
  }

  /**
   * A quantity with the words that say what it counts.
   *
   * @param number the quantity's token
   * @param before the words before it, since the stop or the quantity before
   * @param after the words after it that belong to it
   */
  public record Mention(Token number, List<Token> before, List<Token> after) {

    public boolean has(Sense... senses) {
      return anyOf(before, senses) || anyOf(after, senses);
    }

    public boolean hasBefore(Sense... senses) {
      return anyOf(before, senses);
    }

    public boolean hasAfter(Sense... senses) {
      return anyOf(after, senses);
    }

    public Quantity quantity() {
      return number.quantity().orElseThrow();
    }

    /** The words that say what it counts, those before it first. */
    public List<Token> words() {
      List<Token> words = new ArrayList<>(before);
      words.addAll(after);
      return words;
    }
  }

  /** A 顿号 parts clauses only where each side has a quantity of its own to tell. */
  public static List<Clause> of(List<Token> tokens) {
    List<Clause> clauses = new ArrayList<>();
    List<Token> clause = new ArrayList<>();
    Sense opening = Sense.FULL_STOP;
    int depth = 0;
    boolean counted = false;
    for (Token token : withoutNames(tokens)) {
      if (!token.sense().isStop() || token.is(Sense.PAUSE) && !counted) {
        clause.add(token);
        counted |= token.is(Sense.QUANTITY);
      } else {
        if (!clause.isEmpty() || token.is(Sense.FULL_STOP)) {
          clauses.add(new Clause(clause, opening, depth));
          clause.clear();
        }
        counted = false;
        opening = token.is(Sense.PAUSE) ? Sense.COMMA : token.sense();
        if (token.is(Sense.OPENING)) {
          depth++;
        } else if (token.is(Sense.CLOSING)) {
          depth = Math.max(0, depth - 1);
        }
      }
    }
    if (!clause.isEmpty()) {
      clauses.add(new Clause(clause, opening, depth));
    }
    return clauses;
  }

  /** 不予公开（三类内部事务信息）2件: the bracket belongs to the name before it. */
  private static List<Token> withoutNames(List<Token> tokens) {
    List<Token> read = new ArrayList<>(tokens);
    for (int at = tokens.size() - 1; at > 0; at--) {
      if (tokens.get(at).is(Sense.OPENING) && tokens.get(at - 1).sense().isOutcome()) {
        int close = at + 1;
        while (close < tokens.size() && isOfName(tokens.get(close).sense())) {
          close++;
        }
        boolean named =
            close + 1 < tokens.size()
                && tokens.get(close).is(Sense.CLOSING)
                && tokens.get(close + 1).is(Sense.QUANTITY);
        if (named) {
          read.remove(close);
          read.remove(at);
        }
      }
    }
    return read;
  }

  private static boolean isOfName(Sense sense) {
    return sense.isOutcome() || sense == Sense.FILLER;
  }

  public boolean has(Sense... any) {
    return Arrays.stream(any).anyMatch(senses::contains);
  }

  public boolean hasAny(Predicate<Sense> any) {
    return senses.stream().anyMatch(any);
  }

  /** The word or quantity that begins at a character. */
  public Optional<Token> at(int start) {
    int from = 0;
    int to = tokens.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (tokens.get(middle).start() < start) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return tokens.subList(from, tokens.size()).stream()
        .limit(1)
        .filter(token -> token.start() == start)
        .findFirst();
  }

  /** 我局推进欠薪核处， tells what is counted next, and that it isn't applications. */
  public boolean leadsElsewhere() {
    return has(Sense.UNKNOWN)
        && !has(Sense.QUANTITY, Sense.APPLICATION, Sense.SOME_APPLICATION, Sense.TOPIC);
  }

  public Optional<Token> first(Sense... senses) {
    return tokens.stream()
        .filter(token -> Arrays.asList(senses).contains(token.sense()))
        .findFirst();
  }

  /**
   * Words between two quantities belong to the second one, unless only they can say what the first
   * one counts.
   */
  public List<Mention> mentions() {
    List<Mention> mentions = new ArrayList<>();
    List<Token> before = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at++);
      if (!token.is(Sense.QUANTITY)) {
        before.add(token);
        continue;
      }
      List<Token> after = new ArrayList<>();
      boolean last =
          tokens.subList(at, tokens.size()).stream().noneMatch(t -> t.is(Sense.QUANTITY));
      boolean told = before.stream().anyMatch(word -> Reading.tells(word.sense()));
      int end = at;
      while (end < tokens.size()
          && !tokens.get(end).is(Sense.QUANTITY)
          && !tokens.get(end).is(Sense.OF_THESE)
          && !(tokens.get(end).is(Sense.AND) && !last)) {
        end++;
      }
      boolean useful =
          tokens.subList(at, end).stream().anyMatch(word -> Reading.tells(word.sense()));
      if (last || !told && useful) {
        after.addAll(tokens.subList(at, end));
        at = end;
      }
      mentions.add(new Mention(token, List.copyOf(before), List.copyOf(after)));
      before.clear();
    }
    return mentions;
  }

  public static boolean anyOf(List<Token> tokens, Sense... senses) {
    List<Sense> wanted = Arrays.asList(senses);
    return tokens.stream().map(Token::sense).anyMatch(wanted::contains);
  }
}
