package disclosure.report.workbench.runs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "workbench")
final class Templates {

  private Templates() {}

  /** The runs over an organ and what lies below it. */
  static native TemplateInstance runs(String person, RunsPage shown);

  /** One of them. */
  static native TemplateInstance run(String person, RunPage shown);
}
