package disclosure.report.workbench.write;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page as it is written. */
@CheckedTemplate(basePath = "workbench")
final class Templates {

  private Templates() {}

  /** A draft. */
  static native TemplateInstance edit(String person, EditPage page);
}
