package disclosure.report.text.clause;

import disclosure.report.text.Paragraph;
import disclosure.report.text.Quote;
import disclosure.report.text.clause.Clause.Mention;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import java.util.List;

/** Shows where a paragraph says something: the words, and the sentence that they stand in. */
public final class Quoting {

  private final Paragraph paragraph;
  private final NormalText text;

  /** Where the sentence quoted last stands; all quotes from a sentence share its words. */
  private int from;

  private int to = -1;
  private String sentence = "";

  public Quoting(Paragraph paragraph, NormalText text) {
    this.paragraph = paragraph;
    this.text = text;
  }

  /** A number with the words that say what it counts. */
  public Quote quote(Mention mention) {
    int start = mention.number().start();
    int end = mention.number().end();
    boolean told = mention.before().stream().anyMatch(word -> Reading.tells(word.sense()));
    for (Token word : mention.before()) {
      boolean dispute = mention.before().stream().anyMatch(w -> Reading.isDispute(w.sense()));
      if (isShown(word.sense(), dispute)) {
        start = word.start();
        break;
      }
    }
    if (!told) {
      for (Token word : mention.after()) {
        boolean further = word.is(Sense.HANDLED) && mention.hasAfter(Sense.CARRIED);
        if (isShown(word.sense(), false) && !further) {
          end = word.end();
        }
      }
    }
    return quote(start, end);
  }

  private static boolean isShown(Sense sense, boolean dispute) {
    return Reading.tells(sense)
        || sense == Sense.LAST_YEAR
        || sense == Sense.NEXT_YEAR
        || !dispute && (sense == Sense.APPLICATION || sense == Sense.SOME_APPLICATION)
        || sense == Sense.DECIDED;
  }

  /** Words without the ones that only lead to them. */
  public Quote quote(List<Token> tokens) {
    List<Token> shown =
        tokens.stream()
            .dropWhile(
                word -> word.is(Sense.FILLER) || word.is(Sense.YEAR) || word.is(Sense.THIS_YEAR))
            .toList();
    List<Token> all = shown.isEmpty() ? tokens : shown;
    return quote(all.get(0).start(), all.get(all.size() - 1).end());
  }

  /** From one character of the text to before another. */
  public Quote quote(int start, int end) {
    if (start < from || end > to) {
      find(start, end);
    }
    return new Quote(paragraph.section(), sentence, text.original(start, end).strip());
  }

  private void find(int start, int end) {
    from = start;
    while (from > 0 && !isEnd(text.at(from - 1))) {
      from--;
    }
    to = end;
    while (to < text.length() && !isEnd(text.at(to))) {
      to++;
    }
    sentence = text.original(from, to);
  }

  private static boolean isEnd(char character) {
    return "。!?;".indexOf(character) >= 0;
  }
}
