package disclosure.requests.page.disputes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** One case. */
  static native TemplateInstance dispute(String person, CaseScreen screen);

  /** A new one. */
  static native TemplateInstance freshdispute(String person, FreshCase screen);
}
