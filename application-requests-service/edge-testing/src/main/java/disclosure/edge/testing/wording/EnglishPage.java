package disclosure.edge.testing.wording;

import disclosure.edge.look.TemplateTexts;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a page in English may still say in Chinese: what people wrote. */
public final class EnglishPage {

  /** What is marked as Chinese, without another element in it, and the way to the Chinese page. */
  private static final Pattern MARKED =
      Pattern.compile("<(\\w+)[^>]*\\slang=\"zh-CN\"[^>]*>[^<]*</\\1>");

  private static final Pattern LINE = Pattern.compile(".*" + TemplateTexts.CHINESE + ".*");

  private EnglishPage() {}

  /**
   * The lines of a page that hold Chinese which is neither marked as such nor written by somebody.
   *
   * @param written what people wrote, such as names
   */
  public static Set<String> chinese(String page, List<String> written) {
    String rest = MARKED.matcher(page).replaceAll("");
    for (String text :
        written.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      rest = rest.replace(text, "");
    }
    Set<String> lines = new TreeSet<>();
    LINE.matcher(rest).results().map(MatchResult::group).map(String::strip).forEach(lines::add);
    return lines;
  }
}
