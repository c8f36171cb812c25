package disclosure.report.text.word;

import java.util.Arrays;

/**
 * A text in one writing: digits, letters and signs of one width, simplified characters, no blanks,
 * one kind of stop. Every character knows where it stood in the original.
 */
public final class NormalText {

  private final String original;
  private final String text;
  private final int[] offsets;

  private NormalText(String original, String text, int[] offsets) {
    this.original = original;
    this.text = text;
    this.offsets = offsets;
  }

  public static NormalText of(String original) {
    StringBuilder text = new StringBuilder(original.length());
    int[] offsets = new int[original.length() + 1];
    for (int at = 0; at < original.length(); at++) {
      char character = original.charAt(at);
      if (!isBlank(character)) {
        offsets[text.length()] = at;
        text.append(normal(character));
      }
    }
    offsets[text.length()] = original.length();
    return new NormalText(original, text.toString(), Arrays.copyOf(offsets, text.length() + 1));
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200b'
        || character == '\ufeff';
  }

  private static char normal(char character) {
    if (character >= '！' && character <= '～') {
      return sign((char) (character - '！' + '!'));
    }
    return sign(character);
  }

  private static char sign(char character) {
    return switch (character) {
      case '[', '〔', '［', '【' -> '〔';
      case ']', '〕', '］', '】' -> '〕';
      case '－', '–', '―' -> '—';
      case '﹪' -> '%';
      default -> Simplified.of(character);
    };
  }

  public int length() {
    return text.length();
  }

  public char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : '\0';
  }

  public boolean hasAt(String word, int index) {
    return text.startsWith(word, index);
  }

  public String text() {
    return text;
  }

  /** A word as it is written here. */
  public String written(Token word) {
    return text.substring(word.start(), word.end());
  }

  /** What the original has from one character to before another. */
  public String original(int from, int to) {
    return from == to ? "" : original.substring(offsets[from], offsets[to - 1] + 1);
  }
}
