package disclosure.report.workbench.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "workbench")
final class Templates {

  private Templates() {}

  /** What a sum adds up. */
  static native TemplateInstance board(String person, BoardPage board);

  /** What came of several reports. */
  static native TemplateInstance many(String person, ManyPage many);
}
