package disclosure.edge.testing.wording;

import disclosure.edge.look.TemplateTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Chinese texts of a source of Java, and where each stands. */
final class JavaTexts {

  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|\"\"\"\\R?(?<block>.*?)(?<!\\\\)\"\"\"|\"(?<line>(?:\\\\.|[^\"\\\\\\n])*)\"|'(?:\\\\.|[^'\\\\])+'",
          Pattern.DOTALL);

  private static final Pattern UNICODE =
      Pattern.compile("(?<!\\\\)((?:\\\\{2})*)\\\\u+([0-9a-fA-F]{4})");

  private static final int HEXADECIMAL = 16;
  private static final Pattern WORDED = Pattern.compile("\\bWording\\s*\\.\\s*of\\s*\\($");
  private static final Pattern CONSTANT = Pattern.compile("\\bstatic\\s+final\\b");
  private static final Pattern OF_AN_ENUM = Pattern.compile("\\benum\\s+\\w+[^;{}]*$");

  private JavaTexts() {}

  /** Where a text stands. */
  enum Place {
    /** It is given to {@code Wording.of}. */
    WORDED,
    /** It is a constant, or belongs to one of an enum: worded where a page is built. */
    KEPT,
    /** It goes to the page, or wherever it goes, as it is. */
    BARE
  }

  /**
   * A text, put together of all its lines.
   *
   * @param line of the source, from 1
   */
  record Found(String text, Place place, int line) {}

  private record Literal(String text, int begin, int end) {}

  static List<Found> of(String source) {
    StringBuilder code = new StringBuilder(source);
    List<Literal> literals = literals(source, code);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < literals.size(); i++) {
      Literal first = literals.get(i);
      StringBuilder text = new StringBuilder(first.text());
      int end = first.end();
      while (i + 1 < literals.size()
          && code.substring(end, literals.get(i + 1).begin()).strip().equals("+")) {
        i++;
        text.append(literals.get(i).text());
        end = literals.get(i).end();
      }
      if (TemplateTexts.CHINESE.matcher(text).find()) {
        int line = (int) source.substring(0, first.begin()).lines().count();
        found.add(new Found(text.toString(), place(code, first.begin()), Math.max(1, line)));
      }
    }
    return found;
  }

  /** Blanks out what is no code, so that what stands around a literal can be looked at. */
  private static List<Literal> literals(String source, StringBuilder code) {
    List<Literal> literals = new ArrayList<>();
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      String block = token.group("block");
      String line = token.group("line");
      if (block != null) {
        literals.add(new Literal(read(block.stripIndent()), token.start(), token.end()));
      } else if (line != null) {
        literals.add(new Literal(read(line), token.start(), token.end()));
      }
      for (int at = token.start(); at < token.end(); at++) {
        if (code.charAt(at) != '\n') {
          code.setCharAt(at, ' ');
        }
      }
    }
    return literals;
  }

  private static String read(String literal) {
    return UNICODE
        .matcher(literal)
        .replaceAll(
            sign ->
                Matcher.quoteReplacement(
                    sign.group(1) + (char) Integer.parseInt(sign.group(2), HEXADECIMAL)))
        .translateEscapes();
  }

  private static Place place(CharSequence code, int at) {
    String before = code.subSequence(0, at).toString();
    if (isFirstArgument(before)) {
      return Place.WORDED;
    }
    int begin = Math.max(before.lastIndexOf(';'), before.lastIndexOf('}'));
    String statement = before.substring(begin + 1);
    if (CONSTANT.matcher(statement).find()) {
      return Place.KEPT;
    }
    int brace = statement.lastIndexOf('{');
    return brace >= 0 && OF_AN_ENUM.matcher(statement.substring(0, brace)).find()
        ? Place.KEPT
        : Place.BARE;
  }

  /**
   * Whether the innermost call that is open is one of {@code Wording.of}, at its first argument.
   */
  private static boolean isFirstArgument(String before) {
    int depth = 0;
    boolean first = true;
    for (int i = before.length() - 1; i >= 0; i--) {
      char sign = before.charAt(i);
      if (sign == ')' || sign == ']') {
        depth++;
      } else if ((sign == '(' || sign == '[') && depth > 0) {
        depth--;
      } else if (sign == '(') {
        String call = before.substring(0, i + 1);
        if (WORDED.matcher(call).find()) {
          return first;
        }
        if (!isGrouping(call)) {
          return false;
        }
      } else if (sign == ',' && depth == 0) {
        first = false;
      } else if (depth == 0 && (sign == ';' || sign == '{' || sign == '}')) {
        return false;
      }
    }
    return false;
  }

  /** Whether what is opened isn't a call: nothing is named before it. */
  private static boolean isGrouping(String opened) {
    String named = opened.substring(0, opened.length() - 1).stripTrailing();
    return named.isEmpty() || !Character.isJavaIdentifierPart(named.charAt(named.length() - 1));
  }
}
