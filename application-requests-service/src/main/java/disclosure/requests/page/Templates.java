package disclosure.requests.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** One application. */
  static native TemplateInstance application(String person, Screen screen);

  /** A new one. */
  static native TemplateInstance fresh(String person, FreshForm form);
}
