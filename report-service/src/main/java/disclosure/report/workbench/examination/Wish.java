package disclosure.report.workbench.examination;

import disclosure.edge.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be done, as a button says it.
 *
 * @param file the number of the file that it is about; 0 for all of them
 */
record Wish(Kind kind, int file) {

  private static final Pattern OF_A_FILE = Pattern.compile("(letter|take)\\.(\\d{1,3})");

  /** What. */
  enum Kind {
    EXAMINE,
    SUMMARY,
    LETTER,
    TAKE
  }

  static Wish of(String button) {
    Matcher one = OF_A_FILE.matcher(button);
    if (one.matches()) {
      return new Wish(
          one.group(1).equals("take") ? Kind.TAKE : Kind.LETTER, Integer.parseInt(one.group(2)));
    }
    return switch (button) {
      case "", "examine" -> new Wish(Kind.EXAMINE, 0);
      case "summary" -> new Wish(Kind.SUMMARY, 0);
      default -> throw Refusal.byStatus(400);
    };
  }
}
