package disclosure.report.workbench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "workbench")
final class Templates {

  private Templates() {}

  /** Organs, or the reports of one. */
  static native TemplateInstance shelf(String person, Shelf shelf);

  /** A report. */
  static native TemplateInstance desk(String person, Desk desk);

  /** The report as it would be printed. */
  static native TemplateInstance preview(
      String person, String title, String address, RawString body);
}
