package disclosure.report.text.clause;

import disclosure.report.text.Publisher;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether clauses tell of another time than the year that is reported on. */
final class OtherTimes {

  private static final Set<String> IN_A_YEAR = Set.of("累计", "以来");
  private static final Set<String> UNTIL = Set.of("截至", "截止");

  private final Publisher publisher;
  private final NormalText text;
  private boolean another;
  private boolean counted;

  /** Whether what stands outside of the brackets is of another time. */
  private boolean outside;

  /** Whether the sentence says that it is about this year: 累计 counts within it then. */
  private boolean ofThisYear;

  /** The one other year by its number that the clause and those before it tell of. */
  private Optional<Integer> otherYear = Optional.empty();

  OtherTimes(Publisher publisher, NormalText text) {
    this.publisher = publisher;
    this.text = text;
  }

  boolean isAnother() {
    return another;
  }

  boolean isOfThisYear() {
    return ofThisYear;
  }

  Optional<Integer> otherYear() {
    return otherYear;
  }

  /** A sentence goes on with what was counted before it, not with what was only mentioned. */
  void begin() {
    ofThisYear = false;
    another &= counted;
  }

  void stayOutside() {
    outside = another;
  }

  void leaveBracket() {
    if (!outside && counted) {
      another(false, false);
    }
  }

  /** Takes over what the clause says of it. */
  void enter(Clause clause, boolean counts) {
    boolean carries = clause.has(Sense.CARRIED);
    boolean until = clause.tokens().stream().anyMatch(token -> UNTIL.contains(text.written(token)));
    int lastYear = 0;
    for (Token token : clause.tokens()) {
      switch (token.sense()) {
        case YEAR -> {
          int year = token.quantity().orElseThrow().value().intValue();
          boolean range = lastYear != 0 && lastYear != year;
          boolean carriedOver =
              carries
                  && (isNext(year)
                      || year == publisher.year() && lastYear != 0 && isNext(lastYear));
          ofThisYear = year == publisher.year() && !range && !until;
          if (!carriedOver && !clause.has(Sense.COMPARED)) {
            another(range || year != publisher.year(), counts);
            otherYear =
                range || until || !counts && !begins(clause) ? Optional.empty() : Optional.of(year);
          }
          lastYear = year;
        }
        case CUMULATIVE -> {
          boolean withinYear = ofThisYear && IN_A_YEAR.contains(text.written(token));
          if (!afterCount(clause, token) && !withinYear) {
            another(true, counts);
            otherYear = Optional.empty();
          }
        }
        case PART_OF_YEAR -> {
          if (!afterCount(clause, token)) {
            another(true, counts);
            otherYear = Optional.empty();
          }
        }
        case LAST_YEAR -> {
          if (!carries && !clause.has(Sense.COMPARED)) {
            another(true, counts);
            otherYear = Optional.empty();
          }
        }
        case NEXT_YEAR -> {
          another(another || !carries, counts);
          otherYear = Optional.empty();
        }
        case THIS_YEAR -> {
          another(false, counts);
          ofThisYear = true;
        }
        default -> {}
      }
    }
    counted |= another && counts;
  }

  /** Whether it is the year before the report's, or the one after. */
  private boolean isNext(int year) {
    return Math.abs(year - publisher.year()) == 1;
  }

  /** 2024年， and 2024年我局… say what the next clause tells of; 根据2024年的通知， doesn't. */
  private static boolean begins(Clause clause) {
    List<Token> tokens = clause.tokens();
    return tokens.get(0).is(Sense.YEAR)
        && tokens.stream()
            .skip(1)
            .limit(1)
            .allMatch(
                token ->
                    token.is(Sense.OWN)
                        || token.is(Sense.REGION)
                        || token.is(Sense.LEVEL)
                        || token.is(Sense.FILLER));
  }

  private static boolean afterCount(Clause clause, Token token) {
    return clause
        .first(Sense.QUANTITY)
        .filter(number -> number.start() < token.start())
        .isPresent();
  }

  private void another(boolean is, boolean counts) {
    another = is;
    counted = is && counts;
  }
}
