package disclosure.report.examination.line;

import disclosure.report.text.word.Simplified;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Brings labels into one writing: width, spaces, brackets, numbers and traditional characters. */
public final class Words {

  private static final Pattern ORDINAL =
      Pattern.compile(
          "[(\\[〔【]\\s*[一二三四五六七八九十]{1,3}\\s*[)\\]〕】]"
              + "|^\\s*[一二三四五六七八九十]{1,3}\\s*[、,.:．]"
              + "|第[一二三四五六七八九十]{1,3}部分"
              + "|(?<=[、,.:．\\n\\s]|^)[一二三四五六七八九十]{1,2}\\s*[、.．]");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{IsHan}A-Za-z〇]");
  private static final Pattern RAISED = Pattern.compile("\u27E6[^\u27E7]*\u27E7");

  private Words() {}

  /** The same text in half width and simplified characters. */
  public static String plain(String text) {
    String composed = Normalizer.isNormalized(text, Normalizer.Form.NFKC) ? text : composed(text);
    StringBuilder plain = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      char one = composed.charAt(i);
      plain.append(one > '\u2E80' ? Simplified.of(one) : one);
    }
    return plain.toString();
  }

  /** Numbers above the line and in circles stay as they are: they are no digits. */
  private static String composed(String text) {
    StringBuilder composed = new StringBuilder(text.length());
    int from = 0;
    for (int at = 0; at < text.length(); ) {
      int sign = text.codePointAt(at);
      int next = at + Character.charCount(sign);
      if (isNumberSign(sign)) {
        composed
            .append(Normalizer.normalize(text.substring(from, at), Normalizer.Form.NFKC))
            .appendCodePoint(sign);
        from = next;
      }
      at = next;
    }
    return composed
        .append(Normalizer.normalize(text.substring(from), Normalizer.Form.NFKC))
        .toString();
  }

  /** Whether it is a number in one sign, and not in words: ¹, ①, ⑴, ㉑, ❶, ½, but not ㈠. */
  static boolean isNumberSign(int sign) {
    return Character.getType(sign) == Character.OTHER_NUMBER
        && Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC)
            .codePoints()
            .noneMatch(Character::isIdeographic);
  }

  /** Only the words of a label: no number before it, no punctuation, no space. */
  public static String of(String label) {
    String text = RAISED.matcher(plain(label)).replaceAll("");
    String unnumbered = ORDINAL.matcher(text).replaceAll("");
    return NO_WORD.matcher(unnumbered).replaceAll("");
  }

  /** How many characters must be changed, left out or put in to make one text of the other. */
  public static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[other.length()];
  }
}
