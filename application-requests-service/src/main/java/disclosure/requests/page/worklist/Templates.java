package disclosure.requests.page.worklist;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page as it is written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /**
   * What is to be done, or what was found.
   *
   * @param administration where the pages for administrators are; empty for who is none
   */
  static native TemplateInstance worklist(String person, Worklist list, String administration);
}
