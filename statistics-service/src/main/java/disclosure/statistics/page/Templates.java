package disclosure.statistics.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** A table. */
  static native TemplateInstance figures(String person, ChoiceForm form, Figures figures);

  /** An organ is still to be chosen, or the choice can't be shown. */
  static native TemplateInstance choose(String person, ChoiceForm form, String notice);
}
