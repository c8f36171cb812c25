package disclosure.report.workbench.examination;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "workbench")
final class Templates {

  private Templates() {}

  /** Where files are handed over, and what became of them. */
  static native TemplateInstance examination(String person, ExaminationPage shown);

  /** The reports of an organ that were taken over. */
  static native TemplateInstance takenover(String person, TakenOverPage shown);
}
