package disclosure.local.sample;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Table three for a terminal, in which a Chinese character is two places wide. Nothing is cut off:
 * a long label goes on in the next line. Characters that are one place wide on some terminals and
 * two on others, such as curly quotes, are replaced by plain ones.
 */
final class TerminalTable {

  private static final int LABEL = 52;
  private static final int NUMBER = 8;
  private static final int GAP = 2;

  /** Punctuation that must not begin a line. */
  private static final String CLOSING = "）、，。";

  private TerminalTable() {}

  static String of(Cells cells) {
    StringBuilder text = new StringBuilder();
    int columns = ApplicantType.values().length + 1;
    List<List<String>> headings =
        IntStream.range(0, columns).mapToObj(column -> halves(Cells.heading(column))).toList();
    int[] widths =
        headings.stream().mapToInt(lines -> Math.max(NUMBER, width(lines.get(1)) + GAP)).toArray();
    for (int line = 0; line < 2; line++) {
      text.append(" ".repeat(LABEL));
      for (int column = 0; column < columns; column++) {
        text.append(right(headings.get(column).get(line), widths[column]));
      }
      text.append('\n');
    }
    text.append("-".repeat(LABEL + IntStream.of(widths).sum()));
    cells.rows().forEach((row, numbers) -> append(text, row, numbers, widths));
    return text.toString();
  }

  private static void append(StringBuilder text, FormRow row, List<Long> numbers, int[] widths) {
    String number = row.number() + " ";
    List<String> label = wrapped(plain(row.label()), LABEL - width(number));
    text.append('\n').append(number).append(label.get(0));
    text.append(" ".repeat(LABEL - width(number) - width(label.get(0))));
    for (int column = 0; column < widths.length; column++) {
      text.append(right(numbers.get(column).toString(), widths[column]));
    }
    label.stream()
        .skip(1)
        .forEach(line -> text.append('\n').append(" ".repeat(width(number))).append(line));
  }

  /** Two lines, the first empty when the heading is short. */
  private static List<String> halves(String heading) {
    return heading.length() <= 4
        ? List.of("", heading)
        : List.of(heading.substring(0, 4), heading.substring(4) + "    ");
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    int begin = 0;
    int used = 0;
    for (int i = 0; i < text.length(); i++) {
      used += width(text.substring(i, i + 1));
      if (used > width) {
        int end = CLOSING.indexOf(text.charAt(i)) < 0 ? i : i - 1;
        lines.add(text.substring(begin, end));
        begin = end;
        used = width(text.substring(begin, i + 1));
      }
    }
    lines.add(text.substring(begin));
    return lines;
  }

  private static String plain(String label) {
    return label.replace('“', '"').replace('”', '"');
  }

  private static String right(String text, int width) {
    return " ".repeat(width - width(text)) + text;
  }

  /**
   * The places that a text takes on a terminal (Unicode Standard Annex 11, without the ambiguous).
   */
  static int width(String text) {
    return text.codePoints().map(character -> isWide(character) ? 2 : 1).sum();
  }

  private static boolean isWide(int character) {
    return character >= 0x2E80 && character <= 0xA4CF
        || character >= 0xF900 && character <= 0xFAFF
        || character >= 0xFE30 && character <= 0xFE6F
        || character >= 0xFF00 && character <= 0xFF60;
  }
}
