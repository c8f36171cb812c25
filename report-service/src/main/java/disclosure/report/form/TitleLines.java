package disclosure.report.form;

import java.util.ArrayList;
import java.util.List;

/**
 * A long title in lines of about the same length, so that no single character is left for the last.
 */
public final class TitleLines {

  /** As many characters as a line of the page of GB/T 9704 takes in 2号. */
  private static final int MAX_LENGTH = 20;

  private TitleLines() {}

  /** The lines of a title, one after the other. */
  public static List<String> of(String title) {
    int[] characters = title.codePoints().toArray();
    int lines = Math.max(1, (characters.length + MAX_LENGTH - 1) / MAX_LENGTH);
    List<String> balanced = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      int from = characters.length * line / lines;
      int to = characters.length * (line + 1) / lines;
      balanced.add(new String(characters, from, to - from));
    }
    return balanced;
  }
}
