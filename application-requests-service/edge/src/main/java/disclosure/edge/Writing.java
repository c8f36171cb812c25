package disclosure.edge;

import disclosure.requests.contract.Radicals;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one writing in which numbers, codes and names are compared, wherever they come from: without
 * blanks and what can't be seen, in one width and case, with one kind of dash, bracket and dot, and
 * with characters for radicals. What was sent is kept beside it for display.
 */
public final class Writing {

  /** Dashes beside those that Unicode calls so: minus, and the lines that input methods give. */
  private static final String DASHES = "\u2212\u2500\u2501\u2574\uFF70\u30FC\u2043\u02D7";

  private static final String DOTS = "\u00B7\u2022\u2027\u2219\u22C5\u30FB\u25CF\u2E31\u16EB";

  /** What has no width though Unicode counts it among letters and marks. */
  private static final String FILLERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

  private static final Pattern TELEPHONE = Pattern.compile("[0-9()+-]{5,40}");
  private static final Pattern COUNTRY = Pattern.compile("(?:00)?86(1[0-9]{10})");

  private Writing() {}

  /** The text as it is compared; empty when nothing can be seen of it. */
  public static String of(String text) {
    if (text.chars().allMatch(Writing::isWrittenSo)) {
      return text;
    }
    String once = text;
    String again = fold(once);
    while (!again.equals(once)) {
      once = again;
      again = fold(once);
    }
    return once;
  }

  /** The same for what may be given or not; absent also when nothing of it can be seen. */
  public static Optional<String> of(Optional<String> text) {
    return text.map(Writing::of).filter(folded -> !folded.isEmpty());
  }

  /** A telephone number is its digits, however it is grouped; other ways of contact are texts. */
  public static String ofContact(String contact) {
    String folded = of(contact);
    if (!TELEPHONE.matcher(folded).matches()) {
      return folded;
    }
    String digits = folded.replaceAll("[^0-9]", "");
    Matcher fromAbroad = COUNTRY.matcher(digits);
    return fromAbroad.matches() ? fromAbroad.group(1) : digits;
  }

  /** What nearly all texts are made of, and what folding leaves as it is. */
  private static boolean isWrittenSo(int character) {
    return character >= '0' && character <= '9'
        || character >= 'a' && character <= 'z'
        || character == '-'
        || character >= 0x4E00 && character <= 0x9FA5;
  }

  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(Radicals.unified(text), Normalizer.Form.NFKC)
        .codePoints()
        .filter(Writing::isSeen)
        .map(Writing::fold)
        .forEach(folded::appendCodePoint);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }

  private static int fold(int character) {
    if (Character.getType(character) == Character.DASH_PUNCTUATION
        || DASHES.indexOf(character) >= 0) {
      return '-';
    }
    if (DOTS.indexOf(character) >= 0) {
      return '\u00B7';
    }
    return switch (Character.getType(character)) {
      case Character.START_PUNCTUATION -> '(';
      case Character.END_PUNCTUATION -> ')';
      default -> Character.toLowerCase(Character.toUpperCase(character));
    };
  }

  private static boolean isSeen(int character) {
    if (Character.isWhitespace(character) || FILLERS.indexOf(character) >= 0) {
      return false;
    }
    // Selectors of variants change how a character looks, not which one it is.
    if (character >= 0xFE00 && character <= 0xFE0F
        || character >= 0xE0100 && character <= 0xE01EF) {
      return false;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
