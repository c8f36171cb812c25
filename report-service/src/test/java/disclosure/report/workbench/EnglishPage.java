package disclosure.report.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.form.Section;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** A page as it is answered to who prefers English. */
public final class EnglishPage {

  /** What such a browser sends. */
  public static final String[] PREFERRED = {"Accept-Language", "en-GB,en;q=0.9,zh-CN;q=0.5"};

  /** Of what people and the law wrote, that which is named in English sentences. */
  private static final Pattern QUOTED =
      Pattern.compile("\\S*?县(人民政府(办公室)?|\\S*?[局乡镇])(\\d{4}年政府信息公开工作年度报告(（\\S+?）)?)?");

  /** What checks find quotes the report. */
  private static final String FOUND =
      ".findings > li > p:first-child, section > p.warned, table:has(caption:contains(Findings)) th";

  private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，。；：、（）？！《》]");

  private EnglishPage() {}

  /**
   * Says nothing in Chinese but what is marked so, or what is filled in, and names.
   *
   * @param names what else is named
   */
  public static String assertEnglish(String html, String... names) {
    Document page = Jsoup.parse(html);
    assertThat(page.select("html").attr("lang")).startsWith("en");
    page.select("[lang=zh-CN], textarea").remove();
    page.select(FOUND).remove();
    assertThat(
            page.getAllElements().stream()
                .flatMap(EnglishPage::said)
                .map(text -> without(names, text))
                .filter(text -> CHINESE.matcher(text).find())
                .toList())
        .isEmpty();
    return html;
  }

  /** The same of an answer with that status. */
  public static String assertEnglish(HttpResponse<String> answer, int status, String... names) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return assertEnglish(answer.body(), names);
  }

  private static Stream<String> said(Element element) {
    return Stream.concat(
        element.textNodes().stream().map(TextNode::text),
        Stream.of("aria-label", "title", "placeholder", "alt")
            .filter(element::hasAttr)
            .map(element::attr));
  }

  private static String without(String[] names, String text) {
    String left = text;
    for (String name : longestFirst(names)) {
      left = left.replace(name, "");
    }
    return QUOTED.matcher(left).replaceAll("");
  }

  private static List<String> longestFirst(String... names) {
    return Stream.concat(Stream.of(names), Stream.of(Section.values()).map(Section::numbered))
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }
}
