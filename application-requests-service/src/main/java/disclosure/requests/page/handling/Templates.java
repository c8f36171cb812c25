package disclosure.requests.page.handling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page as it is written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** Who handles an application. */
  static native TemplateInstance handling(String person, HandlingForm form);
}
