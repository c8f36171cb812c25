package disclosure.report.text.word;

import java.util.Optional;

/**
 * A word, a quantity or a stop.
 *
 * @param sense what it means
 * @param start its first character in the normal text
 * @param end the character after its last
 * @param quantity of a year too; empty for words
 */
public record Token(Sense sense, int start, int end, Optional<Quantity> quantity) {

  public static Token word(Sense sense, int start, int end) {
    return new Token(sense, start, end, Optional.empty());
  }

  public boolean is(Sense other) {
    return sense == other;
  }
}
