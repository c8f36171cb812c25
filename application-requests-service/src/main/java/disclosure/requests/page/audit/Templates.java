package disclosure.requests.page.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page as it is written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** A part of the trail. */
  static native TemplateInstance audit(String person, TrailScreen screen);
}
