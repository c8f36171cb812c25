package disclosure.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A long title in lines of about the same length, so that no single character is left for the last.
 */
final class TitleLines {

  /** As many characters as a line of the page of GB/T 9704 takes in 2号. */
  private static final int MOST = 20;

  private TitleLines() {}

  static List<String> of(String title) {
    int[] characters = title.codePoints().toArray();
    int lines = Math.max(1, (characters.length + MOST - 1) / MOST);
    List<String> balanced = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      int from = characters.length * line / lines;
      int to = characters.length * (line + 1) / lines;
      balanced.add(new String(characters, from, to - from));
    }
    return balanced;
  }
}
