package disclosure.report.document.part;

import disclosure.report.form.AnnualReport;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an editor wrote or an organ is called: all that is printed beside the form's own words. */
public final class Texts {

  private Texts() {}

  /** All of it, a text a line. */
  public static String printed(AnnualReport report) {
    return Stream.of(
            report.lead().stream(),
            report.overview().stream(),
            report.problems().stream(),
            report.otherMatters().stream(),
            Stream.of(report.organName(), report.signedBy()))
        .flatMap(texts -> texts)
        .collect(Collectors.joining("\n"));
  }

  /**
   * Makes sure that every character is one that can be seen in any font: none that controls the
   * device or the direction of writing, no half of a pair, none whose meaning is private.
   *
   * @throws MissingGlyph naming those that can't
   */
  public static void requirePrintable(AnnualReport report) {
    List<Integer> unprintable =
        printed(report)
            .codePoints()
            .filter(character -> character != '\n' && !isPrintable(character))
            .boxed()
            .distinct()
            .toList();
    if (!unprintable.isEmpty()) {
      throw new MissingGlyph(unprintable);
    }
  }

  /** A text of somebody else's, with a space for each character that can't be printed. */
  public static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(character -> printable.appendCodePoint(isPrintable(character) ? character : ' '));
    return printable.toString();
  }

  static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> (character & 0xFFFE) != 0xFFFE;
    };
  }
}
