package disclosure.requests.page.parked;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page as it is written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** What is parked. */
  static native TemplateInstance parked(String person, ParkedScreen screen);
}
