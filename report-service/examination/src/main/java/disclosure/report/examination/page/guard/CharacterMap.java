package disclosure.report.examination.page.guard;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a font's character map (CMap) takes: each code of its ranges becomes an entry of its
 * own, so that a few bytes can name millions.
 */
public final class CharacterMap {

  private static final Pattern NAMED = Pattern.compile("begin(?:bf|cid|notdef)(?:range|char)");

  /** The longest word of {@link #NAMED}, less one. */
  private static final int OVERLAP = 15;

  /** What isn't read as an operator comes first: comments, strings, names. */
  private static final Pattern OPERATOR =
      Pattern.compile(
          "%[^\\r\\n]*+|\\([^()]*+\\)|/[^\\s/<>()\\[\\]%]*+|(?<edge>begin|end)(?:bf|cid|notdef)(?<kind>char|range)");

  private static final String HEX = "<([0-9A-Fa-f\\s]{1,40})>";

  private static final Pattern RANGE =
      Pattern.compile(
          "\\s*+"
              + HEX
              + "\\s*+"
              + HEX
              + "\\s*+(?:<[0-9A-Fa-f\\s]*+>|\\[[<>0-9A-Fa-f\\s]*+\\]|\\d++)\\s*+");

  private static final Pattern STRING = Pattern.compile(HEX);
  private static final int MAX_DIGITS = 8;

  private CharacterMap() {}

  /** Whether a map is in the bytes, or over the end of those before. */
  public static boolean isNamedIn(byte[] before, byte[] bytes, int length) {
    int overlap = Math.min(OVERLAP, before.length);
    String seam =
        new String(before, before.length - overlap, overlap, StandardCharsets.ISO_8859_1)
            + new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    return NAMED.matcher(seam).find();
  }

  /** How many codes it names: a single character is one, a range as many as it spans. */
  public static long codes(String map) {
    long codes = 0;
    Matcher operators = OPERATOR.matcher(map);
    int section = -1;
    boolean ranges = false;
    while (operators.find()) {
      if (operators.group("kind") != null) {
        codes += section < 0 ? 0 : codes(map.substring(section, operators.start()), ranges);
        section = operators.group("edge").equals("begin") ? operators.end() : -1;
        ranges = operators.group("kind").equals("range");
      }
    }
    return section < 0 ? codes : codes + codes(map.substring(section), ranges);
  }

  private static long codes(String section, boolean ranges) {
    return ranges ? ranges(section) : section.length();
  }

  private static long ranges(String section) {
    long codes = 0;
    Matcher range = RANGE.matcher(section);
    int at = 0;
    while (at < section.length() && range.region(at, section.length()).lookingAt()) {
      codes += spanned(range.group(1), range.group(2));
      at = range.end();
    }
    return section.substring(at).isBlank() ? codes : codes + worst(section);
  }

  /** Where it isn't known which two are a range, each two that follow each other may be. */
  private static long worst(String section) {
    long codes = 0;
    String before = "0";
    Matcher strings = STRING.matcher(section);
    while (strings.find()) {
      codes += spanned(before, strings.group(1));
      before = strings.group(1);
    }
    return codes;
  }

  private static long spanned(String from, String to) {
    return Math.max(1, value(to) - value(from));
  }

  private static long value(String hex) {
    String digits = hex.replaceAll("\\s", "");
    if (digits.length() > MAX_DIGITS) {
      return Long.parseLong("F".repeat(MAX_DIGITS), 16);
    }
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 16);
  }
}
