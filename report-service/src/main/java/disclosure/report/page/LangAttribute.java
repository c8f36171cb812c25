package disclosure.report.page;

import disclosure.edge.look.TemplateTexts;
import disclosure.edge.look.Wording;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/**
 * What people and the law wrote is Chinese on a page in English, too, and is read out as that:
 * {@code <td{lang:of(row.organ)}>}.
 */
@TemplateExtension(namespace = "lang")
public final class LangAttribute {

  private static final RawString NONE = new RawString("");
  private static final RawString CHINESE = new RawString(" lang=\"zh-CN\"");

  private LangAttribute() {}

  /** Of the element that holds this text and nothing else; none where the page is in Chinese. */
  public static RawString of(String text) {
    return Wording.isEnglish() && TemplateTexts.CHINESE.matcher(text).find() ? CHINESE : NONE;
  }
}
