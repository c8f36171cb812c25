package disclosure.report.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** Reports to choose from. */
  static native TemplateInstance published(String person, ReportList list);

  /** A report. */
  static native TemplateInstance report(String person, ReportPage page);
}
