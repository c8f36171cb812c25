package disclosure.edge;

/** Text for a cell of a spreadsheet, which takes some texts for formulas and runs them. */
public final class SpreadsheetText {

  /** What a formula begins with, narrow or full-width. */
  private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final int MAX_CELL_LENGTH = 32_767;

  private SpreadsheetText() {}

  /** Without the control characters that XML can't hold, and no longer than a cell may be. */
  public static String printable(String text) {
    String clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    return clean.length() > MAX_CELL_LENGTH ? clean.substring(0, MAX_CELL_LENGTH) : clean;
  }

  /**
   * The text, behind an apostrophe when a spreadsheet could take it for a formula. Blanks and what
   * can't be seen before the first character make no difference, since programs drop them.
   */
  public static String inert(String text) {
    int first = 0;
    while (first < text.length() && isSkipped(text.codePointAt(first))) {
      first = text.offsetByCodePoints(first, 1);
    }
    boolean formula = first < text.length() && FORMULA_STARTS.indexOf(text.charAt(first)) >= 0;
    return formula || startsWithControl(text) ? "'" + text : text;
  }

  private static boolean isSkipped(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || PlainText.isInvisible(character);
  }

  private static boolean startsWithControl(String text) {
    return !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
  }
}
