package disclosure.requests.page.worklist;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page as it is written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** What is to be done, or what was found. */
  static native TemplateInstance worklist(String person, Worklist list);
}
