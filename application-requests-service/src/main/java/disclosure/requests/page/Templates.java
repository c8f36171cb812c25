package disclosure.requests.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** What is to be done, or what was found. */
  static native TemplateInstance worklist(String person, Worklist list);

  /** One application. */
  static native TemplateInstance application(String person, Screen screen);

  /** A new one. */
  static native TemplateInstance fresh(String person, FreshForm form);
}
