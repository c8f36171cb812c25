package disclosure.edge.look;

import disclosure.edge.page.PageLanguage;
import io.quarkus.qute.TemplateExtension;
import org.eclipse.microprofile.config.ConfigProvider;

/** What templates ask of the language of the page: {@code {wording:lang}}. */
@TemplateExtension(namespace = "wording")
public final class WordingInTemplates {

  private WordingInTemplates() {}

  /** Whether the page is in English. */
  public static boolean english() {
    return Wording.isEnglish();
  }

  /** The language as HTML names it. */
  public static String lang() {
    return Wording.isEnglish() ? "en" : "zh-CN";
  }

  /** The words that stand for these in the language of the page. */
  public static String text(String chinese) {
    return Wording.of(chinese);
  }

  /** What the service is called. */
  public static String site() {
    return Wording.of(ConfigProvider.getConfig().getValue("site.title", String.class));
  }

  /** Where the same page is had in the other language; empty where it isn't. */
  public static String other() {
    return PageLanguage.other();
  }

  /** The other language as HTML names it. */
  public static String otherLang() {
    return Wording.isEnglish() ? "zh-CN" : "en";
  }

  /** The other language as those call it who speak it. */
  public static String otherName() {
    return Wording.isEnglish() ? "中文" : "English";
  }
}
