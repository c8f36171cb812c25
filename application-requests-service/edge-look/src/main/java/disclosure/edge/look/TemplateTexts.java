package disclosure.edge.look;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of a template, which go from one tag, section or quotation mark to the next,
 * expressions among them: so that another language may order these otherwise.
 */
public final class TemplateTexts {

  /** Han, and the signs that are set with it; quotation marks and dashes are everybody's. */
  public static final Pattern CHINESE =
      Pattern.compile("[\\p{IsHan}\\u3001-\\u303f\\uff00-\\uffef]");

  private static final Pattern LITERAL = Pattern.compile("=(\"[^\"]*\"|'[^']*')");
  private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}]*\\}");
  private static final Pattern ENTITY = Pattern.compile("&(?!#?\\w{1,10};)");

  private final String source;
  private final UnaryOperator<String> text;
  private final UnaryOperator<String> literal;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder run = new StringBuilder();
  private int at;

  private TemplateTexts(String source, UnaryOperator<String> text, UnaryOperator<String> literal) {
    this.source = source;
    this.text = text;
    this.literal = literal;
  }

  /** The Chinese texts of a template, as catalogues have them. */
  public static Set<String> of(String source) {
    Set<String> found = new LinkedHashSet<>();
    new TemplateTexts(
            source,
            one -> {
              found.add(key(one));
              return one;
            },
            one -> {
              found.add(one);
              return one;
            })
        .read();
    return found;
  }

  /** The template that says the same in the language of the page. */
  static String worded(String source, Catalogue catalogue) {
    return CHINESE.matcher(source).find()
        ? new TemplateTexts(source, one -> choice(one, catalogue), TemplateTexts::asked).read()
        : source;
  }

  private static String choice(String chinese, Catalogue catalogue) {
    Optional<String> english = catalogue.english(key(chinese));
    return english
        .map(other -> "{#if wording:english}" + escaped(other) + "{#else}" + chinese + "{/if}")
        .orElse(chinese);
  }

  /** What a section is given is looked up where it is given. */
  private static String asked(String chinese) {
    return "wording:text('" + chinese + "')";
  }

  private static String key(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** Everything but expressions may hold signs that are HTML's. */
  private static String escaped(String english) {
    StringBuilder escaped = new StringBuilder();
    Matcher expression = EXPRESSION.matcher(english);
    int end = 0;
    while (expression.find()) {
      escaped.append(plain(english.substring(end, expression.start()))).append(expression.group());
      end = expression.end();
    }
    return escaped.append(plain(english.substring(end))).toString();
  }

  private static String plain(String words) {
    return ENTITY
        .matcher(words)
        .replaceAll("&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private String read() {
    boolean inTag = false;
    boolean quoted = false;
    while (at < source.length()) {
      char sign = source.charAt(at);
      if (sign == '{' && at + 1 < source.length()) {
        brace(!inTag || quoted);
      } else if (!inTag && sign == '<') {
        inTag = true;
        flush();
        take();
      } else if (inTag && sign == '"') {
        quoted = !quoted;
        flush();
        take();
      } else if (inTag && !quoted && sign == '>') {
        inTag = false;
        take();
      } else if (inTag && !quoted) {
        take();
      } else {
        run.append(sign);
        at++;
      }
    }
    flush();
    return out.toString();
  }

  /** A section ends a text, an expression is a part of it; whatever else begins so is neither. */
  private void brace(boolean inText) {
    char next = source.charAt(at + 1);
    if (next == '!' || next == '|') {
      flush();
      out.append(upTo(next + "}"));
    } else if (next == '#' || next == '/' || next == '@') {
      flush();
      out.append(section(upTo("}")));
    } else if (Character.isLetterOrDigit(next) || next == '_') {
      String expression = upTo("}");
      (inText ? run : out).append(expression);
    } else {
      (inText ? run : out).append('{');
      at++;
    }
  }

  private String section(String tag) {
    return LITERAL
        .matcher(tag)
        .replaceAll(
            found -> {
              String inside = found.group(1).substring(1, found.group(1).length() - 1);
              return Matcher.quoteReplacement(
                  CHINESE.matcher(inside).find()
                      ? "=" + given(found.group(1), inside)
                      : found.group());
            });
  }

  private String given(String quoted, String inside) {
    String replaced = literal.apply(inside);
    return replaced.equals(inside) ? quoted : replaced;
  }

  /** To the end of it, the end included; a text in quotation marks inside doesn't end it. */
  private String upTo(String end) {
    int begin = at;
    char quote = 0;
    for (int i = at + 1; i < source.length(); i++) {
      char sign = source.charAt(i);
      if (quote != 0) {
        quote = sign == quote ? 0 : quote;
      } else if (end.length() == 1 && (sign == '\'' || sign == '"')) {
        quote = sign;
      } else if (source.startsWith(end, i)) {
        at = i + end.length();
        return source.substring(begin, at);
      }
    }
    at = source.length();
    return source.substring(begin);
  }

  private void take() {
    out.append(source.charAt(at));
    at++;
  }

  private void flush() {
    String all = run.toString();
    run.setLength(0);
    if (!CHINESE.matcher(all).find()) {
      out.append(all);
      return;
    }
    String inside = all.strip();
    int begin = all.indexOf(inside);
    out.append(all, 0, begin)
        .append(text.apply(inside))
        .append(all.substring(begin + inside.length()));
  }
}
