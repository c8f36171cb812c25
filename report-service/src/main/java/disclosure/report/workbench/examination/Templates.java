package disclosure.report.workbench.examination;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "workbench")
final class Templates {

  private Templates() {}

  /** Where files are handed over, and what became of them. */
  static native TemplateInstance examination(String person, ExaminationPage shown);

  /** Where archives are handed over, and those that were. */
  static native TemplateInstance examinations(String person, BatchesPage shown);

  /** How far the examination of an archive is, and what became of its files. */
  static native TemplateInstance batch(String person, BatchPage shown);

  /** A file of an archive. */
  static native TemplateInstance batchfile(
      String person, String address, ExaminationPage.Shown file);

  /** The reports of an organ that were taken over. */
  static native TemplateInstance takenover(String person, TakenOverPage shown);
}
