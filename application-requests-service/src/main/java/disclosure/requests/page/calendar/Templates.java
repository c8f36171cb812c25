package disclosure.requests.page.calendar;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** The years that are known. */
  static native TemplateInstance calendar(String person, YearsScreen screen);

  /** One of them. */
  static native TemplateInstance year(String person, YearScreen screen);
}
